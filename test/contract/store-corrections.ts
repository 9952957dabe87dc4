import { beforeEach, describe, expect, it } from 'vitest';
import type { Correction } from '../../src/schema/correction.ts';
import type { Story } from '../../src/schema/story.ts';
import { type EventSpec, makePage, makeStory } from '../helpers/make-story.ts';
import { now, type Subject } from './subject.ts';

const text = 'Yoon met Kishida in Tokyo. Later the South Korean president thanked Mr Kishida. They met again.';
const events: EventSpec[] = [
  {
    trigger: 'met',
    type: 'CONSULT',
    quad: 1,
    intensity: 1,
    cameo: '040',
    mode: ['visit'],
    source: [0],
    target: [1],
    at: 0,
  },
  { trigger: 'thanked', type: 'SUPPORT', source: [2], target: [1] },
];
const actors = [
  { name: 'Yoon Suk-yeol', as: 'Yoon', kind: 'person', country: 'KOR', sectors: ['GOV'] },
  { name: 'Fumio Kishida', as: 'Kishida', kind: 'person', country: 'JPN' },
  { name: 'South Korean president', kind: 'person', country: 'KOR', office: 'President of South Korea' },
] as const;
const first = makeStory({
  page: 'p',
  text,
  actors,
  events,
  places: [{ name: 'Tokyo', country: 'JPN' }],
  published: '2023-03-16',
});
const second = makeStory({
  page: 'q',
  text: 'President Yoon left.',
  actors: [{ name: 'Yoon', kind: 'person' }],
  events: [{ trigger: 'left', type: 'RETREAT', source: [0] }],
});

const spelled = {
  text: 'Yun won.',
  actors: [{ name: 'Yun', kind: 'person' as const }],
  events: [{ trigger: 'won', source: [0] }],
};

/** Another reader: one more event in front, actors in another order and cut otherwise. */
function reread(story: Story): Story {
  const spec = {
    page: 'p',
    text,
    reader: '2',
    actors: [{ name: 'Tokyo', country: 'JPN' }, actors[2], actors[1], { ...actors[0], name: 'Yoon Suk Yeol' }],
    places: [{ name: 'Tokyo', country: 'JPN' }],
    published: '2023-03-16',
    events: [
      { trigger: 'Yoon', type: 'AGREE' },
      { ...events[0], trigger: 'met', source: [3], target: [2] },
      { ...events[1], trigger: 'thanked Mr Kishida', source: [1], target: [2] },
    ],
  };
  return { ...makeStory(spec as Parameters<typeof makeStory>[0]), kind: story.kind };
}

const signed = { by: 'editor', at: '2026-01-02', why: 'read it again' };
const set = (target: string, field: string, value: unknown): Correction => ({
  target,
  action: 'set',
  field,
  value,
  ...signed,
});
const drop = (target: string): Correction => ({ target, action: 'drop', ...signed });
const merge = (target: string, into: string): Correction => ({ target, action: 'merge', into, ...signed });

