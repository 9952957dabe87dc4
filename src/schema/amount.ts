import type { Span } from './span.ts';

export type AmountKind =
  | 'money'
  | 'people'
  | 'dead'
  | 'injured'
  | 'missing'
  | 'arrested'
  | 'displaced'
  | 'troops'
  | 'weapons'
  | 'votes'
  | 'percent'
  | 'other';

/** A counted or measured quantity. */
export interface Amount extends Span {
  readonly kind: AmountKind;
  /** "a year", "per barrel". */
  readonly per?: string;
  readonly value: number;
  /** Bounds where the text gives them: "more than US$2 billion" has value and min 2e9. */
  readonly min?: number;
  readonly max?: number;
  /** ISO 4217 for money, else a plain word. */
  readonly unit: string;
}
