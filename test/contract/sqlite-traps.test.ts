import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { Connection } from '../../src/store/sqlite/connection.ts';
import { retryBusy } from '../../src/store/sqlite/retry-busy.ts';
import { makePage, makeStory } from '../helpers/make-story.ts';

const now = '2026-01-01T00:00:00Z';
const page = (id: string, words = 'They met.') => makePage([makeStory({ page: id, text: words })]);

let folder: string;
let path: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annals-sqlite-'));
  path = join(folder, 'news.annals');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** A second SQLite client, as another program would be. */
function other(): Database.Database {
  return new Database(path);
}

function writer(name: string, total: number, size = 5): ChildProcess & { readonly stdout: NodeJS.ReadableStream } {
  const script = new URL('./workers/write-pages.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script, path, name, String(total), String(size)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

const acknowledged = (output: string) => output.split('\n').slice(0, -1);

describe('durability', () => {
  it('leaves everything in the one file when it is closed: a copy of it is the store', async () => {
    const store = await openStore(path, { create: true });
    await store.write([page('p1'), page('p2')], { now });
    await store.close();
    const copy = join(folder, 'copy.annals');
    copyFileSync(path, copy);
    const copied = await openStore(copy);
    expect((await copied.statistics()).pages).toBe(2);
    await copied.close();
  });

  it.each([1, 2, 3, 4, 5])(
    'loses nothing acknowledged when its process is killed at any moment (%i)',
    async (trial) => {
      const child = writer('page', 1_000_000);
      const output = text(child.stdout);
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await wait(trial * 137);
      child.kill('SIGKILL');
      const said = acknowledged(await output);
      expect(said.length).toBeGreaterThan(0);

      const store = await openStore(path);
      const ids = said.map((line) => line.replace('new ', ''));
      expect([...(await store.pages(ids)).keys()]).toEqual(ids);
      for (const id of ids) {
        expect((await store.story(`${id}#1`))?.events).toHaveLength(1);
        expect((await store.queryEvents({ story: id })).items).toHaveLength(1);
      }
      expect((await store.queryStories({ text: `"${ids.at(-1)}"` })).items).toHaveLength(1);
      // A batch is whole: five pages, or none of them.
      expect((await store.statistics()).pages % 5).toBe(0);
      await store.close();
      expect(other().prepare('PRAGMA integrity_check').all()).toMatchObject([{ integrity_check: 'ok' }]);
    },
  );

  it('syncs every commit and sets its own limits, whatever the package does', async () => {
    const connection = new Connection(path, 'rwc');
    connection.configure();
    const pragma = (name: string) => Object.values(connection.get(`PRAGMA ${name}`) ?? {})[0];
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('busy_timeout')).toBe(250);
    expect(pragma('wal_autocheckpoint')).toBe(16_000);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('secure_delete')).toBe(1);
    connection.close();
    await (await openStore(path, { create: true })).close();
    expect(other().prepare('PRAGMA journal_mode').all()).toMatchObject([{ journal_mode: 'wal' }]);
  });
});

describe('several processes', () => {
  it('lets two write at once; nothing is lost, and a page of both is written once', async () => {
    const [one, two, same, again] = [writer('one', 100), writer('two', 100), writer('same', 50), writer('same', 50)];
    const outputs = await Promise.all([one, two, same, again].map(({ stdout }) => text(stdout)));
    const said = outputs.map(acknowledged);
    expect(said.map(({ length }) => length)).toEqual([100, 100, 50, 50]);
    const outcomes = [...(said[2] ?? []), ...(said[3] ?? [])].map((line) => line.split(' ')[0]);
    expect(outcomes.filter((outcome) => outcome === 'new')).toHaveLength(50);
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(50);
    const store = await openStore(path);
    expect(await store.statistics()).toMatchObject({ pages: 250, stories: 250, events: 250 });
    expect((await store.queryStories({ text: '"one-99"' })).items).toHaveLength(1);
    await store.close();
  });

  it('answers readers while another process is in the middle of a write', async () => {
    const store = await openStore(path, { create: true });
    await store.write([page('a')], { now });
    const writing = other();
    writing.exec("BEGIN IMMEDIATE; UPDATE page SET url = 'half-way'");
    const reader = await openStore(path, { readOnly: true });
    expect((await reader.queryStories({})).items).toHaveLength(1);
    expect((await store.queryStories({ text: 'met' })).items).toHaveLength(1);
    writing.exec('ROLLBACK');
    await reader.close();
    await store.close();
  });

  it('waits for a lock that another process holds, and then writes', async () => {
    const store = await openStore(path, { create: true });
    const holding = other();
    holding.exec('BEGIN IMMEDIATE');
    const outcome = store.write([page('a')], { now });
    expect(await Promise.race([outcome, wait(600, 'waiting')])).toBe('waiting');
    holding.exec('COMMIT');
    expect(await outcome).toEqual(['new']);
    await store.close();
  });

  it('gives up with a reason when the lock is never let go', async () => {
    await (await openStore(path, { create: true })).close();
    const holding = other();
    holding.exec('BEGIN IMMEDIATE');
    const connection = new Connection(path, 'rw');
    connection.configure();
    const stuck = retryBusy(() => connection.transaction(() => 1), 300);
    await expect(stuck).rejects.toMatchObject({ code: 'STORE_BUSY', message: expect.stringContaining(path) });
    holding.exec('COMMIT');
    connection.close();
  });
});

