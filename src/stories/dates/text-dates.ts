import type { Published, StorySlice } from '../../schema/story.ts';
import { parseDate } from './parse-date.ts';

/** A dateline stands at the head of a story, or as a line of its own anywhere. */
const HEAD_CHARS = 400;

/** "TAIPEI, Sept. 18, 2023 (Reuters) —", "Published 18 September 2023". */
const ANNOUNCED =
  /(?:published|posted|updated|issued|released|erschienen|veröffentlicht|publié|publicado|pubblicato)[^.\n]{0,20}$/i;
const PLACE_BEFORE = /^[\s([]*(?:\p{Lu}[\p{L}.'’-]*[\s,/]+){1,6}(?:\([^)]{1,30}\)\s*[—–-]*\s*)?$/u;

/** The date that a story's own words give as its day: a line of date, a dateline, or "Published …" at its head. */
export function dateOfText(story: StorySlice, monthFirst: boolean): Published | undefined {
  for (const { role, start, end } of story.blocks) {
    const isDateline = role === 'dateline' || role === 'byline';
    if (!isDateline && (start > HEAD_CHARS || (role !== 'paragraph' && role !== 'other'))) continue;
    const words = story.text.slice(start, Math.min(end, start + 200));
    const found = parseDate(words, monthFirst);
    if (!found) continue;
    const before = words.slice(0, found.start);
    if (!isDateline && before.trim() !== '' && !ANNOUNCED.test(before) && !PLACE_BEFORE.test(before)) continue;
    return {
      value: found.value,
      earliest: found.day,
      latest: found.day,
      source: 'dateline',
      evidence: [
        {
          text: words.slice(found.start, found.end),
          start: start + found.start,
          end: start + found.end,
          says: 'The story gives this as its day.',
        },
      ],
    };
  }
  return undefined;
}
