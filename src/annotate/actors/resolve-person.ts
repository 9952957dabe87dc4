import { phraseKey } from '../../util/phrases.ts';
import type { Cluster } from './cluster.ts';
import type { ActorTables, KnownPerson } from './load-actor-tables.ts';

/** A known person at a time: who they are, and whether they held the office then. */
export interface PersonAt {
  readonly person: KnownPerson;
  readonly when: 'before' | 'during' | 'after';
}

/**
 * The known person that a cluster's fullest name belongs to.
 *
 * @param month  ISO month of the story; without it the last office counts as held
 */
export function findKnownPerson(
  cluster: Cluster,
  month: string | undefined,
  tables: ActorTables,
): PersonAt | undefined {
  let fullest = '';
  for (const name of cluster.names) if (name.length > fullest.length) fullest = name;
  const entries = tables.people.entries.get(phraseKey(fullest));
  return entries && officeAt(entries, month);
}

function officeAt(entries: readonly KnownPerson[], month: string | undefined): PersonAt | undefined {
  const last = entries.at(-1);
  if (month === undefined) return last && { person: last, when: 'during' };
  const during = entries.find(({ from, to }) => from <= month && (to === undefined || month <= to));
  if (during) return { person: during, when: 'during' };
  const after = entries.filter(({ to }) => to !== undefined && to < month).at(-1);
  if (after) return { person: after, when: 'after' };
  return entries[0] && { person: entries[0], when: 'before' };
}
