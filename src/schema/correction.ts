/**
 * One hand correction, a line of a corrections file. It is anchored by the words it speaks of, not by ids that a later
 * reader may number otherwise: see `docs/decisions/0006-corrections.md`.
 */
export interface Correction {
  /** Id of the event or actor as it was shown to the corrector. */
  readonly target: string;
  readonly action: 'drop' | 'set' | 'merge';
  /** With `set`: which field of an event or actor, and its new value. */
  readonly field?: string;
  readonly value?: unknown;
  /** With `merge`: id of the actor that `target` is one with. */
  readonly into?: string;
  readonly by: string;
  /** ISO 8601 */
  readonly at: string;
  readonly why: string;
}
