import type { Cluster, Item } from './cluster.ts';
import { personWords, toNameKey } from './name-words.ts';

/** The actors met so far in a story, reachable in constant time however long the story is. */
export interface JoinIndex {
  /** In the order of their first mentions. */
  readonly clusters: Cluster[];
  /** Every mention with its actor, in text order. */
  readonly mentions: { readonly item: Item; readonly cluster: Cluster }[];
  /** Word of a person's name → who bears it, the latest last. */
  readonly persons: Map<string, Cluster[]>;
  /** Key of a body's name, or of the table's name for it, or its capitals → the latest that bears it. */
  readonly bodies: Map<string, Cluster>;
  readonly states: Map<string, Cluster>;
}

export function emptyIndex(): JoinIndex {
  return { clusters: [], mentions: [], persons: new Map(), bodies: new Map(), states: new Map() };
}

export function addToIndex(index: JoinIndex, cluster: Cluster, item: Item): void {
  index.mentions.push({ item, cluster });
  const { description } = item;
  if (description?.name === undefined) return;
  if (description.kind === 'person') addPerson(index, cluster, description.name);
  else if (description.kind === 'state') index.states.set(stateKey(item), cluster);
  else for (const key of bodyKeys(description.name, description.bodies?.[0]?.name)) index.bodies.set(key, cluster);
}

/** Namesakes kept for one word of a name; older ones are forgotten. */
const maxNamesakes = 8;

function addPerson({ persons }: JoinIndex, cluster: Cluster, name: string): void {
  for (const word of personWords(name)) {
    const bearers = (persons.get(word) ?? []).filter((bearer) => bearer !== cluster);
    persons.set(word, [...bearers.slice(-maxNamesakes), cluster]);
  }
}

/** A breakaway area is another actor than the state that it lies in. */
export function stateKey({ description, mention }: Item): string {
  const area = mention.name?.breakaway ? ` ${description?.name}` : '';
  return `${description?.countries[0]}${area}`;
}

/** Keys under which a body is found again: its name, the table's name, its first letters. */
export function bodyKeys(name: string, canonical: string | undefined): string[] {
  const capitals = name.split(/[\s-]+/).flatMap((word) => (/^\p{Lu}/u.test(word) ? [word.slice(0, 1)] : []));
  const keys = [toNameKey(name)];
  if (canonical !== undefined) keys.push(`= ${canonical}`);
  if (capitals.length > 1) keys.push(capitals.join('').toLowerCase());
  return keys;
}
