import type { Span } from './span.ts';

export type PlacePrecision = 'site' | 'city' | 'district' | 'province' | 'country' | 'region';

/** Somewhere named in a story: all mentions of one place. */
export interface Place {
  /** `${story.id}/p${n}`, n from 1 in text order of first mentions. */
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3 */
  readonly country?: string;
  readonly admin1?: string;
  /** Degrees, WGS 84. Absent for countries and regions: a state is never a pin on its capital. */
  readonly lat?: number;
  readonly lon?: number;
  readonly geonameId?: number;
  readonly precision: PlacePrecision;
  readonly mentions: readonly Span[];
}
