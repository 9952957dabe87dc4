import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Correction } from '../../schema/correction.ts';
import type { CountField, Filter } from '../../schema/filter.ts';
import type { Failure } from '../../schema/page.ts';
import { type Codes, loadCodes } from '../codes.ts';
import { toEventView } from '../event-view.ts';
import { unpackBytes } from '../pack.ts';
import { parseCorrection } from '../parse-correction.ts';
import { fromKey, toKey } from '../plain-text.ts';
import type { Store, StoredPage } from '../store.ts';
import { Connection, type OpenMode } from './connection.ts';
import { allCorrections, correct, storyOf } from './correct.ts';
import { countEvents } from './count-events.ts';
import { migrate } from './migrate.ts';
import { queryActors } from './query-actors.ts';
import { type MergeReports, queryClusters } from './query-clusters.ts';
import { queryEvents } from './query-events.ts';
import { queryQuotes } from './query-quotes.ts';
import { queryStories } from './query-stories.ts';
import { pageVersions, storyById } from './read-stories.ts';
import { recordFailures } from './record-failures.ts';
import { removePage, type Trace, wipeSteps } from './remove-page.ts';
import { retryBusy } from './retry-busy.ts';
import { type WriteOptions, writePages } from './write-pages.ts';

/** Opens a SQLite file as a store. @throws AnnalsError see docs/errors.md */
export async function openSqliteStore(
  path: string,
  options: { readonly create: boolean; readonly readOnly: boolean; readonly merge: MergeReports },
): Promise<Store> {
  const { create, readOnly, merge } = options;
  const connection = new Connection(path, readOnly ? readMode(path) : create ? 'rwc' : 'rw');
  try {
    await retryBusy(() => {
      connection.configure();
      migrate(connection, { readOnly });
    });
  } catch (error) {
    connection.close();
    throw error;
  }
  return new SqliteStore(connection, loadCodes(), merge, !readOnly);
}

/** Readers share a small file beside the store; where none can be made, as on a read-only disk, nobody writes either. */
function readMode(path: string): OpenMode {
  if (existsSync(`${path}-wal`)) return 'ro';
  try {
    accessSync(dirname(path), constants.W_OK);
    return 'ro';
  } catch {
    return 'immutable';
  }
}

/** How often, and after which pauses, a takedown tries to empty the write-ahead log: 5 s, longer than any query. */
const LOG_TRIES = 50;
const LOG_PAUSE_MS = 100;

/** Calls into SQLite are synchronous and short; a lock held by another process is waited for between them. */
class SqliteStore implements Store {
  readonly #connection: Connection;

  readonly #codes: Codes;

  readonly #merge: MergeReports;

  readonly #writes: boolean;

  constructor(connection: Connection, codes: Codes, merge: MergeReports, writes: boolean) {
    this.#writes = writes;
    this.#merge = merge;
    this.#codes = codes;
    this.#connection = connection;
  }

