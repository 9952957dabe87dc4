import type { Filter } from '../schema/filter.ts';
import { filterSchema, parseFilter } from '../store/parse-filter.ts';

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
  readonly sort?: string;
}

/** The words of the one grammar that are options of their own here; `--limit` counts items and answers are walked to their end. */
const words = (Object.keys(filterSchema.entries) as (keyof typeof filterSchema.entries)[]).filter(
  (word) => word !== 'limit' && word !== 'cursor',
);

/**
 * Reads the filter words of a command line, by the one grammar that the API reads too.
 *
 * @param whenNoStatus  the statuses meant when none is named; absent = every status
 * @throws AnnalsError `FILTER_BAD_VALUE` with a suggestion
 */
export function filterOf(options: FilterOptions, whenNoStatus?: Filter['status']): Filter {
  return parseFilter(Object.fromEntries(words.map((word) => [word, options[word]])), whenNoStatus);
}
