import { describe, expect, it } from 'vitest';
import { makePage, makeStory } from '../helpers/make-story.ts';
import { now, type Subject } from './subject.ts';

const text = 'Seoul sent aid to Kyiv. Moscow protested.';
const story = makeStory({
  page: 'https://example.org/a?b=1',
  url: 'https://example.org/a?b=1',
  title: 'Aid',
  text,
  published: '2023-09-18',
  actors: [{ name: 'South Korea', as: 'Seoul', country: 'KOR' }],
  events: [{ trigger: 'sent', type: 'AID', source: [0] }],
  quotes: [{ speaker: 0, content: 'Moscow protested' }],
});
const page = makePage([story]);
const id = page.page.id;

/** Writing: what comes back, versions, batches. */
export function describeWriting({ store, reopen }: Subject): void {
  describe('writing', () => {
    it('gives a record back exactly as it was written, also after it was closed', async () => {
      expect(await store().write([page], { now })).toEqual(['new']);
      expect(await store().story(`${id}#1`)).toEqual(page.stories[0]);
      expect(await (await reopen()).story(`${id}#1`)).toEqual(page.stories[0]);
    });

    it('keeps strings that are not well-formed, in text, title, names and ids', async () => {
      const odd = 'a\0b\ud800c\udc00\ue000d';
      const hostile = makeStory({ page: odd, title: odd, text: `${odd} met.`, actors: [{ name: odd, country: odd }] });
      const [clean, cut] = [makeStory({ page: 'a', text: 'Clean.' }), makeStory({ page: 'a\0', text: 'Cut.' })];
      const pages = [hostile, clean, cut].map((one) => makePage([one]));
      expect(await store().write(pages, { now })).toEqual(['new', 'new', 'new']);
      for (const { stories } of pages) {
        expect(await store().story(stories[0]?.id ?? '')).toEqual(stories[0]);
      }
      expect((await store().pages([odd])).get(odd)?.id).toBe(odd);
    });

    it('keeps the original bytes, their type and the day they were fetched', async () => {
      const bytes = new Uint8Array([0, 255, 128, 10, 0]);
      const fetched = { ...page.page, bytes, mediaType: 'text/html', retrieved: '2024-05-06' };
      await store().write([{ ...page, page: fetched }], { now });
      expect(await store().original(id)).toEqual({ bytes, mediaType: 'text/html', retrieved: '2024-05-06' });
      expect(await store().original('elsewhere')).toBeUndefined();
    });

    it('leaves a page unchanged when the same bytes come again', async () => {
      await store().write([page], { now });
      expect(await store().write([page], { now: '2027-01-01T00:00:00Z' })).toEqual(['unchanged']);
      expect(await store().versions(id)).toHaveLength(1);
      expect((await store().pages([id, 'unknown'])).get(id)).toMatchObject({ version: 1, addedAt: now });
      expect((await store().pages([id, 'unknown'])).size).toBe(1);
    });

    it('counts a page twice in one batch once', async () => {
      expect(await store().write([page, page], { now })).toEqual(['new', 'unchanged']);
      expect((await store().statistics()).stories).toBe(1);
    });

    it('makes a new version of a page with other bytes, and keeps the old one readable', async () => {
      const changed = makePage([{ ...story, text: 'Seoul sent more aid.', title: 'More aid', events: [], quotes: [] }]);
      await store().write([page], { now });
      expect(await store().write([changed], { now: '2026-02-02T00:00:00Z' })).toEqual(['changed']);
      expect((await store().story(`${id}#1`))?.title).toBe('More aid');
      expect(await store().story(`${id}#1`, { version: 2 })).toEqual(changed.stories[0]);
      expect(await store().story(`${id}#1`, { version: 1 })).toEqual(page.stories[0]);
      expect(await store().story(`${id}#1`, { version: 3 })).toBeUndefined();
      expect(await store().versions(id)).toMatchObject([
        { version: 1, cause: 'new', madeAt: now, current: false },
        { version: 2, cause: 'bytes', madeAt: '2026-02-02T00:00:00Z', current: true },
      ]);
      expect((await store().queryStories({ text: 'protested' })).items).toEqual([]);
      expect((await store().queryEvents({})).items).toEqual([]);
      expect((await store().queryQuotes({})).items).toEqual([]);
    });

    it('reads the same bytes again by another reader only when asked to', async () => {
      const other = makePage([{ ...story, reader: { ...story.reader, version: '2' }, kind: 'teaser' }]);
      await store().write([page], { now });
      expect(await store().write([other], { now })).toEqual(['unchanged']);
      expect(await store().write([page], { now, reread: true })).toEqual(['unchanged']);
      expect(await store().write([other], { now, reread: true })).toEqual(['changed']);
      expect((await store().story(`${id}#1`))?.kind).toBe('teaser');
      expect((await store().story(`${id}#1`, { version: 1 }))?.kind).toBe('article');
      expect((await store().versions(id)).map(({ cause }) => cause)).toEqual(['new', 'reader']);
      expect((await store().original(id))?.bytes).toEqual(page.page.bytes);
    });

    it('stores a page without stories', async () => {
      const empty = makePage([], 'nothing here', 'empty');
      expect(await store().write([empty], { now })).toEqual(['new']);
      expect(await store().write([empty], { now })).toEqual(['unchanged']);
      expect((await store().pages(['empty'])).get('empty')?.sha256).toBe(empty.page.sha256);
    });

    it('writes a batch whole or not at all', async () => {
      const stolen = makePage([story], 'other bytes', 'another page with the same story id');
      const good = makePage([makeStory({ page: 'good', text: 'Good.' })]);
      await expect(store().write([good, page, stolen], { now })).rejects.toMatchObject({ name: 'AnnalsError' });
      expect((await store().statistics()).pages).toBe(0);
      expect(await store().write([good, page], { now })).toEqual(['new', 'new']);
    });

    it('keeps the last failure of an input until its page is stored', async () => {
      const failure = { id, path: 'dump.jsonl', line: 3, code: 'PAGE_EMPTY', message: 'empty' };
      await store().recordFailures([{ failure }, { failure: { path: 'x.txt', code: 'PATH_NOT_FOUND', message: '' } }], {
        now,
      });
      await store().recordFailures([{ failure }], { now });
      expect((await store().statistics()).failures).toBe(2);
      await store().write([page], { now });
      expect((await store().statistics()).failures).toBe(1);
    });

    it('takes many writes at once', async () => {
      const pages = Array.from({ length: 30 }, (_, i) => makePage([makeStory({ page: `p${i}`, text: `Story ${i}.` })]));
      const outcomes = await Promise.all(pages.map((one) => store().write([one], { now })));
      expect(outcomes.flat()).toEqual(pages.map(() => 'new'));
      expect((await store().statistics()).pages).toBe(30);
    });
  });
}
