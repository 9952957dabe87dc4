import type { Filter } from './schema/filter.ts';
import type { Answer } from './store/store.ts';

/** So many items are asked of the store at a time: memory stays small however long the answer is. */
const pageSize = 200;

/** Follows a query's cursor to its end, to the filter's own `limit`, or until aborted. @throws `signal.reason` when aborted */
export async function* walk<T>(
  query: (filter: Filter) => Promise<Answer<T>>,
  filter: Filter = {},
  signal?: AbortSignal,
): AsyncGenerator<T> {
  let left = filter.limit ?? Number.POSITIVE_INFINITY;
  let cursor = filter.cursor;
  do {
    const answer = await query({ ...filter, limit: Math.min(left, pageSize), ...(cursor !== undefined && { cursor }) });
    for (const item of answer.items) {
      signal?.throwIfAborted();
      yield item;
    }
    left -= answer.items.length;
    cursor = answer.items.length === 0 ? undefined : answer.cursor;
  } while (cursor !== undefined && left > 0);
}
