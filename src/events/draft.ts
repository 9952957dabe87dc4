import type { Actor } from '../schema/actor.ts';
import type { EventStatus } from '../schema/event.ts';
import type { Span } from '../schema/span.ts';
import type { Trigger } from './find-triggers.ts';
import type { Reading } from './reading.ts';

/** A deed as read from one sentence, before the codebook turns it into an event. */
export interface Draft {
  readonly reading: Reading;
  readonly trigger: Trigger;
  readonly span: Span;
  readonly source: readonly Actor[];
  readonly target: readonly Actor[];
  readonly status: EventStatus;
  readonly partyRules: readonly string[];
  readonly statusRules: readonly string[];
  /** Of a promise, threat, demand, refusal or accusation: the deed it speaks of. */
  readonly content?: Draft;
}
