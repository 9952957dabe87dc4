import { phraseKey } from '../../util/phrases.ts';
import { type Cluster, descriptionsOf } from './cluster.ts';
import type { Gender } from './load-actor-tables.ts';

/** Names that differ only in accents, case, an article or a dot are the same. */
export function toNameKey(name: string): string {
  return phraseKey(name).toLowerCase().replace(/^the /, '').replace(/\./g, '');
}

/** Words of a person's name without particles, initials and generation marks. */
export function personWords(name: string): string[] {
  return toNameKey(name)
    .replace(/\b(?:al|el|ul|as|ad|an|ar)-/g, '')
    .split(/\s+/)
    .filter((word) => word.length > 1 && !/^(?:jr|sr|ii|iii|bin|ibn|al|el|de|da|van|von|der|la|le|abu)$/.test(word));
}

/** The nearest earlier person whose name this one may be short for, or the longer form of. */
export function findPerson(name: string, gender: Gender, clusters: readonly Cluster[]): Cluster | undefined {
  const words = personWords(name);
  return clusters.findLast((cluster) =>
    descriptionsOf(cluster).some((other) => {
      if (other.kind !== 'person' || other.name === undefined) return false;
      if (gender !== 'u' && other.gender !== 'u' && gender !== other.gender) return false;
      return isSamePerson(words, personWords(other.name));
    }),
  );
}

function isSamePerson(words: readonly string[], others: readonly string[]): boolean {
  const [short, long] = words.length <= others.length ? [words, others] : [others, words];
  if (short.length === 0) return false;
  if (short.length === 1) return short[0] === long.at(-1) || short[0] === long[0];
  return (
    short.every((word) => long.includes(word)) ||
    (short.at(-1) === long.at(-1) && short[0]?.[0] === long[0]?.[0] && short[0]?.length === 1)
  );
}

/** "BLA" for "Balochistan Liberation Army": first letters, small words left out or counted. */
export function isAcronymOf(acronym: string, name: string): boolean {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]);
  return words.length > 1 && capitals.join('') === acronym;
}
