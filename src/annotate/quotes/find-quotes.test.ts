import { describe, expect, it } from 'vitest';
import { marked } from '../../../test/helpers/marked.ts';
import type { Actor } from '../../schema/actor.ts';
import type { Span } from '../../schema/span.ts';
import { loadTagger } from '../../text/load-tagger.ts';
import { parseText } from '../../text/parse-text.ts';
import { findQuotes } from './find-quotes.ts';
import { loadCueVerbs } from './load-cue-verbs.ts';

const tagger = loadTagger();
const cues = loadCueVerbs();

/** Reads paragraphs divided by line feeds; words in brackets are one actor each. */
function read(source: string) {
  const { text, spans } = marked(source);
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    start: line.index,
    end: line.index + line[0].length,
    role: 'paragraph' as const,
  }));
  const page = { id: 't', mediaType: 'text/plain', sha256: '', start: 0, end: text.length };
  const parse = parseText({ id: 't#1', page, kind: 'article', language: 'en', text, blocks }, tagger);
  const actors: Actor[] = spans.map((span, index) => ({
    id: `t#1/a${index + 1}`,
    kind: 'person',
    name: text.slice(span.start, span.end),
    sectors: [],
    mentions: [{ ...span, form: 'name' }],
  }));
  const words = (span: Span | undefined) => (span ? text.slice(span.start, span.end) : undefined);
  return findQuotes(parse, actors, cues).map((quote) => ({
    speaker: actors.find((actor) => actor.id === quote.speaker)?.name,
    source: words(quote.source),
    cue: words(quote.cue),
    content: quote.content.map(words).join(' … '),
    style: quote.style,
    via: quote.via,
    id: quote.id,
  }));
}

describe('findQuotes', () => {
  it.each([
    ['“We will act,” [the minister] said.', 'the minister', 'said', '“We will act,”', 'direct'],
    ['“We will act,” said [the minister].', 'the minister', 'said', '“We will act,”', 'direct'],
    ['[The minister] said: "We will act."', 'The minister', 'said', '"We will act."', 'direct'],
    ['[The envoy] said: «We will act at once.»', 'The envoy', 'said', '«We will act at once.»', 'direct'],
    ['‘We will act at once,’ said [the envoy].', 'the envoy', 'said', '‘We will act at once,’', 'direct'],
    [
      '“We will act,” said [the minister]. “We will not wait.”',
      'the minister',
      'said',
      '“We will act,” … “We will not wait.”',
      'direct',
    ],
    ['[Yoon] said that the war was over.', 'Yoon', 'said', 'the war was over', 'indirect'],
    ['[Yoon] said the war was over.', 'Yoon', 'said', 'the war was over', 'indirect'],
    ['[Yoon] said the war “must end now” in Ukraine.', 'Yoon', 'said', 'the war “must end now” in Ukraine', 'mixed'],
    [
      'According to [Kenyan police], the bomb killed two people.',
      'Kenyan police',
      'According to',
      'the bomb killed two people',
      'indirect',
    ],
    [
      'The bomb killed two people, according to [Kenyan police].',
      'Kenyan police',
      'according to',
      'The bomb killed two people',
      'indirect',
    ],
    ['The bomb killed two people, [police] said.', 'police', 'said', 'The bomb killed two people', 'indirect'],
    [
      '[Rights groups] accused the army of burning villages.',
      'Rights groups',
      'accused',
      'burning villages',
      'indirect',
    ],
    ['[Canada] promised to send tanks.', 'Canada', 'promised', 'to send tanks', 'indirect'],
    ['[Washington] urged Beijing to free the monks.', 'Washington', 'urged', 'to free the monks', 'indirect'],
  ])('%s', (source, speaker, cue, content, style) => {
    expect(read(source)).toContainEqual(expect.objectContaining({ speaker, cue, content, style }));
  });

  it('names whoever spoke before as the speaker of "adding"', () => {
    const quotes = read('[Yoon] said the war was over, adding that peace had come.');
    expect(quotes.map(({ speaker, cue, content }) => [speaker, cue, content])).toEqual([
      ['Yoon', 'said', 'the war was over'],
      ['Yoon', 'adding', 'peace had come'],
    ]);
  });

  it('goes on into the next paragraph where that begins with an opening mark', () => {
    const [quote] = read('[The minister] said: “We will act at once.\n“We will not wait for others.”');
    expect(quote?.content).toBe('“We will act at once. … “We will not wait for others.”');
  });

  it('nests what one speaker says another said', () => {
    const quotes = read('[Yoon] said that [Kim] claimed that the war was over.');
    const inner = quotes.find((quote) => quote.cue === 'claimed');
    expect(inner?.speaker).toBe('Kim');
    expect(inner?.via).toBe(quotes.find((quote) => quote.cue === 'said')?.id);
  });

  it('takes no apostrophe for a mark and no name in quotation marks for a saying', () => {
    expect(read("The farmers’ union met at the ‘Old Mill’ in Kent. It wasn't far.")).toEqual([]);
  });
});
