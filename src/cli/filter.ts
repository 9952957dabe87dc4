import type { Filter } from '../schema/filter.ts';
import { parseFilter } from '../store/parse-filter.ts';

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

const words = [
  'actor',
  'source',
  'target',
  'type',
  'status',
  'from',
  'to',
  'place',
  'text',
  'language',
  'story',
  'sort',
] as const;

/**
 * Reads the filter words of a command line, by the one grammar that the API reads too.
 *
 * @param whenNoStatus  the statuses meant when none is named; absent = every status
 * @throws AnnalsError `FILTER_BAD_VALUE` with a suggestion
 */
export function filterOf(options: FilterOptions, whenNoStatus?: Filter['status']): Filter {
  return parseFilter(Object.fromEntries(words.map((word) => [word, options[word]])), whenNoStatus);
}
