import type { Page, PageMarkup } from '../../schema/page.ts';
import type { Published, PublishedEvidence, StorySlice } from '../../schema/story.ts';
import type { DomDocument } from '../../util/dom.ts';
import { dateOfUrl, type UrlDate } from './date-of-url.ts';
import { addDays, daysBetween } from './days.ts';
import { type DateClue, declaredDates, isAside } from './declared-dates.ts';
import { type OwnPart, type PageMarks, readMarks } from './page-marks.ts';
import { parseDate, parseDates } from './parse-date.ts';
import {
  datesAnywhere,
  MAX_LEAD,
  MAX_SEARCH,
  type PrintedDate,
  type PrintedScope,
  printedDates,
  SURE,
} from './printed-dates.ts';
import { scriptDates } from './script-dates.ts';
import { isUtc, localDays } from './utc-day.ts';

/** A day and what speaks for it. */
interface Candidate {
  readonly value: string;
  readonly earliest: string;
  readonly latest: string;
  readonly source: Published['source'];
  readonly evidence: PublishedEvidence;
  /** Its time of day was given in UTC. */
  readonly isUtc?: boolean;
}

/**
 * Dates the article of an HTML page. What the markup declares comes first; where that is in UTC, or of a doubtful name,
 * the day that the page prints beside its headline, or its address names, decides. Then printed dates, marked ones,
 * those in scripts; at last the day of its last change, which may be much later.
 */
export function datePage(story: StorySlice, page: Page, monthFirst: boolean): Published | undefined {
  const markup = page.markup as PageMarkup;
  const document = markup.document as DomDocument;
  const marks = readMarks(markup);
  const scope = scopeOf(story, page, marks, monthFirst);
  const origin = { language: story.language, url: page.url ?? page.canonicalUrl };
  const latest = page.retrieved === undefined ? '2099-12-31' : addDays(page.retrieved.slice(0, 10), 1);
  const read = (clue: { text: string; says: string }): Candidate | undefined => {
    const found = parseDate(withoutEpoch(clue.text).slice(0, 200), monthFirst);
    if (!found || found.day > latest) return undefined;
    const { value, ...days } = localDays(found.value, origin);
    const evidence = { text: clue.text, says: clue.says };
    const exact = value === found.day ? found.value : value;
    return { value: exact, ...days, source: 'metadata', evidence, isUtc: isUtc(found.value) };
  };
  const declared = [...declaredDates(document, marks, scope.own)];
  const printed = printedDates(scope).filter((date) => date.day <= latest);
  const address = [page.url, page.canonicalUrl].map((url) => (url ? dateOfUrl(url) : undefined)).find((found) => found);
  const first = (trust: DateClue['trust']) =>
    firstOf(
      declared.filter((clue) => clue.trust === trust),
      read,
    );
  const best = printed[0];
  const sure = first('sure');
  if (sure) {
    const updated = first('updated')?.value.slice(0, 10);
    return toPublished(settle(sure, printed, address, updated, story, scope.own));
  }
  const day = address && address.earliest === address.latest ? address : undefined;
  const isPrinted = best && best.score >= SURE && best.label !== 'updated';
  if (isPrinted && (!day || best.label === 'published')) return toPublished(asPrinted(best, story));
  if (day) return toPublished(asAddress(day));
  const others: (() => Candidate | undefined)[] = [
    () => {
      const doubtful = first('doubtful');
      // What was changed last on a day was not published after it.
      const isLater = best?.label === 'updated' && doubtful && doubtful.value.slice(0, 10) > best.day;
      return isLater ? asPrinted(best, story) : doubtful;
    },
    () => (best && best.label !== 'updated' ? asPrinted(best, story) : undefined),
    () => firstOf(markedClues(marks, scope), read),
    () => firstOf(scriptDates(document), read),
    () => {
      const [anywhere] = datesAnywhere(scope).filter((date) => date.day <= latest);
      return anywhere && asPrinted(anywhere, story);
    },
    () => first('updated'),
  ];
  for (const other of others) {
    const found = other();
    if (
      found &&
      (!address || (found.value.slice(0, 10) >= address.earliest && found.value.slice(0, 10) <= address.latest))
    )
      return toPublished(found);
  }
  return address === undefined ? undefined : toPublished(dayInMonth(address, scope, story) ?? asAddress(address));
}

