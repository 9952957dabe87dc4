import type { Filter } from '../../schema/filter.ts';
import type { Quote } from '../../schema/quote.ts';
import { fromCursor, limitOf, type Position, toCursor } from '../cursor.ts';
import { actorCondition, allOf, type Condition, storyConditions } from '../filter-sql.ts';
import { numberOf } from '../rows.ts';
import { toMatch } from '../search-text.ts';
import type { Answer } from '../store.ts';
import type { Connection } from './connection.ts';
import { nextPage, refuseRank } from './query-events.ts';
import { storiesByKey } from './read-stories.ts';

export interface QuoteView {
  readonly quote: Quote;
  readonly story: string;
  /** Canonical name. */
  readonly speaker?: string;
  /** The content, verbatim; parts are joined by " … ". */
  readonly text: string;
}

const BY_DAY = "coalesce(s.published_earliest, '')";

/**
 * `actor` and `source` ask who speaks, `text` for words of the quotation itself; other words are about its story.
 */
export function queryQuotes(connection: Connection, filter: Filter): Answer<QuoteView> {
  const sort = filter.sort ?? '-date';
  if (sort === 'rank' && filter.text === undefined) throw refuseRank();
  const byRank = sort === 'rank';
  const by = byRank ? 'found.rank' : BY_DAY;
  const [direction, compare] = sort === 'date' || byRank ? ['ASC', '>'] : ['DESC', '<'];
  const limit = limitOf(filter.limit);
  const order = `quote ${sort}`;
  const after = fromCursor(filter.cursor, order, 2);
  const { text, actor, source, ...rest } = filter;
  const where = allOf([
    ...storyConditions(rest),
    ...[actor, source].flatMap((word) => (word === undefined ? [] : [speakerCondition(word)])),
    ...(after === undefined ? [] : [{ sql: `(${by}, q.key) ${compare} (?, ?)`, parameters: after }]),
  ]);
  const found = text === undefined ? [] : [toMatch(text)];
  const all = connection.all(
    `${text === undefined ? '' : WITH_FOUND} SELECT q.key, q.story, q.number, ${by} AS position
     FROM quote q JOIN story s ON s.key = q.story ${text === undefined ? '' : 'JOIN found ON found.quote = q.key'}
     WHERE ${where.sql} ORDER BY ${by} ${direction}, q.key ${direction} LIMIT ?`,
    [...found, ...where.parameters, limit + 1],
  );
  const { rows, cursor } = nextPage(all, limit, (row) => toCursor(order, [row.position, row.key] as Position));
  const stories = storiesByKey(
    connection,
    rows.map((row) => Number(row.story)),
  );
  const items = rows.flatMap((row): QuoteView[] => {
    const story = stories.get(Number(row.story));
    const quote = story?.quotes.find(({ id }, i) => numberOf(id, i) === Number(row.number));
    if (story === undefined || quote === undefined) return [];
    const speaker = story.actors.find(({ id }) => id === quote.speaker)?.name;
    const content = quote.content.map(({ start, end }) => story.text.slice(start, end)).join(' … ');
    return [{ quote, story: story.id, ...(speaker !== undefined && { speaker }), text: content }];
  });
  return { items, ...(cursor !== undefined && { cursor }) };
}

const WITH_FOUND = `WITH found AS MATERIALIZED (
  SELECT rowid AS quote, bm25(quote_text) AS rank FROM quote_text WHERE quote_text MATCH ?)`;

function speakerCondition(word: string): Condition {
  const { sql, parameters } = actorCondition(word);
  return {
    sql: `EXISTS (SELECT 1 FROM actor a WHERE a.story = q.story AND a.number = q.speaker AND ${sql})`,
    parameters,
  };
}
