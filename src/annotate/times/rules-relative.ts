import { pad, toDate, toIsoDay, weekdayOf } from './calendar.ts';
import type { Meaning } from './meaning.ts';
import { anchorDay, date, resolveWeekday, shiftFrom, shiftUnit, toPartialDate, unknownUnit } from './resolve-date.ts';
import type { Caught, TimeContext, TimeRule } from './time-rule.ts';

/** Times that hang on the day of publication, or on the last date that the text gave. */
export const relativeRules: readonly TimeRule[] = [
  {
    id: 'relative/day',
    example: 'The court said [yesterday] that',
    gives: '2023-09-19',
    pattern: 'the? day:deictic',
    read: (caught, context) => {
      const shift = caught.number('day');
      if (context.day === undefined) return date(shift === 0 ? 'PRESENT_REF' : 'XXXX-XX-XX');
      return date(toIsoDay(context.day + shift), { deictic: true });
    },
  },
  {
    id: 'relative/night',
    example: 'Shelling resumed [last night].',
    gives: '2023-09-19TNI',
    pattern: 'night:tonight',
    read: (caught, context) => date(`${dayFrom(context, caught.number('night'))}TNI`, { deictic: true }),
  },
  {
    id: 'relative/weekday',
    example: 'Ministers met on [Monday] in Doha',
    gives: '2023-09-18',
    pattern: 'weekday:weekday',
    read: (caught, context) => resolveWeekday(caught.number('weekday'), context.directionAt(caught.first), context),
  },
  {
    id: 'relative/last-next-weekday',
    example: 'He resigned [last Friday].',
    gives: '2023-09-15',
    pattern: 'the? mod:last|previous|next|following|this weekday:weekday',
    read: readModifiedWeekday,
  },
  {
    id: 'relative/weekday-last',
    example: 'The vote is set for [Monday next].',
    gives: '2023-09-25',
    pattern: 'weekday:weekday mod:last|next',
    read: readModifiedWeekday,
  },
  {
    id: 'relative/weekday-of-week',
    example: 'Troops left on [Thursday of last week].',
    gives: '2023-09-14',
    pattern: 'weekday:weekday of? mod:last|previous|next|following|this unit:unit',
    read: (caught, context) => {
      if (caught.text('unit') !== 'W') return undefined;
      if (context.day === undefined) return date(`XXXX-WXX-${caught.number('weekday')}`);
      const monday = context.day - weekdayOf(context.day) + 1;
      return date(toIsoDay(monday + caught.number('mod') * 7 + caught.number('weekday') - 1), { deictic: true });
    },
  },
  {
    id: 'relative/unit',
    example: 'Prices will rise [next year].',
    gives: '2024',
    pattern: 'mod:last|next|this|previous|following unit:unit',
    read: (caught, context) => shiftByMod(caught, context, caught.number('mod')),
  },
  {
    id: 'relative/the-unit',
    example: 'They attacked on 1 July 1916. [The next day] it rained',
    gives: '1916-07-02',
    pattern: 'the mod:next|following|previous unit:unit',
    read: (caught, context) => shiftByText(caught, context, caught.number('mod')),
  },
  {
    id: 'relative/that-unit',
    example: 'It began on 10 May 1940. [That same day] ministers met',
    gives: '1940-05-10',
    pattern: 'that unit:unit',
    read: (caught, context) => shiftByText(caught, context, 0),
  },
  {
    id: 'relative/part-of-this-unit',
    example: 'He will travel [later this month].',
    gives: '2023-09',
    pattern: 'part:early|late|earlier|later in? the? mod:this|last|next unit:unit',
    read: (caught, context) => withPart(shiftByMod(caught, context, caught.number('mod')), caught.get('part')?.word),
  },
  {
    id: 'relative/part-of-that-unit',
    example: 'It was founded in 1971. [Later that year] it split',
    gives: '1971',
    pattern: 'part:early|late|earlier|later in? that|the unit:unit',
    read: (caught, context) => withPart(shiftByText(caught, context, 0), caught.get('part')?.word),
  },
  {
    id: 'relative/edge-of-the-unit',
    example: 'Talks will finish by [the end of the year].',
    gives: '2023',
    pattern: 'part:start|end|mid|early|late the|this|that unit:unit',
    read: (caught, context) => {
      const found = isFromText(context) ? shiftByText(caught, context, 0) : shiftByMod(caught, context, 0);
      return found && { ...found, mod: caught.text('part') };
    },
  },
  {
    id: 'relative/the-unit-before',
    example: 'They sailed on 5 June 1944. [The day before], rain fell',
    gives: '1944-06-04',
    pattern: 'the unit:unit mod:earlier|after|following|later',
    read: (caught, context) => {
      const free = caught.after === undefined || caught.after.kind === 'comma' || caught.after.upos === 'PUNCT';
      return free ? shiftByText(caught, context, caught.get('mod')?.kind === 'earlier' ? -1 : 1) : undefined;
    },
  },
  {
    id: 'relative/ago',
    example: 'The truce collapsed [three days ago].',
    gives: '2023-09-17',
    pattern: 'about? count:count|article|few|half andHalf? article? unit:anyUnit ago',
    read: (caught, context) => {
      const count = toCount(caught);
      const from = context.day === undefined ? undefined : toIsoDay(context.day);
      if (count === undefined) return date('PAST_REF');
      const value = shiftFrom(caught.text('unit'), -count, from);
      return value === undefined ? date('PAST_REF') : date(value, { deictic: true, ...aboutOf(caught) });
    },
  },
  {
    id: 'relative/units-ago',
    example: 'It was built [decades ago].',
    gives: 'PAST_REF',
    pattern: 'units ago',
    read: () => date('PAST_REF'),
  },
  {
    id: 'relative/later',
    example: 'The king died on 28 April 1945. [Two days later] the army gave up',
    gives: '1945-04-30',
    pattern: 'about? count:count|article|few unit:anyUnit mod:later|earlier|on',
    read: (caught, context) => {
      const back = caught.get('mod')?.kind === 'earlier';
      const count = toCount(caught);
      if (caught.get('mod')?.kind === 'on' && (caught.last.word !== 'on' || caught.after?.kind !== 'comma'))
        return undefined;
      if (count === undefined) return date(back ? 'PAST_REF' : 'FUTURE_REF');
      const from = context.last ?? (context.day === undefined ? undefined : toIsoDay(context.day));
      const value = shiftFrom(caught.text('unit'), back ? -count : count, from);
      return value === undefined ? undefined : date(value, { deictic: context.last === undefined, ...aboutOf(caught) });
    },
  },
  {
    id: 'relative/units-later',
    example: '[Weeks later], the port reopened',
    gives: 'FUTURE_REF',
    pattern: 'units mod:later|earlier',
    read: (caught) => date(caught.get('mod')?.kind === 'earlier' ? 'PAST_REF' : 'FUTURE_REF'),
  },
  {
    id: 'relative/weekend',
    example: 'Clashes broke out over [the weekend].',
    gives: '2023-09-16/2023-09-17',
    pattern: 'the unit:unit',
    read: (caught, context) => {
      if (caught.text('unit') !== 'WE') return undefined;
      const ahead = context.directionAt(caught.first) > 0 || (context.day !== undefined && weekdayOf(context.day) > 5);
      return shiftByMod(caught, context, ahead ? 0 : -1);
    },
  },
  {
    id: 'relative/season',
    example: 'Wheat fell [last summer].',
    gives: '2023-SU',
    pattern: 'the? mod:last|previous|next|following|this season:season|fall',
    read: (caught, context) => readSeason(caught, context, caught.number('mod')),
  },
  {
    id: 'relative/bare-season',
    example: 'The offensive began in [the spring].',
    gives: '2023-SP',
    pattern: 'the? season:season',
    read: (caught, context) => readSeason(caught, context, undefined),
  },
  {
    id: 'relative/the-fall',
    example: 'The rebels took the capital in [the fall].',
    gives: '2023-FA',
    pattern: 'the season:fall',
    read: (caught, context) => {
      const lead = caught.before?.word ?? '';
      if (caught.after?.kind === 'of' || !/^(?:in|by|during|until|since)$/.test(lead)) return undefined;
      return readSeason(caught, context, undefined);
    },
  },
  {
    id: 'relative/season-year',
    example: 'since [the summer of 1916] the front had stood',
    gives: '1916-SU',
    pattern: 'the? season:season|fall of|comma? year:year',
    read: (caught) => date(`${caught.number('year')}-${caught.text('season')}`, { explicit: true }),
  },
  {
    id: 'relative/year-season',
    example: 'the [1982 summer] offensive',
    gives: '1982-SU',
    pattern: 'year:year season:season',
    read: (caught) => date(`${caught.number('year')}-${caught.text('season')}`, { explicit: true }),
  },
  {
    id: 'relative/quarter',
    example: 'grew in [the first half of this year]',
    gives: '2023-H1',
    pattern: 'the? quarter:quarterName of mod:the|last|next|this unit:unit',
    read: (caught, context) => {
      const year = shiftUnit('Y', caught.number('mod'), context.day);
      if (year === undefined || caught.text('unit') !== 'Y') return undefined;
      return date(`${year}-${caught.text('quarter')}`, { deictic: true });
    },
  },
  {
    id: 'relative/the-past',
    example: 'In [the past], talks failed',
    gives: 'PAST_REF',
    pattern: 'the mod:last',
    read: (caught) => (caught.last.word === 'past' ? date('PAST_REF') : undefined),
  },
  {
    id: 'relative/reference',
    example: 'The army [now] holds the road',
    gives: 'PRESENT_REF',
    pattern: 'word:reference',
    read: (caught) => date(caught.text('word')),
  },
];