/** The page's text around the story; it begins with the headline where the story has one. */
function scopeOf(story: StorySlice, page: Page, marks: PageMarks, monthFirst: boolean): PrintedScope {
  const { start, end } = story.page;
  const headline = story.blocks.find((block) => block.role === 'headline');
  const body = story.blocks.find((block) => block.role === 'paragraph' && block.start >= (headline?.end ?? 0));
  const own = { start: start + (headline?.start ?? 0), end, body: start + (body?.start ?? 0) };
  return { text: page.text, own, marks, monthFirst };
}

/** Days from an address's date to a declared one, beyond which they are not of one publication: drafts lie for weeks. */
const MAX_DELAY = 30;

/** A declared day, set right by what the page prints and where its address puts it. */
function settle(
  sure: Candidate,
  printed: readonly PrintedDate[],
  address: UrlDate | undefined,
  updated: string | undefined,
  story: StorySlice,
  own: OwnPart,
): Candidate {
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

/** Times and dates that the page shows without calling them its own, those near the story first. */
function* markedClues(marks: PageMarks, scope: PrintedScope): Generator<{ text: string; says: string }> {
  const near = marks.dates
    .filter(({ at, kind }) => (kind === 'time' || kind === 'shown') && !isAside(at, marks.asides, scope.own))
    .map((date) => ({ date, distance: Math.abs(date.at - scope.own.start) - (date.kind === 'time' ? 300 : 0) }))
    .sort((a, b) => a.distance - b.distance);
  for (const { date } of near) yield { text: date.text, says: 'The page shows this date in a place for dates.' };
}

function firstOf<T>(clues: Iterable<T>, read: (clue: T) => Candidate | undefined): Candidate | undefined {
  for (const clue of clues) {
    const found = read(clue);
    if (found) return found;
  }
  return undefined;
}

/** Where the address names the month, the one day of it that the page names anywhere. */
function dayInMonth(month: UrlDate, { text, monthFirst }: PrintedScope, story: StorySlice): Candidate | undefined {
  const dates = parseDates(text.slice(0, MAX_SEARCH), monthFirst).filter(
    ({ day }) => day >= month.earliest && day <= month.latest,
  );
  const [only] = dates;
  if (!only || dates.some(({ day }) => day !== only.day)) return undefined;
  return asPrinted({ ...only, text: text.slice(only.start, only.end), label: undefined, score: 0 }, story);
}

/** A printed date; its evidence lies in the story where the story holds it. */
function asPrinted({ day, start, end, text, label }: PrintedDate, story: StorySlice): Candidate {
  const isInside = start >= story.page.start && end <= story.page.end;
  const says =
    label === 'updated' ? 'The page prints this as the day of its last change.' : 'The page prints this as its day.';
  const span = isInside ? { start: start - story.page.start, end: end - story.page.start } : {};
  return {
    value: day,
    earliest: day,
    latest: day,
    source: isInside ? 'dateline' : 'metadata',
    evidence: { text, ...span, says },
  };
}

function asAddress({ text, earliest, latest }: UrlDate): Candidate {
  const says =
    earliest === latest ? 'The address names this day.' : 'The address names this month; the day is not known.';
  // The middle of an interval: there the error is least.
  const value = addDays(earliest, Math.floor(daysBetween(earliest, latest) / 2));
  return { value, earliest, latest, source: 'url', evidence: { text, says } };
}

function toPublished({ evidence, isUtc: _, ...found }: Candidate): Published {
  return { ...found, evidence: [evidence] };
}

/** Seconds or milliseconds since 1970, as some generators write times, in ISO form. */
function withoutEpoch(text: string): string {
  const digits = /^\s*(1[0-9]{9})([0-9]{3})?\s*$/.exec(text);
  return digits ? new Date(Number(digits[1]) * 1000).toISOString() : text;
}
