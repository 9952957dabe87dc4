import type { Story } from '../../schema/story.ts';
import { unpackRecord } from '../pack.ts';
import { toKey } from '../plain-text.ts';
import type { PageVersion } from '../store.ts';
import type { Connection } from './connection.ts';

/** The current records of these stories, corrections applied, by key. */
export function storiesByKey(connection: Connection, keys: Iterable<number>): Map<number, Story> {
  const stories = new Map<number, Story>();
  for (const key of new Set(keys)) {
    const row = connection.get('SELECT coalesce(corrected, record) AS record FROM story WHERE key = ?', [key]);
    if (row !== undefined) stories.set(key, unpackRecord<Story>(row.record as Uint8Array));
  }
  return stories;
}

/** A story as it is now, or as it was read for a version of its page; `asRead` leaves corrections out. */
export function storyById(
  connection: Connection,
  id: string,
  { version, asRead = false }: { readonly version?: number; readonly asRead?: boolean } = {},
): Story | undefined {
  if (version !== undefined) {
    const old = versionStories(connection, id, version);
    if (old !== undefined) return old.find((story) => story.id === id);
    const current = connection.get(
      'SELECT page.version FROM page JOIN story ON story.page = page.key WHERE story.id = ?',
      [toKey(id)],
    );
    if (Number(current?.version) !== version) return undefined;
  }
  const column = asRead || version !== undefined ? 'record' : 'coalesce(corrected, record)';
  const row = connection.get(`SELECT ${column} AS record FROM story WHERE id = ?`, [toKey(id)]);
  return row && unpackRecord<Story>(row.record as Uint8Array);
}

export function pageVersions(connection: Connection, pageId: string): PageVersion[] {
  const rows = connection.all(
    `SELECT v.version, v.made_at, v.cause, v.reader, v.sha256, v.version = page.version AS current
     FROM version v JOIN page ON page.key = v.page WHERE page.id = ? ORDER BY v.version`,
    [toKey(pageId)],
  );
  return rows.map((row) => ({
    version: Number(row.version),
    madeAt: String(row.made_at),
    cause: String(row.cause) as PageVersion['cause'],
    reader: String(row.reader),
    sha256: String(row.sha256),
    current: Number(row.current) === 1,
  }));
}

/** Absent when this version is not kept in its own row: it is the current one, or there is none. */
function versionStories(connection: Connection, id: string, version: number): Story[] | undefined {
  const page = id.replace(/#\d+$/, '');
  const row = connection.get(
    `SELECT v.stories FROM version v JOIN page ON page.key = v.page
     WHERE page.id = ? AND v.version = ? AND v.stories IS NOT NULL`,
    [toKey(page), version],
  );
  return row && unpackRecord<Story[]>(row.stories as Uint8Array);
}
