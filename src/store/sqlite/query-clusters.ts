import type { EventCluster } from '../../schema/cluster.ts';
import type { Filter } from '../../schema/filter.ts';
import type { Story } from '../../schema/story.ts';
import { AnnalsError } from '../../util/errors.ts';
import { fromCursor, limitOf, toCursor } from '../cursor.ts';
import { numberOf } from '../rows.ts';
import type { Answer } from '../store.ts';
import type { Connection } from './connection.ts';
import { findEvents } from './query-events.ts';
import { storiesByKey } from './read-stories.ts';

/** Joins reports of one happening across stories: `mergeReports`. */
export type MergeReports = (stories: readonly Story[]) => EventCluster[];

/** Clusters are made from records held in memory as a whole; about 100 MB at this many events. */
const MAX_EVENTS = 10_000;

/**
 * Happenings told by the events that meet a filter, newest first (`sort` "date": oldest first). Reports that do not meet
 * it are not among them.
 *
 * @throws AnnalsError FILTER_TOO_BROAD
 */
export function queryClusters(connection: Connection, filter: Filter, merge: MergeReports): Answer<EventCluster> {
  const { sort = '-date', cursor, limit, ...words } = filter;
  if (sort !== 'date' && sort !== '-date') {
    throw new AnnalsError('FILTER_BAD_VALUE', 'sort: clusters are sorted by date or -date.');
  }
  const order = `cluster ${sort}`;
  const after = fromCursor(cursor, order, 2);
  const { rows, cursor: more } = findEvents(connection, words, MAX_EVENTS);
  if (more !== undefined) {
    const says = `More than ${MAX_EVENTS} events fit; give from, to, actor or type to ask for fewer.`;
    throw new AnnalsError('FILTER_TOO_BROAD', says);
  }
  const positions = merge(chosenStories(connection, rows)).map((cluster) => ({
    cluster,
    day: cluster.earliest ?? '',
    id: cluster.id,
  }));
  positions.sort((a, b) => compare(a.day, b.day) || compare(a.id, b.id));
  if (sort === '-date') positions.reverse();
  const [lastDay = '', lastId = ''] = (after ?? []).map(String);
  const isAfter = (one: (typeof positions)[number]) => {
    const where = compare(one.day, lastDay) || compare(one.id, lastId);
    return sort === 'date' ? where > 0 : where < 0;
  };
  const rest = after === undefined ? positions : positions.filter(isAfter);
  const shown = rest.slice(0, limitOf(limit));
  const last = shown.at(-1);
  const items = shown.map(({ cluster }) => cluster);
  return rest.length > shown.length && last !== undefined
    ? { items, cursor: toCursor(order, [last.day, last.id]) }
    : { items };
}

/** The stories of these events, each with these events only. */
function chosenStories(connection: Connection, rows: readonly Readonly<Record<string, unknown>>[]): Story[] {
  const numbers = new Map<number, Set<number>>();
  for (const row of rows) {
    const key = Number(row.story);
    numbers.set(key, (numbers.get(key) ?? new Set()).add(Number(row.number)));
  }
  return [...storiesByKey(connection, numbers.keys())].map(([key, story]) => ({
    ...story,
    events: story.events.filter(({ id }, i) => numbers.get(key)?.has(numberOf(id, i))),
  }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
