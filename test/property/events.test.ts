import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/annotate/quotes/find-quotes.ts';
import { loadCueVerbs } from '../../src/annotate/quotes/load-cue-verbs.ts';
import { codeEvents } from '../../src/events/code-events.ts';
import { codePair } from '../../src/events/code-pair.ts';
import { loadCodebook } from '../../src/ontology/codebook.ts';
import type { Actor } from '../../src/schema/actor.ts';
import type { Span } from '../../src/schema/span.ts';
import type { Annotations } from '../../src/schema/story.ts';
import { loadTagger } from '../../src/text/load-tagger.ts';
import { parseText } from '../../src/text/parse-text.ts';

const codebook = loadCodebook();
const tagger = loadTagger();
const cues = loadCueVerbs();

// words that lead deep into the rules, between arbitrary ones
const word = fc.oneof(
  fc.constantFrom(
    ...'Iran Israel said that “ ” " ‘ ’ « attacked refused to release will if not , . ; and who which of by on with talks between killed accused urged promised the president troops was were according he it'.split(
      ' ',
    ),
    '\n\n',
    '😀',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const story = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));

function read(text: string, cut: readonly number[]) {
  const block = { start: 0, end: text.length, role: 'paragraph' as const };
  const page = { id: 'p', mediaType: 'text/plain', sha256: '', start: 0, end: text.length };
  const blocks = text === '' ? [] : [block];
  const parse = parseText({ id: 'p#1', page, kind: 'article', language: 'en', text, blocks }, tagger);
  const tokens = parse.sentences.flatMap((sentence) => sentence.tokens);
  const actors: Actor[] = cut.flatMap((at, index) => {
    const token = tokens[at % Math.max(1, tokens.length)];
    if (token === undefined) return [];
    const mention = { start: token.start, end: token.end, form: 'name' as const };
    return [{ id: `p#1/a${index + 1}`, kind: 'state' as const, name: 'x', sectors: ['GOV'], mentions: [mention] }];
  });
  const quotes = findQuotes(parse, actors, cues);
  const found: Annotations = { actors, places: [], times: [], amounts: [], instruments: [], quotes };
  return { parse, found, actors, quotes, events: codeEvents(parse, found, undefined, codebook) };
}

function expectTrue(text: string, { start, end }: Span) {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThan(start);
  expect(end).toBeLessThanOrEqual(text.length);
  for (const at of [start, end]) {
    const cuts = /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
    expect(cuts, `a surrogate pair is cut at ${at}`).toBe(false);
  }
}

describe('any text', () => {
  it('gives quotes and events with true spans and references that exist', () => {
    fc.assert(
      fc.property(story, fc.array(fc.nat(200), { maxLength: 5 }), (text, cut) => {
        const { events, quotes, actors } = read(text, cut);
        const ids = new Set(actors.map((actor) => actor.id));
        const eventIds = new Set(events.map((event) => event.id));
        const quoteIds = new Set(quotes.map((quote) => quote.id));
        for (const quote of quotes) {
          for (const span of [quote.source, quote.cue, ...quote.content]) if (span) expectTrue(text, span);
          if (quote.speaker) expect(ids.has(quote.speaker)).toBe(true);
          if (quote.via) expect(quoteIds.has(quote.via)).toBe(true);
        }
        for (const event of events) {
          for (const span of [event.trigger, ...(event.triggers ?? [])]) expectTrue(text, span);
          for (const id of [...event.source, ...event.target]) expect(ids.has(id)).toBe(true);
          if (event.content) expect(eventIds.has(event.content)).toBe(true);
          for (const link of event.attribution) if (link.quote) expect(quoteIds.has(link.quote)).toBe(true);
          expect(codebook.plover.types.has(event.type)).toBe(true);
          expect(event.confidence).toBeGreaterThanOrEqual(0);
          expect(event.confidence).toBeLessThanOrEqual(1);
        }
        expect(events.map((event) => event.id)).toEqual(events.map((_, index) => `p#1/e${index + 1}`));
      }),
      { numRuns: 150, seed: 7 },
    );
  });
  it('is answered when asked about any pair of spans', () => {
    fc.assert(
      fc.property(story, fc.nat(40), fc.nat(40), (text, a, b) => {
        const { parse, found } = read(text, []);
        const span = (at: number) => ({ start: Math.min(at, text.length), end: Math.min(at + 3, text.length) });
        expect(() => codePair(parse, found, { source: [span(a)], target: [span(b)] }, codebook)).not.toThrow();
      }),
      { numRuns: 60, seed: 7 },
    );
  });
  it('takes time that grows about linearly', () => {
    const sentence =
      'Iran said that Israel attacked Hamas and refused to release “the hostages”, who were held by Egypt; ';
    const time = (times: number) => {
      const text = sentence.repeat(times);
      const start = performance.now();
      read(text, [0, 5, 7]);
      return performance.now() - start;
    };
    time(20);
    const small = time(100);
    const large = time(800);
    // eight times the text in less than twenty-five times the time: a quadratic walk would take sixty-four
    expect(large).toBeLessThan(Math.max(small, 15) * 25);
  });
});
