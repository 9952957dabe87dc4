import { addMonths, daysInMonth, fromIsoDay, toDay, weekStart } from './calendar.ts';

/** First and last day, both inside. */
export interface DayInterval {
  readonly first: number;
  readonly last: number;
}

/** First month of each season, northern and meteorological; winter begins in December of its year. */
const seasonStart: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/**
 * The days that a TIMEX3 value spans; a mod narrows it to its first, middle or last third.
 *
 * @returns undefined for values that lie nowhere on the calendar: durations, sets, "PAST_REF", years before Christ
 */
export function toInterval(value: string, mod?: string): DayInterval | undefined {
  const [from = '', to] = value.split('/');
  const whole = to === undefined ? plainInterval(from) : join(plainInterval(from), plainInterval(to));
  return whole && narrow(whole, mod);
}

function join(first: DayInterval | undefined, last: DayInterval | undefined): DayInterval | undefined {
  return first && last && first.first <= last.last ? { first: first.first, last: last.last } : undefined;
}

function narrow({ first, last }: DayInterval, mod: string | undefined): DayInterval {
  const third = Math.floor((last - first + 1) / 3);
  if (third < 1) return { first, last };
  if (mod === 'START') return { first, last: first + third };
  if (mod === 'MID') return { first: first + third, last: last - third };
  if (mod === 'END') return { first: last - third, last };
  return { first, last };
}

function plainInterval(value: string): DayInterval | undefined {
  const day = fromIsoDay(value);
  if (day !== undefined) return { first: day, last: day };
  const match = /^(\d{4})(?:-(\d{2}|W\d{2}|Q\d|H\d|SP|SU|FA|WI)(?:-(WE))?)?$/.exec(value);
  if (match !== null) return insideYear(Number(match[1]), match[2], match[3]);
  if (/^\d{3}$/.test(value)) return years(Number(value) * 10, 10);
  if (/^\d{2}$/.test(value)) return years(Number(value) * 100, 100);
  return undefined;
}

function years(first: number, count: number): DayInterval {
  return { first: toDay(Math.max(first, 1), 1, 1), last: toDay(first + count - 1, 12, 31) };
}

function insideYear(year: number, part: string | undefined, weekend: string | undefined): DayInterval {
  if (part === undefined) return years(year, 1);
  const kind = part.charAt(0);
  const number = Number(part.slice(1));
  if (kind === 'W' && number > 0) {
    const monday = weekStart(year, number);
    return weekend === undefined ? { first: monday, last: monday + 6 } : { first: monday + 5, last: monday + 6 };
  }
  if (kind === 'Q' || kind === 'H')
    return months(year, (number - 1) * (kind === 'Q' ? 3 : 6) + 1, kind === 'Q' ? 3 : 6);
  const season = seasonStart[part];
  return season === undefined ? monthOf(year, Number(part)) : months(year, season, 3);
}

function monthOf(year: number, month: number): DayInterval {
  return { first: toDay(year, month, 1), last: toDay(year, month, daysInMonth(year, month)) };
}

function months(year: number, first: number, count: number): DayInterval {
  const start = toDay(year, first, 1);
  return { first: start, last: addMonths(start, count) - 1 };
}
