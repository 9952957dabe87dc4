import type { Span } from './span.ts';

export type InstrumentKind =
  | 'treaty'
  | 'resolution'
  | 'law'
  | 'bill'
  | 'sanction'
  | 'declaration'
  | 'agreement'
  | 'judgment';

/** A treaty, resolution, law or the like that a story names. */
export interface Instrument extends Span {
  readonly name: string;
  readonly kind: InstrumentKind;
  /** The body it comes from: "United Nations Security Council". */
  readonly body?: string;
  readonly number?: string;
  readonly year?: number;
}
