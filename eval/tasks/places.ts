import { type Prf, percent } from '../figure.ts';
import { sample } from '../lib/corpora.ts';
import { toLine } from '../lib/reader.ts';
import type { Task } from '../task.ts';

interface Result {
  readonly exact: Prf & { nGold: number };
  readonly overlap: Prf;
  readonly found: { readonly n: number; readonly acc161: number; readonly auc: number } | null;
}

/** Places on GeoVirus: recognition, and how many of those found lie within 161 km. */
export const places: Task = {
  name: 'places',
  needs: 'shared',
  async run({ corpora, reader, scorers, quick }) {
    const gold = sample(corpora.rows('geovirus/geovirus.dev.jsonl.gz'), quick ? 0.25 : 1);
    const { exact, overlap, found } = scorers.score<Result>(
      'places',
      gold,
      await reader.stories(gold.map(toLine)),
    ).result;
    return [
      percent('places.geovirus.exact-f1', exact.f, exact.nGold),
      percent('places.geovirus.overlap-f1', overlap.f, exact.nGold, 'none'),
      percent('places.geovirus.found-with-coordinates', (found?.n ?? 0) / exact.nGold, exact.nGold, 'none'),
      percent('places.geovirus.within-161-km', found?.acc161 ?? 0, found?.n ?? 0),
    ];
  },
};
