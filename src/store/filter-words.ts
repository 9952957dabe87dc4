import type { EventStatus, PloverType } from '../schema/event.ts';
import type { CountField, Filter } from '../schema/filter.ts';

// The words of the query language. `satisfies` holds each list to the record's own types.

export const PLOVER_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const satisfies readonly PloverType[];

export const EVENT_STATUSES = [
  'happened',
  'ongoing',
  'planned',
  'conditional',
  'called-for',
  'speculated',
  'denied',
] as const satisfies readonly EventStatus[];

export const COUNT_FIELDS = [
  'day',
  'month',
  'year',
  'source',
  'target',
  'type',
  'act',
  'status',
  'quad',
  'language',
] as const satisfies readonly CountField[];

export const SORTS = [
  'date',
  '-date',
  'confidence',
  '-confidence',
  'rank',
] as const satisfies readonly Filter['sort'][];

/** One of the sixteen types, or a user's own: upper case with a hyphen. */
export function isEventType(type: string): boolean {
  return (PLOVER_TYPES as readonly string[]).includes(type) || /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/.test(type);
}
