import type { EventStatus } from './event.ts';
import type { Span } from './span.ts';

/** One story's telling of a happening. */
export interface Report {
  readonly story: string;
  readonly event: string;
  /** Publisher, else the host of the page's address. */
  readonly outlet?: string;
  readonly trigger: Span;
  readonly status: EventStatus;
  readonly confidence: number;
}

/** A field on which reports of one happening differ. */
export interface Disagreement {
  readonly field: string;
  readonly versions: readonly { readonly value: string; readonly reports: readonly string[] }[];
}

/** One happening, decided from all reports of it. */
export interface EventCluster {
  readonly id: string;
  readonly type: string;
  readonly status: EventStatus;
  /** Canonical actor names. */
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** ISO 8601 days */
  readonly earliest?: string;
  readonly latest?: string;
  readonly place?: string;
  readonly reports: readonly Report[];
  /** Outlets that report it in their own words; wire copies count once. */
  readonly independentSources: number;
  readonly disagreements: readonly Disagreement[];
}
