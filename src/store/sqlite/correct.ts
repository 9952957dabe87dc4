import type { Actor } from '../../schema/actor.ts';
import type { Correction } from '../../schema/correction.ts';
import type { Story } from '../../schema/story.ts';
import { sha256 } from '../../util/hash.ts';
import { anchorEvent, anchorName, type NameAnchor } from '../anchor.ts';
import type { CorrectionAnchor } from '../apply-corrections.ts';
import type { Codes } from '../codes.ts';
import { unpackRecord } from '../pack.ts';
import { parseCorrection } from '../parse-correction.ts';
import { toKey } from '../plain-text.ts';
import { identityOf } from '../rows.ts';
import type { StoredCorrection } from '../store.ts';
import type { Connection } from './connection.ts';
import { correctionsOf, saveStates } from './read-corrections.ts';
import { storyById } from './read-stories.ts';
import { readyStories } from './ready-stories.ts';
import { insert, replaceParts } from './write-story.ts';

/** Stores corrections and applies them. Runs inside a transaction. */
export function correct(
  connection: Connection,
  corrections: readonly Correction[],
  codes: Codes,
): { readonly applied: number; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const touched = new Set<string>();
  let applied = 0;
  for (const correction of corrections) {
    const missing = store(connection, correction, touched);
    if (missing === undefined) applied++;
    else unknown.push(missing);
  }
  for (const page of touched) reapply(connection, page, codes);
  return { applied, unknown };
}

/** All stored corrections, oldest first. */
export function allCorrections(connection: Connection): StoredCorrection[] {
  const rows = connection.all('SELECT record, state FROM correction ORDER BY made_at, key');
  return rows.map((row) => ({
    correction: JSON.parse(String(row.record)) as Correction,
    applied: row.state === 'applied',
  }));
}

/** @returns the id that was not found, if any; then nothing is stored */
function store(connection: Connection, correction: Correction, touched: Set<string>): string | undefined {
  const record = JSON.stringify(parseCorrection(correction));
  const digest = sha256(record);
  if (connection.get('SELECT 1 FROM correction WHERE digest = ?', [digest]) !== undefined) return undefined;
  const anchored = anchor(connection, correction);
  if (typeof anchored === 'string') return anchored;
  const { anchor: found, page, intoPage } = anchored;
  if (found.identity !== undefined) repoint(connection, correction, found, touched);
  insert(connection, 'correction', {
    digest,
    page_id: page,
    into_page_id: intoPage ?? null,
    target: toKey(correction.target),
    action: correction.action,
    field: correction.field ?? null,
    made_by: toKey(correction.by),
    made_at: correction.at,
    why: toKey(correction.why),
    record,
    anchor: JSON.stringify(found),
    state: 'applied',
  });
  touched.add(page);
  if (intoPage !== undefined) touched.add(intoPage);
  return undefined;
}

interface Anchored {
  readonly anchor: CorrectionAnchor;
  readonly page: string;
  readonly intoPage?: string;
}

/** Finds what a correction speaks of in the record as read; the id of what is not there, as a string. */
function anchor(connection: Connection, correction: Correction): Anchored | string {
  const { target } = correction;
  const story = asRead(connection, target);
  if (story === undefined) return target;
  const page = toKey(story.page.id);
  const event = story.events.find(({ id }) => id === target);
  const actor = story.actors.find(({ id }) => id === target);
  if (event !== undefined) {
    const named = nameValues(story, correction);
    return typeof named === 'string' ? named : { page, anchor: { target: anchorEvent(story, event), ...named } };
  }
  if (actor === undefined) return target;
  const anchor = { target: anchorName('actor', story, actor) };
  if (correction.action !== 'merge') return { page, anchor };
  const into = correction.into ?? '';
  const other = asRead(connection, into);
  const otherActor = other?.actors.find(({ id }) => id === into);
  if (other === undefined || otherActor === undefined) return into;
  const merged = { ...anchor, into: anchorName('actor', other, otherActor) };
  if (other.id === story.id) return { page, intoPage: page, anchor: merged };
  const identity = identityOf(current(connection, into) ?? otherActor);
  return { page, intoPage: toKey(other.page.id), anchor: { ...merged, identity } };
}

/** Anchors of the actors or the place that a new value names by id. */
function nameValues(story: Story, { field, value }: Correction): { named?: Record<string, NameAnchor> } | string {
  if (field !== 'source' && field !== 'target' && field !== 'place') return {};
  const named: Record<string, NameAnchor> = {};
  for (const id of [value].flat()) {
    if (id === null) continue;
    const kind = field === 'place' ? 'place' : 'actor';
    const list: readonly { readonly id: string }[] = field === 'place' ? story.places : story.actors;
    const item = list.find((one) => one.id === id);
    if (item === undefined) return String(id);
    named[String(id)] = anchorName(kind, story, item as Actor);
  }
  return { named };
}

/** When the actor merged now was itself what others were merged into, they follow it to its new identity. */
function repoint(connection: Connection, { target }: Correction, now: CorrectionAnchor, touched: Set<string>): void {
  const before = current(connection, target)?.identity;
  if (before === undefined || now.identity === undefined || before === now.identity.id) return;
  const merges = connection.all(`SELECT key, page_id, into_page_id, anchor FROM correction WHERE action = 'merge'`);
  for (const row of merges) {
    const anchor = JSON.parse(String(row.anchor)) as CorrectionAnchor;
    if (anchor.identity?.id !== before) continue;
    connection.run('UPDATE correction SET anchor = ? WHERE key = ?', [
      JSON.stringify({ ...anchor, identity: now.identity }),
      Number(row.key),
    ]);
    for (const page of [row.page_id, row.into_page_id]) if (page !== null) touched.add(String(page));
  }
}

/** Applies all corrections of a page to its records as read, and renews what the stories are found by. */
export function reapply(connection: Connection, pageId: string, codes: Codes): void {
  const rows = connection.all(
    'SELECT story.key, story.record FROM story JOIN page ON page.key = story.page WHERE page.id = ? ORDER BY number',
    [pageId],
  );
  const stories = rows.map(({ record }) => unpackRecord<Story>(record as Uint8Array));
  const corrections = correctionsOf(connection, pageId);
  const { ready, applied } = readyStories(stories, corrections, codes);
  rows.forEach(({ key }, i) => {
    const story = ready[i];
    if (story !== undefined) replaceParts(connection, Number(key), story);
  });
  saveStates(connection, corrections, applied);
}

function asRead(connection: Connection, id: string): Story | undefined {
  return storyById(connection, storyOf(id), { asRead: true });
}

function current(connection: Connection, actorId: string): Actor | undefined {
  return storyById(connection, storyOf(actorId))?.actors.find(({ id }) => id === actorId);
}

/** `page#1/e2` → `page#1`. */
export function storyOf(id: string): string {
  return id.replace(/\/[a-z]\d+$/, '');
}
