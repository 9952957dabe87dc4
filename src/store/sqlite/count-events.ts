import type { CountField, Filter } from '../../schema/filter.ts';
import { actorCondition, allOf, type Condition, eventConditions } from '../filter-sql.ts';
import type { CountRow } from '../store.ts';
import type { Connection } from './connection.ts';
import { matchClause } from './query-events.ts';

/** A party counts as its country, else by name. */
const party = (alias: string) => `coalesce(${alias}.country, ${alias}i.name)`;

/** An event counts on its first day; told as news without a time of its own, on the day of publication. */
const DAY = "CASE e.dated WHEN 'inherited' THEN e.latest ELSE e.earliest END";

const FIELDS: Readonly<Record<CountField, string>> = {
  day: DAY,
  month: `substr(${DAY}, 1, 7)`,
  year: `substr(${DAY}, 1, 4)`,
  source: party('sp'),
  target: party('tp'),
  type: 'e.type',
  act: 'e.act',
  status: 'e.status',
  quad: 'e.quad',
  language: 's.language',
};

const SOURCE_JOIN = `LEFT JOIN event_party sp ON sp.event = e.key AND sp.side = 'source'
  LEFT JOIN identity spi ON spi.key = sp.identity`;
const TARGET_JOIN = `LEFT JOIN event_party tp ON tp.event = e.key AND tp.side = 'target'
  LEFT JOIN identity tpi ON tpi.key = tp.identity`;
/** Of a mutual deed every party stands on both sides: none of them acts on itself. */
const PAIR_JOIN = `LEFT JOIN event_party tp ON tp.event = e.key AND tp.side = 'target'
  AND (sp.actor IS NULL OR tp.actor <> sp.actor) LEFT JOIN identity tpi ON tpi.key = tp.identity`;

/**
 * Counts events by fields. An event with several parties counts once for each different value (or pair of values) of
 * source and target; an event without a value counts in a row where that field is absent.
 */
export function countEvents(connection: Connection, by: readonly CountField[], filter: Filter): CountRow[] {
  const found = filter.text === undefined ? undefined : matchClause(filter.text);
  const where = allOf([
    ...eventConditions(filter),
    ...(found === undefined ? [] : [{ sql: 'e.story IN (SELECT story FROM found)', parameters: [] }]),
    pairCondition(by, filter),
  ]);
  const joins = [
    by.includes('language') ? 'JOIN story s ON s.key = e.story' : '',
    by.includes('source') ? SOURCE_JOIN : '',
    by.includes('target') ? (by.includes('source') ? PAIR_JOIN : TARGET_JOIN) : '',
  ];
  const columns = by.map((field, i) => `${FIELDS[field]} AS v${i}`);
  const places = by.map((_, i) => i + 1).join(', ');
  // Distinct rows first: twice as fast as count(DISTINCT) in each of very many groups.
  const several = by.includes('source') || by.includes('target');
  const values = `SELECT ${several ? 'DISTINCT ' : ''}${['e.key', ...columns].join(', ')}
    FROM event e ${joins.join(' ')} WHERE ${where.sql}`;
  const rows = connection.all(
    `${found?.sql ?? ''} SELECT ${[...by.map((_, i) => `v${i}`), 'count(*) AS events'].join(', ')} FROM (${values}) AS one
     ${by.length === 0 ? '' : `GROUP BY ${places} ORDER BY ${places}`} ${filter.limit === undefined ? '' : 'LIMIT ?'}`,
    [...(found?.parameters ?? []), ...where.parameters, ...(filter.limit === undefined ? [] : [filter.limit])],
  );
  return rows.map((row) => ({
    values: Object.fromEntries(
      by.flatMap((field, i) => (row[`v${i}`] === null ? [] : [[field, String(row[`v${i}`])]])),
    ),
    events: Number(row.events),
  }));
}

/** A filter on parties also chooses among the pairs of an event: asked for KOR as source, no row shows another source. */
function pairCondition(by: readonly CountField[], { actor, source, target }: Filter): Condition {
  const conditions: Condition[] = [];
  if (source !== undefined && by.includes('source')) conditions.push(actorCondition(source, 'sp'));
  if (target !== undefined && by.includes('target')) conditions.push(actorCondition(target, 'tp'));
  if (actor !== undefined && by.includes('source') && by.includes('target')) {
    const [one, other] = [actorCondition(actor, 'sp'), actorCondition(actor, 'tp')];
    conditions.push({
      sql: `(${one.sql}) OR (${other.sql})`,
      parameters: [...one.parameters, ...other.parameters],
    });
  }
  return allOf(conditions);
}
