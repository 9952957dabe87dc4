import { easterOf, isDate, nthWeekday, pad, toDate, toIsoDay } from './calendar.ts';
import type { Meaning } from './meaning.ts';
import { date, fullDate, toPartialDate, yearOfMonth } from './resolve-date.ts';
import type { Caught, TimeContext, TimeRule } from './time-rule.ts';
import type { ClauseWords } from './time-words.ts';

/** Dates that the words name: days, months, years, decades, centuries, holidays. */
export const dateRules: readonly TimeRule[] = [
  {
    id: 'date/day-month-year',
    example: 'signed on [3 May 2010] in Kyiv',
    gives: '2010-05-03',
    pattern: '( weekday comma? )? the? day:dayNumber of? month:month of|comma|in? year:year',
    read: (caught) => fullDate(caught.number('year'), caught.number('month'), caught.number('day')),
  },
  {
    id: 'date/month-day-year',
    example: 'On [Friday, September 1, 1939], Germany attacked',
    gives: '1939-09-01',
    pattern: '( weekday comma? )? month:month the? day:dayNumber comma|of|in? year:year',
    read: (caught) => fullDate(caught.number('year'), caught.number('month'), caught.number('day')),
  },
  {
    id: 'date/iso',
    example: 'issued [2021-03-04] by the ministry',
    gives: '2021-03-04',
    pattern: 'year:year dash month:day dash day:day',
    read: (caught) =>
      caught.touching ? fullDate(caught.number('year'), caught.number('month'), caught.number('day')) : undefined,
  },
  {
    id: 'date/slashes',
    example: 'dated [11/28/2000] and filed',
    gives: '2000-11-28',
    pattern: 'date:slashDate',
    read: (caught) => readSlashes(caught.text('date')),
  },
  {
    id: 'date/day-month',
    example: 'The talks opened on [12 August]',
    gives: '2023-08-12',
    pattern: '( weekday comma? )? the? day:dayNumber of? month:month',
    read: readDayMonth,
  },
  {
    id: 'date/month-day',
    example: 'Voters will choose on [November 5th]',
    gives: '2023-11-05',
    pattern: '( weekday comma? )? month:month the? day:dayNumber',
    read: readDayMonth,
  },
  {
    id: 'date/day-of-month',
    example: 'He was freed on [the 3rd], the army said',
    gives: '2023-09-03',
    pattern: 'on the day:ordinal',
    read: (caught, context) => {
      const last =
        toPartialDate(context.narrative ? context.last : undefined) ??
        (context.day === undefined ? undefined : toDate(context.day));
      if (last?.month === undefined || !/^\d/.test(caught.last.word) || caught.after?.upos === 'NOUN') return undefined;
      return fullDate(last.year, last.month, caught.number('day'));
    },
  },
  {
    id: 'date/month-day-of-that-year',
    example: 'The war began in 1861. On [July 25 of that year] Congress met',
    gives: '1861-07-25',
    pattern: 'month:month day:dayNumber? of that|the unit',
    read: (caught, context) => {
      const last = toPartialDate(context.last);
      if (last === undefined) return undefined;
      const month = caught.number('month');
      return caught.get('day') === undefined
        ? monthOf(last.year, month)
        : fullDate(last.year, month, caught.number('day'));
    },
  },
  {
    id: 'date/month-year',
    example: 'ended in [March 1940] with concessions',
    gives: '1940-03',
    pattern: 'month:month of|comma|in? year:year',
    read: (caught) => monthOf(caught.number('year'), caught.number('month')),
  },
  {
    id: 'date/month',
    example: 'Inflation rose in [June].',
    gives: '2023-06',
    pattern: 'month:month',
    read: (caught, context) => {
      const month = caught.number('month');
      const year = yearOfMonth(month, undefined, context.directionAt(caught.first), context);
      return date(`${year === undefined ? 'XXXX' : pad(year, 4)}-${pad(month)}`, { deictic: year !== undefined });
    },
  },
  {
    id: 'date/last-next-month-name',
    example: 'It was signed [last April].',
    gives: '2023-04',
    pattern: 'the? mod:last|previous|next|following|this month:month',
    read: readNamedMonth,
  },
  {
    id: 'date/year',
    example: 'Since [1939] the border has moved',
    gives: '1939',
    pattern: 'year:year',
    read: (caught, { words }) =>
      isYear(caught, words.clauses) ? date(String(caught.number('year')), { explicit: true }) : undefined,
  },
  {
    id: 'date/the-year',
    example: 'In [the year 1950] the war began',
    gives: '1950',
    pattern: 'the? unit:unit of? year:year',
    read: (caught) =>
      caught.text('unit') === 'Y' ? date(String(caught.number('year')), { explicit: true }) : undefined,
  },
  {
    id: 'date/before-christ',
    example: 'The city fell in [April 480 BC].',
    gives: 'BC0480-04',
    pattern: 'month:month? year:day|number|year era:era',
    read: (caught) => readEra(caught),
  },
  {
    id: 'date/still-before-christ',
    example: 'The league was founded in 478 BC. By [431] it was at war',
    gives: 'BC0431',
    pattern: 'year:number',
    read: (caught, context) => {
      const figures =
        /^\d{3}$/.test(caught.first.word) && context.words.clauses.leadsToYear.has(caught.before?.word ?? '');
      const things = caught.after?.upos === 'NOUN' || caught.after?.upos === 'ADJ';
      return figures && !things && context.last?.startsWith('BC') === true
        ? date(`BC0${caught.first.word}`)
        : undefined;
    },
  },
  {
    id: 'date/era-first',
    example: 'until [AD 410] the legions stayed',
    gives: '0410',
    pattern: 'era:era year:day|number|year',
    read: (caught) => (caught.number('era') > 0 ? readEra(caught) : undefined),
  },
  {
    id: 'date/decade',
    example: 'throughout [the 1980s] the party ruled',
    gives: '198',
    pattern: 'the? decade:decade',
    read: (caught) => date(caught.text('decade'), { explicit: true }),
  },
  {
    id: 'date/decade-before-christ',
    example: 'in [the 470s BC] the league grew',
    gives: 'BC047',
    pattern: 'the? decade:number|day|other era:era',
    read: (caught) => {
      const match = /^(\d{2})0s$/.exec(caught.get('decade')?.word ?? '');
      return match !== null && caught.number('era') < 0 ? date(`BC0${match[1]}`) : undefined;
    },
  },
  {
    id: 'date/century',
    example: 'by [the 19th century] trade had grown',
    gives: '18',
    pattern: 'the? century:ordinal dash? unit:anyUnit era:era?',
    read: (caught) => {
      if (caught.text('unit') !== 'CE') return undefined;
      const century = pad(caught.number('century') - 1);
      return date(caught.number('era') < 0 ? `BC${century}` : century, { explicit: true });
    },
  },
  {
    id: 'date/holiday',
    example: 'pardoned him before [Christmas Day 2019]',
    gives: '2019-12-25',
    pattern: 'day:holiday of|comma? year:year?',
    read: readHoliday,
  },
  {
    id: 'date/quarter',
    example: 'grew in [the second quarter of 2016]',
    gives: '2016-Q2',
    pattern: 'the? quarter:quarterName of|comma? year:year',
    read: (caught) => date(`${caught.number('year')}-${caught.text('quarter')}`, { explicit: true }),
  },
];

