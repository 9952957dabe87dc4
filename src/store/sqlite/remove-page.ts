import type { CorrectionAnchor } from '../apply-corrections.ts';
import { toKey } from '../plain-text.ts';
import type { Connection } from './connection.ts';
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
export function removePage(connection: Connection, pageId: string, trace: Trace): boolean {
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
  connection.run('DELETE FROM correction WHERE page_id = ?', [id]);
  forgetAsMergeTarget(connection, id);
  connection.run('DELETE FROM failure WHERE page_id = ?', [id]);
  pruneIdentities(
    connection,
    identities.map((row) => Number(row.identity)),
  );
  return true;
}

/** A merge of another page's actor with one of this page stands, without the words that it quotes from here. */
function forgetAsMergeTarget(connection: Connection, id: string): void {
  for (const row of connection.all('SELECT key, anchor FROM correction WHERE into_page_id = ?', [id])) {
    const { into: _, ...anchor } = JSON.parse(String(row.anchor)) as CorrectionAnchor;
    connection.run('UPDATE correction SET into_page_id = NULL, anchor = ? WHERE key = ?', [
      JSON.stringify(anchor),
      Number(row.key),
    ]);
  }
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
