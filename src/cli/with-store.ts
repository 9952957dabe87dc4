import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';

export interface StoreOptions {
  readonly store?: string;
}

/** The store a command works on: the flag, else ANNALS_STORE, else news.annals here. */
export function storePath({ store }: StoreOptions): string {
  return store ?? (process.env.ANNALS_STORE || 'news.annals');
}

/** Opens the store, works with it, and closes it whatever happens. @throws AnnalsError `STORE_…` */
export async function withStore<T>(
  path: string,
  access: { readonly create?: boolean; readonly readOnly?: boolean },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore(path, access);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
