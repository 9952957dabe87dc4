import { readPages } from '../../input/read-pages.ts';
import { readPage, readPair } from '../../read.ts';
import { loadResources, type Resources } from '../../resources.ts';
import type { Failure, Page } from '../../schema/page.ts';
import type { Story } from '../../schema/story.ts';
import { storyCard, whyNotCoded } from '../cards/story-card.ts';
import { exitCodes } from '../exit-codes.ts';
import { collectFailures, exitCodeOf } from '../failures.ts';
import { onInterrupt } from '../interrupt.ts';
import { openOutput } from '../output.ts';
import { showProgress } from '../progress.ts';
import { recordWriter } from '../record-writer.ts';
import { countPages, inputOptionsOf, type SourceOptions, sourcesOf } from '../sources.ts';
import type { Terminal } from '../terminal.ts';

interface ReadOptions extends SourceOptions {
  readonly format?: 'cards' | 'jsonl' | 'json';
  readonly json?: boolean;
  readonly output?: string;
  readonly errors?: string;
}

/** A line of the answer. A pair that no deed joins is answered by `pair: null`, so that there is a line for each. */
type Answer = Story | Failure | { readonly id: string; readonly pair: object | null };

/** `annals read`: pages in, stories out, in order and in bounded memory. */
export async function run(files: readonly string[], options: ReadOptions, terminal: Terminal): Promise<number> {
  const interrupt = onInterrupt(terminal, 'Stopping after this page.');
  const sources = sourcesOf(files, { terminal, command: 'read', signal: interrupt.signal });
  const input = inputOptionsOf(options);
  const resources = await loadResources();
  const output = openOutput(options.output);
  const { paintOut: paint, width, stdoutHasColor: hasColor } = terminal;
  const toScreen = terminal.stdoutIsTty && options.output === undefined;
  const format = options.json ? 'jsonl' : (options.format ?? (toScreen ? 'cards' : 'jsonl'));
  const writer = recordWriter<Answer>(format, output, (answer) => card(answer, { paint, width, hasColor }));
  const failures = collectFailures(terminal, options.errors);
  // Cards on the screen are their own progress.
  const progress = showProgress(
    { ...terminal, quiet: terminal.quiet || toScreen },
    'pages',
    toScreen ? undefined : await countPages(sources, input),
  );
  let pages = 0;
  try {
    for (const source of sources) {
      for await (const item of readPages(source, input)) {
        if (interrupt.signal.aborted) break;
        const failed = 'failure' in item;
        if (failed) failures.add(item);
        else pages += 1;
        for (const answer of answersTo(item, resources)) {
          if ('notCoded' in answer && answer.notCoded !== undefined) sayNotCoded(answer, format, terminal);
          await writer.write(answer);
        }
        progress.step(1, failed ? 1 : 0);
      }
      if (interrupt.signal.aborted) break;
    }
  } finally {
    interrupt.end();
    progress.end();
  }
  await writer.end();
  await output.close();
  await failures.end();
  if (interrupt.signal.aborted) return exitCodes.interrupted;
  return exitCodeOf(failures, pages);
}

function* answersTo(item: Page | Failure, resources: Resources): Generator<Answer> {
  if ('failure' in item) yield item;
  else if (item.pair !== undefined) yield readPair(item, resources) ?? { id: item.id, pair: null };
  else yield* readPage(item, resources);
}

/** A card says it itself. */
function sayNotCoded(story: Story, format: string, terminal: Terminal): void {
  if (format !== 'cards') terminal.say(`annals: ${story.id}: nothing is coded: ${whyNotCoded(story)}`);
}

function card(answer: Answer, options: Parameters<typeof storyCard>[1]): string | undefined {
  if ('failure' in answer) return undefined; // told on stderr
  if ('pair' in answer) return `${JSON.stringify(answer)}\n`;
  return `${storyCard(answer, options)}\n`;
}
