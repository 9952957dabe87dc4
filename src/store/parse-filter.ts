import * as v from 'valibot';
import type { CountField, Filter } from '../schema/filter.ts';
import { AnnalsError } from '../util/errors.ts';
import { MAX_LIMIT } from './cursor.ts';
import { COUNT_FIELDS, EVENT_STATUSES, isEventType, PLOVER_TYPES, SORTS } from './filter-words.ts';
import { nearestWord } from './nearest-word.ts';

/** Words of a query as they come from options or a URL: a list may be one string with commas, or repeated. */
export type FilterInput = Readonly<Record<string, string | readonly string[] | undefined>>;

const word = (says: string) => v.optional(v.pipe(v.string(), v.description(says)));
const PARTY = 'a country code (KOR), a sector code (GOV), both (KOR:GOV), or whole words of a name (Yoon, Yoon*)';

/**
 * The query language, each word with what it means: the source of the options' help and of the API's document. All
 * values are strings; `parseFilter` turns them into a `Filter`.
 */
export const filterSchema = v.object({
  actor: word(`A party on either side: ${PARTY}`),
  source: word(`Who acts: ${PARTY}`),
  target: word(`Who is acted upon: ${PARTY}`),
  type: word('Event types, separated by commas: AID,ASSAULT'),
  status: word('Statuses, separated by commas: happened,planned; all for every one'),
  from: word('First day: 2023-09-18, 2023-09 or 2023'),
  to: word('Last day, inclusive: 2023-09-18, 2023-09 or 2023'),
  place: word('A country code (UKR), or whole words of a place name'),
  text: word('Words of the story; "a phrase", -not, begin*, one OR other'),
  language: word('Language of the story: en, de, zh-Hant'),
  story: word('Id of one story or page'),
  limit: word(`How many at most, 1 to ${MAX_LIMIT}`),
  cursor: word('From the answer before, to go on'),
  sort: word(`One of ${SORTS.join(', ')}`),
});

/** What counts and event tables take when no status is named: a planned or denied deed is no deed. */
export const DONE = ['happened', 'ongoing'] as const;

type FilterWord = keyof typeof filterSchema.entries;
const WORDS = Object.keys(filterSchema.entries) as FilterWord[];

/**
 * Reads the words of a query. An empty value is no restriction, as forms send it.
 *
 * @param whenNoStatus  the statuses meant when none is named; absent = every status, as `all` asks for
 * @throws AnnalsError FILTER_UNKNOWN_WORD, FILTER_BAD_VALUE; both name the word, and the nearest valid one
 */
export function parseFilter(input: FilterInput, whenNoStatus?: Filter['status']): Filter {
  const words = new Map<FilterWord, string[]>();
  for (const [key, value] of Object.entries(input)) {
    if (!(WORDS as string[]).includes(key)) throw refuseWord(key);
    const values = [value ?? []].flat().filter((one) => one.trim() !== '');
    if (values.length > 0) words.set(key as FilterWord, values);
  }
  const one = (key: FilterWord): string | undefined => {
    const values = words.get(key);
    if (values !== undefined && values.length > 1) throw refuse(key, 'is given more than once');
    return values?.[0]?.trim();
  };
  const [from, to] = [one('from'), one('to')];
  const filter = {
    actor: one('actor'),
    source: one('source'),
    target: one('target'),
    type: listOf(words.get('type'))?.map(parseType),
    status: words.has('status') ? parseStatuses(listOf(words.get('status')) ?? []) : whenNoStatus,
    from: from && parseDay('from', from, 0),
    to: to && parseDay('to', to, 1),
    place: one('place'),
    text: one('text'),
    language: parseLanguage(one('language')),
    story: one('story'),
    limit: parseLimit(one('limit')),
    cursor: one('cursor'),
    sort: words.has('sort') ? choose('sort', one('sort') ?? '', SORTS) : undefined,
  };
  if (filter.from && filter.to && filter.from > filter.to) {
    throw refuse('from', `is ${filter.from}, after "to", ${filter.to}; swap them`);
  }
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** Reads the fields of a count: "month,source,target". @throws AnnalsError FILTER_BAD_VALUE */
export function parseCountFields(input: string | readonly string[]): CountField[] {
  const fields = (listOf([input].flat()) ?? []).map((field) => choose('by', field.toLowerCase(), COUNT_FIELDS));
  if (fields.length === 0) throw refuse('by', `names no field; one or more of ${COUNT_FIELDS.join(', ')}`);
  return [...new Set(fields)];
}

function listOf(values: readonly string[] | undefined): string[] | undefined {
  const all = values?.flatMap((value) => value.split(',')).map((value) => value.trim());
  return all?.filter((value) => value !== '');
}

function parseStatuses(values: readonly string[]): Filter['status'] {
  const statuses = values.map((value) => value.toLowerCase());
  return statuses.includes('all') ? undefined : statuses.map((status) => choose('status', status, EVENT_STATUSES));
}

function parseType(value: string): string {
  const type = value.toUpperCase();
  if (isEventType(type)) return type;
  throw refuse('type', `"${value}" is not an event type${hint(type, PLOVER_TYPES)}`);
}

/** A year or a month stands for its first day, or with `end` 1 for its last. */
function parseDay(key: 'from' | 'to', value: string, end: 0 | 1): string {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value);
  if (parts !== null) {
    const [year, month, day] = parts.slice(1).map((part) => part && Number(part));
    const last = end === 0 ? 1 : new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
    const iso = [parts[1], parts[2] ?? (end === 0 ? '01' : '12'), parts[3] ?? String(last).padStart(2, '0')].join('-');
    const date = new Date(`${iso}T00:00:00Z`);
    const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
    if (real && (day === undefined || Number(day) > 0)) return iso;
  }
  throw refuse(key, `"${value}" is not a day; write 2023-09-18, 2023-09 or 2023`);
}

function parseLanguage(value: string | undefined): string | undefined {
  if (value === undefined || /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(value)) return value;
  throw refuse('language', `"${value}" is not a language tag; write en, de or zh-Hant`);
}

function parseLimit(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const limit = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw refuse('limit', `"${value}" is not a number from 1 to ${MAX_LIMIT}; for more, go on with the cursor`);
}

function choose<T extends string>(key: string, value: string, options: readonly T[]): T {
  const found = options.find((option) => option === value);
  if (found === undefined) throw refuse(key, `"${value}" is not one of them${hint(value, options)}`);
  return found;
}

function hint(typed: string, options: readonly string[]): string {
  const nearest = nearestWord(typed, options);
  return nearest === undefined ? `; one of ${options.join(', ')}` : `; did you mean "${nearest}"?`;
}

function refuseWord(key: string): AnnalsError {
  return new AnnalsError('FILTER_UNKNOWN_WORD', `There is no query word "${key}"${hint(key, WORDS)}`, { input: key });
}

function refuse(key: string, problem: string): AnnalsError {
  return new AnnalsError('FILTER_BAD_VALUE', `${key}: ${problem}.`.replace('?.', '?'), { input: key });
}
