import type { StorySlice } from '../../schema/story.ts';
import { asAddress, asPrinted, type Candidate } from './candidates.ts';
import type { UrlDate } from './date-of-url.ts';
import { daysBetween } from './days.ts';
import type { OwnPart } from './page-marks.ts';
import { MAX_LEAD, type PrintedDate, SURE } from './printed-dates.ts';

/** What else is known where a declared day is settled. */
export interface OtherDates {
  readonly story: StorySlice;
  readonly own: OwnPart;
  /** The best first. */
  readonly printed: readonly PrintedDate[];
  readonly address: UrlDate | undefined;
  /** The declared day of the last change. */
  readonly updated: string | undefined;
}

/** Days from an address's date to a declared one, beyond which they are not of one publication: drafts lie for weeks. */
const MAX_DELAY = 30;

/** A declared day, set right by what the page prints and where its address puts it. */
export function settleDate(sure: Candidate, { story, own, printed, address, updated }: OtherDates): Candidate {
  const day = sure.value.slice(0, 10);
  const plain = printed.filter((date) => date.label !== 'updated' && date.score >= SURE);
  // Half a day either way: there are no further zones.
  const early = Number(sure.value.slice(11, 13)) < 12 ? -1 : 0;
  const isLocal = (other: string) =>
    sure.isUtc && daysBetween(day, other) >= early && daysBetween(day, other) <= early + 1;
  if (plain.some((date) => date.day === day)) return certain(sure, day);
  const zoned = plain.find((date) => isLocal(date.day));
  if (zoned) return certain(sure, zoned.day);
  // Readers are shown another day, and not as that of the last change: the markup is of the site, not of the story.
  const shown = plain.find(({ start }) => start >= own.start && start <= own.body + MAX_LEAD);
  if (shown && shown.day !== updated) return asPrinted(shown, story);
  if (!address || address.earliest !== address.latest) return sure;
  // Moved sites declare the day of the move; the address keeps the first.
  if (isLocal(address.earliest)) return certain(sure, address.earliest);
  if (daysBetween(address.earliest, day) > MAX_DELAY) return asAddress(address);
  return sure;
}

const certain = (sure: Candidate, day: string): Candidate => ({
  ...sure,
  value: sure.value.startsWith(day) ? sure.value : day,
  earliest: day,
  latest: day,
});
