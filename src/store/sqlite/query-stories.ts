import type { Filter } from '../../schema/filter.ts';
import type { Story } from '../../schema/story.ts';
import { AnnalsError } from '../../util/errors.ts';
import { fromCursor, limitOf, type Position, toCursor } from '../cursor.ts';
import { allOf, storyConditions } from '../filter-sql.ts';
import type { Answer } from '../store.ts';
import type { Connection } from './connection.ts';
import { matchClause, nextPage, refuseRank } from './query-events.ts';
import { storiesByKey } from './read-stories.ts';

const BY_DAY = "coalesce(s.published_earliest, '')";

export function queryStories(connection: Connection, filter: Filter): Answer<Story> {
  const sort = filter.sort ?? '-date';
  if (sort === 'rank' && filter.text === undefined) throw refuseRank();
  if (sort === 'confidence' || sort === '-confidence') throw refuseConfidence();
  const ranked = sort === 'rank';
  const found = filter.text === undefined ? undefined : matchClause(filter.text, ranked);
  const by = ranked ? 'found.rank' : BY_DAY;
  const [direction, compare] = sort === '-date' ? ['DESC', '<'] : ['ASC', '>'];
  const limit = limitOf(filter.limit);
  const after = fromCursor(filter.cursor, `story ${sort}`, 2);
  const where = allOf([
    ...storyConditions(filter),
    ...(found !== undefined && !ranked ? [{ sql: 's.key IN (SELECT story FROM found)', parameters: [] }] : []),
    ...(after === undefined ? [] : [{ sql: `(${by}, s.key) ${compare} (?, ?)`, parameters: after }]),
  ]);
  const all = connection.all(
    `${found?.sql ?? ''} SELECT s.key, ${by} AS position
     FROM story s ${ranked ? 'JOIN found ON found.story = s.key' : ''}
     WHERE ${where.sql} ORDER BY ${by} ${direction}, s.key ${direction} LIMIT ?`,
    [...(found?.parameters ?? []), ...where.parameters, limit + 1],
  );
  const { rows, cursor } = nextPage(all, limit, (row) =>
    toCursor(`story ${sort}`, [row.position, row.key] as Position),
  );
  const keys = rows.map((row) => Number(row.key));
  const stories = storiesByKey(connection, keys);
  return { items: keys.flatMap((key) => stories.get(key) ?? []), ...(cursor !== undefined && { cursor }) };
}

function refuseConfidence(): AnnalsError {
  return new AnnalsError('FILTER_BAD_VALUE', 'sort: stories have no confidence; sort them by date, -date or rank.');
}
