import * as v from 'valibot';
import { COUNT_FIELDS } from '../store/filter-words.ts';
import { filterSchema } from '../store/parse-filter.ts';
import { HttpError } from './problem.ts';

/** The words after `?` by name, each with all its values; words without a value are left out, as forms send them. */
export type Words = Readonly<Record<string, readonly string[]>>;

/** The words that a route takes: what they mean goes into the OpenAPI document. Their values are read by `parseFilter`. */
export type TakenWords = v.ObjectSchema<v.ObjectEntries, undefined>;

const { limit: _limit, cursor: _cursor, sort: _sort, ...choice } = filterSchema.entries;

/** The query language, the same as the options of `annals query`. */
export const filterWords: TakenWords = filterSchema;

export const storyWords: TakenWords = v.object({
  ...filterSchema.entries,
  full: v.optional(v.pipe(v.picklist(['true', 'false']), v.description('true: whole records instead of summaries'))),
});

/** A count has no pages: it answers with all its rows. */
export const countWords: TakenWords = v.object({
  ...choice,
  by: v.pipe(v.string(), v.description(`Fields, separated by commas: ${COUNT_FIELDS.join(', ')}`)),
});

/**
 * Reads the words of a query string and refuses those that the route does not take.
 *
 * @throws HttpError 400 `QUERY_UNKNOWN_WORD`
 */
export function readWords(url: URL, takes: TakenWords | undefined): Words {
  const words: Record<string, string[]> = Object.create(null);
  const known = Object.keys(takes?.entries ?? {});
  for (const [name, value] of url.searchParams) {
    if (!known.includes(name)) {
      const hint = known.length === 0 ? 'It takes none.' : `It takes: ${known.join(', ')}.`;
      throw new HttpError(400, 'QUERY_UNKNOWN_WORD', `This route has no parameter "${name}". ${hint}`);
    }
    if (value.trim() !== '') words[name] = [...(words[name] ?? []), value];
  }
  return words;
}

/** Whether whole records are asked for. @throws HttpError 400 `QUERY_BAD_VALUE` */
export function readFull(full: readonly string[] = ['false']): boolean {
  const [value, ...more] = full;
  if (more.length > 0 || (value !== 'true' && value !== 'false')) {
    throw new HttpError(400, 'QUERY_BAD_VALUE', 'full: give it once, true or false.');
  }
  return value === 'true';
}
