import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src/store/open-store.ts';
import type { ReadPage } from '../src/store/store.ts';

export interface Ingest {
  readonly storesPerSecond: number;
  /** The limit beside it: the same records appended as lines of JSON, flushed to disk after each batch. */
  readonly appendsPerSecond: number;
  readonly bytesPerStory: number;
}

// As `annals add` writes: one transaction for so many pages.
const BATCH = 50;

/** Stores pages in a new store on this disk, batch by batch, each durable before the next. */
export async function timeIngest(pages: readonly ReadPage[]): Promise<Ingest> {
  const folder = mkdtempSync(join(tmpdir(), 'annals-bench-'));
  try {
    const path = join(folder, 'bench.annals');
    const store = await openStore(path, { create: true });
    let start = performance.now();
    for (const batch of batches(pages)) await store.write(batch, { now: '2024-01-01T00:00:00Z' });
    const storing = performance.now() - start;
    await store.close();
    const file = openSync(join(folder, 'lines.jsonl'), 'w');
    start = performance.now();
    for (const batch of batches(pages)) {
      writeSync(file, batch.map(({ stories }) => `${JSON.stringify(stories)}\n`).join(''));
      fsyncSync(file);
    }
    const appending = performance.now() - start;
    closeSync(file);
    // With the write-ahead log, which may hold all of it until the next reader comes.
    const bytes = ['', '-wal'].reduce(
      (n, suffix) => n + (statSync(path + suffix, { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
    const stories = pages.reduce((n, p) => n + p.stories.length, 0);
    return {
      storesPerSecond: (1000 * stories) / storing,
      appendsPerSecond: (1000 * stories) / appending,
      bytesPerStory: bytes / stories,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function* batches(pages: readonly ReadPage[]): Generator<readonly ReadPage[]> {
  for (let i = 0; i < pages.length; i += BATCH) yield pages.slice(i, i + BATCH);
}
