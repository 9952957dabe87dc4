import { fileURLToPath } from 'node:url';
import { addPages } from '../../add-pages.ts';
import { readPages } from '../../input/read-pages.ts';
import { loadResources } from '../../resources.ts';
import type { Failure, Page } from '../../schema/page.ts';
import { walk } from '../../walk.ts';
import { storyCard } from '../cards/story-card.ts';
import { commandName } from '../command-name.ts';
import { exitCodes } from '../exit-codes.ts';
import { collectFailures, exitCodeOf } from '../failures.ts';
import type { Terminal } from '../terminal.ts';
import { type StoreOptions, withStore } from '../with-store.ts';
import { summary, type Tally } from './add.ts';

/** A scraped page with teasers glued behind it, and short stories of other outlets and languages around it. */
const page = { file: 'harbour-gazette.txt', url: 'https://harbour-gazette.example/2024/10/08/herring-truce' };
const others = 'pages.jsonl';

/** `annals demo`: reads the example pages into a store and shows the first page's record. */
export async function run(_args: readonly string[], options: StoreOptions, terminal: Terminal): Promise<number> {
  const path = options.store ?? 'demo.annals';
  const resources = await loadResources();
  const failures = collectFailures(terminal, undefined);
  const tally: Tally = { new: 0, changed: 0, unchanged: 0, removed: 0, failed: 0 };
  const paint = terminal.paintOut;
  await withStore(path, { create: true }, async (store) => {
    for await (const batch of addPages(
      examplePages(),
      { store, resources },
      { now: () => new Date().toISOString(), reread: true },
    )) {
      for (const added of batch) {
        tally[added.outcome] += 1;
        if (added.outcome === 'failed') failures.add(added.failure);
      }
    }
    const cards = { paint, width: terminal.width, hasColor: terminal.stdoutHasColor };
    for await (const story of walk((filter) => store.queryStories(filter), { story: page.url })) {
      process.stdout.write(`${storyCard(story, cards)}\n`);
    }
  });
  const annals = commandName();
  const next = [
    `${paint('strong', 'That was one page of ten, now in')} ${path} (${summary(tally)}).`,
    '',
    paint('strong', 'See it in a browser:'),
    `  ${annals} serve --store ${path}`,
    paint('strong', 'Ask it:'),
    `  ${annals} query --store ${path} --actor ISL`,
    `  ${annals} count --store ${path} --by month,source,target,type`,
    paint('strong', 'Read a page of your own:'),
    `  ${annals} read page.html`,
  ];
  process.stdout.write(`${next.join('\n')}\n`);
  return exitCodeOf(failures, tally.new + tally.unchanged) === exitCodes.done ? exitCodes.done : exitCodes.someFailed;
}

async function* examplePages(): AsyncGenerator<Page | Failure> {
  const example = (file: string) => fileURLToPath(new URL(`../../../examples/${file}`, import.meta.url));
  yield* readPages({ kind: 'path', path: example(page.file) }, { url: page.url });
  yield* readPages({ kind: 'path', path: example(others) });
}
