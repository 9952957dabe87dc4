import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Story } from '../../src/schema/story.ts';
import { openStore } from '../../src/store/open-store.ts';
import { packRecord, unpackRecord } from '../../src/store/pack.ts';
import { fromKey, toKey, toPlain } from '../../src/store/plain-text.ts';
import { toMatch, toWords, toWordsPattern } from '../../src/store/search-text.ts';
import type { Store } from '../../src/store/store.ts';
import { AnnalsError } from '../../src/util/errors.ts';
import { makePage, makeStory } from '../helpers/make-story.ts';

/** Any sequence of UTF-16 units, with those that databases do not like much more often than by chance. */
const anyString = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.string({ unit: 'binary' }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('\0', '\ud800', '\udfff', '\ue000', '\ue0000000', '"', "'", '%', '윤석열', '😀'),
      },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const now = '2026-01-01T00:00:00Z';

describe('the store', () => {
  let folder: string;
  let store: Store;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'annals-property-'));
    store = await openStore(join(folder, 'any.annals'), { create: true });
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('gives every record back as it was, whatever strings it holds', async () => {
    let page = 0;
    const values = fc.record({
      id: anyString,
      text: anyString,
      title: anyString,
      name: anyString,
      place: anyString,
      sectors: fc.array(anyString, { maxLength: 3 }),
      type: anyString,
      language: anyString,
      day: anyString,
    });
    await fc.assert(
      fc.asyncProperty(values, async ({ id, text, title, name, place, sectors, type, language, day }) => {
        const given = makeStory({
          page: `${page++} ${id}`,
          url: id,
          title,
          publisher: name,
          text: `${text}met${text}`,
          language,
          published: day || 'x',
          actors: [{ name, kind: 'person', country: title, sectors, office: place }],
          places: [{ name: place, country: name, admin1: title }],
          events: [
            {
              trigger: 'met',
              type,
              source: [0],
              target: [0],
              at: 0,
              days: day || 'x',
              contexts: sectors,
              mode: sectors,
            },
          ],
          quotes: [{ speaker: 0, content: 'met' }],
        });
        const story: Story = {
          ...given,
          times: [{ start: 0, end: text.length, type: 'date', value: day, earliest: title }],
          amounts: [{ start: 0, end: text.length, kind: 'money', value: 1.5, unit: title, per: name }],
          instruments: [{ start: 0, end: text.length, kind: 'treaty', name, body: title, number: day }],
        };
        const written = makePage([story]);
        expect(await store.write([written], { now })).toEqual(['new']);
        expect(await store.story(story.id)).toEqual(written.stories[0]);
        expect((await store.event(`${story.id}/e1`))?.event).toEqual(story.events[0]);
        expect((await store.original(story.page.id))?.bytes).toEqual(written.page.bytes);
        expect((await store.pages([story.page.id])).has(story.page.id)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('answers any query, or refuses it with a reason, and never with the database’s own words', async () => {
    await fc.assert(
      fc.asyncProperty(anyString, anyString, async (one, other) => {
        const filters = [
          { text: one },
          { actor: one, place: other },
          { source: other, language: one, story: other },
          { cursor: one },
        ];
        for (const filter of filters) {
          for (const answer of [
            store.queryEvents(filter),
            store.queryStories(filter),
            store.queryQuotes(filter),
            store.queryActors(filter),
          ]) {
            const outcome = await answer.catch((error: unknown) => error);
            if (outcome instanceof Error) {
              expect(outcome).toBeInstanceOf(AnnalsError);
              expect((outcome as AnnalsError).code).toBe('FILTER_BAD_VALUE');
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('text for databases', () => {
  it('turns strings into keys and back, each into one of its own, without NUL or lone surrogates', () => {
    fc.assert(
      fc.property(anyString, anyString, (one, other) => {
        const key = toKey(one);
        expect(fromKey(key)).toBe(one);
        expect(key).not.toMatch(/\0|\p{Surrogate}/u);
        expect(key === toKey(other)).toBe(one === other);
        expect(toPlain(one)).toHaveLength(one.length);
        expect(unpackRecord(packRecord({ one, other }))).toEqual({ one, other });
      }),
      { numRuns: 1000 },
    );
  });

  it('makes words and search terms of any string', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        expect(toWords(text)).toMatch(/^ .* $/su);
        expect(toWordsPattern(text)).not.toContain('\0');
        try {
          expect(toMatch(text)).not.toContain('\0');
        } catch (error) {
          expect(error).toBeInstanceOf(AnnalsError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
