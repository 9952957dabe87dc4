import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAmounts } from '../../src/annotate/amounts/find-amounts.ts';
import { findInstruments } from '../../src/annotate/instruments/find-instruments.ts';
import { findTimes } from '../../src/annotate/times/find-times.ts';
import type { Span } from '../../src/schema/span.ts';
import type { BlockRole, Published, StorySlice } from '../../src/schema/story.ts';
import { loadTagger } from '../../src/text/load-tagger.ts';
import type { Parse } from '../../src/text/parse.ts';
import { parseText } from '../../src/text/parse-text.ts';

const tagger = loadTagger();
const published: Published = {
  value: '2023-09-20',
  earliest: '2023-09-18',
  latest: '2023-09-22',
  source: 'given',
  evidence: [],
};
const roles: readonly BlockRole[] = ['paragraph', 'list', 'quote', 'headline', 'credit', 'other'];

function toStory(text: string, cuts: readonly number[] = []): StorySlice {
  const borders = [
    0,
    ...[...new Set(cuts)].filter((cut) => cut > 0 && cut < text.length && !cutsPair(text, cut)).sort((a, b) => a - b),
    text.length,
  ];
  const blocks = borders.slice(1).flatMap((end, index) => {
    const start = borders[index] ?? 0;
    return start < end ? [{ start, end, role: roles[index % roles.length] ?? 'other' }] : [];
  });
  return {
    id: 's#1',
    page: { id: 's', mediaType: 'text/plain', sha256: '', start: 0, end: text.length },
    kind: 'article',
    language: 'en',
    text,
    blocks,
  };
}

function cutsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

function expectOrdered(text: string, spans: readonly Span[]): void {
  let last = 0;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(cutsPair(text, start) || cutsPair(text, end)).toBe(false);
    last = end;
  }
}

function readAll(parse: Parse): readonly (readonly Span[])[] {
  return [findTimes(parse, published), findTimes(parse, undefined), findAmounts(parse), findInstruments(parse)];
}

const words = [
  ...'Mr. U.S. p.m. No. 3 May 2010 - – , . ? ! … " “ ” ’s \'s ( ) [1] \n \n\n last next week Monday two days ago of the end from to between and'.split(
    ' ',
  ),
  ...'US$ $ € 300 million 1,200 12 people were killed Resolution 2758 Act Treaty early mid- every 10:30 BC century 1990s 31 February 99/99/9999'.split(
    ' ',
  ),
  '\ud800',
  '😀',
  'ı',
  '\u00a0',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      { maxLength: 100 },
    )
    .map((units) => units.join('')),
  fc
    .array(fc.constantFrom(...words), { maxLength: 60 })
    .chain((parts) => fc.constantFrom(parts.join(' '), parts.join(''))),
);

describe('any text at all', () => {
  it('gives sentences inside their blocks and tokens inside their sentences, in order', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 6 }), (text, cuts) => {
        const story = toStory(text, cuts);
        const { sentences } = parseText(story, tagger);
        expectOrdered(text, sentences);
        for (const sentence of sentences) {
          const block = story.blocks[sentence.block];
          expect(block && block.start <= sentence.start && sentence.end <= block.end).toBe(true);
          expect(block?.role).not.toBe('credit');
          expect(text.slice(sentence.start, sentence.end).trim()).toBe(text.slice(sentence.start, sentence.end));
          expectOrdered(text, sentence.tokens);
          expect(sentence.tokens[0]?.start).toBe(sentence.start);
          expect(sentence.tokens.at(-1)?.end).toBe(sentence.end);
          for (const token of sentence.tokens) expect(text.slice(token.start, token.end)).not.toMatch(/\s/);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('gives times, amounts and instruments as true spans', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const spans of readAll(parseText(toStory(text), tagger))) expectOrdered(text, spans);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives every resolved time an interval that does not run backwards', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { earliest, latest } of findTimes(parseText(toStory(text), tagger), published)) {
          expect((earliest ?? '') <= (latest ?? '')).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is read the same twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [first, second] = [0, 1].map(() => JSON.stringify(readAll(parseText(toStory(text), tagger))));
        expect(first).toBe(second);
      }),
      { numRuns: 100 },
    );
  });
});

/** Processor seconds that reading a text takes, whatever else the machine does. */
function secondsFor(text: string): number {
  const begun = process.cpuUsage().user;
  for (const spans of readAll(parseText(toStory(text), tagger))) expect(spans.length).toBeLessThanOrEqual(text.length);
  return (process.cpuUsage().user - begun) / 1e6;
}

const made = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length));

describe('a line of five million characters', () => {
  it.each([
    ['a', 'without spaces'],
    ['.', 'of stops'],
    ['."', 'of stops and quotation marks'],
    ['"', 'of quotation marks'],
    ['-', 'of dashes'],
    ['9', 'of figures'],
    ['1.', 'of figures and stops'],
    ["a'", 'of letters and apostrophes'],
    ['www.', 'of addresses'],
    ['\n', 'of line feeds'],
    [' ', 'of spaces'],
    ['😀', 'of pictures'],
    ['\ud800', 'of lone surrogates'],
    ['𝒜', 'of letters beyond the first plane'],
    ['ب', 'of Arabic letters'],
    ['\u0301', 'of accents alone'],
  ])('made of %j takes seconds', (piece) => {
    expect(secondsFor(made(piece, 5_000_000))).toBeLessThan(15);
  });
});

describe('time grows about linearly', () => {
  /** Four times the text may take eight times as long: sixteen would be quadratic. */
  const maxGrowth = 8;
  it.each([
    '. ',
    '9,',
    'a.',
    'a@',
    'a-',
    '[1]',
    '“a” ',
    'May 3 ',
    'two days ',
    '$5 million ',
    'five and ',
    'The Act of ',
    'killed 12 people, ',
    'x ',
  ])('over %j again and again', (piece) => {
    secondsFor(made(piece, 20_000));
    const short = secondsFor(made(piece, 50_000));
    const long = secondsFor(made(piece, 200_000));
    expect(long).toBeLessThan(short * maxGrowth + 0.5);
  });
});
