import { readdirSync } from 'node:fs';
import type { Setting } from '../task.ts';

/** A page of the extraction sets, as the scorers' own loader gives it. */
export interface GoldPage {
  readonly set: string;
  readonly id: string;
  readonly url: string;
  readonly html?: string;
  readonly gold: { readonly body?: string };
}

interface Sets {
  loadSets(options: { packed: string; only: readonly string[]; split: 'dev' }): GoldPage[];
}

/** The development half of some extraction sets. */
export async function loadPages({ corpora, scorers }: Setting, only: readonly string[]): Promise<GoldPage[]> {
  const packed = `${corpora.folder}/extraction`;
  for (const file of readdirSync(packed))
    if (only.some((set) => file.startsWith(`${set}.`))) corpora.use(`${packed}/${file}`);
  const { loadSets } = await scorers.load<Sets>('extraction/lib/sets.mjs');
  return loadSets({ packed, only, split: 'dev' });
}
