import { describe, expect, it } from 'vitest';
import type { CountField, Filter } from '../../src/schema/filter.ts';
import { makePage, makeStory } from '../helpers/make-story.ts';
import { now, type Subject } from './subject.ts';

const talks = makeStory({
  page: 'talks',
  text: 'Leaders of Korea, Japan, the US and both sides met. They vowed more. They left. Rebels fought rebels.',
  published: '2023-08-18',
  actors: [
    { name: 'Yoon Suk-yeol', kind: 'person', country: 'KOR' },
    { name: 'South Korea', country: 'KOR' },
    { name: 'Japan', country: 'JPN' },
    { name: 'M23', kind: 'organization' },
    { name: 'both countries', kind: 'group', members: ['talks#1/a2', 'talks#1/a3'] },
  ],
  events: [
    { trigger: 'met', type: 'CONSULT', quad: 1, source: [0, 1, 2], target: [0, 1, 2] },
    {
      trigger: 'vowed',
      type: 'AGREE',
      act: 'AID',
      quad: 1,
      source: [4],
      target: [3],
      days: ['2023-09-29', '2023-12-31'],
    },
    { trigger: 'left', type: 'RETREAT', status: 'denied', source: [1] },
    { trigger: 'fought', type: 'ASSAULT', source: [3], target: [3] },
  ],
});
const undated = makeStory({ page: 'undated', text: 'They met.', language: 'de', events: [{ trigger: 'met' }] });

/** Counts: the dyad-month table. */
export function describeCounts({ store }: Subject): void {
  const count = async (by: readonly CountField[], filter: Filter = {}) => {
    await store().write([makePage([talks]), makePage([undated])], { now });
    return (await store().count(by, filter)).map(({ values, events }) =>
      [...by.map((field) => values[field] ?? '-'), events].join(' '),
    );
  };

  describe('counting', () => {
    it.each<[CountField[], Filter, string[]]>([
      [[], {}, ['5']],
      [['type'], {}, ['AGREE 1', 'ASSAULT 1', 'CONSULT 2', 'RETREAT 1']],
      [['act'], { type: ['AGREE'] }, ['AID 1']],
      [['status'], {}, ['denied 1', 'happened 4']],
      [['year'], {}, ['- 1', '2023 4']],
      [['month'], {}, ['- 1', '2023-08 3', '2023-09 1']],
      [['day'], { from: '2023-10-01' }, ['2023-09-29 1']],
      [['quad'], {}, ['- 3', '1 2']],
      [['language', 'type'], { type: ['CONSULT'] }, ['de CONSULT 1', 'en CONSULT 1']],
      [['month', 'type'], { text: 'rebels', limit: 2 }, ['2023-08 ASSAULT 1', '2023-08 CONSULT 1']],
    ])('counts by %j with %j', async (by, filter, expected) => {
      expect(await count(by, filter)).toEqual(expected);
    });

    it('counts news without a time of its own in the month of publication, not of the week before it', async () => {
      const story = makeStory({
        page: 'news',
        text: 'They met.',
        published: '2023-09-04',
        events: [{ trigger: 'met' }],
      });
      const time = { earliest: '2023-08-29', latest: '2023-09-04', precision: 'week' as const, times: [] };
      await store().write([makePage([{ ...story, events: story.events.map((event) => ({ ...event, time })) }])], {
        now,
      });
      expect((await store().count(['month'], {})).map(({ values }) => values.month)).toEqual(['2023-09']);
      expect((await store().queryEvents({ to: '2023-08-30' })).items).toHaveLength(1);
    });

    it('counts an event with several parties once for each country on a side', async () => {
      expect(await count(['source'])).toEqual(['- 1', 'JPN 2', 'KOR 3', 'M23 1']);
    });

    it('counts an event once for each pair, and no actor with itself', async () => {
      expect(await count(['source', 'target'], { type: ['CONSULT', 'AGREE', 'ASSAULT'] })).toEqual([
        '- - 1',
        'JPN KOR 1',
        'JPN M23 1',
        'KOR JPN 1',
        'KOR KOR 1',
        'KOR M23 1',
        'M23 - 1',
      ]);
    });

    it('shows only the pairs that a filter on parties asks for', async () => {
      expect(await count(['month', 'source', 'target', 'type'], { source: 'KOR', target: 'JPN' })).toEqual([
        '2023-08 KOR JPN CONSULT 1',
      ]);
      expect(await count(['source', 'target'], { actor: 'JPN' })).toEqual(['JPN KOR 1', 'JPN M23 1', 'KOR JPN 1']);
      expect(await count(['source'], { source: 'JPN' })).toEqual(['JPN 2']);
    });
  });
}
