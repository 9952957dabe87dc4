import type { Description } from './describe-mention.ts';
import type { DetectedMention } from './detect-mentions.ts';
import type { SentenceView } from './story-view.ts';

/** A mention with what its own words say. Pronouns have no description. */
export interface Item {
  readonly view: SentenceView;
  readonly mention: DetectedMention;
  readonly description?: Description;
}

/** All mentions of one actor in a story, in text order, with what they say together. */
export interface Cluster {
  readonly items: Item[];
  /** Filled for "both countries", "the two leaders". */
  readonly members?: readonly Cluster[];
  /** Who "its" or "their" is in "its leader". */
  readonly owner?: Cluster;
  /** The description that settles kind and number: of a name where there is one, else the first. */
  main: Description;
  /** Different names, nouns and countries of all mentions, in text order. */
  readonly names: Set<string>;
  readonly nouns: Set<string>;
  readonly countries: Set<string>;
}

export function toCluster(
  item: Item,
  description: Description,
  parts: Pick<Cluster, 'members' | 'owner'> = {},
): Cluster {
  const cluster: Cluster = {
    items: [],
    ...parts,
    main: description,
    names: new Set(),
    nouns: new Set(),
    countries: new Set(),
  };
  addItem(cluster, item);
  return cluster;
}

export function addItem(cluster: Cluster, item: Item): void {
  cluster.items.push(item);
  const { description } = item;
  if (description === undefined) return;
  if (cluster.main.name === undefined && description.name !== undefined) cluster.main = description;
  if (description.name !== undefined) cluster.names.add(description.name);
  if (description.noun !== undefined) cluster.nouns.add(description.noun);
  for (const code of description.countries) cluster.countries.add(code);
}

/** Descriptions of a cluster's mentions, in text order. */
export function descriptionsOf({ items }: Cluster): Description[] {
  return items.flatMap(({ description }) => description ?? []);
}

/** Where a cluster was last named or described: sentence, then token. */
export function lastNamed({ items }: Cluster): { sentence: number; token: number } {
  const last = items.findLast(({ description }) => description !== undefined);
  return { sentence: last?.view.index ?? 0, token: last?.mention.from ?? 0 };
}

/** Countries that two mentions name do not exclude each other. */
export function areCompatible(a: readonly string[], b: ReadonlySet<string>): boolean {
  return a.length === 0 || b.size === 0 || a.some((code) => b.has(code));
}