function dayFrom(context: TimeContext, shift: number): string {
  return context.day === undefined ? 'XXXX-XX-XX' : toIsoDay(context.day + shift);
}

function readModifiedWeekday(caught: Caught, context: TimeContext): Meaning {
  const weekday = caught.number('weekday');
  const mod = caught.number('mod');
  if (context.day === undefined) return date(`XXXX-WXX-${weekday}`);
  const now = weekdayOf(context.day);
  if (mod === 0) return date(toIsoDay(context.day - now + weekday), { deictic: true });
  const back = (now - weekday + 7) % 7 || 7;
  const ahead = (weekday - now + 7) % 7 || 7;
  return date(toIsoDay(mod < 0 ? context.day - back : context.day + ahead), { deictic: true });
}

/** Histories lean on the last date of the text, news on the day of publication. */
function isFromText(context: TimeContext): boolean {
  return context.last !== undefined && (context.narrative || context.day === undefined);
}

function shiftByMod(caught: Caught, context: TimeContext, mod: number): Meaning | undefined {
  if (isFromText(context)) return shiftByText(caught, context, mod);
  const value = shiftUnit(caught.text('unit'), mod, context.day);
  return value === undefined ? undefined : date(value, { deictic: context.day !== undefined });
}

function shiftByText(caught: Caught, context: TimeContext, mod: number): Meaning | undefined {
  const unit = caught.text('unit');
  if (unit.startsWith('T')) return undefined;
  const from = context.last ?? (context.day === undefined ? undefined : toIsoDay(context.day));
  const era = /^BC(\d{4})/.exec(from ?? '');
  if (era !== null && unit === 'Y') return date(`BC${pad(Number(era[1]) - mod, 4)}`);
  const partial = toPartialDate(from);
  if (unit === 'D' && partial !== undefined && partial.day === undefined) {
    return date(`${pad(partial.year, 4)}-${partial.month === undefined ? 'XX' : pad(partial.month)}-XX`);
  }
  const value = from === undefined ? unknownUnit[unit] : shiftUnit(unit, mod, anchorDay(from));
  return value === undefined
    ? undefined
    : date(value, { deictic: context.last === undefined && context.day !== undefined });
}

