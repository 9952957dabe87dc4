import { type Figure, percent, share } from '../figure.ts';
import type { GoldRow } from '../lib/corpora.ts';
import { groupBy } from '../lib/group.ts';
import type { Task } from '../task.ts';

/** Dating from the text alone, no date being handed over: truths inside the interval, and how wide it is. Both or nothing. */
export const dating: Task = {
  name: 'dating',
  needs: 'shared',
  async run({ corpora, reader }) {
    const gold = corpora.rows<GoldRow & { published: string }>('polnear/polnear.dev.jsonl.gz');
    // The ids of this set hold the day: the reader gets others.
    const byPage = groupBy(
      await reader.stories(gold.map(({ text }, i) => ({ id: `undated-${i}`, text }))),
      (s) => s.page.id,
    );
    const widths: number[] = [];
    let [dated, inside] = [0, 0];
    for (const [i, { published: truth }] of gold.entries()) {
      const stories = byPage.get(`undated-${i}`) ?? [];
      const published = (stories.find((s) => s.kind === 'article') ?? stories[0])?.published;
      if (!published) continue;
      dated++;
      widths.push((Date.parse(published.latest) - Date.parse(published.earliest)) / 86_400_000 + 1);
      if (published.earliest <= truth.slice(0, 10) && truth.slice(0, 10) <= published.latest) inside++;
    }
    widths.sort((a, b) => a - b);
    const figures: Figure[] = [
      percent('dating.polnear-undated.inside', share(inside, gold.length), gold.length, 'higher'),
      percent('dating.polnear-undated.dated', share(dated, gold.length), gold.length, 'none'),
    ];
    // Without an interval there is no width: 0 would look like a perfect one.
    const median = widths[Math.floor(widths.length / 2)];
    if (median !== undefined) {
      figures.push({
        id: 'dating.polnear-undated.median-width',
        value: median,
        unit: 'days',
        better: 'lower',
        n: dated,
      });
    }
    return figures;
  },
};
