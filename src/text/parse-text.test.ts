import { describe, expect, it } from 'vitest';
import type { Block, StorySlice } from '../schema/story.ts';
import { lemmatize } from './lemmatize.ts';
import { loadTagger } from './load-tagger.ts';
import { parseText } from './parse-text.ts';
import { loadNumberWords, readNumber } from './read-number.ts';

const tagger = loadTagger();

function parse(text: string, blocks: readonly Block[] = [{ start: 0, end: text.length, role: 'paragraph' }]) {
  return parseText({ id: 's#1', text, blocks } as unknown as StorySlice, tagger);
}

function tokensOf(text: string): string[] {
  return parse(text).sentences.flatMap(({ tokens }) => tokens.map(({ start, end }) => text.slice(start, end)));
}

describe('tokens', () => {
  it.each([
    "They do|n't know .",
    'They do|n’t know .',
    "Kyiv|'s allies ca|n't pay US$|300 million .",
    'Al|-|Qaeda is a non-profit well|-|known group .',
    'He paid $|1,200.50 , or 4.5|% , on 11/28/2000 .',
    'The U.S. and e.g. Dr. Smith met at 10:30 p.m. on Friday .',
    'See https://example.org/a?b=c , or write to a.b@example.org .',
    'It rained ... Really !?',
    'We can|not wan|na go in the 1990s , on the 3rd .',
    'AT&T and R&D|-|based firms',
  ])('are cut as Universal Dependencies does: %s', (marks) => {
    const words = marks.split(/[ |]/);
    const text = marks.replaceAll('|', '').replaceAll(/ ([.,!?]+)( |$)/g, '$1$2');
    expect(tokensOf(text)).toEqual(words);
  });

  it('keep the stop that ends a sentence apart from an abbreviation', () => {
    expect(tokensOf('He lives in the U.S.').slice(-2)).toEqual(['U.S', '.']);
  });
});

describe('parseText', () => {
  it('reads the tags and lemmas of a plain sentence', () => {
    const [sentence] = parse('The ministers said they would send 12 tanks to Kyiv.').sentences;
    expect(sentence?.tokens.map(({ upos, lemma }) => `${lemma}/${upos}`).join(' ')).toBe(
      'the/DET minister/NOUN say/VERB they/PRON would/AUX send/VERB 12/NUM tank/NOUN to/ADP kyiv/PROPN ./PUNCT',
    );
  });

  it('yields no sentence for credits, captions and notices, and crosses no block', () => {
    const text = 'Photo: A. BThe army left';
    const parts: Block[] = [
      { start: 0, end: 11, role: 'credit' },
      { start: 11, end: 19, role: 'paragraph' },
      { start: 19, end: text.length, role: 'paragraph' },
    ];
    const { sentences } = parse(text, parts);
    expect(sentences.map(({ start, end, block }) => `${block}:${text.slice(start, end)}`)).toEqual([
      '1:The army',
      '2:left',
    ]);
  });

  it('is empty for an empty story', () => {
    expect(parse('', []).sentences).toEqual([]);
  });
});

describe('lemmatize', () => {
  it.each([
    ['said', 'VERB', 'say'],
    ['fled', 'VERB', 'flee'],
    ['making', 'VERB', 'make'],
    ['stopped', 'VERB', 'stop'],
    ['carries', 'VERB', 'carry'],
    ['Countries', 'NOUN', 'country'],
    ['children', 'NOUN', 'child'],
    ['crises', 'NOUN', 'crisis'],
    ['is', 'AUX', 'be'],
    ["n't", 'PART', 'not'],
    ['Kyiv', 'PROPN', 'kyiv'],
  ] as const)('gives %s (%s) as %s', (form, upos, lemma) => {
    expect(lemmatize(form, upos, tagger.lemmas)).toBe(lemma);
  });
});

describe('readNumber', () => {
  const words = loadNumberWords();
  it.each([
    ['1,200', 1200],
    ['1.2 million', 1.2e6],
    ['5bn', 5e9],
    ['twenty-five', 25],
    ['three hundred and six thousand', 306_000],
    ['a hundred', 100],
    ['two thousand and fifteen', 2015],
    ['two dozen', 24],
    ['tens of thousands', 20_000],
    ['35 lakh', 3.5e6],
  ])('reads %s', (text, value) => {
    const tokens = parse(text).sentences[0]?.tokens ?? [];
    expect(readNumber({ text, tokens, words }, 0)).toMatchObject({ value, next: tokens.length });
  });

  it.each(['a day', 'thousand', 'of', 'and five'])('reads no number in "%s"', (text) => {
    const tokens = parse(text).sentences[0]?.tokens ?? [];
    expect(readNumber({ text, tokens, words }, 0)).toBeUndefined();
  });
});
