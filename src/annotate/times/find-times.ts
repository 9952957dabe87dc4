import type { Published } from '../../schema/story.ts';
import type { Time } from '../../schema/time.ts';
import type { Parse } from '../../text/parse.ts';

/** Finds time expressions and resolves them against the publication date (TIMEX3 values). */
export function findTimes(_parse: Parse, _published: Published | undefined): Time[] {
  return [];
}
