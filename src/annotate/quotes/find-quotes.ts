import type { Actor } from '../../schema/actor.ts';
import type { Quote } from '../../schema/quote.ts';
import type { Parse } from '../../text/parse.ts';
import type { CueVerbs } from './load-cue-verbs.ts';

/** Finds who says what: source, cue and content. */
export function findQuotes(_parse: Parse, _actors: readonly Actor[], _cues: CueVerbs): Quote[] {
  return [];
}
