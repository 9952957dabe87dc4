// Writes pages `${name}-0`, `${name}-1` … in batches until it is killed or has written `total`; says each batch only
// after the store has acknowledged it. Run by the tests of the SQLite driver as a process of its own.
import { writeSync } from 'node:fs';
import { openStore } from '../../../src/store/open-store.ts';
import { makePage, makeStory } from '../../helpers/make-story.ts';

const [path = '', name = '', total = '0', size = '5'] = process.argv.slice(2);
const store = await openStore(path, { create: true });
const prose = 'Ministers met in the capital and agreed to go on talking. '.repeat(30);
for (let from = 0; from < Number(total); from += Number(size)) {
  const batch = Array.from({ length: Number(size) }, (_, i) => {
    const page = `${name}-${from + i}`;
    const events = [{ trigger: 'met', source: [0], target: [0] }];
    return makePage([
      makeStory({ page, text: `${page} ${prose}`, actors: [{ name: 'Ministers', kind: 'group' }], events }),
    ]);
  });
  const outcomes = await store.write(batch, { now: '2026-01-01T00:00:00Z' });
  writeSync(1, batch.map(({ page }, i) => `${outcomes[i]} ${page.id}\n`).join(''));
}
await store.close();
