import { AnnalsError } from '../util/errors.ts';
import type { Store } from './store.ts';

/** Opens (and where allowed creates) the store at a path. */
export async function openStore(
  path: string,
  _options: { readonly create?: boolean; readonly readOnly?: boolean } = {},
): Promise<Store> {
  throw new AnnalsError('STORE_UNSUPPORTED', `No store driver for ${path}.`);
}
