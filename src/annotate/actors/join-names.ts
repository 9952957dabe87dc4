import type { Cluster, Item } from './cluster.ts';
import type { Description } from './describe-mention.ts';
import { bodyKeys, type JoinIndex, stateKey } from './join-index.ts';
import type { Gender } from './load-actor-tables.ts';
import { personWords, toNameKey } from './name-words.ts';

export function findState(item: Item, { states }: JoinIndex): Cluster | undefined {
  return states.get(stateKey(item));
}

/** The nearest earlier person whose name this one may be short for, or the longer form of. */
export function findPerson(name: string, gender: Gender, { persons }: JoinIndex): Cluster | undefined {
  const words = personWords(name);
  for (const word of [...words].reverse()) {
    const found = persons.get(word)?.findLast((cluster) => isPerson(cluster, words, gender));
    if (found) return found;
  }
  return undefined;
}

function isPerson({ main, names }: Cluster, words: readonly string[], gender: Gender): boolean {
  if (gender !== 'u' && main.gender !== 'u' && gender !== main.gender) return false;
  return [...names].some((name) => isSamePerson(words, personWords(name)));
}

function isSamePerson(words: readonly string[], others: readonly string[]): boolean {
  const [short, long] = words.length <= others.length ? [words, others] : [others, words];
  if (short.length === 0) return false;
  if (short.length === 1) return short[0] === long.at(-1) || short[0] === long[0];
  return short.every((word) => long.includes(word));
}

/** The body named before by the same name, by another name of the table's entry, or by its first letters. */
export function findBody({ bodies: entries }: Description, name: string, { bodies }: JoinIndex): Cluster | undefined {
  const canonical = entries?.[0]?.name;
  const [key = '', ...others] = bodyKeys(name, canonical);
  const same = bodies.get(key) ?? (canonical === undefined ? undefined : bodies.get(`= ${canonical}`));
  if (same) return same;
  const capitals = others.at(-1);
  const short = capitals?.startsWith('=') ? undefined : capitals;
  const shorter = short === undefined ? undefined : bodies.get(short);
  return shorter && [...shorter.names].some((each) => toNameKey(each) === short) ? shorter : undefined;
}
