import type { Span } from './span.ts';

export type TimeType = 'date' | 'time' | 'duration' | 'set';

/** A time expression, resolved against the publication date. */
export interface Time extends Span {
  readonly type: TimeType;
  /** TIMEX3 value: "2023-09-18", "2023-W38", "P18M", "PAST_REF". */
  readonly value: string;
  /** TIMEX3 mod: APPROX, START, MID, END, BEFORE, AFTER. */
  readonly mod?: string;
  /** ISO 8601 days, with clock time and zone where the text gives one. */
  readonly earliest?: string;
  readonly latest?: string;
}
