import type { Filter } from '../../schema/filter.ts';
import { AnnalsError } from '../../util/errors.ts';
import { fromCursor, limitOf, type Position, toCursor } from '../cursor.ts';
import { toEventView } from '../event-view.ts';
import { allOf, type Condition, eventConditions } from '../filter-sql.ts';
import { numberOf } from '../rows.ts';
import { toMatch } from '../search-text.ts';
import type { Answer, EventView } from '../store.ts';
import type { Connection, Row } from './connection.ts';
import { storiesByKey } from './read-stories.ts';

/** How each sort orders rows: the expression, its direction, and the same for the key that breaks ties. */
const ORDERS = {
  date: { by: "coalesce(e.earliest, '')", direction: 'ASC', compare: '>' },
  '-date': { by: "coalesce(e.earliest, '')", direction: 'DESC', compare: '<' },
  confidence: { by: 'e.confidence', direction: 'ASC', compare: '>' },
  '-confidence': { by: 'e.confidence', direction: 'DESC', compare: '<' },
  // bm25 gives the best match the lowest value.
  rank: { by: 'found.rank', direction: 'ASC', compare: '>' },
} as const;

/** A title's word counts as much as this many of the body's. */
const TITLE_WEIGHT = 5;

/** Stories that hold the words of a text query; `found.story` and, for sorting, `found.rank`. */
export function matchClause(text: string, ranked = false): Condition {
  const rank = ranked ? `, bm25(story_text, ${TITLE_WEIGHT}, 1) AS rank` : '';
  return {
    sql: `WITH found AS MATERIALIZED (SELECT rowid AS story${rank} FROM story_text WHERE story_text MATCH ?)`,
    parameters: [toMatch(text)],
  };
}

/** Keys of events that meet a filter, in its order, with where the next page begins. */
export function findEvents(connection: Connection, filter: Filter, limit: number): { rows: Row[]; cursor?: string } {
  const sort = filter.sort ?? '-date';
  const { by, direction, compare } = ORDERS[sort];
  if (sort === 'rank' && filter.text === undefined) throw refuseRank();
  const found = filter.text === undefined ? undefined : matchClause(filter.text, sort === 'rank');
  const after = fromCursor(filter.cursor, sort, 2);
  const where = allOf([
    ...eventConditions(filter),
    ...(found !== undefined && sort !== 'rank'
      ? [{ sql: 'e.story IN (SELECT story FROM found)', parameters: [] }]
      : []),
    ...(after === undefined ? [] : [{ sql: `(${by}, e.key) ${compare} (?, ?)`, parameters: after }]),
  ]);
  const rows = connection.all(
    `${found?.sql ?? ''} SELECT e.key, e.story, e.number, ${by} AS position
     FROM event e ${sort === 'rank' ? 'JOIN found ON found.story = e.story' : ''}
     WHERE ${where.sql} ORDER BY ${by} ${direction}, e.key ${direction} LIMIT ?`,
    [...(found?.parameters ?? []), ...where.parameters, limit + 1],
  );
  return nextPage(rows, limit, (row) => toCursor(sort, [row.position, row.key] as Position));
}

export function queryEvents(connection: Connection, filter: Filter): Answer<EventView> {
  const { rows, cursor } = findEvents(connection, filter, limitOf(filter.limit));
  const stories = storiesByKey(
    connection,
    rows.map((row) => Number(row.story)),
  );
  const items = rows.flatMap((row) => {
    const story = stories.get(Number(row.story));
    const event = story?.events.find(({ id }, i) => numberOf(id, i) === Number(row.number));
    return story === undefined || event === undefined ? [] : [toEventView(story, event)];
  });
  return { items, ...(cursor !== undefined && { cursor }) };
}

/** One row more than the limit was asked for: it only shows that there is more. */
export function nextPage(rows: Row[], limit: number, position: (row: Row) => string): { rows: Row[]; cursor?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return rows.length > limit && last !== undefined ? { rows: shown, cursor: position(last) } : { rows: shown };
}

export function refuseRank(): AnnalsError {
  return new AnnalsError('FILTER_BAD_VALUE', 'sort: "rank" orders by how well a text query fits; give "text" too.');
}