describe('full text', () => {
  it('undoes an ANALYZE of the whole database, which makes merging slow', async () => {
    await (await openStore(path, { create: true })).close();
    const tool = other();
    tool.exec('ANALYZE');
    const shadow = "SELECT tbl FROM sqlite_stat1 WHERE tbl LIKE '%text\\__%' ESCAPE '\\'";
    expect(tool.prepare(shadow).all().length).toBeGreaterThan(0);
    const store = await openStore(path);
    expect(tool.prepare(shadow).all()).toEqual([]);
    await store.close();
  });

  it('leaves no word of a removed page in the file', async () => {
    const secret = 'Zanzibarquux';
    const store = await openStore(path, { create: true });
    const private_ = (words: string) =>
      makePage([
        makeStory({
          page: 'private',
          title: secret,
          text: words,
          actors: [{ name: secret, kind: 'person' }],
          events: [{ trigger: 'met', source: [0] }],
          quotes: [{ speaker: 0, content: secret }],
        }),
      ]);
    const prose = 'They talked for long about nothing. '.repeat(400);
    const before = Array.from({ length: 30 }, (_, i) => page(`before-${i}`, `Story ${i}. ${prose}`));
    await store.write([...before, private_(`${secret} met them. ${prose}`)], { now });
    await store.write([private_(`${secret} met them again. ${prose}`)], { now });
    const after = makeStory({ page: 'after', text: `He left. ${prose}`, actors: [{ name: 'He', kind: 'person' }] });
    await store.write([makePage([after])], { now });
    const signed = { by: 'editor', at: '2026-01-03', why: 'the same man' };
    await store.correct([{ target: 'after#1/a1', action: 'merge', into: 'private#1/a1', ...signed }]);
    expect(inFiles(secret)).toBe(true);
    expect(await store.remove('private', { at: '2026-02-02', why: 'asked' })).toBe(true);
    expect(inFiles(secret)).toBe(false);
    expect(inFiles(secret.toLowerCase())).toBe(false);
    expect((await store.queryStories({ text: 'nothing', limit: 100 })).items).toHaveLength(31);
    await store.close();
    expect(inFiles(secret)).toBe(false);
  });
});

function inFiles(words: string): boolean {
  return readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(words));
}

describe('a store that cannot be used', () => {
  const refusal = (code: string) => ({ name: 'AnnalsError', code, message: expect.stringContaining(folder) });

  it('is missing', async () => {
    await expect(openStore(path)).rejects.toMatchObject(refusal('STORE_MISSING'));
    await expect(openStore(path, { create: true, readOnly: true })).rejects.toMatchObject(refusal('STORE_MISSING'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('has no folder', async () => {
    path = join(folder, 'no', 'such', 'folder.annals');
    await expect(openStore(path, { create: true })).rejects.toMatchObject(refusal('STORE_UNUSABLE'));
  });

  it('is a folder, a text, another database, or an empty file opened for reading', async () => {
    mkdirSync(join(folder, 'sub'));
    await expect(openStore(join(folder, 'sub'))).rejects.toMatchObject(refusal('STORE_NOT_ANNALS'));
    writeFileSync(path, 'A text that is no database, but long enough to have a header. '.repeat(20));
    await expect(openStore(path, { create: true })).rejects.toMatchObject(refusal('STORE_NOT_ANNALS'));
    rmSync(path);
    other().exec('CREATE TABLE bookmark (url TEXT)');
    await expect(openStore(path, { create: true })).rejects.toMatchObject(refusal('STORE_NOT_ANNALS'));
    expect(other().prepare('SELECT name FROM sqlite_master').all()).toHaveLength(1);
    const empty = join(folder, 'empty');
    writeFileSync(empty, '');
    await expect(openStore(empty, { readOnly: true })).rejects.toMatchObject(refusal('STORE_NOT_ANNALS'));
  });

  it('was written by a newer version', async () => {
    await (await openStore(path, { create: true })).close();
    other().exec("INSERT INTO migration VALUES (99, 'later', '2099-01-01')");
    await expect(openStore(path)).rejects.toMatchObject(refusal('STORE_NEWER'));
  });

  it('is opened read-only and written to', async () => {
    await (await openStore(path, { create: true })).close();
    const store = await openStore(path, { readOnly: true });
    await expect(store.write([page('a')], { now })).rejects.toMatchObject(refusal('STORE_READ_ONLY'));
    await store.close();
  });

  it('is a file in a folder where nobody may write: it is read, and not written', async () => {
    const store = await openStore(path, { create: true });
    await store.write([page('a')], { now });
    await store.close();
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    const script = new URL('./workers/read-store.ts', import.meta.url).pathname;
    // The superuser may write everywhere, so it runs the reader as "nobody".
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const child = spawn(process.execPath, ['--import', 'tsx', script, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
      ...user,
    });
    children.push(child);
    expect(await text(child.stdout)).toBe('1 story\nSTORE_READ_ONLY\n');
    chmodSync(folder, 0o755);
  });

  it('has no room left: the batch is refused whole, and what was there stays', async () => {
    const store = await openStore(path, { create: true });
    await store.write([page('a')], { now });
    await store.close();
    const connection = new Connection(path, 'rw');
    connection.configure();
    const pages = Number(connection.get('PRAGMA page_count')?.page_count);
    connection.exec(`PRAGMA max_page_count = ${pages + 2}`);
    const fill = () =>
      connection.transaction(() => connection.run('INSERT INTO original VALUES (?, 1, ?)', ['x', new Uint8Array(1e6)]));
    expect(fill).toThrow(expect.objectContaining(refusal('STORE_DISK_FULL')));
    expect(connection.get('SELECT count(*) AS n FROM original')).toMatchObject({ n: 1 });
    connection.close();
  });
});
