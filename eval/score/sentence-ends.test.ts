import { expect, test } from 'vitest';
import { marked } from '../../test/helpers/marked.ts';
import { innerEnds, trimSpan } from './sentence-ends.ts';

test('ends inside a paragraph count, paragraph ends do not', () => {
  const { text, spans } = marked('[One. ][Two.]\n\n[Three. ][Four.]');
  expect([...innerEnds(text, spans)].map((end) => text.slice(end - 4, end))).toEqual(['One.', 'ree.']);
});

test('white space at the ends of a span is no difference', () => {
  const { text, spans } = marked('a[ bc \n]d');
  const { start, end } = trimSpan(text, spans[0] as { start: number; end: number });
  expect(text.slice(start, end)).toBe('bc');
});
