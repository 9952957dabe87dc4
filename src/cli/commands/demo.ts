import { fileURLToPath } from 'node:url';
import { addPages } from '../../add-pages.ts';
import { readPages } from '../../input/read-pages.ts';
import { loadResources } from '../../resources.ts';
import type { Failure, Page } from '../../schema/page.ts';
import type { Story } from '../../schema/story.ts';
import type { Store } from '../../store/store.ts';
import { clip, plain } from '../cards/plain.ts';
import { storyCard } from '../cards/story-card.ts';
import { commandName } from '../command-name.ts';
import { exitCodes } from '../exit-codes.ts';
import { collectFailures, exitCodeOf } from '../failures.ts';
import { findRecords } from '../find-records.ts';
import type { Terminal } from '../terminal.ts';
import { type StoreOptions, withStore } from '../with-store.ts';
import type { Tally } from './add.ts';

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
    process.stdout.write(await shownPage(store, terminal));
  });
  const annals = commandName();
  const next = [
    `${paint('strong', `That was one page of ${Object.values(tally).reduce((sum, count) => sum + count)}`)}, now in ${path}.`,
    '',
    paint('strong', 'See it in a browser:'),
    `  ${annals} serve --store ${path}`,
    paint('strong', 'Ask it:'),
    `  ${annals} query --store ${path} --actor ISL --status planned`,
    `  ${annals} query stories --store ${path} --text "林海"`,
    `  ${annals} count --store ${path} --by month,source,target,type`,
    paint('strong', 'Read a page of your own:'),
    `  ${annals} read page.html`,
  ];
  process.stdout.write(`${next.join('\n')}\n`);
  return exitCodeOf(failures, tally.new + tally.unchanged) === exitCodes.done ? exitCodes.done : exitCodes.someFailed;
}

/** The article with its news, and the other stories of the page in a line each: what fits a first look. */
async function shownPage(
  store: Store,
  { paintOut: paint, width, stdoutHasColor: hasColor }: Terminal,
): Promise<string> {
  const [article, ...others] = (await findRecords(store, page.url)).map(({ story }) => story);
  if (article === undefined) return '';
  const news = firstLook(article.events);
  const rest = article.events.length - news.length;
  const lines = [storyCard(article, { paint, width, hasColor, only: news })];
  if (rest > 0) lines.push(`     and ${rest} more, as background or further down\n`);
  lines.push('Behind it on the page, kept apart:');
  for (const { kind, title, text } of others) lines.push(clip(`  ${kind}  ${plain(title ?? text)}`, width));
  return `${lines.join('\n')}\n\n`;
}

/** A first look is one or two screens. */
const newsShown = 6;

/** The first of the news, and the first event of each status that is not among them, in text order. */
function firstLook(events: Story['events']): Story['events'] {
  const news = events.filter(({ importance }) => importance === 'core').slice(0, newsShown);
  const shown = new Set(news.map(({ status }) => status));
  return events.filter((event) => {
    if (news.includes(event)) return true;
    const isNew = !shown.has(event.status);
    shown.add(event.status);
    return isNew;
  });
}

async function* examplePages(): AsyncGenerator<Page | Failure> {
  const example = (file: string) => fileURLToPath(new URL(`../../../examples/${file}`, import.meta.url));
  yield* readPages({ kind: 'path', path: example(page.file) }, { url: page.url });
  yield* readPages({ kind: 'path', path: example(others) });
}
