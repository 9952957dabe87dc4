import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { expectValidRecord } from '../test/helpers/record-schema.ts';
import { type AnnalsError, loadResources, open, type Resources, read } from './index.ts';

const text = 'Norway met Iceland in Bergen on Tuesday. Denmark condemned the meeting.';
let resources: Resources;
beforeAll(async () => {
  resources = await loadResources();
}, 60_000);

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

test('a text, its bytes and its file are read alike', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'annals-library-')), 'page.txt');
  writeFileSync(path, text);
  const [fromText] = await all(read(text, { published: '2024-10-08', resources }));
  const [fromBytes] = await all(read(new TextEncoder().encode(text), { published: '2024-10-08', resources }));
  const [fromFile] = await all(read({ path }, { published: '2024-10-08', resources }));
  expect(fromText?.published?.value).toBe('2024-10-08');
  expect(fromBytes).toEqual(fromText);
  expectValidRecord(fromText);
  expect({ ...fromFile, page: { ...fromFile?.page, path: undefined } }).toEqual(fromText);
});

test('what cannot be read is an error with a code and the input it is about', async () => {
  await expect(all(read('   ', { resources }))).rejects.toMatchObject({ code: 'PAGE_EMPTY' });
  const missing = await all(read({ path: '/nowhere/page.txt' }, { resources })).catch((error: AnnalsError) => error);
  expect(missing).toMatchObject({ code: 'PATH_NOT_FOUND', input: '/nowhere/page.txt' });
});

test('an aborted signal stops reading and asking', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(all(read(text, { resources, signal }))).rejects.toThrow('enough');
  const db = await open(join(mkdtempSync(join(tmpdir(), 'annals-library-')), 'a.annals'), { resources });
  await all(db.add(text));
  await expect(all(db.stories({}, { signal }))).rejects.toThrow('enough');
  await db.close();
});

test('a store is filled, asked and closed', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'annals-library-')), 'a.annals');
  const db = await open(path, { resources });
  const pages = Array.from(
    { length: 260 },
    (_, n) => `${JSON.stringify({ id: `p${n}`, text: `${text} Page ${n}.`, published: '2024-10-08' })}\n`,
  ).join('');
  const added = await all(db.add(pages, { format: 'jsonl' }));
  expect(added.map(({ outcome }) => outcome)).toEqual(Array(260).fill('new'));
  expect((await all(db.add(pages, { format: 'jsonl' }))).every(({ outcome }) => outcome === 'unchanged')).toBe(true);
  expect(await all(db.stories())).toHaveLength(260);
  expect(await all(db.stories({ limit: 3 }))).toHaveLength(3);
  expect((await db.story('p7#1'))?.text).toContain('Page 7.');
  await db.close();
  await expect(open('/nowhere/a.annals', { readOnly: true })).rejects.toMatchObject({ code: 'STORE_MISSING' });
}, 60_000);
