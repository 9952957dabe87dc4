import type { Cluster, Item } from './cluster.ts';
import type { Description } from './describe-mention.ts';
import type { JoinIndex } from './join-index.ts';

/** Sentences that a pronoun may look back. */
const reach = 2;

/** The actor a pronoun stands for: of those that fit in gender and number, the subject before it, else the nearest. */
export function findAntecedent(item: Item, index: JoinIndex): Cluster | undefined {
  const word = item.view.lower[item.mention.from] ?? '';
  return word === 'it' && !isReferring(item) ? undefined : lookBack(word, item, index);
}

const owners: ReadonlyMap<string, string> = new Map([
  ['its', 'it'],
  ['their', 'they'],
  ['his', 'he'],
  ['her', 'she'],
]);

/** The actor that the possessive at the head of a noun phrase points to: "its leader", "their forces". */
export function findOwner(item: Item, index: JoinIndex): Cluster | undefined {
  const word = owners.get(item.view.lower[item.mention.from] ?? '');
  return word === undefined ? undefined : lookBack(word, item, index);
}

function lookBack(word: string, { view, mention }: Item, index: JoinIndex): Cluster | undefined {
  const fits = fitting(word);
  if (fits === undefined) return undefined;
  const candidates = new Map<number, Cluster[]>();
  for (let at = index.mentions.length - 1; at >= 0; at--) {
    const near = index.mentions[at];
    if (near === undefined || near.item.view.index < view.index - reach) break;
    if (near.item.view === view && near.item.mention.to > mention.from) continue;
    if (!fits(near.cluster.main)) continue;
    const sentence = near.item.view.index;
    candidates.set(sentence, [near.cluster, ...(candidates.get(sentence) ?? [])]);
  }
  for (let back = 0; back <= reach; back++) {
    const found = candidates.get(view.index - back);
    if (found) return /sel(?:f|ves)$/.test(word) ? found.at(-1) : found[0];
  }
  return undefined;
}

type Fits = (description: Description) => boolean;

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

function fitting(word: string): Fits | undefined {
  if (/^(?:he|him|himself)$/.test(word)) return (main) => main.kind === 'person' && !main.plural && main.gender !== 'f';
  if (/^(?:she|her|herself)$/.test(word))
    return (main) => main.kind === 'person' && !main.plural && main.gender !== 'm';
  if (/^(?:they|them|themselves)$/.test(word))
    return (main) => main.kind === 'group' || main.plural === true || main.kind === 'organization';
  if (word === 'it' || word === 'itself') return (main) => main.kind === 'state' || main.kind === 'organization';
  return undefined;
}
