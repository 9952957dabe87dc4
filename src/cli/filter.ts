import type { EventStatus } from '../schema/event.ts';
import type { CountField, Filter } from '../schema/filter.ts';
import { COUNT_FIELDS, EVENT_STATUSES, isEventType, PLOVER_TYPES } from '../store/filter-words.ts';
import { didYouMean } from './suggest.ts';
import { UsageError } from './usage-error.ts';

/** The filter words as commander gives them. */
export interface FilterOptions {
  readonly actor?: string;
  readonly source?: string;
  readonly target?: string;
  readonly type?: readonly string[];
  readonly status?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly place?: string;
  readonly text?: string;
  readonly language?: string;
  readonly story?: string;
  readonly sort?: NonNullable<Filter['sort']>;
}

/**
 * Reads the filter words of a command line.
 *
 * @param whenNoStatus  the statuses meant when none is named; absent = every status
 * @throws UsageError with a suggestion
 */
export function filterOf(options: FilterOptions, whenNoStatus?: NonNullable<Filter['status']>): Filter {
  const { type, status, from, to } = options;
  const wantsAll = status?.includes('all');
  const wanted = wantsAll ? undefined : (status?.map(knownStatus) ?? whenNoStatus);
  const words = pick(options, ['actor', 'source', 'target', 'place', 'text', 'language', 'story', 'sort']);
  const filter: Filter = {
    ...words,
    ...(type !== undefined && { type: type.map(knownType) }),
    ...(wanted !== undefined && { status: wanted }),
    ...(from !== undefined && { from: dayOf('--from', from, 'first') }),
    ...(to !== undefined && { to: dayOf('--to', to, 'last') }),
  };
  if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to) {
    throw new UsageError(`--from ${from} is after --to ${to}; nothing can lie between.`);
  }
  return filter;
}

function pick<K extends keyof FilterOptions>(options: FilterOptions, keys: readonly K[]): Pick<FilterOptions, K> {
  const given = keys.filter((key) => options[key] !== undefined).map((key) => [key, options[key]]);
  return Object.fromEntries(given);
}

function knownStatus(given: string): EventStatus {
  const found = EVENT_STATUSES.find((status) => status === given.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(
    `no status '${given}'.${didYouMean(given, [...EVENT_STATUSES, 'all'])} There are ${EVENT_STATUSES.join(', ')}; all.`,
  );
}

function knownType(given: string): string {
  const upper = given.toUpperCase();
  if (isEventType(upper)) return upper;
  throw new UsageError(
    `no event type '${given}'.${didYouMean(given, PLOVER_TYPES)} There are ${PLOVER_TYPES.join(', ')}.`,
  );
}

export function countFieldsOf(given: readonly string[]): readonly CountField[] {
  return given.map((name) => {
    const found = COUNT_FIELDS.find((field) => field === name.toLowerCase());
    if (found !== undefined) return found;
    throw new UsageError(
      `--by: no field '${name}'.${didYouMean(name, COUNT_FIELDS)} There are ${COUNT_FIELDS.join(', ')}.`,
    );
  });
}

/** The first or last day of a day, month or year: "2023-09" up to "2023-09-30". */
export function dayOf(option: string, given: string, which: 'first' | 'last'): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(given.trim()) ?? [];
  const firstMonth = which === 'first' ? '01' : '12';
  const inMonth = month ?? firstMonth;
  const lastDay = new Date(Date.UTC(Number(year), Number(inMonth), 0)).getUTCDate();
  const inDay = day ?? (which === 'first' ? '01' : String(lastDay).padStart(2, '0'));
  const known =
    year !== undefined &&
    Number(inMonth) >= 1 &&
    Number(inMonth) <= 12 &&
    Number(inDay) >= 1 &&
    Number(inDay) <= lastDay;
  if (known) return `${year}-${inMonth}-${inDay}`;
  throw new UsageError(`${option}: '${given}' is no day, month or year; write it like 2023-09-18, 2023-09 or 2023.`);
}
