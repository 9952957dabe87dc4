import { existsSync, statSync } from 'node:fs';
// The store may not know the stages; here alone it is handed the pure function that joins reports for `clusters`.
// biome-ignore lint/style/noRestrictedImports: see the line above
import { mergeReports } from '../merge/merge-reports.ts';
import { AnnalsError } from '../util/errors.ts';
import type { Store } from './store.ts';

/**
 * Opens the store at a path; with `create`, makes it when there is none.
 *
 * @throws AnnalsError STORE_MISSING, STORE_NOT_ANNALS, STORE_NEWER, STORE_READ_ONLY, STORE_BUSY … (docs/errors.md)
 */
export async function openStore(
  path: string,
  options: { readonly create?: boolean; readonly readOnly?: boolean } = {},
): Promise<Store> {
  const { create = false, readOnly = false } = options;
  if (!existsSync(path) && (readOnly || !create)) {
    throw new AnnalsError('STORE_MISSING', `There is no store at ${path}; "annals add" makes one.`, { input: path });
  }
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new AnnalsError('STORE_NOT_ANNALS', `${path} is a folder; a store is one file.`, { input: path });
  }
  // Loaded here, so that commands without a store never load the database's native code.
  const { openSqliteStore } = await import('./sqlite/sqlite-store.ts');
  return openSqliteStore(path, { create, readOnly, merge: mergeReports });
}
