import type { Story } from '../../schema/story.ts';
import { toKey, toPlain } from '../plain-text.ts';
import { type Cell, type Identity, type Row, type StoryRows, storyRows } from '../rows.ts';
import { toWords } from '../search-text.ts';
import type { Connection } from './connection.ts';

/** A story made ready outside the transaction, so that the transaction stays short. */
export interface ReadyStory {
  readonly rows: StoryRows;
  readonly record: Uint8Array;
  /** The record with hand corrections applied; absent when there are none. */
  readonly corrected?: Uint8Array;
}

export interface StoryBytes {
  readonly record: Uint8Array;
  readonly corrected?: Uint8Array;
}

export function makeReady(story: Story, bytes: StoryBytes, known?: ReadonlyMap<string, Identity>): ReadyStory {
  return { rows: storyRows(story, known), ...bytes };
}

/** Inserts one story with all rows that it is found by. */
export function insertStory(connection: Connection, page: number, position: number, ready: ReadyStory): void {
  const { rows, record, corrected = null } = ready;
  const head = { ...rows.story, page, number: position + 1, record, corrected };
  const story = insert(connection, 'story', head);
  insertParts(connection, story, rows);
}

/** Replaces what a story is found by after a correction; its key and its record as read stay. */
export function replaceParts(connection: Connection, story: number, ready: ReadyStory): void {
  deleteParts(connection, story);
  const { number: _, ...head } = ready.rows.story;
  const cells: Row = { ...head, corrected: ready.corrected ?? null };
  const columns = Object.keys(cells);
  connection.run(`UPDATE story SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE key = ?`, [
    ...Object.values(cells),
    story,
  ]);
  insertParts(connection, story, ready.rows);
}

/** Deletes the stories of a page with everything that hangs on them. */
export function deleteStories(connection: Connection, page: number): void {
  for (const { key } of connection.all('SELECT key FROM story WHERE page = ?', [page])) {
    deleteParts(connection, Number(key));
    connection.run('DELETE FROM story WHERE key = ?', [Number(key)]);
  }
}

/** Identities that no actor, event or alias holder needs any more: a removed page leaves no names behind. */
export function pruneIdentities(connection: Connection, keys: readonly number[]): void {
  for (const key of keys) {
    connection.run(
      `DELETE FROM identity WHERE key = ? AND NOT EXISTS (SELECT 1 FROM actor WHERE actor.identity = identity.key)`,
      [key],
    );
  }
}

const PARTS = ['block', 'mention', 'place', 'time', 'amount', 'instrument', 'office', 'quote', 'event', 'actor'];

function deleteParts(connection: Connection, story: number): void {
  connection.run('DELETE FROM quote_text WHERE rowid IN (SELECT key FROM quote WHERE story = ?)', [story]);
  connection.run('DELETE FROM story_text WHERE rowid = ?', [story]);
  // Parties and attributions go with their event (ON DELETE CASCADE).
  for (const table of PARTS) connection.run(`DELETE FROM ${table} WHERE story = ?`, [story]);
}

function insertParts(connection: Connection, story: number, rows: StoryRows): void {
  const keys = new Map(rows.identities.map((identity) => [identity.id, identityKey(connection, identity)]));
  const linked = (row: Row): Row => ({ ...row, identity: keys.get(String(row.identity)) ?? null });

  connection.run('INSERT INTO story_text (rowid, title, body) VALUES (?, ?, ?)', [story, ...rows.search]);
  for (const [table, parts] of Object.entries(rows.parts)) {
    insertAll(
      connection,
      table,
      parts.map((row) => ({ story, ...row })),
    );
  }
  for (const { identity, name } of rows.aliases) {
    connection.run('INSERT INTO alias (identity, name, words) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
      keys.get(identity) ?? null,
      toPlain(name),
      toWords(name),
    ]);
  }
  for (const row of rows.actors) {
    const actor: Row = { story, ...linked(row) };
    insert(connection, 'actor', actor);
    if (row.office === null) continue;
    connection.run('INSERT INTO office (identity, title, story) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
      actor.identity as number,
      row.office as string,
      story,
    ]);
  }
  for (const { row, search } of rows.quotes) {
    const quote = insert(connection, 'quote', { story, ...linked(row) });
    connection.run('INSERT INTO quote_text (rowid, body) VALUES (?, ?)', [quote, search]);
  }
  const allParties: Row[] = [];
  const allLinks: Row[] = [];
  for (const { row, parties, attributions } of rows.events) {
    const event = insert(connection, 'event', { story, ...row });
    allParties.push(...parties.map((party) => ({ event, ...linked(party) })));
    allLinks.push(...attributions.map((link) => ({ event, ...linked(link) })));
  }
  insertAll(connection, 'event_party', allParties);
  insertAll(connection, 'attribution', allLinks);
  for (const sectors of new Set(allParties.map((party) => String(party.sectors)))) addSectors(connection, sectors);
}

/** Lists which combinations of sectors hold each sector, so that a search for one needs no text comparison. */
function addSectors(connection: Connection, sectors: string): void {
  for (const code of new Set(sectors.split(' '))) {
    connection.run('INSERT INTO sector (code, sectors) VALUES (?, ?) ON CONFLICT DO NOTHING', [code, sectors]);
  }
}

function identityKey(connection: Connection, { id, kind, name, country }: Identity): number {
  const key = toKey(id);
  const found = connection.get('SELECT key FROM identity WHERE id = ?', [key]);
  if (found !== undefined) return Number(found.key);
  return insert(connection, 'identity', {
    id: key,
    kind: toPlain(kind),
    name: toPlain(name),
    country: country === undefined ? null : toPlain(country),
    words: toWords(name),
  });
}

/** Rows per statement, largest first: one call for 16 rows takes a third of the time of 16 calls. */
const CHUNKS = [16, 4, 1];

/** Inserts rows that all have the same columns. */
function insertAll(connection: Connection, table: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const marks = `(${columns.map(() => '?').join(', ')})`;
  let from = 0;
  for (const size of CHUNKS) {
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(size).fill(marks).join(', ')}`;
    for (; from + size <= rows.length; from += size) {
      connection.run(sql, rows.slice(from, from + size).flatMap(Object.values) as Cell[]);
    }
  }
}

/** @returns the new row's key */
export function insert(connection: Connection, table: string, row: Readonly<Record<string, Cell>>): number {
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  return connection.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, Object.values(row));
}
