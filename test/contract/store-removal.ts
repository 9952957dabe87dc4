import { describe, expect, it } from 'vitest';
import { makePage, makeStory } from '../helpers/make-story.ts';
import { now, type Subject } from './subject.ts';

const trace = { at: '2026-03-04', by: 'editor', why: 'court order' };
const person = makeStory({
  page: 'private',
  text: 'Jane Roe met Japan.',
  actors: [
    { name: 'Jane Roe', kind: 'person' },
    { name: 'Japan', country: 'JPN' },
  ],
  events: [{ trigger: 'met', source: [0], target: [1] }],
  quotes: [{ speaker: 0, content: 'met Japan' }],
});
const other = makePage([makeStory({ page: 'other', text: 'Japan won.', actors: [{ name: 'Japan', country: 'JPN' }] })]);
const page = makePage([person]);

/** Takedown: what goes, what stays, what cannot come back. */
export function describeRemoval({ store, reopen }: Subject): void {
  describe('removing', () => {
    it('leaves nothing of a page but a dated trace', async () => {
      await store().write([page, other], { now });
      expect(await store().remove('private', trace)).toBe(true);
      expect(await store().story('private#1')).toBeUndefined();
      expect(await store().original('private')).toBeUndefined();
      expect(await store().versions('private')).toEqual([]);
      expect((await store().queryStories({ text: 'Roe' })).items).toEqual([]);
      expect((await store().queryEvents({})).items).toEqual([]);
      expect((await store().queryQuotes({})).items).toEqual([]);
      expect((await store().queryActors({})).items.map(({ name }) => name)).toEqual(['Japan']);
      expect((await store().pages(['private'])).get('private')).toEqual({
        id: 'private',
        sha256: page.page.sha256,
        reader: '',
        version: 1,
        addedAt: now,
        removedAt: '2026-03-04',
      });
      expect(await store().statistics()).toMatchObject({ pages: 1, stories: 1, removed: 1 });
    });

    it('does not let a page come back: not under its id, not by its bytes, not by earlier bytes', async () => {
      const changed = makePage([{ ...person, text: 'Jane Roe met Japan again.' }]);
      await store().write([page], { now });
      await store().write([changed], { now });
      await store().remove('private', trace);
      const elsewhere = [page, changed].map(({ page: { bytes } }, i) =>
        makePage([{ ...person, id: `mirror${i}#1` }], new TextDecoder().decode(bytes), `mirror${i}`),
      );
      const outcomes = await (await reopen()).write([page, changed, ...elsewhere], { now, reread: true });
      expect(outcomes).toEqual(['removed', 'removed', 'removed', 'removed']);
      expect((await store().statistics()).pages).toBe(0);
    });

    it('keeps bytes that another page holds too', async () => {
      const twin = makePage([{ ...person, id: 'twin#1' }], new TextDecoder().decode(page.page.bytes), 'twin');
      await store().write([page, twin], { now });
      await store().remove('private', trace);
      expect((await store().original('twin'))?.bytes).toEqual(page.page.bytes);
    });

    it('takes the corrections of a page with it', async () => {
      await store().write([page], { now });
      const drop = { target: 'private#1/e1', action: 'drop', by: 'me', at: '2026-01-01', why: 'wrong' } as const;
      await store().correct([drop]);
      await store().remove('private', trace);
      expect(await store().corrections()).toEqual([]);
    });

    it('answers false for a page that is not there, or no more', async () => {
      expect(await store().remove('nowhere', trace)).toBe(false);
      await store().write([page], { now });
      await store().remove('private', trace);
      expect(await store().remove('private', trace)).toBe(false);
    });
  });
}
