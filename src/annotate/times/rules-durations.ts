import { addMonths, toIsoDay } from './calendar.ts';
import type { Meaning } from './meaning.ts';
import { date, shiftFrom, unknownUnit } from './resolve-date.ts';
import { aboutOf } from './rules-relative.ts';
import type { Caught, TimeContext, TimeRule } from './time-rule.ts';

/** Farther ahead nobody plans: "the first visit in 56 years" looks back. */
const maxAhead = 30;

/** Farther than this (five centuries) a length of time is placed on no calendar. */
const maxMonths = 6000;

/** Lengths of time and times that come again. */
export const durationRules: readonly TimeRule[] = [
  {
    id: 'duration/counted',
    example: 'after [more than three years] of war',
    gives: 'P3Y',
    pattern: 'about? count:count|few andHalf? dash? unit:anyUnit ( dash? long )?',
    read: (caught) => readDuration(caught),
  },
  {
    id: 'duration/counted-with-adjective',
    example: 'fought for [two bloody weeks] there',
    gives: 'P2W',
    pattern: 'about? count:count|few adjective:other unit:units',
    read: (caught) => (caught.get('adjective')?.upos === 'ADJ' ? readDuration(caught) : undefined),
  },
  {
    id: 'duration/article',
    example: 'The siege lasted [nearly a month].',
    gives: 'P1M',
    pattern: 'about? count:article andHalf? unit:unit',
    read: (caught) =>
      /^T[SM]$/.test(caught.text('unit')) || caught.after?.kind === 'dash' ? undefined : readDuration(caught),
  },
  {
    id: 'duration/half',
    example: 'within [half an hour] of the blast',
    gives: 'PT0.5H',
    pattern: 'about? half:half dash? unit:unit',
    read: (caught) => duration(caught, '0.5'),
  },
  {
    id: 'duration/unit-long',
    example: 'the [month-long] curfew',
    gives: 'P1M',
    pattern: 'unit:unit dash? long:long',
    read: (caught) => (caught.number('long') === 0 ? duration(caught, '1') : undefined),
  },
  {
    id: 'duration/units',
    example: 'They have talked for [months].',
    gives: 'PXM',
    pattern: 'about? unit:units ( dash long )?',
    read: (caught) => {
      const lead = caught.before?.word ?? '';
      const led = /^(?:for|after|over|of|within|in|during|through|took|taken|many|spent|last|lasted)$/.test(lead);
      return (led || caught.last.kind === 'long') && caught.text('unit') !== 'WE' ? duration(caught, 'X') : undefined;
    },
  },
  {
    id: 'duration/past-or-coming',
    example: 'exports fell over [the past three years]',
    gives: 'P3Y',
    pattern: 'the? mod:last|previous|next|following|ordinal count:count|few unit:anyUnit',
    read: (caught, context) => withCover(readDuration(caught), caught, context),
  },
  {
    id: 'duration/the-past-unit',
    example: 'prices doubled over [the past year]',
    gives: 'P1Y',
    pattern: 'the mod:last|next unit:unit',
    read: (caught, context) =>
      caught.text('unit') === 'WE' ? undefined : withCover(duration(caught, '1'), caught, context),
  },
  {
    id: 'duration/coming-units',
    example: 'in [the following days] aid arrived',
    gives: 'PXD',
    pattern: 'the? mod:last|previous|next|following|these unit:units',
    read: (caught) => duration(caught, 'X'),
  },
  {
    id: 'duration/in-future',
    example: 'Voters will go to the polls in [three weeks].',
    gives: '2023-W41',
    pattern: 'lead:in about? count:count|article unit:anyUnit',
    read: (caught, context) => {
      const count = caught.get('count')?.value;
      if (caught.number('lead') !== 0 || typeof count !== 'number') return undefined;
      if (context.directionAt(caught.first) <= 0 || context.day === undefined || context.narrative) return undefined;
      if (/^(?:time|first|most|best|worst|largest|biggest)$/.test(caught.before?.word ?? '') || count > maxAhead)
        return undefined;
      const value = shiftFrom(caught.text('unit'), count, toIsoDay(context.day));
      return value === undefined ? undefined : date(value, { deictic: true });
    },
  },
  {
    id: 'set/every-unit',
    example: 'They protest [every Friday].',
    gives: 'XXXX-WXX-5',
    pattern: 'every what:unit|weekday|month|part|season',
    read: (caught) => {
      const what = caught.get('what');
      return what === undefined ? undefined : { type: 'set', value: toSet(what.kind, what.value) };
    },
  },
  {
    id: 'set/every-units',
    example: 'elections [every four years]',
    gives: 'P4Y',
    pattern: 'every count:count unit:units',
    read: (caught) => ({ ...duration(caught, String(caught.number('count'))), type: 'set' }),
  },
  {
    id: 'set/weekdays',
    example: 'open on [Sundays]',
    gives: 'XXXX-WXX-7',
    pattern: 'what:weekdays',
    read: (caught) => ({ type: 'set', value: `XXXX-WXX-${caught.number('what')}` }),
  },
  {
    id: 'set/adverb',
    example: 'The two sides meet [annually].',
    gives: 'XXXX',
    pattern: 'what:adverb',
    read: (caught) => ({ type: 'set', value: caught.text('what') }),
  },
];

