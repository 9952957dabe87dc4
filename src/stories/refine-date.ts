import type { Annotations, Published, PublishedEvidence, StorySlice } from '../schema/story.ts';
import { CONTENT_RULES, type ContentClue } from './dates/content-rules.ts';
import { addDays, daysBetween } from './dates/days.ts';

/** A weekday names one day of a week; in a wider interval it would name several. */
const MAX_WEEKDAY_SPAN = 7;

/**
 * Narrows a publication date by the story's own words, or finds one where there is none. Words never widen an interval,
 * never move it, and never touch a day that is known.
 *
 * @param found  times resolved against `published`; explicit ones are the same without
 * @returns `published` itself where the words add nothing
 */
export function refineDate(
  published: Published | undefined,
  story: Pick<StorySlice, 'text' | 'blocks'>,
  found: Pick<Annotations, 'times'>,
): Published | undefined {
  if (published && published.earliest === published.latest) return published;
  const clues = [...contentClues(story.text), ...weekdayClues(published, story, found)];
  let refined = published;
  for (const clue of clues) refined = narrow(refined, clue);
  return refined;
}

function contentClues(text: string): ContentClue[] {
  return CONTENT_RULES.flatMap(({ read }) => read(text) ?? []);
}

/** Takes what both allow; a clue that contradicts what is known is passed over. */
function narrow(published: Published | undefined, { earliest, latest, evidence }: ContentClue): Published | undefined {
  if (!published) return toPublished(earliest, latest, [evidence], 'content');
  const from = earliest > published.earliest ? earliest : published.earliest;
  const to = latest < published.latest ? latest : published.latest;
  if (from > to || (from === published.earliest && to === published.latest)) return published;
  return toPublished(from, to, [...published.evidence, evidence], published.source);
}

function toPublished(
  earliest: string,
  latest: string,
  evidence: readonly PublishedEvidence[],
  source: Published['source'],
): Published {
  // The middle: there the error is least.
  const value = addDays(earliest, Math.floor(daysBetween(earliest, latest) / 2));
  return { value, earliest, latest, source, evidence };
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const LEAD_DAY =
  /(?<!\b(?:last|next|by|until|since|from|before|after) )\b(?:on )?((?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)\b/u;
const FUTURE = /\b(?:will|would|next|scheduled|planned|due|set to|expected)\b/iu;

/** News in a lead "on Tuesday" came out that Tuesday or the day after. */
function weekdayClues(
  published: Published | undefined,
  { text, blocks }: Pick<StorySlice, 'text' | 'blocks'>,
  { times }: Pick<Annotations, 'times'>,
): ContentClue[] {
  if (!published || daysBetween(published.earliest, published.latest) >= MAX_WEEKDAY_SPAN) return [];
  const lead = blocks.find((block) => block.role === 'paragraph');
  if (!lead) return [];
  const sentence = /^[^.!?\n]{0,500}/u.exec(text.slice(lead.start, lead.end))?.[0] ?? '';
  const match = LEAD_DAY.exec(sentence);
  const name = match?.[1];
  if (!match || name === undefined || FUTURE.test(sentence)) return [];
  const start = lead.start + match.index + match[0].length - name.length;
  const end = start + name.length;
  // Only what the finding of times takes for a day too.
  if (!times.some((time) => time.start < end && start < time.end && time.type === 'date')) return [];
  const weekday = WEEKDAYS.indexOf(name);
  for (let day = addDays(published.earliest, -1); day <= published.latest; day = addDays(day, 1)) {
    if (new Date(`${day}T00:00:00Z`).getUTCDay() !== weekday) continue;
    const says = 'The lead tells of this weekday as past: the story came out on it or the day after.';
    return [{ earliest: day, latest: addDays(day, 1), evidence: { text: name, start, end, says } }];
  }
  return [];
}
