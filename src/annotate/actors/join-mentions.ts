import { type Cluster, descriptionsOf, type Item } from './cluster.ts';
import { findPerson, isAcronymOf, toNameKey } from './join-names.ts';
import { findNominal, membersOf } from './join-nominals.ts';
import { findAntecedent, findOwner } from './join-pronouns.ts';

/** Joins a story's mentions to actors: names by their words, nominals by noun and country, pronouns by what is near. */
export function joinMentions(items: readonly Item[]): Cluster[] {
  const clusters: Cluster[] = [];
  let previous: Item | undefined;
  for (const item of items) {
    const found = findCluster(item, clusters, previous);
    if (found) found.items.push(item);
    else if (item.description) clusters.push(newCluster(item, clusters));
    if (item.description) previous = item;
  }
  return clusters;
}

function newCluster(item: Item, clusters: readonly Cluster[]): Cluster {
  const members = membersOf(item, clusters);
  const owner = findOwner(item, clusters);
  return { items: [item], ...(members && { members }), ...(owner && { owner }) };
}

function findCluster(item: Item, clusters: readonly Cluster[], previous: Item | undefined): Cluster | undefined {
  if (item.description === undefined) return findAntecedent(item, clusters);
  const beside = previous && besideOf(item, previous, clusters);
  if (beside) return beside;
  const { kind, name } = item.description;
  if (kind === 'state' && name !== undefined) return findState(item, clusters);
  if (kind === 'person' && name !== undefined) return findPerson(name, item.description.gender, clusters);
  if (name !== undefined) return findBody(item, name, clusters);
  return findNominal(item, clusters);
}

function findState({ mention, description }: Item, clusters: readonly Cluster[]): Cluster | undefined {
  const iso3 = description?.countries[0];
  const isBreakaway = mention.name?.breakaway === true;
  return clusters.find((cluster) =>
    descriptionsOf(cluster).some(
      ({ kind, countries, sectors, name }) =>
        kind === 'state' &&
        countries[0] === iso3 &&
        (sectors[0] === 'PRE') === isBreakaway &&
        (!isBreakaway || name === description?.name),
    ),
  );
}

function findBody({ description }: Item, name: string, clusters: readonly Cluster[]): Cluster | undefined {
  const key = toNameKey(name);
  const canonical = description?.bodies?.[0]?.name;
  return clusters.findLast((cluster) =>
    descriptionsOf(cluster).some((other) => {
      if (other.kind === 'person' || other.kind === 'state' || other.name === undefined) return false;
      if (canonical !== undefined && other.bodies?.[0]?.name === canonical) return true;
      return toNameKey(other.name) === key || (/^[\p{Lu}\d&]{2,}$/u.test(name) && isAcronymOf(name, other.name));
    }),
  );
}

/** "Wang Yi, China's foreign minister", "the envoy, Kim Bolduc", "Balochistan Liberation Army (BLA)". */
function besideOf(item: Item, previous: Item, clusters: readonly Cluster[]): Cluster | undefined {
  const { view, mention, description } = item;
  const before = previous.description;
  if (view !== previous.view || description === undefined || before === undefined) return undefined;
  if (mention.from !== previous.mention.to + 1) return undefined;
  const link = view.words[mention.from - 1];
  const isPair = link === '(' ? isIntroduced(item, previous) : link === ',' && isApposition(item, previous);
  return isPair ? clusters.find(({ items }) => items.includes(previous)) : undefined;
}

function isIntroduced({ view, mention, description }: Item, { description: before }: Item): boolean {
  const isBody =
    description?.kind !== 'person' &&
    description?.kind !== 'state' &&
    before?.kind !== 'person' &&
    before?.kind !== 'state';
  return isBody && description?.name !== undefined && view.words[mention.to] === ')';
}

/** One of two neighbours names a person, the other tells the office, both in the singular. */
function isApposition({ view, mention, description }: Item, { description: before }: Item): boolean {
  if (description?.kind !== 'person' || before?.kind !== 'person' || description.plural || before.plural) return false;
  const isOneName = (description.name === undefined) !== (before.name === undefined);
  if (!isOneName) return false;
  const after = view.words[mention.to] ?? '';
  return description.name === undefined
    ? true
    : before.definite && (/^[,.;:)]$/.test(after) || view.tags[mention.to] === 'VERB' || after === '');
}
