import type { Filter } from '../../src/schema/filter.ts';
import type { Answer, Store } from '../../src/store/store.ts';

/** One empty store that a test may fill, and how to open it once more. */
export interface StoreFixture {
  readonly store: Store;
  /** Closes it and opens it again, as another run of the program would. */
  reopen(): Promise<Store>;
  /** Closes it and deletes what it left. */
  dispose(): Promise<void>;
}

/** What each part of the contract needs: the store of the running test. */
export interface Subject {
  readonly store: () => Store;
  readonly reopen: () => Promise<Store>;
}

export const now = '2026-01-02T03:04:05Z';

/** All items of a query, page by page. */
export async function allPages<T>(query: (filter: Filter) => Promise<Answer<T>>, filter: Filter): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const answer = await query({ ...filter, ...(cursor !== undefined && { cursor }) });
    items.push(...answer.items);
    cursor = answer.cursor;
  } while (cursor !== undefined);
  return items;
}
