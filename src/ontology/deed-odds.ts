import { readRows } from './read-file.ts';

/** `verb ASSAULT kill` → how often the pattern named its deed in the training passages, and how often it matched. */
export type DeedOdds = ReadonlyMap<string, { readonly right: number; readonly seen: number }>;

/** Reads `ontology/deed-odds.tsv`. @throws AnnalsError CODEBOOK_BROKEN */
export function loadDeedOdds(): DeedOdds {
  return new Map(
    readRows('deed-odds.tsv', 3).map(({ cells: [id = '', right = '0', seen = '0'] }) => [
      id,
      { right: Number(right), seen: Number(seen) },
    ]),
  );
}

// before a pattern has been seen it is taken to be right as often as the average one, with this weight
const priorShare = 0.6;
const priorWeight = 2;

/** Smoothed share of a pattern's matches that are right, 0 to 1. */
export function shareOf(odds: DeedOdds, id: string): number {
  const { right, seen } = odds.get(id) ?? { right: 0, seen: 0 };
  return (right + priorShare * priorWeight) / (seen + priorWeight);
}
