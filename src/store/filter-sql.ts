import type { Filter } from '../schema/filter.ts';
import { toKey, toPlain } from './plain-text.ts';
import type { Cell } from './rows.ts';
import { toWordsPattern } from './search-text.ts';

/** A part of a WHERE clause with its parameters in order. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly Cell[];
}

type Side = 'source' | 'target';

/** Conditions on `event e`, without those on the text of its story. */
export function eventConditions(filter: Filter): Condition[] {
  const { actor, source, target, type, status, from, to, place } = filter;
  return [
    ...(actor === undefined ? [] : [partyCondition(actor)]),
    ...(source === undefined ? [] : [partyCondition(source, 'source')]),
    ...(target === undefined ? [] : [partyCondition(target, 'target')]),
    ...(type === undefined ? [] : [oneOf('e.type', type)]),
    ...(status === undefined ? [] : [oneOf('e.status', status)]),
    ...daysCondition('e.earliest', 'e.latest', from, to),
    ...(place === undefined ? [] : [eventPlaceCondition(place)]),
    ...storyIdConditions(filter, 'e.story'),
  ];
}

/** Whether a filter asks for something that only an event has. */
export function asksForEvents({ source, target, type, status }: Filter): boolean {
  return [source, target, type, status].some((word) => word !== undefined);
}

/**
 * Conditions on `story s`: words about events ask for one event that meets them all (with the actor and the place);
 * without such words an actor or a place need only be named. `from` and `to` are days of publication.
 */
export function storyConditions(filter: Filter): Condition[] {
  const { actor, place, from, to } = filter;
  const conditions = [
    ...daysCondition('s.published_earliest', 's.published_latest', from, to),
    ...storyIdConditions(filter, 's.key'),
  ];
  if (asksForEvents(filter)) {
    const { from: _, to: __, story: ___, language: ____, ...words } = filter;
    const { sql, parameters } = allOf(eventConditions(words));
    conditions.push({ sql: `s.key IN (SELECT e.story FROM event e WHERE ${sql})`, parameters });
    return conditions;
  }
  if (actor !== undefined) {
    const { sql, parameters } = actorCondition(actor);
    conditions.push({ sql: `s.key IN (SELECT a.story FROM actor a WHERE ${sql})`, parameters });
  }
  if (place !== undefined) {
    const { sql, parameters } = placeCondition(place);
    conditions.push({ sql: `s.key IN (SELECT l.story FROM place l WHERE ${sql})`, parameters });
  }
  return conditions;
}

/** A condition on a row of `actor` or `event_party` under an alias. */
export function actorCondition(word: string, alias = 'a'): Condition {
  const hasSector = `${alias}.sectors IN (SELECT sectors FROM sector WHERE code = ?)`;
  const both = /^([A-Z]{3}):([A-Z]{3})$/.exec(word);
  if (both !== null) {
    return { sql: `${alias}.country = ? AND ${hasSector}`, parameters: [both[1] ?? '', both[2] ?? ''] };
  }
  const named = namedLike(`${alias}.identity`, word);
  if (!isCode(word)) return named;
  return {
    sql: `(${alias}.country = ? OR ${hasSector} OR ${named.sql})`,
    parameters: [word, word, ...named.parameters],
  };
}

/** An identity whose name, or another name of which, holds these words. */
export function namedLike(column: string, part: string): Condition {
  const pattern = toWordsPattern(part);
  return {
    sql: `${column} IN (SELECT key FROM identity WHERE words LIKE ?
      UNION SELECT identity FROM alias WHERE words LIKE ?)`,
    parameters: [pattern, pattern],
  };
}

export function allOf(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.length === 0 ? '1 = 1' : conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** Interval meets interval; something undated meets none. */
export function daysCondition(earliest: string, latest: string, from?: string, to?: string): Condition[] {
  return [
    ...(from === undefined ? [] : [{ sql: `${latest} >= ?`, parameters: [from] }]),
    ...(to === undefined
      ? []
      : [{ sql: `coalesce(${earliest}, '') <= ? AND ${earliest} IS NOT NULL`, parameters: [to] }]),
  ];
}

function isCode(word: string): boolean {
  return /^[A-Z]{3}$/.test(word);
}

function partyCondition(word: string, side?: Side): Condition {
  const { sql, parameters } = actorCondition(word);
  return {
    sql: `e.key IN (SELECT a.event FROM event_party a WHERE ${side === undefined ? '' : 'a.side = ? AND '}${sql})`,
    parameters: side === undefined ? parameters : [side, ...parameters],
  };
}

function placeCondition(word: string): Condition {
  const named: Condition = { sql: 'l.words LIKE ?', parameters: [toWordsPattern(word)] };
  if (!isCode(word)) return named;
  return { sql: `(l.country = ? OR ${named.sql})`, parameters: [word, ...named.parameters] };
}

function eventPlaceCondition(word: string): Condition {
  const { sql, parameters } = placeCondition(word);
  return {
    sql: `(e.story, e.place) IN (SELECT l.story, l.number FROM place l WHERE ${sql})`,
    parameters,
  };
}

function storyIdConditions({ story, language }: Filter, column: string): Condition[] {
  const conditions: Condition[] = [];
  if (story !== undefined) {
    const id = toKey(story);
    conditions.push({
      sql: `${column} IN (SELECT key FROM story WHERE id = ?
        UNION SELECT one.key FROM story one JOIN page ON page.key = one.page WHERE page.id = ?)`,
      parameters: [id, id],
    });
  }
  if (language !== undefined) {
    const tag = toPlain(language).toLowerCase();
    conditions.push({
      sql: `${column} IN (SELECT key FROM story WHERE lower(language) = ? OR lower(language) LIKE ?)`,
      parameters: [tag, `${tag}-%`],
    });
  }
  return conditions;
}

function oneOf(column: string, values: readonly string[]): Condition {
  if (values.length === 0) return { sql: '1 = 0', parameters: [] };
  return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, parameters: values.map(toPlain) };
}
