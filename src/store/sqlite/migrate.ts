import { readFileSync } from 'node:fs';
import { AnnalsError } from '../../util/errors.ts';
import type { Connection } from './connection.ts';

/** "ANLS": marks a SQLite file as a store, so that tools such as `file` and Annals itself know it. */
const APPLICATION_ID = 0x414e4c53;

/** In order; a number once released never changes. */
const MIGRATIONS: readonly { readonly number: number; readonly files: readonly string[] }[] = [
  { number: 1, files: ['0001_init.sql', '0001_full_text.sqlite.sql'] },
];

/** The version of the tables that this release writes. */
export const STORE_VERSION = MIGRATIONS.length;

/**
 * Brings a store to the newest version of its tables; an empty file becomes a store where `create` allows it.
 *
 * @throws AnnalsError STORE_NOT_ANNALS, STORE_NEWER, STORE_OLDER (read-only and not yet migrated)
 */
export function migrate(connection: Connection, options: { readonly readOnly: boolean }): void {
  const before = storeVersion(connection);
  if (before === STORE_VERSION) {
    if (!options.readOnly) forgetTextStatistics(connection);
    return;
  }
  if (options.readOnly) throw refuseOlder(connection.path, before);
  // The journal mode is kept in the file, and cannot be set inside a transaction.
  connection.exec('PRAGMA journal_mode = WAL');
  connection.transaction(() => {
    const current = storeVersion(connection);
    for (const { number, files } of MIGRATIONS) {
      if (number <= current) continue;
      for (const file of files) connection.exec(readSql(file));
      connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
      const now = new Date().toISOString();
      connection.run('INSERT INTO migration (number, name, applied_at) VALUES (?, ?, ?)', [
        number,
        files.join(' '),
        now,
      ]);
    }
  });
}

/**
 * An ANALYZE of the whole database (some tools run it) while the full-text tables are small makes every merge of their
 * segments scan them: 16 stories a second instead of 400, as measured. Their statistics are taken away again.
 */
function forgetTextStatistics(connection: Connection): void {
  if (connection.get("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'") === undefined) return;
  const shadow = "tbl LIKE 'story\\_text%' ESCAPE '\\' OR tbl LIKE 'quote\\_text%' ESCAPE '\\'";
  if (connection.get(`SELECT 1 FROM sqlite_stat1 WHERE ${shadow}`) === undefined) return;
  connection.run(`DELETE FROM sqlite_stat1 WHERE ${shadow}`);
}

/** 0 for an empty file. */
function storeVersion(connection: Connection): number {
  const { path } = connection;
  const tables = Number(connection.get('SELECT count(*) AS n FROM sqlite_master')?.n);
  const mark = Number(connection.get('PRAGMA application_id')?.application_id);
  if (tables === 0 && (mark === 0 || mark === APPLICATION_ID)) return 0;
  if (mark !== APPLICATION_ID) {
    throw new AnnalsError('STORE_NOT_ANNALS', `${path} is a database, but not an Annals store; name another file.`, {
      input: path,
    });
  }
  const version = Number(connection.get('SELECT max(number) AS n FROM migration')?.n);
  if (version > STORE_VERSION) {
    throw new AnnalsError(
      'STORE_NEWER',
      `${path} was written by a newer Annals (tables version ${version}, this one knows ${STORE_VERSION}); update Annals.`,
      { input: path },
    );
  }
  return version;
}

function refuseOlder(path: string, version: number): AnnalsError {
  if (version === 0) {
    return new AnnalsError('STORE_NOT_ANNALS', `${path} is empty, not an Annals store; name another file.`, {
      input: path,
    });
  }
  return new AnnalsError(
    'STORE_OLDER',
    `${path} has older tables; open it once for writing to bring them up to date.`,
    {
      input: path,
    },
  );
}

function readSql(file: string): string {
  return readFileSync(new URL(`../sql/${file}`, import.meta.url), 'utf8');
}
