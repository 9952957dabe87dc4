import type { Codebook } from '../ontology/codebook.ts';
import type { Event } from '../schema/event.ts';
import type { Annotations, Published } from '../schema/story.ts';
import type { Parse } from '../text/parse.ts';

/** Codes who did what to whom, with status and attribution. */
export function codeEvents(
  _parse: Parse,
  _found: Annotations,
  _published: Published | undefined,
  _codebook: Codebook,
): Event[] {
  return [];
}