function withPart(meaning: Meaning | undefined, word: string | undefined): Meaning | undefined {
  if (meaning === undefined || word === undefined) return meaning;
  return { ...meaning, mod: word.startsWith('earl') ? 'START' : 'END' };
}

/** How many units: a number, one for an article; undefined for "several". */
export function toCount(caught: Caught): number | undefined {
  const value = caught.get('count')?.value;
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

export function aboutOf(caught: Caught): { mod?: string } {
  const mod = caught.first.kind === 'about' ? caught.first.value : '';
  return typeof mod === 'string' && mod !== '' ? { mod } : {};
}

const seasonMonth: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** "last" is the season that ended last, "next" the one that begins next; without a word the clause decides. */
function readSeason(caught: Caught, context: TimeContext, mod: number | undefined): Meaning {
  const season = caught.text('season');
  const last = isFromText(context) ? toPartialDate(context.last) : undefined;
  if (last === undefined && context.day === undefined) return date(`XXXX-${season}`);
  if (last !== undefined && mod === undefined) return date(`${pad(last.year, 4)}-${season}`);
  const now = last ?? toDate(context.day ?? 0);
  const month = now.month ?? seasonMonth[season] ?? 1;
  const behind = month - (seasonMonth[season] ?? 1);
  const direction = mod ?? context.directionAt(caught.first);
  let year = now.year;
  if (mod === 0) year += behind < -9 ? -1 : 0;
  else if (direction > 0) year += behind >= (mod === undefined ? 3 : 0) ? 1 : 0;
  else year -= behind < (mod === undefined ? 0 : 3) ? 1 : 0;
  return date(`${pad(year, 4)}-${season}`, { deictic: true });
}
