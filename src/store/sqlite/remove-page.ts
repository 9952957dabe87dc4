import type { Codes } from '../codes.ts';
import { toKey } from '../plain-text.ts';
import type { Connection } from './connection.ts';
import { reapply } from './correct.ts';
import { deleteStories, insert, pruneIdentities } from './write-story.ts';

export interface Trace {
  readonly at: string;
  readonly by?: string;
  readonly why: string;
}

/**
 * Takes a page down: bytes, texts, records of every version, corrections (they quote it) and names that only it held.
 * A row in `removal` stays for each of its hashes.
 *
 * @returns false when no such page is stored
 */
export function removePage(connection: Connection, pageId: string, trace: Trace, codes: Codes): boolean {
  const id = toKey(pageId);
  const page = connection.get('SELECT key, url, added_at FROM page WHERE id = ?', [id]);
  if (page === undefined) return false;
  const key = Number(page.key);
  const versions = connection.all(
    'SELECT sha256, max(version) AS version FROM version WHERE page = ? GROUP BY sha256',
    [key],
  );
  const identities = connection.all(
    'SELECT DISTINCT identity FROM actor JOIN story ON story.key = actor.story WHERE story.page = ?',
    [key],
  );
  for (const { sha256, version } of versions) {
    insert(connection, 'removal', {
      page_id: id,
      sha256: String(sha256),
      version: Number(version),
      url: page.url as string | null,
      added_at: String(page.added_at),
      removed_at: trace.at,
      removed_by: trace.by ?? null,
      why: trace.why,
    });
  }
  deleteStories(connection, key);
  connection.run('DELETE FROM page WHERE key = ?', [key]);
  for (const { sha256 } of versions) {
    connection.run(
      `DELETE FROM original WHERE sha256 = ?
       AND NOT EXISTS (SELECT 1 FROM version WHERE version.sha256 = original.sha256)`,
      [String(sha256)],
    );
  }
  deleteCorrections(connection, id, codes);
  connection.run('DELETE FROM failure WHERE page_id = ?', [id]);
  pruneIdentities(
    connection,
    identities.map((row) => Number(row.identity)),
  );
  return true;
}

/** Merges of other pages' actors with one of this page name it by words from here: they go, and those pages are renewed. */
function deleteCorrections(connection: Connection, id: string, codes: Codes): void {
  const linked = connection.all('SELECT DISTINCT page_id FROM correction WHERE into_page_id = ? AND page_id <> ?', [
    id,
    id,
  ]);
  connection.run('DELETE FROM correction WHERE page_id = ? OR into_page_id = ?', [id, id]);
  for (const row of linked) reapply(connection, String(row.page_id), codes);
}

const TEXT_TABLES = ['story_text', 'quote_text'];
/** Pages of index merged in one transaction: a fraction of a second, so that other writers get their turn. */
const MERGE_PAGES = 500;

/**
 * Steps that wipe deleted words from the full-text index, each a short transaction of its own: a deleted row's words
 * otherwise stay in the file, marked as deleted, until their segment happens to be merged.
 */
export function* wipeSteps(connection: Connection): Generator<() => void> {
  for (const table of TEXT_TABLES) {
    let pages = -MERGE_PAGES;
    let worked = true;
    while (worked) {
      yield () => {
        const before = changes(connection);
        connection.transaction(() =>
          connection.run(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`, [pages]),
        );
        worked = changes(connection) - before >= 2;
        pages = MERGE_PAGES;
      };
    }
  }
}

function changes(connection: Connection): number {
  return Number(connection.get('SELECT total_changes() AS n')?.n);
}
