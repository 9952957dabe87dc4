import type { Filter } from '../../schema/filter.ts';
import type { Store } from '../../store/store.ts';
import { walk } from '../../walk.ts';
import { exitCodes } from '../exit-codes.ts';
import { type FilterOptions, filterOf } from '../filter.ts';
import { onInterrupt } from '../interrupt.ts';
import { type ItemFormat, type ItemLayout, type ItemWriterOptions, itemWriter } from '../item-writer.ts';
import { actorLayout, clusterLayout, eventLayout, quoteLayout, storyLayout, withStories } from '../layouts.ts';
import { queryKinds } from '../option-groups.ts';
import { openOutput } from '../output.ts';
import { grouped } from '../progress.ts';
import { didYouMean } from '../suggest.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { type StoreOptions, storePath, withStore } from '../with-store.ts';

interface QueryOptions extends FilterOptions, StoreOptions {
  readonly limit?: number;
  readonly format?: ItemFormat;
  readonly json?: boolean;
  readonly fields?: readonly string[];
  readonly spreadsheet?: boolean;
  readonly failEmpty?: boolean;
  readonly output?: string;
}

type Kind = (typeof queryKinds)[number];

/** A screenful or two; whoever wants more says so, or pipes. */
const tableLimit = 50;

/** `annals query`: what matches, in the format asked for. */
export async function run(args: readonly string[], options: QueryOptions, terminal: Terminal): Promise<number> {
  const kind = kindOf(args[0] ?? 'events');
  const filter = filterOf(options);
  const toScreen = terminal.stdoutIsTty && options.output === undefined;
  const format = options.json ? 'jsonl' : (options.format ?? (toScreen ? 'table' : 'jsonl'));
  const limit = options.limit ?? (format === 'table' ? tableLimit : undefined);
  const output = openOutput(options.output);
  const { fields, spreadsheet } = options;
  const writing: ItemWriterOptions = { format, fields, spreadsheet, toScreen, terminal };
  const interrupt = onInterrupt(terminal, 'Stopping.');
  const found = await withStore(storePath(options), { readOnly: true }, async (store) => {
    const { items, layout } = askFor(kind, store, filter, { limit, signal: interrupt.signal, terminal });
    const writer = itemWriter(layout, output, writing);
    let count = 0;
    for await (const item of items) {
      await writer.write(item);
      count += 1;
    }
    await writer.end();
    return count;
  }).finally(() => interrupt.end());
  await output.close();
  if (interrupt.signal.aborted) return exitCodes.interrupted;
  if (found === 0) terminal.say('annals: nothing matches.');
  else if (options.limit === undefined && found === limit) {
    terminal.say(`annals: the first ${grouped(found)}; more with --limit N, all with --format csv or jsonl.`);
  }
  return found === 0 && options.failEmpty ? exitCodes.someFailed : exitCodes.done;
}

interface Asked {
  readonly items: AsyncIterable<unknown>;
  readonly layout: ItemLayout<unknown>;
}

interface AskOptions {
  readonly limit: number | undefined;
  readonly signal: AbortSignal;
  readonly terminal: Terminal;
}

function askFor(kind: Kind, store: Store, filter: Filter, { limit, signal, terminal }: AskOptions): Asked {
  const cards = { paint: terminal.paintOut, width: terminal.width, hasColor: terminal.stdoutHasColor };
  const wanted = { ...filter, ...(limit !== undefined && { limit }) };
  switch (kind) {
    case 'events': {
      const views = walk((page) => store.queryEvents(page), wanted, signal);
      return asked(withStories(views, store), eventLayout(cards));
    }
    case 'stories':
      return asked(
        walk((page) => store.queryStories(page), wanted, signal),
        storyLayout(cards),
      );
    case 'actors':
      return asked(
        walk((page) => store.queryActors(page), wanted, signal),
        actorLayout(),
      );
    case 'quotes':
      return asked(
        walk((page) => store.queryQuotes(page), wanted, signal),
        quoteLayout(cards),
      );
    case 'clusters':
      return asked(
        walk((page) => store.clusters(page), wanted, signal),
        clusterLayout(),
      );
  }
}

/** Items and layout are of one type here and of no one's concern behind. */
function asked<T>(items: AsyncIterable<T>, layout: ItemLayout<T>): Asked {
  return { items, layout: layout as ItemLayout<unknown> };
}

function kindOf(given: string): Kind {
  const found = queryKinds.find((kind) => kind === given.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(
    `query: no kind '${given}'.${didYouMean(given, queryKinds)} There are ${queryKinds.join(', ')}.`,
  );
}
