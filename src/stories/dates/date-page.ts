import type { Page, PageMarkup } from '../../schema/page.ts';
import type { Published, StorySlice } from '../../schema/story.ts';
import type { DomDocument } from '../../util/dom.ts';
import { asAddress, asPrinted, type Candidate } from './candidates.ts';
import { dateOfUrl, type UrlDate } from './date-of-url.ts';
import { addDays } from './days.ts';
import { type DateClue, declaredDates, isAside } from './declared-dates.ts';
import { type PageMarks, readMarks } from './page-marks.ts';
import { parseDate, parseDates } from './parse-date.ts';
import { datesAnywhere, MAX_SEARCH, type PrintedDate, type PrintedScope, printedDates, SURE } from './printed-dates.ts';
import { scriptDates } from './script-dates.ts';
import { settleDate } from './settle-date.ts';
import { isUtc, localDays, type Origin } from './utc-day.ts';

/**
 * Dates the article of an HTML page. What the markup declares comes first; where that is in UTC, or of a doubtful name,
 * the day that the page prints beside its headline, or its address names, decides. Then printed dates, marked ones,
 * those in scripts; at last the day of its last change, which may be much later.
 */
export function datePage(story: StorySlice, page: Page, monthFirst: boolean): Published | undefined {
  const markup = page.markup as PageMarkup;
  const marks = readMarks(markup);
  const scope = scopeOf(story, page, marks, monthFirst);
  const latest = page.retrieved === undefined ? '2099-12-31' : addDays(page.retrieved.slice(0, 10), 1);
  const read = clueReader(monthFirst, latest, { language: story.language, url: page.url ?? page.canonicalUrl });
  const declared = [...declaredDates(markup.document as DomDocument, marks, scope.own)];
  const ofTrust = (trust: DateClue['trust']) =>
    firstOf(
      declared.filter((clue) => clue.trust === trust),
      read,
    );
  const printed = printedDates(scope).filter((date) => date.day <= latest);
  const address = [page.url, page.canonicalUrl].map((url) => (url ? dateOfUrl(url) : undefined)).find((found) => found);
  const sure = ofTrust('sure');
  if (sure) {
    const updated = ofTrust('updated')?.value.slice(0, 10);
    return toPublished(settleDate(sure, { story, own: scope.own, printed, address, updated }));
  }
  const day = address && address.earliest === address.latest ? address : undefined;
  const [best] = printed;
  const isPrinted = best && best.score >= SURE && best.label !== 'updated';
  if (isPrinted && (!day || best.label === 'published')) return toPublished(asPrinted(best, story));
  if (day) return toPublished(asAddress(day));
  for (const found of weakDates({ story, markup, scope, best, ofTrust, read, latest })) {
    const at = found.value.slice(0, 10);
    if (!address || (at >= address.earliest && at <= address.latest)) return toPublished(found);
  }
  return address && toPublished(dayInMonth(address, scope, story) ?? asAddress(address));
}

interface WeakScope {
  readonly story: StorySlice;
  readonly markup: PageMarkup;
  readonly scope: PrintedScope;
  readonly best: PrintedDate | undefined;
  readonly ofTrust: (trust: DateClue['trust']) => Candidate | undefined;
  readonly read: (clue: Clue) => Candidate | undefined;
  readonly latest: string;
}

/** Days with little behind them, the better first; each is looked for only when those before it were none. */
function* weakDates({ story, markup, scope, best, ofTrust, read, latest }: WeakScope): Generator<Candidate> {
  const doubtful = ofTrust('doubtful');
  // What was changed last on a day was not published after it.
  const isLater = best?.label === 'updated' && doubtful && doubtful.value.slice(0, 10) > best.day;
  if (isLater) yield asPrinted(best, story);
  if (doubtful) yield doubtful;
  if (best && best.label !== 'updated') yield asPrinted(best, story);
  const marked = firstOf(markedClues(scope.marks, scope), read);
  if (marked) yield marked;
  const inScript = firstOf(scriptDates(markup.document as DomDocument), read);
  if (inScript) yield inScript;
  for (const date of datesAnywhere(scope)) if (date.day <= latest) yield asPrinted(date, story);
  const updated = ofTrust('updated');
  if (updated) yield asUpdated(updated);
}

interface Clue {
  readonly text: string;
  readonly says: string;
}

/** Reads a clue's words as a day where the page was published, not after it was fetched. */
function clueReader(monthFirst: boolean, latest: string, origin: Origin) {
  return ({ text, says }: Clue): Candidate | undefined => {
    const found = parseDate(withoutEpoch(text).slice(0, 200), monthFirst);
    if (!found || found.day > latest) return undefined;
    const { value, ...days } = localDays(found.value, origin);
    const exact = value === found.day ? found.value : value;
    return { value: exact, ...days, source: 'metadata', evidence: { text, says }, isUtc: isUtc(found.value) };
  };
}

/** Nine pages of ten were last changed within these days (trafilatura's development pages; news2023's within one). */
const USUAL_CHANGE = 7;

/** The day of the last change, where nothing tells that of publication: it was then or before. */
const asUpdated = (found: Candidate): Candidate => ({
  ...found,
  earliest: addDays(found.earliest, -USUAL_CHANGE),
});

/** The page's text around the story; it begins with the headline where the story has one. */
function scopeOf(story: StorySlice, page: Page, marks: PageMarks, monthFirst: boolean): PrintedScope {
  const { start, end } = story.page;
  const headline = story.blocks.find((block) => block.role === 'headline');
  const body = story.blocks.find((block) => block.role === 'paragraph' && block.start >= (headline?.end ?? 0));
  const own = { start: start + (headline?.start ?? 0), end, body: start + (body?.start ?? 0) };
  return { text: page.text, own, marks, monthFirst };
}

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

function toPublished({ evidence, isUtc: _, ...found }: Candidate): Published {
  return { ...found, evidence: [evidence] };
}

/** Seconds or milliseconds since 1970, as some generators write times, in ISO form. */
function withoutEpoch(text: string): string {
  const digits = /^\s*(1[0-9]{9})([0-9]{3})?\s*$/.exec(text);
  return digits ? new Date(Number(digits[1]) * 1000).toISOString() : text;
}
