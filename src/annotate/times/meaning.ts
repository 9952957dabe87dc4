import type { TimeType } from '../../schema/time.ts';

/** What a time expression says. */
export interface Meaning {
  readonly type: TimeType;
  /** TIMEX3 value */
  readonly value: string;
  readonly mod?: string;
  /** Whether the value hangs on the day of publication. */
  readonly deictic?: boolean;
  /** Whether the text itself names the year, so that later words can lean on it. */
  readonly explicit?: boolean;
  /** ISO days that a length of time covers, where it touches the day of publication ("the past three years"). */
  readonly covers?: { readonly from: string; readonly to: string };
  /** "+02:00", "Z" */
  readonly zone?: string;
}
