import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open-store.ts';
import type { ReadPage, Store } from '../../src/store/store.ts';

/** A real store in a folder of its own, holding these pages; `remove` closes and deletes it. */
export async function tempStore(pages: readonly ReadPage[]): Promise<{ store: Store; remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'annals-store-'));
  const store = await openStore(join(folder, 'test.annals'), { create: true });
  if (pages.length > 0) await store.write(pages, { now: '2024-03-15T00:00:00Z' });
  return {
    store,
    async remove() {
      await store.close().catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
