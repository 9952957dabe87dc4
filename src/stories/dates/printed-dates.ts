import { labelOf } from './date-words.ts';
import { isAside } from './declared-dates.ts';
import type { OwnPart, PageMarks } from './page-marks.ts';
import { type ParsedDate, parseDates } from './parse-date.ts';

/** A date that the page prints for its readers, with how well it stands for the day of publication. */
export interface PrintedDate extends ParsedDate {
  readonly text: string;
  readonly label: 'published' | 'updated' | undefined;
  /** Higher is better; from `SURE` on it may overrule doubtful markup. */
  readonly score: number;
}

/** What is known of a page when its printed dates are read. */
export interface PrintedScope {
  readonly text: string;
  readonly own: OwnPart;
  readonly marks: PageMarks;
  readonly monthFirst: boolean;
}

/** A labelled date, or a line of date and names, beside the headline. */
export const SURE = 2;

/** Bylines stand within some lines of the headline; above it, only the line of section and date. */
const BEFORE_HEADLINE = 600;
const BEHIND_HEADLINE = 3000;
const INTO_BODY = 250;
const BEHIND_BODY = 1200;

/** A dateline opens the first paragraph, or the second behind a deck. */
export const MAX_LEAD = 300;

/** Beyond this a page is no article. */
export const MAX_SEARCH = 300_000;

/** The words from the beginning of a line to a labelled date: "Published on Monday, ". */
const MAX_LABEL = 25;

/** White space and a label may stand between a mark's beginning and its date. */
const MAX_MARK_DISTANCE = 40;

/** A line of date holds little else: names of authors, a place, a clock time. */
const MAX_OTHER_WORDS = 9;

/** Dates near the headline, then behind the body, the best first. */
export function printedDates(scope: PrintedScope): PrintedDate[] {
  const { text, own } = scope;
  const from = Math.max(0, own.start - BEFORE_HEADLINE);
  const headEnd = Math.min(
    text.length,
    Math.max(own.start, Math.min(own.body, own.start + BEHIND_HEADLINE)) + INTO_BODY,
  );
  const head = datesIn(scope, from, headEnd);
  const tailStart = Math.max(headEnd, own.end - INTO_BODY);
  const tail = datesIn(scope, tailStart, own.end + BEHIND_BODY).map((date) => ({
    ...date,
    score: date.score - (date.label === 'published' ? 0.5 : 1.2),
  }));
  return [...head, ...tail].filter((date) => date.score > 0).sort((a, b) => b.score - a.score);
}

/** Dates anywhere on the page that stand alone in their line or under a label, the best first. */
export function datesAnywhere(scope: PrintedScope): PrintedDate[] {
  return datesIn(scope, 0, Math.min(scope.text.length, MAX_SEARCH))
    .filter((date) => date.score > 0)
    .sort((a, b) => b.score - a.score);
}

function datesIn(scope: PrintedScope, from: number, to: number): PrintedDate[] {
  const words = scope.text.slice(from, Math.max(from, to));
  const dates: PrintedDate[] = [];
  for (const date of parseDates(words, scope.monthFirst)) {
    const start = from + date.start;
    const end = from + date.end;
    if (isAside(start, scope.marks.asides, scope.own)) continue;
    const scored = scoreOf(scope, start, end);
    if (scored) dates.push({ ...date, start, end, text: scope.text.slice(start, end), ...scored });
  }
  return dates;
}

function scoreOf(scope: PrintedScope, start: number, end: number): Pick<PrintedDate, 'label' | 'score'> | undefined {
  const { text, own } = scope;
  const label = labelOf(text.slice(Math.max(0, start - 80), start), text.slice(end, end + 60));
  if (label === 'never') return undefined;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const before = text.slice(Math.max(lineStart, start - 300), start);
  const behind = text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + 300));
  const others = `${before} ${behind}`.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const isLine = others <= MAX_OTHER_WORDS && !isSentence(behind);
  const isLead = start - own.body <= MAX_LEAD && start - lineStart <= 40 && isDateline(before, behind);
  // "… released on May 2, 2021 that …" in running text is about something else.
  const isShort = before.trim().length <= (isSentence(behind) ? MAX_LABEL : 2 * MAX_LABEL);
  const isLabel = label !== undefined && (isLine || isShort);
  const base = isLabel ? (label === 'published' ? 3 : 1) : isLine || isLead ? 2.5 : 0;
  if (base === 0) return undefined;
  const distance = start < own.start ? (own.start - start) * 2 : Math.min(start - own.start, Math.abs(start - own.end));
  const marked = scope.marks.dates.some(
    ({ at, kind }) => kind !== 'modified' && at <= start && start - at <= MAX_MARK_DISTANCE,
  );
  return { label, score: base + (marked ? 0.7 : 0) - Math.min(distance, BEHIND_HEADLINE) / BEHIND_HEADLINE / 2 };
}

/** "Karlsruhe, (12.11.2021). …", "PARIS, May 2, 2021 —": the place before, and an end behind. */
const isDateline = (before: string, after: string): boolean =>
  /^[\s([]*\p{Lu}[\p{L}.'’ -]{2,30}[,/(\s]+(?:den\s|the\s|le\s)?\(?$/u.test(before) &&
  /^\)?\s?[.:,—–-]|^\)|^ \(/u.test(after);

/** The rest of a line ends as a sentence does. */
const isSentence = (behind: string): boolean => /\p{L}[.!?…]["”»]?\s*$/u.test(behind);
