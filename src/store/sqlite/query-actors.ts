import type { Filter } from '../../schema/filter.ts';
import { fromCursor, limitOf, type Position, toCursor } from '../cursor.ts';
import {
  actorCondition,
  allOf,
  asksForEvents,
  type Condition,
  eventConditions,
  storyConditions,
} from '../filter-sql.ts';
import type { Answer } from '../store.ts';
import type { Connection } from './connection.ts';
import { matchClause, nextPage } from './query-events.ts';

export interface ActorCount {
  readonly name: string;
  readonly kind: string;
  readonly country?: string;
  readonly events: number;
  readonly stories: number;
}

/**
 * Actors across stories, most active first. `actor` says which actors to list; the other words say in which events (and
 * stories) to count them. Words about events leave out actors without such an event.
 */
export function queryActors(connection: Connection, filter: Filter): Answer<ActorCount> {
  const { actor, text, ...rest } = filter;
  const limit = limitOf(filter.limit);
  const after = fromCursor(filter.cursor, 'actor', 3);
  const found = text === undefined ? undefined : matchClause(text);
  const inFound = (column: string) =>
    found === undefined ? [] : [{ sql: `${column} IN (SELECT story FROM found)`, parameters: [] }];
  const events = [...eventConditions(rest), ...inFound('e.story')];
  const stories = [...storyConditions(rest), ...inFound('s.key')];
  const chosen = allOf(events);
  // Without a condition the whole index is counted through, which is ten times as fast as looking each event up.
  const parties = events.length === 0 ? '' : 'WHERE p.event IN (SELECT key FROM chosen)';
  const actors = allOf([
    ...(stories.length === 0 ? [] : [inStories(allOf(stories))]),
    ...(actor === undefined ? [] : [actorCondition(actor)]),
  ]);
  const position = '(-coalesce(acting.events, 0), -named.stories, i.key)';
  const where = allOf([
    ...(asksForEvents(rest) || rest.place !== undefined ? [{ sql: 'acting.events > 0', parameters: [] }] : []),
    ...(after === undefined ? [] : [{ sql: `${position} > (?, ?, ?)`, parameters: after }]),
  ]);
  const all = connection.all(
    `${found === undefined ? 'WITH' : `${found.sql},`}
     chosen AS MATERIALIZED (SELECT e.key, e.story FROM event e WHERE ${chosen.sql}),
     acting AS MATERIALIZED (SELECT p.identity, count(DISTINCT p.event) AS events
       FROM event_party p ${parties} GROUP BY p.identity),
     named AS MATERIALIZED (SELECT a.identity, count(DISTINCT a.story) AS stories
       FROM actor a WHERE ${actors.sql} GROUP BY a.identity)
     SELECT i.key, i.name, i.kind, i.country, coalesce(acting.events, 0) AS events, named.stories
     FROM named JOIN identity i ON i.key = named.identity LEFT JOIN acting ON acting.identity = i.key
     WHERE ${where.sql}
     ORDER BY coalesce(acting.events, 0) DESC, named.stories DESC, i.key LIMIT ?`,
    [...(found?.parameters ?? []), ...chosen.parameters, ...actors.parameters, ...where.parameters, limit + 1],
  );
  const { rows, cursor } = nextPage(all, limit, (row) =>
    toCursor('actor', [-Number(row.events), -Number(row.stories), Number(row.key)] satisfies Position),
  );
  const items = rows.map((row) => ({
    name: String(row.name),
    kind: String(row.kind),
    ...(row.country !== null && { country: String(row.country) }),
    events: Number(row.events),
    stories: Number(row.stories),
  }));
  return { items, ...(cursor !== undefined && { cursor }) };
}

/** A story published outside the interval counts when an event of it lies inside. */
function inStories({ sql, parameters }: Condition): Condition {
  return {
    sql: `a.story IN (SELECT s.key FROM story s WHERE ${sql} UNION SELECT story FROM chosen)`,
    parameters,
  };
}
