// Says how many stories a store holds, and the code of the error when it is written to. Run as a process of its own.
import { writeSync } from 'node:fs';
import { openStore } from '../../../src/store/open-store.ts';
import { AnnalsError } from '../../../src/util/errors.ts';
import { makePage, makeStory } from '../../helpers/make-story.ts';

const [path = ''] = process.argv.slice(2);
const reader = await openStore(path, { readOnly: true });
writeSync(1, `${(await reader.queryStories({})).items.length} story\n`);
await reader.close();
try {
  const store = await openStore(path);
  await store.write([makePage([makeStory({ page: 'b', text: 'B.' })])], { now: '2026-01-01' });
} catch (error) {
  writeSync(1, `${error instanceof AnnalsError ? error.code : String(error)}\n`);
}
