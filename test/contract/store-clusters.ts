import { beforeEach, describe, expect, it } from 'vitest';
import { makePage, makeStory } from '../helpers/make-story.ts';
import { allPages, now, type Subject } from './subject.ts';

const report = (page: string, day: string, own: string) =>
  makeStory({
    page,
    publisher: page,
    text: `Japan met India. ${own}`,
    published: day,
    actors: [
      { name: 'Japan', country: 'JPN' },
      { name: 'India', country: 'IND' },
    ],
    events: [{ trigger: 'met', source: [0, 1], target: [0, 1] }],
  });
const stories = [
  report('post', '2024-03-01', 'The talks went on until the evening in a cold hall.'),
  report('times', '2024-03-02', 'Ministers shook hands before cameras and spoke of rail.'),
  report('herald', '2024-06-01', 'Another round was opened without any of the press.'),
];

/** Happenings told by several stories. */
export function describeClusters({ store }: Subject): void {
  describe('clusters', () => {
    beforeEach(async () => {
      await store().write(
        stories.map((story) => makePage([story])),
        { now },
      );
    });

    it('joins reports of one happening, newest first', async () => {
      expect((await store().clusters({})).items).toMatchObject([
        { earliest: '2024-06-01', independentSources: 1, reports: [{ story: 'herald#1' }] },
        { earliest: '2024-03-01', independentSources: 2, reports: [{ story: 'post#1' }, { story: 'times#1' }] },
      ]);
    });

    it('counts only reports that meet the filter', async () => {
      const { items } = await store().clusters({ to: '2024-03-01' });
      expect(items).toMatchObject([{ reports: [{ outlet: 'post' }] }]);
      expect(items).toHaveLength(1);
    });

    it('reads corrections, and goes on page by page', async () => {
      const signed = { by: 'editor', at: '2026-01-01', why: 'no talks' };
      await store().correct([{ target: 'times#1/e1', action: 'drop', ...signed }]);
      for (const sort of ['date', '-date'] as const) {
        const whole = (await store().clusters({ sort })).items;
        expect(whole.map(({ reports }) => reports.length)).toEqual([1, 1]);
        expect(await allPages((filter) => store().clusters(filter), { sort, limit: 1 })).toEqual(whole);
      }
    });

    it('refuses an order that clusters do not have', async () => {
      await expect(store().clusters({ sort: 'confidence' })).rejects.toMatchObject({ code: 'FILTER_BAD_VALUE' });
    });
  });
}
