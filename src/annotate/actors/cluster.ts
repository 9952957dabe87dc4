import type { Description } from './describe-mention.ts';
import type { DetectedMention } from './detect-mentions.ts';
import type { SentenceView } from './story-view.ts';

/** A mention with what its own words say. Pronouns have no description. */
export interface Item {
  readonly view: SentenceView;
  readonly mention: DetectedMention;
  readonly description?: Description;
}

/** All mentions of one actor in a story, in text order. */
export interface Cluster {
  readonly items: Item[];
  /** Filled for "both countries", "the two leaders". */
  readonly members?: readonly Cluster[];
  /** Who "its" or "their" is in "its leader". */
  readonly owner?: Cluster;
}

/** Descriptions of a cluster's mentions, in text order. */
export function descriptionsOf({ items }: Cluster): Description[] {
  return items.flatMap(({ description }) => description ?? []);
}

/** The description that settles kind and number: of a name where there is one, else the first. */
export function mainDescription(cluster: Cluster): Description | undefined {
  const all = descriptionsOf(cluster);
  return all.find(({ name }) => name !== undefined) ?? all[0];
}

/** Countries that two descriptions name do not exclude each other. */
export function areCompatible(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((code) => b.includes(code));
}

/** Countries said of a cluster in any of its mentions. */
export function countriesOf(cluster: Cluster): string[] {
  return [...new Set(descriptionsOf(cluster).flatMap(({ countries }) => countries))];
}
