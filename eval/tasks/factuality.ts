import { type Figure, percent } from '../figure.ts';
import { sample } from '../lib/corpora.ts';
import { toLine } from '../lib/reader.ts';
import type { Task } from '../task.ts';

interface Result {
  readonly events: number;
  readonly coverage: number;
  readonly found: { readonly macroF1: number };
  readonly accuracyFound: number;
}

const sets = [
  { set: 'uds', path: 'factuality/factuality-uds.dev.jsonl.gz', quickPart: 0.5 },
  { set: 'meantime', path: 'factuality/factuality-meantime.dev.jsonl.gz', quickPart: 1 },
] as const;

// A mean over three bins says nothing of a handful of events: below this many it is shown, not gated.
const ENOUGH = 50;

/**
 * Did it happen: three bins over the gold events that we marked. Status to bin: happened, ongoing +; denied −;
 * planned, conditional, called-for, speculated 0.
 */
export const factuality: Task = {
  name: 'factuality',
  needs: 'shared',
  async run({ corpora, reader, scorers, quick }) {
    const figures: Figure[] = [];
    for (const { set, path, quickPart } of sets) {
      const gold = sample(corpora.rows(path), quick ? quickPart : 1);
      const { result } = scorers.score<Result>('factuality', gold, await reader.stories(gold.map(toLine)));
      const found = Math.round(result.coverage * result.events);
      const gated = found >= ENOUGH ? 'higher' : 'none';
      figures.push(percent(`factuality.${set}.macro-f1-found`, result.found.macroF1, found, gated));
      figures.push(percent(`factuality.${set}.accuracy-found`, result.accuracyFound, found, 'none'));
      figures.push(percent(`factuality.${set}.coverage`, result.coverage, result.events, 'none'));
    }
    return figures;
  },
};
