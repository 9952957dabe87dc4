import { areCompatible, type Cluster, type Item, lastNamed } from './cluster.ts';
import type { Description } from './describe-mention.ts';
import type { JoinIndex } from './join-index.ts';

/** How many actors back a noun phrase may point. */
const reach = 40;

/** The earlier actor that a noun phrase speaks of again: "the president", "the rebels", "the group". */
export function findNominal({ description, view, mention }: Item, { clusters }: JoinIndex): Cluster | undefined {
  if (description?.noun === undefined) return undefined;
  const { definite, countries, kind, office } = description;
  if (pairPhrase.test(view.lower.slice(mention.from, mention.to).join(' '))) return undefined;
  if (!definite && (countries.length === 0 || (kind === 'person' && office === undefined))) return undefined;
  const near = clusters.slice(-reach);
  const again = near.findLast(
    (cluster) => areCompatible(countries, cluster.countries) && hasNoun(cluster, description),
  );
  if (again || !definite || countries.length > 0) return again;
  return near.findLast((cluster) => isCalled(cluster, description));
}

/** Said with the same noun before: "minister" takes up "foreign minister", "army" takes up "Philippine Army". */
function hasNoun({ main, nouns, names }: Cluster, { noun = '', kind, definite }: Description): boolean {
  if (main.kind !== kind && !(isBodyLike(main.kind) && isBodyLike(kind))) return false;
  if (nouns.has(noun)) return true;
  if (!definite) return false;
  const synonym = synonyms.get(noun);
  for (const other of nouns) if (other === synonym || other.endsWith(` ${noun}`)) return true;
  if (kind === 'organization') for (const name of names) if (name.toLowerCase().endsWith(` ${noun}`)) return true;
  return false;
}

const isBodyLike = (kind: Description['kind']) => kind === 'organization' || kind === 'group';

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
const ownSector = /^(?:party|company|firm|bank|court|tribunal|union|militia|newspaper|broadcaster|army)$/;

/** "the alliance" for NATO, "the party" for the one just named: a body of the same sector, named before. */
function isCalled({ main }: Cluster, { noun = '', sectors, plural }: Description): boolean {
  if (main.kind !== 'organization' || main.name === undefined || plural) return false;
  if (anyBody.test(noun)) return !main.sectors.includes('GOV');
  if (noun === 'alliance' || noun === 'bloc') return main.countries.some((code) => code === 'IGO' || code === 'EUR');
  return ownSector.test(noun) && main.sectors[0] === sectors[0];
}

const pairPhrase =
  /^(?:the two|both|the three) (?:\w+ )?(countries|sides|nations|states|neighbours|neighbors|governments|allies|powers|leaders|presidents|ministers|men|armies|parties)$/;

/** The actors that "both countries" or "the two leaders" stand for: the last of that kind, when there are enough. */
export function membersOf({ view, mention }: Item, { clusters }: JoinIndex): readonly Cluster[] | undefined {
  const words = view.lower.slice(mention.from, mention.to).join(' ');
  const noun = pairPhrase.exec(words)?.[1];
  if (noun === undefined) return undefined;
  const wanted = words.startsWith('the three') ? 3 : 2;
  const fitting = clusters.slice(-reach).filter((cluster) => mayBeMember(cluster, noun));
  fitting.sort((a, b) => {
    const [first, second] = [lastNamed(a), lastNamed(b)];
    return first.sentence - second.sentence || first.token - second.token;
  });
  return fitting.length >= wanted ? fitting.slice(-wanted) : undefined;
}

function mayBeMember({ main }: Cluster, noun: string): boolean {
  if (/^(?:leaders|presidents|ministers|men)$/.test(noun)) return main.kind === 'person' && main.name !== undefined;
  return main.kind === 'state' || ((noun === 'sides' || noun === 'parties') && main.kind === 'organization');
}
