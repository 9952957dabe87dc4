import { readFileSync } from 'node:fs';

/** A date found in some words. */
export interface ParsedDate {
  /** ISO 8601 day, or day and time. */
  readonly value: string;
  /** ISO 8601 day. */
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

/** Numbers of the months by their names in lower case, in all languages of `data/stories/months.json`. */
export const MONTHS: ReadonlyMap<string, number> = loadMonths();

function loadMonths(): ReadonlyMap<string, number> {
  const file = new URL('../../../data/stories/months.json', import.meta.url);
  const byLanguage = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
  const months = new Map<string, number>();
  for (const names of Object.values(byLanguage)) {
    names.forEach((variants, i) => {
      for (const name of variants.split(' ')) if (!months.has(name)) months.set(name, i + 1);
    });
  }
  return months;
}

/** Pages before the web and dates far ahead are misread numbers; printed archives put online are the price. */
const FIRST_YEAR = 1995;
const LAST_YEAR = 2099;

const CLOCK = /^[T\s,]*\s?(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|GMT|UTC|[+-]\d{2}:?\d{2})?(?![\d])/i;

interface Form {
  readonly id: string;
  readonly example: string;
  readonly pattern: RegExp;
  /** A clock time behind it belongs to it. */
  readonly clocked?: true;
  /** Year, month, day of a match. */
  readonly read: (parts: readonly string[], monthFirst: boolean) => readonly [number, number, number] | undefined;
}

const number = (text: string | undefined): number => Number(text ?? Number.NaN);
const monthOf = (name: string | undefined): number =>
  MONTHS.get((name ?? '').toLowerCase().replace(/\.$/, '')) ?? Number.NaN;

/** Ways of writing a day, the surest first. */
export const DATE_FORMS: readonly Form[] = [
  {
    id: 'year-month-day',
    clocked: true,
    example: '2023-09-18',
    pattern: /(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu,
    read: ([, y, m, d]) => [number(y), number(m), number(d)],
  },
  {
    id: 'compact',
    clocked: true,
    example: '20230918',
    pattern: /(?<!\d)((?:19|20)\d{2})([01]\d)([0-3]\d)(?=$|[^\d]|\d{4,6}(?!\d))/gu,
    read: ([, y, m, d]) => [number(y), number(m), number(d)],
  },
  {
    id: 'internet-message',
    example: 'Mon, 18 Sep 2023 10:15:00 GMT',
    clocked: true,
    pattern:
      /(?<!\p{L})(?:mon|tue|wed|thu|fri|sat|sun),\s(\d{1,2})\s(\p{L}{3})\s((?:19|20)\d{2})(?=\s\d{2}:\d{2}:\d{2}\s(?:GMT|UTC|[+-]\d{4}))/giu,
    read: ([, d, m, y]) => [number(y), monthOf(m), number(d)],
  },
  {
    id: 'day-name-year',
    example: '18. September 2023',
    pattern:
      /(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th|er|º|°)?[.\s-]{1,3}(?:de\s|of\s)?(\p{L}{3,12})\.?,?(?:\s\/\s\p{L}{3,12})?[\s-]{1,3}(?:del?\s)?((?:19|20)\d{2})(?!\d)/giu,
    read: ([, d, m, y]) => [number(y), monthOf(m), number(d)],
  },
  {
    id: 'name-day-year',
    example: 'Sept. 18, 2023',
    // Words of two elements may touch: "Ann LeeSept. 18, 2023".
    pattern:
      /(?<![\p{Lu}\p{Lo}])(\p{L}[\p{Ll}\p{Lo}\p{M}]{2,11}|\p{Lu}{3,12})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?:at\s)?((?:19|20)\d{2})(?!\d)/gu,
    read: ([, m, d, y]) => [number(y), monthOf(m), number(d)],
  },
  {
    id: 'unix-style',
    example: 'Mon Sep 18 10:15:00 UTC 2023',
    pattern:
      /(?<!\p{L})(\p{L}{3})\s{1,2}(\d{1,2})\s\d{2}:\d{2}:\d{2}\s(?:\w{2,5}\s|\+\d{4}\s)?((?:19|20)\d{2})(?!\d)/giu,
    read: ([, m, d, y]) => [number(y), monthOf(m), number(d)],
  },
  {
    id: 'year-name-day',
    example: '2023. szeptember 18.',
    pattern: /(?<!\d)((?:19|20)\d{2})\.?\s(\p{L}{3,12})\s(\d{1,2})(?!\d)/giu,
    read: ([, y, m, d]) => [number(y), monthOf(m), number(d)],
  },
  {
    id: 'east-asian',
    example: '2023年9月18日',
    pattern: /((?:19|20)\d{2})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu,
    read: ([, y, m, d]) => [number(y), number(m), number(d)],
  },
  {
    id: 'numbers-year-last',
    example: '18.09.2023',
    pattern: /(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/gu,
    read: ([, a, mark, b, y], monthFirst) => orderOf(number(a), number(b), number(y), monthFirst && mark !== '.'),
  },
  {
    id: 'short-year',
    example: '18.09.23',
    pattern: /(?<![\d.])(\d{1,2})([./])(\d{1,2})\2(\d{2})(?![\d.])/gu,
    read: ([, a, mark, b, y], monthFirst) =>
      orderOf(number(a), number(b), 2000 + number(y), monthFirst && mark !== '.'),
  },
];

/** 9/18 can only be month first, 18/9 only day first; else as the language has it. */
function orderOf(a: number, b: number, year: number, monthFirst: boolean): readonly [number, number, number] {
  if (a > 12) return [year, b, a];
  if (b > 12) return [year, a, b];
  return monthFirst ? [year, a, b] : [year, b, a];
}

/**
 * The first date in some words, by the surest form.
 *
 * @param monthFirst  3/4/2023 is the fourth of March (American), not the third of April
 */
export function parseDate(words: string, monthFirst: boolean): ParsedDate | undefined {
  for (const form of DATE_FORMS) {
    for (const match of words.matchAll(form.pattern)) {
      const found = toDate(form, match, words, monthFirst);
      if (found) return found;
    }
  }
  return undefined;
}

/** Words with more dates are a calendar or a list; each new one is compared with all before. */
const MAX_DATES = 500;

/** At most 500 dates in some words, in text order; where two overlap, that of the surer form. */
export function parseDates(words: string, monthFirst: boolean): ParsedDate[] {
  const dates: ParsedDate[] = [];
  for (const form of DATE_FORMS) {
    for (const match of words.matchAll(form.pattern)) {
      if (dates.length >= MAX_DATES) break;
      const found = toDate(form, match, words, monthFirst);
      if (found && !dates.some(({ start, end }) => start < found.end && found.start < end)) dates.push(found);
    }
  }
  return dates.sort((a, b) => a.start - b.start);
}

function toDate(form: Form, match: RegExpExecArray, words: string, monthFirst: boolean): ParsedDate | undefined {
  const parts = form.read(match, monthFirst);
  const day = parts && toDay(...parts);
  if (day === undefined) return undefined;
  const end = match.index + match[0].length;
  const clock = form.clocked ? CLOCK.exec(words.slice(end, end + 32)) : null;
  const value = clock ? `${day}T${clock[1]}:${clock[2]}${clock[3] ? `:${clock[3]}` : ''}${zoneOf(clock[4])}` : day;
  return { value, day, start: match.index, end };
}

const zoneOf = (zone: string | undefined): string =>
  !zone ? '' : /^[zgu]/i.test(zone) ? 'Z' : zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;

/** ISO day of numbers that the calendar has; absent for others. */
export function toDay(year: number, month: number, day: number): string | undefined {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1)) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Last day of a month. */
export const lastDay = (year: number, month: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