function readDuration(caught: Caught): Meaning | undefined {
  const count = caught.get('count');
  const unit = caught.text('unit');
  const aged = caught.get('unit') !== caught.last && caught.last.kind === 'long' && caught.last.value === 1;
  if (count === undefined || aged || isAge(caught)) return undefined;
  if (unit === 'TS' && caught.get('unit')?.kind === 'unit') return undefined;
  if (count.kind === 'few' && /^(?:some|many|various|few)$/.test(count.word) && caught.get('unit')?.kind === 'unit')
    return undefined;
  const half = caught.first !== caught.last && hasHalf(caught) ? '.5' : '';
  return duration(caught, `${count.value}${half}`);
}

/** "the past three years" ends, "the next two weeks" begins, on the day of publication. */
function withCover(meaning: Meaning | undefined, caught: Caught, { day, narrative }: TimeContext): Meaning | undefined {
  const count = caught.get('count') === undefined ? 1 : Number(caught.get('count')?.value);
  const mod = caught.get('mod');
  const unit = caught.text('unit');
  const fits = /^(?:D|W|M|Y|DE|CE)$/.test(unit) && Number.isInteger(count) && /^(?:last|next)$/.test(mod?.kind ?? '');
  if (meaning === undefined || day === undefined || narrative || !fits) return meaning;
  const other = shiftDays(day, Number(mod?.value) * count, unit);
  if (other === undefined) return meaning;
  const [from, to] = other < day ? [other, day] : [day, other];
  return { ...meaning, covers: { from: toIsoDay(from), to: toIsoDay(to) } };
}

function shiftDays(day: number, count: number, unit: string): number | undefined {
  if (unit === 'D' || unit === 'W') return day + count * (unit === 'D' ? 1 : 7);
  const months = { M: 1, Y: 12, DE: 120, CE: 1200 }[unit];
  if (months === undefined || Math.abs(months * count) > maxMonths) return undefined;
  return addMonths(day, months * count);
}

function hasHalf(caught: Caught): boolean {
  return caught.kinds.includes('andHalf');
}

/** "a 24-year-old man" tells an age, no time. */
function isAge(caught: Caught): boolean {
  return (
    caught.after?.kind === 'long' ||
    caught.after?.word === 'old' ||
    (caught.after?.kind === 'dash' && caught.text('unit') === 'Y' && caught.afterThat?.word === 'old')
  );
}

function duration(caught: Caught, count: string): Meaning {
  const unit = caught.text('unit');
  const length = unit === 'F' ? [String(Number(count) * 2), 'W'] : [count, unit];
  const [amount = '1', letter = 'D'] = unit === 'F' && count === 'X' ? ['X', 'W'] : length;
  const value = letter.startsWith('T') ? `PT${amount}${letter.slice(1)}` : `P${amount}${letter === 'N' ? 'D' : letter}`;
  return { type: 'duration', value, ...aboutOf(caught) };
}

function toSet(kind: string, value: number | string): string {
  if (kind === 'weekday') return `XXXX-WXX-${value}`;
  if (kind === 'month') return `XXXX-${String(value).padStart(2, '0')}`;
  if (kind === 'part') return `XXXX-XX-XXT${value}`;
  if (kind === 'season') return `XXXX-${value}`;
  return unknownUnit[value] ?? `P1${value}`;
}
