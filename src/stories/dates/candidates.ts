import type { Published, PublishedEvidence, StorySlice } from '../../schema/story.ts';
import type { UrlDate } from './date-of-url.ts';
import { addDays, daysBetween } from './days.ts';
import type { PrintedDate } from './printed-dates.ts';

/** A day and what speaks for it. */
export interface Candidate {
  readonly value: string;
  readonly earliest: string;
  readonly latest: string;
  readonly source: Published['source'];
  readonly evidence: PublishedEvidence;
  /** Its time of day was given in UTC. */
  readonly isUtc?: boolean;
}

/** A printed date; its evidence lies in the story where the story holds it. */
export function asPrinted({ day, start, end, text, label }: PrintedDate, story: StorySlice): Candidate {
  const isInside = start >= story.page.start && end <= story.page.end;
  const says =
    label === 'updated'
      ? 'The page prints this as the day of its last change.'
      : `The ${isInside ? 'story gives' : 'page prints'} this as its day.`;
  const span = isInside ? { start: start - story.page.start, end: end - story.page.start } : {};
  return {
    value: day,
    earliest: day,
    latest: day,
    source: isInside ? 'dateline' : 'metadata',
    evidence: { text, ...span, says },
  };
}

export function asAddress({ text, earliest, latest }: UrlDate): Candidate {
  const says =
    earliest === latest ? 'The address names this day.' : 'The address names this month; the day is not known.';
  // The middle of an interval: there the error is least.
  const value = addDays(earliest, Math.floor(daysBetween(earliest, latest) / 2));
  return { value, earliest, latest, source: 'url', evidence: { text, says } };
}
