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
    for (const row of parts) insert(connection, table, { story, ...row });
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
  for (const { row, parties, attributions } of rows.events) {
    const event = insert(connection, 'event', { story, ...row });
    for (const party of parties) insert(connection, 'event_party', { event, ...linked(party) });
    for (const link of attributions) insert(connection, 'attribution', { event, ...linked(link) });
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

/** @returns the new row's key */
export function insert(connection: Connection, table: string, row: Readonly<Record<string, Cell>>): number {
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  return connection.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, Object.values(row));
}
