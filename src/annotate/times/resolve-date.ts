import {
  addMonths,
  fromIsoDay,
  isDate,
  pad,
  toDate,
  toDay,
  toIsoDay,
  toIsoWeek,
  weekdayOf,
  weekStart,
} from './calendar.ts';
import type { Meaning } from './meaning.ts';
import type { TimeContext } from './time-rule.ts';

/** A date as a text gives it, in part or in full. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** Reads the year, month and day of a TIMEX3 value; weeks and seasons give the year alone. */
export function toPartialDate(value: string | undefined): PartialDate | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(value ?? '');
  if (match === null) return undefined;
  return {
    year: Number(match[1]),
    ...(match[2] !== undefined && { month: Number(match[2]) }),
    ...(match[3] !== undefined && { day: Number(match[3]) }),
  };
}

export function date(value: string, more: Omit<Meaning, 'type' | 'value'> = {}): Meaning {
  return { type: 'date', value, ...more };
}

/** A full date; undefined when the calendar has no such day. */
export function fullDate(year: number, month: number, day: number): Meaning | undefined {
  return isDate(year, month, day) ? date(`${pad(year, 4)}-${pad(month)}-${pad(day)}`, { explicit: true }) : undefined;
}

/** How far before the last date a month may lie and still be the same year. */
const maxMonthsBack = 7;

/** Year of a month without one. Undefined when nothing tells it. */
export function yearOfMonth(
  month: number,
  day: number | undefined,
  direction: -1 | 0 | 1,
  context: TimeContext,
): number | undefined {
  const last = toPartialDate(context.last);
  if (last !== undefined && (context.narrative || context.day === undefined)) {
    return last.month !== undefined && last.month - month > maxMonthsBack ? last.year + 1 : last.year;
  }
  if (context.day === undefined) return undefined;
  const now = toDate(context.day);
  const order = month - now.month || (day ?? now.day) - now.day;
  if (direction > 0) return order < 0 ? now.year + 1 : now.year;
  return order > 0 && !(direction === 0 && isSoon(now.month, month)) ? now.year - 1 : now.year;
}

/** With no verb to tell, a month just ahead is the coming one: programmes are announced, not remembered. */
function isSoon(now: number, month: number): boolean {
  return month - now <= 2;
}

/** The day of that weekday on or before the day of publication, or after it. */
export function resolveWeekday(weekday: number, direction: -1 | 0 | 1, context: TimeContext): Meaning {
  if (context.day === undefined) return date(`XXXX-WXX-${weekday}`);
  const back = (weekdayOf(context.day) - weekday + 7) % 7;
  const day = direction > 0 ? context.day + ((7 - back) % 7) : context.day - back;
  return date(toIsoDay(day), { deictic: true });
}

const unknown: Readonly<Record<string, string>> = {
  D: 'XXXX-XX-XX',
  N: 'XXXX-XX-XXTNI',
  W: 'XXXX-WXX',
  WE: 'XXXX-WXX-WE',
  M: 'XXXX-XX',
  Q: 'XXXX-QX',
  H: 'XXXX-HX',
  Y: 'XXXX',
  F: 'XXXX-WXX',
  DE: 'XXX',
  CE: 'XX',
};

/** The calendar unit that lies `count` units from a day: the week, month, year … of it. */
export function shiftUnit(unit: string, count: number, from: number | undefined): string | undefined {
  if (from === undefined) return unknown[unit];
  const now = toDate(from);
  const month = now.year * 12 + now.month - 1;
  switch (unit) {
    case 'D':
      return toIsoDay(from + count);
    case 'N':
      return `${toIsoDay(from + count)}TNI`;
    case 'W':
      return toIsoWeek(from + count * 7);
    case 'F':
      return toIsoWeek(from + count * 14);
    case 'WE':
      return weekendOf(from, count);
    case 'M':
      return monthValue(month + count);
    case 'Q':
      return quarterValue(Math.floor(month / 3) + count);
    case 'Y':
      return yearValue(now.year + count);
    case 'DE':
      return yearValue(now.year + count * 10)?.slice(0, 3);
    case 'CE':
      return yearValue(now.year + count * 100)?.slice(0, 2);
    default:
      return undefined;
  }
}

function yearValue(year: number): string | undefined {
  return year > 0 && year < 10000 ? pad(year, 4) : undefined;
}

function monthValue(index: number): string | undefined {
  const year = yearValue(Math.floor(index / 12));
  return year && `${year}-${pad((((index % 12) + 12) % 12) + 1)}`;
}

function quarterValue(index: number): string | undefined {
  const year = yearValue(Math.floor(index / 4));
  return year && `${year}-Q${(((index % 4) + 4) % 4) + 1}`;
}

/** Saturday and Sunday of a week, as an interval. */
function weekendOf(from: number, count: number): string {
  const monday = from - weekdayOf(from) + 1 + count * 7;
  return `${toIsoDay(monday + 5)}/${toIsoDay(monday + 6)}`;
}

/** The same, in the precision that a distance in that unit has: "two years ago" is a year, "two days ago" a day. */
export function shiftFrom(unit: string, count: number, from: string | undefined): string | undefined {
  const day = anchorDay(from);
  if (/^T/.test(unit)) return day === undefined ? undefined : toIsoDay(day);
  if (day === undefined) return unknown[unit];
  const partial = toPartialDate(from);
  if (unit === 'D' && partial?.day === undefined) return `${pad(partial?.year ?? 0, 4)}-XX-XX`;
  if (unit === 'M' && partial?.month !== undefined) return toIsoDay(addMonths(day, count)).slice(0, 7);
  if (unit === 'DE') return yearValue(toDate(day).year + count * 10);
  return shiftUnit(unit, count, day);
}

/** First day of a value; Monday of a week. */
export function anchorDay(value: string | undefined): number | undefined {
  const week = /^(\d{4})-W(\d{2})/.exec(value ?? '');
  if (week !== null) return weekStart(Number(week[1]), Number(week[2]));
  const day = fromIsoDay(value ?? '');
  if (day !== undefined) return day;
  const partial = toPartialDate(value);
  return partial && toDay(partial.year, partial.month ?? 1, 1);
}

export { unknown as unknownUnit };