function readDayMonth(caught: Caught, context: TimeContext): Meaning | undefined {
  const month = caught.number('month');
  const day = caught.number('day');
  if (day > 31 || day < 1) return undefined;
  const year = yearOfMonth(month, day, context.directionAt(caught.first), context);
  if (year === undefined) return date(`XXXX-${pad(month)}-${pad(day)}`);
  return isDate(year, month, day) ? date(`${pad(year, 4)}-${pad(month)}-${pad(day)}`, { deictic: true }) : undefined;
}

function monthOf(year: number, month: number): Meaning {
  return date(`${pad(year, 4)}-${pad(month)}`, { explicit: true });
}

function readNamedMonth(caught: Caught, context: TimeContext): Meaning {
  const month = caught.number('month');
  const mod = caught.number('mod');
  const last = context.narrative ? toPartialDate(context.last) : undefined;
  if (last === undefined && context.day === undefined) return date(`XXXX-${pad(month)}`);
  const now = last ?? toDate(context.day ?? 0);
  const ahead = month - (now.month ?? 1);
  const year = mod === 0 ? now.year : mod < 0 ? now.year - (ahead >= 0 ? 1 : 0) : now.year + (ahead <= 0 ? 1 : 0);
  return date(`${pad(year, 4)}-${pad(month)}`, { deictic: true });
}

