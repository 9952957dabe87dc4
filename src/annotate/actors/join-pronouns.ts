import { type Cluster, type Item, mainDescription } from './cluster.ts';
import type { Description } from './describe-mention.ts';

/** Sentences that a pronoun may look back. */
const reach = 2;

/** The actor a pronoun stands for: of those that fit in gender and number, the subject before it, else the nearest. */
export function findAntecedent(item: Item, clusters: readonly Cluster[]): Cluster | undefined {
  const word = item.view.lower[item.mention.from] ?? '';
  return word === 'it' && !isReferring(item) ? undefined : lookBack(word, item, clusters);
}

const owners: ReadonlyMap<string, string> = new Map([
  ['its', 'it'],
  ['their', 'they'],
  ['his', 'he'],
  ['her', 'she'],
]);

/** The actor that the possessive at the head of a noun phrase points to: "its leader", "their forces". */
export function findOwner(item: Item, clusters: readonly Cluster[]): Cluster | undefined {
  const word = owners.get(item.view.lower[item.mention.from] ?? '');
  return word === undefined ? undefined : lookBack(word, item, clusters);
}

function lookBack(word: string, { view, mention }: Item, clusters: readonly Cluster[]): Cluster | undefined {
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

/** Auxiliaries of one who wills or has done something; "it is", "it was" are mostly about nothing. */
const willing = /^(?:would|will|had|has|could|might|may|did|does|should|must|'d|’d|'ll|’ll)$/;
const impersonal = /^(?:be|seem|appear|take|rain|snow|turn|become|happen|mean|remain|come|make|look)$/;

/** "It" that does something, at the start of a clause. */
function isReferring({ view, mention }: Item): boolean {
  const at = mention.to;
  const isWilling = willing.test(view.lower[at] ?? '');
  let verb = isWilling ? at + 1 : at;
  while (view.tags[verb] === 'ADV' || view.lower[verb] === 'not' || view.lower[verb] === 'also') verb++;
  return view.tags[verb] === 'VERB' && !impersonal.test(view.tokens[verb]?.lemma ?? '');
}

type Fits = (description: Description | undefined) => boolean;

function fitting(word: string): Fits | undefined {
  if (/^(?:he|him|himself)$/.test(word))
    return (main) => main?.kind === 'person' && !main.plural && main.gender !== 'f';
  if (/^(?:she|her|herself)$/.test(word))
    return (main) => main?.kind === 'person' && !main.plural && main.gender !== 'm';
  if (/^(?:they|them|themselves)$/.test(word))
    return (main) => main?.kind === 'group' || main?.plural === true || main?.kind === 'organization';
  if (word === 'it' || word === 'itself') return (main) => main?.kind === 'state' || main?.kind === 'organization';
  return undefined;
}
