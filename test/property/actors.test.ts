import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findActors } from '../../src/annotate/actors/find-actors.ts';
import { loadActorTables } from '../../src/annotate/actors/load-actor-tables.ts';
import { findPlaces } from '../../src/annotate/places/find-places.ts';
import { loadGazetteer } from '../../src/annotate/places/load-gazetteer.ts';
import type { Span } from '../../src/schema/span.ts';
import { loadTagger } from '../../src/text/load-tagger.ts';
import { parseText } from '../../src/text/parse-text.ts';

const tagger = loadTagger();
const gazetteer = loadGazetteer();
const tables = loadActorTables();

const words =
  'The the South North Korean Korea President Han Do - yun said he it its their leader of Georgia , ( UN ) UNHCR Paris Texas Russian forces both countries İstanbul ’s and Mr. Smith Ministry for Defense Kyiv U.S. Türkiye I . “ ” 😀'.split(
    ' ',
  );
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words, '\n') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const story = fc.oneof(
  fc.array(word, { maxLength: 50 }).map((all) => all.join(' ')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

function read(text: string) {
  const whole = { start: 0, end: text.length };
  const page = { id: 'p', mediaType: 'text/plain', sha256: '', ...whole };
  const blocks = text === '' ? [] : [{ ...whole, role: 'paragraph' as const }];
  const parse = parseText({ id: 'p#1', page, kind: 'article', language: 'en', text, blocks }, tagger);
  const places = findPlaces(parse, gazetteer);
  return { places, actors: findActors(parse, places, undefined, tables) };
}

/** Spans are in text order, inside the text, not empty, and cut no surrogate pair. */
function expectTrueSpans(text: string, spans: readonly Span[]) {
  let last = -1;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    for (const at of [start, end]) expect(isInsidePair(text, at)).toBe(false);
    last = start;
  }
}

function isInsidePair(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
}

describe('places and actors of any text', () => {
  test('have true spans, ids in text order, and known members', () => {
    fc.assert(
      fc.property(story, (text) => {
        const { places, actors } = read(text);
        for (const { mentions } of [...places, ...actors]) expectTrueSpans(text, mentions);
        const firsts = (all: readonly { mentions: readonly Span[] }[]) => all.map(({ mentions }) => mentions[0]?.start);
        for (const list of [firsts(places), firsts(actors)]) {
          expect(list).toEqual([...list].sort((a, b) => (a ?? 0) - (b ?? 0)));
        }
        expect(actors.map(({ id }) => id)).toEqual(actors.map((_, index) => `p#1/a${index + 1}`));
        expect(places.map(({ id }) => id)).toEqual(places.map((_, index) => `p#1/p${index + 1}`));
        const ids = new Set(actors.map(({ id }) => id));
        for (const { members } of actors) for (const id of members ?? []) expect(ids.has(id)).toBe(true);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('are the same at every reading, and say nothing empty', () => {
    fc.assert(
      fc.property(story, (text) => {
        const first = read(text);
        expect(read(text)).toEqual(first);
        for (const { name, country } of [...first.places, ...first.actors]) {
          expect(name.trim()).not.toBe('');
          if (country !== undefined) expect(country).toMatch(/^[A-Z]{3}$/);
        }
      }),
      { seed: 2, numRuns: 150 },
    );
  });

  test('take time that grows about linearly, even without spaces or sentence ends', () => {
    for (const piece of ['A', 'Georgia ', 'his leader ', 'John Smith ', 'American, British and ', '(']) {
      const began = performance.now();
      read(piece.repeat(Math.ceil(200_000 / piece.length)));
      expect(performance.now() - began).toBeLessThan(10_000);
    }
  });
});
