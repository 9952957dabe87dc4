import { addItem, type Cluster, type Item, toCluster } from './cluster.ts';
import { addToIndex, emptyIndex, type JoinIndex } from './join-index.ts';
import { findBody, findPerson, findState } from './join-names.ts';
import { findNominal, membersOf } from './join-nominals.ts';
import { findAntecedent, findOwner } from './join-pronouns.ts';

/** Joins a story's mentions to actors: names by their words, nominals by noun and country, pronouns by what is near. */
export function joinMentions(items: readonly Item[]): Cluster[] {
  const index = emptyIndex();
  let previous: { item: Item; cluster: Cluster } | undefined;
  for (const item of items) {
    const found = findCluster(item, index, previous);
    const cluster = found ?? newCluster(item, index);
    if (cluster === undefined) continue;
    if (found) addItem(found, item);
    else index.clusters.push(cluster);
    addToIndex(index, cluster, item);
    if (item.description) previous = { item, cluster };
  }
  return index.clusters;
}

function newCluster(item: Item, index: JoinIndex): Cluster | undefined {
  if (item.description === undefined) return undefined;
  const members = membersOf(item, index);
  const owner = findOwner(item, index);
  return toCluster(item, item.description, { ...(members && { members }), ...(owner && { owner }) });
}

function findCluster(
  item: Item,
  index: JoinIndex,
  previous: { item: Item; cluster: Cluster } | undefined,
): Cluster | undefined {
  if (item.description === undefined) return findAntecedent(item, index);
  if (previous && isBeside(item, previous.item)) return previous.cluster;
  const { kind, name, gender } = item.description;
  if (name === undefined) return findNominal(item, index);
  if (kind === 'state') return findState(item, index);
  return kind === 'person' ? findPerson(name, gender, index) : findBody(item.description, name, index);
}

/** "Wang Yi, China's foreign minister", "the envoy, Kim Bolduc", "Balochistan Liberation Army (BLA)". */
function isBeside(item: Item, previous: Item): boolean {
  const { view, mention, description } = item;
  if (view !== previous.view || description === undefined || previous.description === undefined) return false;
  if (mention.from !== previous.mention.to + 1) return false;
  const link = view.words[mention.from - 1];
  if (link === '(') return isIntroduced(item, previous);
  return link === ',' && isApposition(item, previous);
}

function isIntroduced({ view, mention, description }: Item, { description: before }: Item): boolean {
  const areBodies = [description, before].every((each) => each?.kind !== 'person' && each?.kind !== 'state');
  return areBodies && description?.name !== undefined && view.words[mention.to] === ')';
}

/** One of two neighbours names a person, the other tells the office, both in the singular. */
function isApposition({ view, mention, description }: Item, { description: before }: Item): boolean {
  if (description?.kind !== 'person' || before?.kind !== 'person' || description.plural || before.plural) return false;
  if ((description.name === undefined) === (before.name === undefined)) return false;
  if (description.name === undefined) return true;
  const after = view.words[mention.to] ?? '';
  return before.definite && (after === '' || /^[,.;:)]$/.test(after) || view.tags[mention.to] === 'VERB');
}
