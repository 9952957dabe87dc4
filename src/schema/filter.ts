import type { EventStatus } from './event.ts';

/** The words of a query, the same in CLI, API and web page. Absent = no restriction. */
export interface Filter {
  /** A country or sector code, `KOR:GOV` for both, or (part of) an actor's name, on either side. */
  readonly actor?: string;
  readonly source?: string;
  readonly target?: string;
  /** Any of these types. */
  readonly type?: readonly string[];
  readonly status?: readonly EventStatus[];
  /** ISO 8601 days, inclusive: events whose time meets the interval (of stories: publication). */
  readonly from?: string;
  readonly to?: string;
  /** A country code, or (part of) a place's name. */
  readonly place?: string;
  /** Full text of the story. */
  readonly text?: string;
  /** BCP 47 language of the story. */
  readonly language?: string;
  /** Id of one story or page. */
  readonly story?: string;
  readonly limit?: number;
  /** Opaque; from the answer before. */
  readonly cursor?: string;
  readonly sort?: 'date' | '-date' | 'confidence' | '-confidence' | 'rank';
}

/** Fields that events can be counted by. `source` and `target` are country codes, else actor names. */
export type CountField =
  | 'day'
  | 'month'
  | 'year'
  | 'source'
  | 'target'
  | 'type'
  | 'act'
  | 'status'
  | 'quad'
  | 'language';
