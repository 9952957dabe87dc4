import { pad } from './calendar.ts';
import type { Meaning } from './meaning.ts';
import { fullDate, shiftFrom, yearOfMonth } from './resolve-date.ts';
import type { Caught, TimeRule } from './time-rule.ts';

/** Ranges whose ends share words: "3-5 May", "March to May 2014", "2003-05". Tried with the plain dates. */
export const rangeRules: readonly TimeRule[] = [
  {
    id: 'range/days-of-month',
    example: 'meets from [3 to 5 May 2010] in Kyiv',
    gives: '2010-05-03/2010-05-05',
    pattern: 'the? from:dayNumber join:dash|to the? to:dayNumber of? month:month comma? year:year?',
    read: readDays,
  },
  {
    id: 'range/month-days',
    example: 'held on [September 13-17, 2021] there',
    gives: '2021-09-13/2021-09-17',
    pattern: 'month:month from:dayNumber join:dash|to the? to:dayNumber ( comma? year:year )?',
    read: readDays,
  },
  {
    id: 'range/months',
    example: 'fought between [March and May 2014] there',
    gives: '2014-03/2014-05',
    pattern: 'from:month join:dash|to to:month of|comma? year:year',
    read: (caught) => {
      if (!isJoined(caught)) return undefined;
      const year = caught.number('year');
      const from = caught.number('from');
      const to = caught.number('to');
      const first = from > to ? year - 1 : year;
      return { type: 'date', value: `${first}-${pad(from)}/${year}-${pad(to)}`, explicit: true };
    },
  },
  {
    id: 'range/short-years',
    example: 'the [2003–05] talks',
    gives: '2003/2005',
    pattern: 'from:year join:dash to:day|number',
    read: (caught) => {
      const from = caught.number('from');
      const to = Math.floor(from / 100) * 100 + caught.number('to');
      if (!caught.touching || to <= from || to - from > 60 || caught.get('to')?.word.length !== 2) return undefined;
      return { type: 'date', value: `${from}/${to}`, explicit: true };
    },
  },
];

/** Rules over times already found and the words around them, each applied by itself, in this order. */
export const combineRules: readonly TimeRule[] = [
  {
    id: 'combine/day-part',
    example: 'He was arrested on [Monday night].',
    gives: '2023-09-18TNI',
    pattern: 'day:foundDay possessive? part:part',
    read: (caught) => atDay(caught, `T${caught.text('part')}`),
  },
  {
    id: 'combine/part-of-day',
    example: 'on [the night of 20 June 1791] the king fled',
    gives: '1791-06-20TNI',
    pattern: 'the? part:part of|on day:foundDay',
    read: (caught) => atDay(caught, `T${caught.text('part')}`),
  },
  {
    id: 'combine/clock-on-day',
    example: 'opens at [10:30 a.m. on 4 May 2024] there',
    gives: '2024-05-04T10:30',
    pattern: 'clock:foundClock comma? on? day:foundDay',
    read: (caught) => atDay(caught, clockOf(caught)),
  },
  {
    id: 'combine/day-at-clock',
    example: 'opens on [4 May 2024 at 10:30]',
    gives: '2024-05-04T10:30',
    pattern: 'day:foundDay comma? on? clock:foundClock',
    read: (caught) => (caught.get('clock')?.meaning === undefined ? undefined : atDay(caught, clockOf(caught))),
  },
  {
    id: 'combine/mod-date',
    example: 'returned in [early March 2021]',
    gives: '2021-03',
    pattern: 'mod:early|late|mid|start|end the? date:date',
    read: (caught) => {
      const found = caught.get('date')?.meaning;
      const mod = caught.text('mod');
      return found === undefined || found.mod !== undefined ? undefined : { ...found, mod };
    },
  },
  {
    id: 'combine/distance-from-date',
    example: 'It closed [two days after 5 June 1944].',
    gives: '1944-06-07',
    pattern: 'length:foundDuration mod:after|earlier|following date:foundDay|foundMonth|foundYear',
    read: (caught) => {
      const found = caught.get('date')?.meaning;
      const length = /^P(\d+)(\w+)$/.exec(caught.get('length')?.meaning?.value ?? '');
      if (found === undefined || length === null || caught.get('mod')?.word === 'from') return undefined;
      const count = Number(length[1]) * (caught.get('mod')?.kind === 'earlier' ? -1 : 1);
      const value = shiftFrom(length[2] ?? '', count, found.value);
      return value === undefined ? undefined : { type: 'date', value };
    },
  },
  {
    id: 'combine/duration-of-date',
    example: 'In [the first ten months of 1915] the line moved',
    gives: 'P10M',
    pattern: 'length:foundDuration of date:longDate',
    read: (caught) => (/^(?:the|first|last)$/.test(caught.first.word) ? caught.get('length')?.meaning : undefined),
  },
  {
    id: 'combine/range',
    example: 'ruled from [1996 to 2006] there',
    gives: '1996/2006',
    pattern: 'from:date|foundClock join:to|dash to:date|foundClock',
    read: (caught) => {
      const from = caught.get('from')?.meaning;
      const to = caught.get('to')?.meaning;
      if (from === undefined || to === undefined || !isJoined(caught)) return undefined;
      return joinRange(from, to, caught.get('join')?.kind === 'dash');
    },
  },
  {
    id: 'combine/about-date',
    example: 'founded [around 1910] in the north',
    gives: '1910',
    pattern: 'mod:about date:date',
    read: (caught) => {
      const found = caught.get('date')?.meaning;
      const mod = caught.text('mod');
      return found === undefined || mod !== 'APPROX' || found.mod !== undefined || caught.first.word === 'some'
        ? undefined
        : { ...found, mod };
    },
  },
];

