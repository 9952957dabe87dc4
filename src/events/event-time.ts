import type { EventTime } from '../schema/event.ts';
import type { Published } from '../schema/story.ts';
import type { Time } from '../schema/time.ts';
import type { Draft } from './draft.ts';

type Precision = EventTime['precision'];

// news tells of the week before it appears: how far back a deed with no time of its own may lie, in days
const newsDays = 6;
const dayMs = 86_400_000;

/** The time that its own words give an event. */
export function ownTime(indexes: readonly number[], times: readonly Time[]): EventTime | undefined {
  const index = indexes[0];
  const time = index === undefined ? undefined : times[index];
  if (index === undefined || time?.earliest === undefined) return undefined;
  const earliest = time.earliest.slice(0, 10);
  const last = (time.latest ?? time.earliest).slice(0, 10);
  const latest = isBefore(last, earliest) ? earliest : last;
  return {
    earliest,
    latest,
    precision: precisionOf(time, earliest, latest),
    times: indexes,
  };
}

function precisionOf({ value, mod }: Time, earliest: string, latest: string): Precision {
  if (earliest === latest) return 'day';
  if (mod === undefined || mod === 'APPROX') {
    if (/^\d{4}-W\d{2}/.test(value)) return 'week';
    if (/^\d{4}-(SP|SU|FA|WI)$/.test(value)) return 'season';
    if (/^\d{4}-\d{2}$/.test(value)) return 'month';
    if (/^\d{4}$/.test(value)) return 'year';
  }
  return 'span';
}

/**
 * The time of an event that has no time words: what the story tells as news happened in the week before it appeared; what
 * is under way, on the day it appeared. Nothing for the future, for background, and where the story has no date.
 */
export function inheritedTime(draft: Draft, published: Published | undefined, isNews: boolean): EventTime | undefined {
  if (published === undefined || !isNews) return undefined;
  const { earliest, latest } = published;
  if (draft.status === 'ongoing') {
    return { earliest, latest, precision: earliest === latest ? 'day' : 'span', times: [] };
  }
  if (draft.status !== 'happened') return undefined;
  const start = daysBefore(earliest, newsDays);
  if (start === undefined) return undefined;
  return { earliest: start, latest, precision: earliest === latest ? 'week' : 'span', times: [] };
}

function daysBefore(day: string, days: number): string | undefined {
  const at = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : new Date(at - days * dayMs).toISOString().slice(0, 10);
}

/** ISO days compare as words do. */
function isBefore(a: string, b: string): boolean {
  return a < b;
}
