/** One measured value of one task on one data set. */
export interface Figure {
  /** `task.set.measure`, stable: floors and anchors hang on it. */
  readonly id: string;
  /** Percent, unless `unit` says otherwise. */
  readonly value: number;
  readonly unit?: 'count' | 'days';
  /** `lower` for error shares, leaks and widths; `none` for figures that are shown only and never gated. */
  readonly better: 'higher' | 'lower' | 'none';
  /** Gold items that the figure rests on. */
  readonly n: number;
}

/** Precision, recall and their harmonic mean, as shares of one. */
export interface Prf {
  readonly p: number;
  readonly r: number;
  readonly f: number;
}

export function prf(right: number, system: number, gold: number): Prf {
  const p = system === 0 ? 0 : right / system;
  const r = gold === 0 ? 0 : right / gold;
  return { p, r, f: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** A figure from a share of one. */
export function percent(id: string, of: number, n: number, better: Figure['better'] = 'higher'): Figure {
  return { id, value: 100 * of, better, n };
}