/** American order unless only the other is a date; "9/11" alone is the day of 2001. */
function readSlashes(text: string): Meaning | undefined {
  if (text === '9/11') return date('2001-09-11', { explicit: true });
  const [first = 0, second = 0, third] = text.split('/').map(Number);
  if (third === undefined) return undefined;
  if (first > 1000) return fullDate(first, second, third);
  const year = third >= 1000 ? third : third + (third < 50 ? 2000 : 1900);
  return fullDate(year, first, second) ?? fullDate(year, second, first);
}

const isPlural = /s$|^(?:people|men|women|children|police|personnel)$/;

function isYear(caught: Caught, { notYearAfter, leadsToYear }: ClauseWords): boolean {
  const { before, after } = caught;
  const year = caught.number('year');
  const word = before?.word ?? '';
  if (caught.get('year') !== caught.first) return true;
  if (notYearAfter.has(word)) return false;
  const countsThings = after?.kind === 'other' && after.upos === 'NOUN' && isPlural.test(after.word);
  if (countsThings && !/^(?:the|in|'s|since)$/.test(word)) return false;
  if (after?.kind === 'unit' || after?.kind === 'units' || after?.word === '%') return false;
  return year >= 1700 && year < 2101 ? true : leadsToYear.has(word) && !countsThings && year < 2101;
}

function readEra(caught: Caught): Meaning {
  const year = pad(caught.number('year'), 4);
  const month = caught.get('month') === undefined ? '' : `-${pad(caught.number('month'))}`;
  return date(`${caught.number('era') < 0 ? 'BC' : ''}${year}${month}`, { explicit: true });
}

function readHoliday(caught: Caught, context: TimeContext): Meaning | undefined {
  const holiday = context.words.holidays.get(caught.text('day'));
  if (holiday === undefined) return undefined;
  const given = caught.get('year') === undefined ? undefined : caught.number('year');
  const near = given ?? nearestHoliday(holiday, caught, context);
  if (near === undefined) return typeof holiday === 'string' ? date(`XXXX-${holiday}`) : undefined;
  return date(toHoliday(holiday, near), given === undefined ? { deictic: true } : { explicit: true });
}

function toHoliday(holiday: string | { easter: number } | readonly [number, number, number], year: number): string {
  if (typeof holiday === 'string') return `${pad(year, 4)}-${holiday}`;
  if ('easter' in holiday) return toIsoDay(easterOf(year) + holiday.easter);
  return toIsoDay(nthWeekday(year, ...holiday));
}

function nearestHoliday(
  holiday: Parameters<typeof toHoliday>[0],
  caught: Caught,
  context: TimeContext,
): number | undefined {
  const year = toPartialDate(context.last)?.year ?? (context.day === undefined ? undefined : toDate(context.day).year);
  if (year === undefined) return undefined;
  const { month, day } = toPartialDate(toHoliday(holiday, year)) ?? {};
  return month === undefined ? year : yearOfMonth(month, day, context.directionAt(caught.first), context);
}
