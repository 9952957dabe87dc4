import { type Cluster, type Item, mainDescription } from './cluster.ts';
import type { Description } from './describe-mention.ts';

/** Sentences that a pronoun may look back. */
const reach = 2;

/** The actor a pronoun stands for: of those that fit in gender and number, the subject before it, else the nearest. */
export function findAntecedent({ view, mention }: Item, clusters: readonly Cluster[]): Cluster | undefined {
  const word = view.lower[mention.from] ?? '';
  const fits = fitting(word);
  if (fits === undefined) return undefined;
  for (let back = 0; back <= reach; back++) {
    const candidates = clusters
      .flatMap((cluster) => cluster.items.map((item) => ({ cluster, item })))
      .filter(({ item }) => item.view.index === view.index - back && isBefore(item, mention.from, back))
      .filter(({ cluster }) => fits(mainDescription(cluster)))
      .sort((a, b) => a.item.mention.from - b.item.mention.from);
    const first = candidates[0];
    const last = candidates.at(-1);
    if (first === undefined || last === undefined) continue;
    return /^(?:himself|herself|itself|themselves)$/.test(word) ? last.cluster : first.cluster;
  }
  return undefined;
}

function isBefore({ mention }: Item, at: number, back: number): boolean {
  return back > 0 || mention.to <= at;
}

type Fits = (description: Description | undefined) => boolean;

function fitting(word: string): Fits | undefined {
  if (/^(?:he|him|himself)$/.test(word))
    return (main) => main?.kind === 'person' && !main.plural && main.gender !== 'f';
  if (/^(?:she|her|herself)$/.test(word))
    return (main) => main?.kind === 'person' && !main.plural && main.gender !== 'm';
  if (/^(?:they|them|themselves)$/.test(word)) return (main) => main?.kind === 'group' || main?.plural === true;
  if (word === 'it' || word === 'itself') return (main) => main?.kind === 'state' || main?.kind === 'organization';
  return undefined;
}
