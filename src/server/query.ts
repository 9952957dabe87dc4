import * as v from 'valibot';
import type { CountField, Filter } from '../schema/filter.ts';
import { HttpError } from './problem.ts';

/** The words after `?`: a word given twice is joined by a comma. */
export type Words = Readonly<Record<string, string>>;

const word = (description: string) => v.optional(v.pipe(v.string(), v.description(description)));

/** The words that choose events; the same as the options of `annals query`. */
const choice = {
  actor: word('A country or sector code, KOR:GOV for both, or part of an actor’s name, on either side of an event.'),
  source: word('The same, of the one who acts.'),
  target: word('The same, of the one acted upon.'),
  type: word('PLOVER types, separated by commas: AID,AGREE.'),
  status: word(
    'Statuses, separated by commas: happened, ongoing, planned, conditional, called-for, speculated, denied.',
  ),
  from: word('First day, ISO 8601 (2023-09-18, 2023-09 or 2023): events whose time meets the interval.'),
  to: word('Last day, inclusive.'),
  place: word('A country code, or part of a place’s name.'),
  text: word('Full text of the story.'),
  language: word('BCP 47 language of the story.'),
  story: word('Id of one story or page.'),
};

const paging = {
  limit: word('How many items at most.'),
  cursor: word('From the answer before, to go on.'),
  sort: word('date, -date, confidence, -confidence or rank.'),
};

export const filterWords = v.strictObject({ ...choice, ...paging });

export const storyWords = v.strictObject({
  ...choice,
  ...paging,
  full: v.optional(v.pipe(v.picklist(['true', 'false']), v.description('true: whole records instead of summaries.'))),
});

const countFields = [
  'day',
  'month',
  'year',
  'source',
  'target',
  'type',
  'act',
  'status',
  'quad',
  'language',
] as const satisfies readonly CountField[];

export const countWords = v.strictObject({
  ...choice,
  by: v.pipe(v.string(), v.nonEmpty(), v.description(`Fields, separated by commas: ${countFields.join(', ')}.`)),
});

/** What `/api/v1/count` is asked. */
export interface CountQuery {
  readonly by: readonly CountField[];
  readonly filter: Filter;
}

/**
 * The words of a query string. Empty words are left out, so that a form may send all its fields.
 *
 * @throws HttpError 400 `QUERY_UNKNOWN_WORD`, `QUERY_INVALID`
 */
export function readWords(url: URL, takes: v.GenericSchema | undefined): Words {
  const words: Record<string, string> = Object.create(null);
  for (const [name, value] of url.searchParams) {
    if (value.trim() === '') continue;
    words[name] = words[name] === undefined ? value : `${words[name]},${value}`;
  }
  const known = takes && 'entries' in takes ? Object.keys(takes.entries as object) : [];
  const unknown = Object.keys(words).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const hint = known.length === 0 ? 'It takes none.' : `It takes: ${known.join(', ')}.`;
    throw new HttpError(400, 'QUERY_UNKNOWN_WORD', `This route has no parameter "${unknown}". ${hint}`);
  }
  const checked = takes && v.safeParse(takes, { ...words });
  if (checked?.issues) {
    const [issue] = checked.issues;
    const name = issue.path?.map((step) => String(step.key)).join('.') ?? 'query';
    throw new HttpError(400, 'QUERY_INVALID', `"${name}": ${issue.message.replace(/^Invalid /, 'invalid ')}.`);
  }
  return words;
}

/** @throws HttpError 400 `QUERY_INVALID` */
export function readCount(words: Words): CountQuery {
  const { by = '', ...filter } = words;
  const fields = by.split(',').map((field) => field.trim());
  const unknown = fields.find((field) => !countFields.some((known) => known === field));
  if (unknown !== undefined) {
    const hint = `Count by any of: ${countFields.join(', ')}.`;
    throw new HttpError(400, 'QUERY_INVALID', `"by": there is no field "${unknown}". ${hint}`);
  }
  return { by: fields as CountField[], filter: readFilter(filter) };
}

/** The words of a filter, as the command line reads them too. */
export function readFilter(words: Words): Filter {
  const { type, status, limit, ...rest } = words;
  return {
    ...rest,
    ...(type && { type: type.split(',') }),
    ...(status && { status: status.split(',') }),
    ...(limit && { limit: Number(limit) }),
  } as Filter;
}