  async pages(ids: readonly string[]): Promise<ReadonlyMap<string, StoredPage>> {
    return this.#read((connection) => {
      const found = new Map<string, StoredPage>();
      for (const id of ids) {
        const page = storedPage(connection, id);
        if (page !== undefined) found.set(id, page);
      }
      return found;
    });
  }

  write(batch: Parameters<Store['write']>[0], options: WriteOptions) {
    return writePages(this.#connection, batch, options, this.#codes);
  }

  async recordFailures(failures: readonly Failure[], { now }: { readonly now: string }): Promise<void> {
    if (failures.length > 0) await this.#change((connection) => recordFailures(connection, failures, now));
  }

  story(id: string, options?: { readonly version?: number; readonly asRead?: boolean }) {
    return this.#read((connection) => storyById(connection, id, options));
  }

  versions(pageId: string) {
    return this.#read((connection) => pageVersions(connection, pageId));
  }

  original(pageId: string) {
    return this.#read((connection) => {
      const row = connection.get(
        `SELECT page.media_type, page.retrieved, original.bytes FROM page
         JOIN original ON original.sha256 = page.sha256 WHERE page.id = ?`,
        [toKey(pageId)],
      );
      if (row === undefined) return undefined;
      const retrieved = row.retrieved;
      return {
        bytes: unpackBytes(new Uint8Array(row.bytes as ArrayBuffer)),
        mediaType: fromKey(String(row.media_type)),
        ...(retrieved !== null && { retrieved: fromKey(String(retrieved)) }),
      };
    });
  }

  event(id: string) {
    return this.#read((connection) => {
      const story = storyById(connection, storyOf(id));
      const event = story?.events.find((one) => one.id === id);
      return story && event && toEventView(story, event);
    });
  }

  queryEvents(filter: Filter) {
    return this.#read((connection) => queryEvents(connection, filter));
  }

  queryStories(filter: Filter) {
    return this.#read((connection) => queryStories(connection, filter));
  }

  queryActors(filter: Filter) {
    return this.#read((connection) => queryActors(connection, filter));
  }

  queryQuotes(filter: Filter) {
    return this.#read((connection) => queryQuotes(connection, filter));
  }

  count(by: readonly CountField[], filter: Filter) {
    return this.#read((connection) => countEvents(connection, by, filter));
  }

  clusters(filter: Filter) {
    return this.#read((connection) => queryClusters(connection, filter, this.#merge));
  }

  async remove(pageId: string, trace: Trace): Promise<boolean> {
    const removed = await this.#change((connection) => removePage(connection, pageId, trace, this.#codes));
    if (removed) {
      for (const step of wipeSteps(this.#connection)) await retryBusy(step);
      // A long reader holds the log; the last connection to close empties it.
      for (let tries = 0; tries < LOG_TRIES && !this.#connection.truncateLog(); tries++) await wait(LOG_PAUSE_MS);
    }
    return removed;
  }

  async correct(corrections: readonly Correction[]) {
    const checked = corrections.map(parseCorrection);
    return this.#change((connection) => correct(connection, checked, this.#codes));
  }

  corrections() {
    return this.#read(allCorrections);
  }

  statistics() {
    return this.#read((connection) => {
      const count = (table: string, what = '*') =>
        Number(connection.get(`SELECT count(${what}) AS n FROM ${table}`)?.n);
      return {
        pages: count('page'),
        stories: count('story'),
        events: count('event'),
        actors: count('actor', 'DISTINCT identity'),
        quotes: count('quote'),
        failures: count('failure'),
        corrections: count('correction'),
        removed: count('removal', 'DISTINCT page_id'),
      };
    });
  }

  /** Leaves everything in the one file where no other process reads, so that copying it copies the store. */
  async close(): Promise<void> {
    if (this.#writes) this.#connection.truncateLog();
    this.#connection.close();
  }

  async #read<T>(work: (connection: Connection) => T): Promise<T> {
    return retryBusy(() => work(this.#connection));
  }

  async #change<T>(work: (connection: Connection) => T): Promise<T> {
    return retryBusy(() => this.#connection.transaction(() => work(this.#connection)));
  }
}

function storedPage(connection: Connection, id: string): StoredPage | undefined {
  const key = toKey(id);
  const page = connection.get('SELECT sha256, reader, version, added_at FROM page WHERE id = ?', [key]);
  if (page !== undefined) {
    return {
      id,
      sha256: String(page.sha256),
      reader: String(page.reader),
      version: Number(page.version),
      addedAt: String(page.added_at),
    };
  }
  const gone = connection.get(
    'SELECT sha256, added_at, version, removed_at FROM removal WHERE page_id = ? ORDER BY version DESC',
    [key],
  );
  return (
    gone && {
      id,
      sha256: String(gone.sha256),
      reader: '',
      version: Number(gone.version),
      addedAt: String(gone.added_at),
      removedAt: String(gone.removed_at),
    }
  );
}
