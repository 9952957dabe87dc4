import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { toStoreError } from './store-error.ts';

export type Value = string | number | null | Uint8Array;
/** `immutable` reads without any lock: only for a file that nobody can write. */
export type OpenMode = 'ro' | 'rw' | 'rwc' | 'immutable';
export type Row = Readonly<Record<string, unknown>>;

/** Pages of the write-ahead log before it is folded into the file; the default of 1,000 costs a third of ingest. */
const CHECKPOINT_PAGES = 16_000;
/** How long SQLite itself waits for a lock, blocking this process; longer waits go through `retryBusy`, which does not. */
const BUSY_TIMEOUT_MS = 250;
const CACHE_KIB = 64_000;
/** Writing needs about 60; queries of every shape would fill the memory of a server that runs for months. */
const MAX_STATEMENTS = 300;

/** A thin SQLite connection: statements prepared once, errors turned into `AnnalsError`. All calls are synchronous. */
export class Connection {
  readonly path: string;
  #database: Database.Database;
  #statements = new Map<string, Database.Statement>();

  /** @throws AnnalsError STORE_UNUSABLE */
  constructor(path: string, mode: OpenMode) {
    this.path = path;
    const options = mode === 'immutable' ? 'mode=ro&immutable=1' : `mode=${mode}`;
    this.#database = this.#guard(() => new Database(`${pathToFileURL(path).href}?${options}`));
  }

  all(sql: string, parameters: readonly Value[] = []): Row[] {
    return this.#guard(() => this.#prepare(sql).all([...parameters]) as Row[]);
  }

  get(sql: string, parameters: readonly Value[] = []): Row | undefined {
    return this.all(sql, parameters)[0];
  }

  /** @returns the key of the row inserted last */
  run(sql: string, parameters: readonly Value[] = []): number {
    return this.#guard(() => Number(this.#prepare(sql).run([...parameters]).lastInsertRowid));
  }

  exec(sql: string): void {
    this.#guard(() => this.#database.exec(sql));
  }

  /** Durability is set here and never left to a package's default: FULL keeps a commit through a power failure. */
  configure(): void {
    this.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    this.exec(
      `PRAGMA cache_size = -${CACHE_KIB}; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON`,
    );
    this.exec(`PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  }

  /** Runs `work` in one write transaction. @throws AnnalsError STORE_BUSY when another writer holds the lock */
  transaction<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * Folds the write-ahead log into the file and empties it, so that nothing deleted is left there.
   *
   * @returns false while another process still reads from the log
   */
  truncateLog(): boolean {
    return Number(this.get('PRAGMA wal_checkpoint(TRUNCATE)')?.busy) === 0;
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > MAX_STATEMENTS && oldest !== undefined) this.#statements.delete(oldest);
    return statement;
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw toStoreError(error, this.path);
    }
  }
}
