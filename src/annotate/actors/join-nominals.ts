import { areCompatible, type Cluster, countriesOf, descriptionsOf, type Item, mainDescription } from './cluster.ts';
import type { Description } from './describe-mention.ts';

/** The earlier actor that a noun phrase speaks of again: "the president", "the rebels", "the group". */
export function findNominal({ description, view, mention }: Item, clusters: readonly Cluster[]): Cluster | undefined {
  if (description === undefined || description.noun === undefined) return undefined;
  const { definite, countries, kind, noun } = description;
  if (isPairPhrase(view.lower.slice(mention.from, mention.to).join(' '))) return undefined;
  if (!definite && countries.length === 0) return undefined;
  if (kind === 'person' && !definite && !description.office) return undefined;
  const near = clusters.slice(-reach);
  return (
    near.findLast(
      (cluster) => areCompatible(countries, countriesOf(cluster)) && hasNoun(cluster, noun, kind, definite),
    ) ?? (definite && countries.length === 0 ? near.findLast((cluster) => isCalled(cluster, description)) : undefined)
  );
}

/** How many actors back a noun phrase may point. */
const reach = 40;

/** Said with the same noun before: "minister" takes up "foreign minister", "army" takes up "Philippine Army". */
function hasNoun(cluster: Cluster, noun: string, kind: Description['kind'], definite: boolean): boolean {
  const main = mainDescription(cluster);
  if (main?.kind !== kind && !(isBodyLike(main?.kind) && isBodyLike(kind))) return false;
  return descriptionsOf(cluster).some((other) => {
    if (other.noun === noun) return true;
    if (!definite) return false;
    if (other.noun !== undefined && (other.noun.endsWith(` ${noun}`) || synonyms.get(noun) === other.noun)) return true;
    return kind === 'organization' && other.name?.toLowerCase().split(/\s/).at(-1) === noun;
  });
}

const isBodyLike = (kind: Description['kind'] | undefined) => kind === 'organization' || kind === 'group';

const synonyms: ReadonlyMap<string, string> = new Map([
  ['premier', 'prime minister'],
  ['prime minister', 'premier'],
  ['demonstrator', 'protester'],
  ['protester', 'demonstrator'],
  ['rebel', 'rebel group'],
  ['soldier', 'troops'],
  ['troops', 'soldier'],
  ['militant', 'militant group'],
  ['gunman', 'attacker'],
  ['attacker', 'gunman'],
  ['parliament', 'national assembly'],
  ['military', 'army'],
]);

const anyBody = /^(?:group|movement|organization|organisation|agency|body|faction|network)$/;

/** "the alliance" for NATO, "the party" for the one just named: a body of the same sector, named before. */
function isCalled(cluster: Cluster, { noun = '', sectors, plural }: Description): boolean {
  const main = mainDescription(cluster);
  if (main?.kind !== 'organization' || main.name === undefined || plural) return false;
  if (anyBody.test(noun)) return !main.sectors.includes('GOV');
  if (noun === 'alliance' || noun === 'bloc') return main.countries.some((code) => code === 'IGO' || code === 'EUR');
  return (
    /^(?:party|company|firm|bank|court|tribunal|union|militia|newspaper|broadcaster|army)$/.test(noun) &&
    main.sectors[0] === sectors[0]
  );
}

const pairPhrase =
  /^(?:the two|both|the three) (?:\w+ )?(countries|sides|nations|states|neighbours|neighbors|governments|allies|powers|leaders|presidents|ministers|men|armies|parties)$/;

function isPairPhrase(words: string): boolean {
  return pairPhrase.test(words);
}

/** The actors that "both countries" or "the two leaders" stand for: the last ones of that kind, when there are enough. */
export function membersOf({ view, mention }: Item, clusters: readonly Cluster[]): readonly Cluster[] | undefined {
  const words = view.lower.slice(mention.from, mention.to).join(' ');
  const noun = pairPhrase.exec(words)?.[1];
  if (noun === undefined) return undefined;
  const wanted = words.startsWith('the three') ? 3 : 2;
  const arePersons = /^(?:leaders|presidents|ministers|men)$/.test(noun);
  const fitting = clusters.filter((cluster) => {
    const main = mainDescription(cluster);
    if (arePersons) return main?.kind === 'person' && main.name !== undefined;
    return noun === 'sides' || noun === 'parties'
      ? main?.kind === 'state' || main?.kind === 'organization'
      : main?.kind === 'state';
  });
  const lastAt = ({ items }: Cluster) => items.findLast(({ description }) => description)?.mention.from ?? 0;
  const lastSentence = ({ items }: Cluster) => items.findLast(({ description }) => description)?.view.index ?? 0;
  fitting.sort((a, b) => lastSentence(a) - lastSentence(b) || lastAt(a) - lastAt(b));
  return fitting.length >= wanted ? fitting.slice(-wanted) : undefined;
}