function readDays(caught: Caught, context: Parameters<TimeRule['read']>[1]): Meaning | undefined {
  if (!isJoined(caught)) return undefined;
  const month = caught.number('month');
  const from = caught.number('from');
  const to = caught.number('to');
  const named = caught.get('year') !== undefined;
  const year = named ? caught.number('year') : yearOfMonth(month, from, context.directionAt(caught.first), context);
  if (from >= to || year === undefined) return undefined;
  const first = fullDate(year, month, from);
  const last = fullDate(year, month, to);
  if (first === undefined || last === undefined) return undefined;
  return { type: 'date', value: `${first.value}/${last.value}`, ...(named ? { explicit: true } : { deictic: true }) };
}

/** "to" and a dash join two ends; "and" does so only after "between". */
function isJoined(caught: Caught): boolean {
  const join = caught.get('join');
  if (join === undefined || join.value === 0) return join?.kind !== 'to' || join.word !== 'into';
  return caught.before?.kind === 'between';
}

function atDay(caught: Caught, time: string): Meaning | undefined {
  const day = caught.get('day')?.meaning;
  if (day === undefined || day.value.length !== 10) return undefined;
  const zone = caught.get('clock')?.meaning?.zone;
  return { type: 'time', value: `${day.value}${time}`, ...pick(day), ...(zone !== undefined && { zone }) };
}

function pick({ deictic, explicit }: Meaning): Partial<Meaning> {
  return { ...(deictic !== undefined && { deictic }), ...(explicit !== undefined && { explicit }) };
}

function clockOf(caught: Caught): string {
  return /T.*$/.exec(caught.get('clock')?.meaning?.value ?? '')?.[0] ?? '';
}

/**
 * Two ends of the same precision make one stretch. Ends that a dash joins and that each name their year ("1914–1918",
 * births and deaths) stay two dates, as in TIMEX3.
 */
function joinRange(from: Meaning, to: Meaning, dash: boolean): Meaning | undefined {
  if (from.value.length !== to.value.length || from.value.includes('/') || from.value >= to.value) return undefined;
  if (from.type !== 'date' || to.type !== 'date' || from.mod !== undefined || to.mod !== undefined) return undefined;
  if (!/^\d{4}/.test(from.value) || !/^\d{4}/.test(to.value)) return undefined;
  if (dash && from.explicit === true && to.explicit === true) return undefined;
  return { type: 'date', value: `${from.value}/${to.value}`, ...pick(to) };
}
