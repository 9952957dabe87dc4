import { describe, expect, it } from 'vitest';
import { readHtml } from './html-text.ts';

describe('readHtml', () => {
  it.each([
    ['<p>One</p><p>two</p>', 'One\ntwo'],
    ['<!DOCTYPE html>\n<html><head><title>T</title></head><body><div><p>A</p></div><p>B</p></body></html>', '\n\nA\nB'],
    ['<p>line<br>break</p>', 'line\nbreak'],
    ['<p>AT&amp;T &lt;b&gt; 5 &euro;</p>', 'AT&T <b> 5 €'],
    ['<p>keeps   inner\n white space</p>', 'keeps   inner\n white space'],
    ['<p>seen</p><script>x</script><style>y</style><noscript>z</noscript><template>t</template>', 'seen'],
    ['<p>seen<span hidden>no</span><span style="color:red; display: none">no</span> end</p>', 'seen end'],
    ['<body style="display:none"><p>shown by a script</p></body>', 'shown by a script'],
    ['text without <b>any</b> frame', 'text without any frame'],
    ['<html><head><p>unclosed head</p>', 'unclosed head'],
  ])('takes the text of %j', (html, text) => {
    expect(readHtml(html).text).toBe(text);
  });

  it('knows where each text node begins', () => {
    const { text, markup } = readHtml('<p>One <b>two</b></p><p>three</p>');
    for (const [node, start] of markup.nodeStarts as Map<{ data: string }, number>) {
      expect(text.slice(start, start + node.data.length)).toBe(node.data);
    }
    expect(markup.nodeStarts.size).toBe(3);
  });

  it('bears any depth of nesting', () => {
    expect(readHtml(`${'<div>'.repeat(20_000)}deep${'</div>'.repeat(20_000)}`).text).toBe('deep');
  });
});