/** Hand corrections: applied, kept, found again by their words. */
export function describeCorrections({ store, reopen }: Subject): void {
  const eventIds = async (filter = {}) =>
    (await store().queryEvents({ sort: 'date', ...filter })).items.map(({ event }) => event.id);
  const correct = (...corrections: Correction[]) => store().correct(corrections);

  describe('correcting', () => {
    beforeEach(async () => {
      await store().write([makePage([first]), makePage([second])], { now });
    });

    it('drops an event; the record as read stays', async () => {
      expect(await correct(drop('p#1/e1'))).toEqual({ applied: 1, unknown: [] });
      expect(await eventIds()).toEqual(['q#1/e1', 'p#1/e2']);
      expect(await store().count(['type'], {})).toHaveLength(2);
      expect((await store().story('p#1'))?.events.map(({ id }) => id)).toEqual(['p#1/e2']);
      expect((await store().story('p#1', { asRead: true }))?.events).toHaveLength(2);
      expect((await (await reopen()).story('p#1'))?.events).toHaveLength(1);
    });

    it('sets a type, with the quad and intensity that follow and without the mode and code that no longer fit', async () => {
      await correct(set('p#1/e1', 'type', 'COOPERATE'));
      const event = (await store().event('p#1/e1'))?.event;
      expect(event).toMatchObject({ type: 'COOPERATE', quad: 2 });
      expect(event).not.toHaveProperty('mode');
      expect(event).not.toHaveProperty('cameo');
      expect(await eventIds({ type: ['COOPERATE'] })).toEqual(['p#1/e1']);
      expect(await eventIds({ type: ['CONSULT'] })).toEqual([]);
    });

    it('gives an event the type that its deed has under another status', async () => {
      await correct(set('p#1/e1', 'status', 'planned'));
      expect((await store().event('p#1/e1'))?.event).toMatchObject({ act: 'CONSULT', type: 'AGREE', quad: 1 });
      expect(await eventIds({ type: ['AGREE'] })).toEqual(['p#1/e1']);
    });

    it('sets status, days, place and parties of an event', async () => {
      await correct(
        set('p#1/e2', 'status', 'denied'),
        set('p#1/e2', 'time', { earliest: '2022-01-01', latest: '2022-01-31' }),
        set('p#1/e2', 'place', 'p#1/p1'),
        set('p#1/e2', 'target', ['p#1/a1', 'p#1/a2']),
        set('p#1/e1', 'place', null),
      );
      expect(
        await eventIds({ status: ['denied'], from: '2022-01-15', to: '2022-01-15', place: 'Tokyo', target: 'KOR' }),
      ).toEqual(['p#1/e2']);
      expect(await eventIds({ place: 'Tokyo' })).toEqual(['p#1/e2']);
      expect((await store().event('p#1/e1'))?.event).not.toHaveProperty('place');
    });

    it('sets name, country and sectors of an actor', async () => {
      await correct(
        set('p#1/a1', 'name', 'Yun Sok-yol'),
        set('p#1/a1', 'country', 'PRK'),
        set('p#1/a1', 'sectors', ['MIL']),
        set('p#1/a3', 'office', null),
      );
      expect(await eventIds({ source: 'PRK:MIL' })).toEqual(['p#1/e1']);
      expect(await eventIds({ actor: 'sok yol' })).toEqual(['p#1/e1']);
      expect(await eventIds({ actor: 'Yoon Suk-yeol' })).toEqual([]);
      expect((await store().story('p#1'))?.actors[2]).not.toHaveProperty('office');
    });

    it('merges two actors of a story: one actor with all mentions and deeds', async () => {
      await correct(merge('p#1/a3', 'p#1/a1'));
      const story = await store().story('p#1');
      expect(story?.actors.map(({ id }) => id)).toEqual(['p#1/a1', 'p#1/a2']);
      expect(story?.actors[0]).toMatchObject({ name: 'Yoon Suk-yeol', office: 'President of South Korea' });
      expect(story?.actors[0]?.mentions).toHaveLength(2);
      expect(story?.events[1]?.source).toEqual(['p#1/a1']);
      expect(await eventIds({ source: 'Suk-yeol' })).toEqual(['p#1/e1', 'p#1/e2']);
    });

    it('links actors of two stories: found by the one name, listed as one', async () => {
      await correct(merge('q#1/a1', 'p#1/a1'));
      expect(await eventIds({ source: 'Suk-yeol' })).toEqual(['q#1/e1', 'p#1/e1']);
      const [here, there] = [await store().story('q#1'), await store().story('p#1')];
      expect(here?.actors[0]?.identity).toBeDefined();
      expect(here?.actors[0]?.identity).toBe(there?.actors[0]?.identity);
      const yoon = (await store().queryActors({ actor: 'Yoon' })).items;
      expect(yoon).toMatchObject([{ name: 'Yoon Suk-yeol', events: 2, stories: 2 }]);
    });

    it('finds a linked actor by the name that its own story gives it, too', async () => {
      await store().write([makePage([makeStory({ ...spelled, page: 'r' })])], { now });
      await correct(merge('r#1/a1', 'p#1/a1'));
      expect(await eventIds({ actor: 'Yun' })).toEqual(['r#1/e1', 'p#1/e1']);
      expect((await store().queryActors({ actor: 'Yun' })).items).toMatchObject([
        { name: 'Yoon Suk-yeol', stories: 2 },
      ]);
    });

    it('lets linked actors follow when the one they are linked to is linked to another', async () => {
      await store().write([makePage([makeStory({ ...spelled, page: 'r' })])], { now });
      await correct(merge('q#1/a1', 'p#1/a1'));
      await correct({ ...merge('p#1/a1', 'r#1/a1'), at: '2026-01-03' });
      const identities = await Promise.all(
        ['p', 'q', 'r'].map(async (id) => (await store().story(`${id}#1`))?.actors[0]?.identity),
      );
      expect(identities[0]).toBeDefined();
      expect(new Set(identities).size).toBe(1);
      expect(await eventIds({ source: 'Yun' })).toEqual(['q#1/e1', 'r#1/e1', 'p#1/e1']);
    });

    it('unlinks actors from a page that is removed', async () => {
      await correct(merge('q#1/a1', 'p#1/a1'));
      await store().remove('p', { at: '2026-02-02', why: 'asked' });
      expect(await store().story('q#1')).toEqual(makePage([second]).stories[0]);
      expect(await store().corrections()).toEqual([]);
      expect((await store().queryActors({})).items.map(({ name }) => name)).toEqual(['Yoon']);
    });

    it('names unknown targets and changes nothing for them', async () => {
      const answer = await correct(
        drop('p#1/e9'),
        drop('z#1/e1'),
        set('p#1/e1', 'source', ['p#1/a7']),
        merge('p#1/a1', 'p#1/a8'),
        drop('p#1/e2'),
      );
      expect(answer).toEqual({ applied: 1, unknown: ['p#1/e9', 'z#1/e1', 'p#1/a7', 'p#1/a8'] });
      expect(await store().corrections()).toHaveLength(1);
    });

    it.each<[string, Correction]>([
      ['a field that is not there', set('p#1/e1', 'typ', 'AID')],
      ['a type that is none', set('p#1/e1', 'type', 'HELP')],
      ['a status that is none', set('p#1/e1', 'status', 'maybe')],
      ['days that end before they begin', set('p#1/e1', 'time', { earliest: '2023-02-02', latest: '2023-01-01' })],
      ['a country that is no code', set('p#1/a1', 'country', 'Korea')],
      ['a field of the wrong kind of target', set('p#1/a1', 'status', 'happened')],
      ['dropping an actor', drop('p#1/a1')],
      ['merging events', merge('p#1/e1', 'p#1/e2')],
      ['merging an actor into itself', merge('p#1/a1', 'p#1/a1')],
      ['a correction nobody signed', { ...drop('p#1/e1'), by: '' }],
      ['the prototype as a field', set('p#1/e1', '__proto__', {})],
    ])('refuses %s, and all of its batch', async (_, bad) => {
      await expect(correct(drop('p#1/e2'), bad)).rejects.toMatchObject({ code: 'CORRECTION_INVALID' });
      expect(await store().corrections()).toEqual([]);
      expect(await eventIds()).toHaveLength(3);
    });

    it('takes the same correction twice as one', async () => {
      await correct(drop('p#1/e1'));
      expect(await correct(drop('p#1/e1'))).toEqual({ applied: 1, unknown: [] });
      expect(await store().corrections()).toEqual([{ correction: drop('p#1/e1'), applied: true }]);
    });

    it('keeps corrections by their words when another reader numbers otherwise', async () => {
      await correct(
        set('p#1/e1', 'status', 'denied'),
        set('p#1/e2', 'target', ['p#1/a1']),
        set('p#1/a1', 'country', 'PRK'),
        set('p#1/e1', 'place', 'p#1/p1'),
      );
      expect(await store().write([makePage([reread(first)])], { now, reread: true })).toEqual(['changed']);
      const story = await store().story('p#1');
      expect(story?.reader.version).toBe('2');
      expect(story?.events.map(({ status }) => status)).toEqual(['happened', 'denied', 'happened']);
      expect(story?.events[2]?.target).toEqual(['p#1/a4']);
      expect(story?.actors.map(({ country }) => country)).toEqual(['JPN', 'KOR', 'JPN', 'PRK']);
      expect((await store().corrections()).map(({ applied }) => applied)).toEqual([true, true, true, true]);
    });

    it('lets a correction wait when its words are gone, and finds it again when they are back', async () => {
      await correct(drop('p#1/e2'));
      const gone = { ...first, reader: { ...first.reader, version: '3' }, events: first.events.slice(0, 1) };
      await store().write([makePage([gone])], { now, reread: true });
      expect((await store().corrections()).map(({ applied }) => applied)).toEqual([false]);
      await store().write([makePage([reread(first)])], { now, reread: true });
      expect((await store().corrections()).map(({ applied }) => applied)).toEqual([true]);
      expect((await store().story('p#1'))?.events).toHaveLength(2);
    });

    it('applies corrections in the order in which they were made', async () => {
      await correct(
        { ...set('p#1/e1', 'status', 'planned'), at: '2026-02-02' },
        { ...set('p#1/e1', 'status', 'denied'), at: '2026-02-01' },
      );
      expect((await store().event('p#1/e1'))?.event.status).toBe('planned');
    });
  });
}
