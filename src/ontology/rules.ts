import type { EventStatus } from '../schema/event.ts';
import { readJson } from './read-file.ts';

/** One event that a rule's example must yield. */
export interface RuleExpectation {
  /** A word of the trigger. */
  readonly trigger: string;
  readonly act: string;
  readonly status: EventStatus;
  readonly mode?: string;
  readonly type?: string;
}

/** A rule that decides between types, with the sentence that shows it. */
export interface DecidingRule {
  readonly id: string;
  readonly says: string;
  readonly example: string;
  readonly expect: readonly RuleExpectation[];
  readonly source: string;
}

/** Reads `ontology/rules.json`. @throws AnnalsError CODEBOOK_BROKEN */
export function loadRules(): readonly DecidingRule[] {
  return Object.freeze((readJson('rules.json') as unknown as { rules: DecidingRule[] }).rules);
}
