import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'libsql';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { makePage, makeStory } from '../helpers/make-story.ts';

const docs = readFileSync(new URL('../../docs/sql.md', import.meta.url), 'utf8');

it('docs/sql.md: its dyad-month query gives what "annals count" gives, and records unpack as it says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-docs-'));
  const path = join(folder, 'news.annals');
  const store = await openStore(path, { create: true });
  const story = makeStory({
    page: 'p',
    text: 'Japan, India and rebels met. Later they fought. Unknown men fled.',
    published: '2024-03-01',
    actors: [{ name: 'Japan', country: 'JPN' }, { name: 'India', country: 'IND' }, { name: 'rebels' }],
    events: [
      { trigger: 'met', source: [0, 1, 2], target: [0, 1, 2] },
      { trigger: 'fought', type: 'ASSAULT', source: [2], target: [0, 1], days: '2024-04-02' },
      { trigger: 'fled', type: 'RETREAT' },
    ],
  });
  await store.write([makePage([story])], { now: '2026-01-01' });
  const counted = await store.count(['month', 'source', 'target', 'type'], {});
  await store.close();

  const [, query = ''] = /```sql\n([\s\S]*?)```/.exec(docs) ?? [];
  const database = new Database(path);
  const rows = database.prepare(query).all() as {
    month: number;
    source: string;
    target: string;
    type: string;
    events: number;
  }[];
  expect(rows.map(({ month, source, target, type, events }) => [month, source, target, type, events])).toEqual(
    counted.map(({ values: { month, source, target, type }, events }) => [
      Number(month?.replace('-', '')),
      source ?? null,
      target ?? null,
      type,
      events,
    ]),
  );
  expect(rows).toHaveLength(9);
  const { record } = database.prepare('SELECT record FROM story').get([]) as { record: Buffer };
  expect(JSON.parse(gunzipSync(record).toString()).id).toBe('p#1');
  database.close();
  rmSync(folder, { recursive: true });
});
