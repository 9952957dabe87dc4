import type { Page } from '../../schema/page.ts';
import type { Story } from '../../schema/story.ts';
import type { Codes } from '../codes.ts';
import { packBytes, packRecord, unpackRecord } from '../pack.ts';
import { toKey } from '../plain-text.ts';
import { readerKey } from '../reader-key.ts';
import { pageRow } from '../rows.ts';
import type { ReadPage, WriteOutcome } from '../store.ts';
import type { Connection } from './connection.ts';
import { correctionsOf, type StoredCorrection, saveStates } from './read-corrections.ts';
import { readyStories } from './ready-stories.ts';
import { retryBusy } from './retry-busy.ts';
import { deleteStories, insert, insertStory, type ReadyStory } from './write-story.ts';

export interface WriteOptions {
  readonly now: string;
  readonly reread?: boolean;
}

/**
 * Writes pages in one transaction. What is costly (packing, splitting text into search words) happens before it begins,
 * so that other writers wait as little as possible.
 */
export async function writePages(
  connection: Connection,
  batch: readonly ReadPage[],
  options: WriteOptions,
  codes: Codes,
): Promise<readonly WriteOutcome[]> {
  if (batch.length === 0) return [];
  const ready = new Map<ReadPage, Ready>();
  for (const item of batch) {
    const decision = await retryBusy(() => decide(connection, item, options));
    if (decision === 'new') ready.set(item, makeReady(connection, item, codes));
  }
  return retryBusy(() =>
    connection.transaction(() =>
      batch.map((item) => {
        const decision = decide(connection, item, options);
        if (decision === 'unchanged' || decision === 'removed') return decision;
        // A page stored before may have corrections, also ones made a moment ago: it is made ready under the lock.
        const made = decision === 'new' ? ready.get(item) : undefined;
        writePage(connection, item, decision, options.now, made ?? makeReady(connection, item, codes));
        return decision;
      }),
    ),
  );
}

interface Ready {
  readonly bytes: Uint8Array;
  readonly stories: readonly ReadyStory[];
  readonly corrections: readonly StoredCorrection[];
  readonly applied: readonly boolean[];
}

function makeReady(connection: Connection, { page, stories }: ReadPage, codes: Codes): Ready {
  const corrections = correctionsOf(connection, toKey(page.id));
  const { ready, applied } = readyStories(stories, corrections, codes);
  return { bytes: packBytes(page.bytes), stories: ready, corrections, applied };
}

function decide(connection: Connection, { page, stories }: ReadPage, options: WriteOptions): WriteOutcome {
  const id = toKey(page.id);
  if (connection.get('SELECT 1 FROM removal WHERE page_id = ?', [id]) !== undefined) return 'removed';
  const stored = connection.get('SELECT sha256, reader FROM page WHERE id = ?', [id]);
  if (stored === undefined) {
    const gone = connection.get('SELECT 1 FROM removal WHERE sha256 = ?', [page.sha256]);
    return gone === undefined ? 'new' : 'removed';
  }
  if (stored.sha256 !== page.sha256) {
    return connection.get('SELECT 1 FROM removal WHERE sha256 = ?', [page.sha256]) === undefined
      ? 'changed'
      : 'removed';
  }
  return stored.reader !== readerOf(stories) && options.reread === true ? 'changed' : 'unchanged';
}

function writePage(
  connection: Connection,
  item: ReadPage,
  decision: 'new' | 'changed',
  now: string,
  { bytes, stories, corrections, applied }: Ready,
): void {
  const { page } = item;
  connection.run('INSERT INTO original (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
    page.sha256,
    page.bytes.length,
    bytes,
  ]);
  const key = decision === 'new' ? insertPage(connection, item, now) : replacePage(connection, item, now);
  for (const [position, story] of stories.entries()) insertStory(connection, key, position, story);
  saveStates(connection, corrections, applied);
  connection.run('DELETE FROM failure WHERE page_id = ?', [toKey(page.id)]);
}

function insertPage(connection: Connection, { page, stories }: ReadPage, now: string): number {
  const reader = readerOf(stories);
  const row = pageRow(page);
  const key = insert(connection, 'page', { ...row, version: 1, reader, added_at: now, changed_at: now });
  insertVersion(connection, key, page, { version: 1, made_at: now, cause: 'new', reader });
  return key;
}

/** Moves the current records into their version row and makes room for the new ones. */
function replacePage(connection: Connection, { page, stories }: ReadPage, now: string): number {
  const stored = connection.get('SELECT key, version, sha256 FROM page WHERE id = ?', [toKey(page.id)]) ?? {};
  const key = Number(stored.key);
  const version = Number(stored.version) + 1;
  const old = connection.all('SELECT record FROM story WHERE page = ? ORDER BY number', [key]);
  const records = old.map(({ record }) => unpackRecord<Story>(record as Uint8Array));
  connection.run('UPDATE version SET stories = ? WHERE page = ? AND version = ?', [
    packRecord(records),
    key,
    version - 1,
  ]);
  deleteStories(connection, key);
  const reader = readerOf(stories);
  const { id: _, ...row } = pageRow(page);
  const cells = { ...row, version, reader, changed_at: now };
  const sets = Object.keys(cells).map((column) => `${column} = ?`);
  connection.run(`UPDATE page SET ${sets.join(', ')} WHERE key = ?`, [...Object.values(cells), key]);
  const cause = stored.sha256 === page.sha256 ? 'reader' : 'bytes';
  insertVersion(connection, key, page, { version, made_at: now, cause, reader });
  return key;
}

function insertVersion(
  connection: Connection,
  page: number,
  { sha256, mediaType, retrieved }: Page,
  row: { readonly version: number; readonly made_at: string; readonly cause: string; readonly reader: string },
): void {
  insert(connection, 'version', {
    page,
    ...row,
    sha256,
    media_type: toKey(mediaType),
    retrieved: retrieved === undefined ? null : toKey(retrieved),
  });
}

/** Empty for a page without stories: nothing was read from it by any reader. */
function readerOf(stories: readonly Story[]): string {
  return stories[0] === undefined ? '' : readerKey(stories[0].reader);
}
