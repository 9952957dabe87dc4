import type { Column } from '../../export/csv.ts';
import { headerLine, rowLine } from '../../export/csv.ts';
import { type EventRecord, eventColumns, sentenceColumn } from '../../export/event-columns.ts';
import { withoutText } from '../../export/without-text.ts';
import type { Filter } from '../../schema/filter.ts';
import { DONE } from '../../store/parse-filter.ts';
import type { Store } from '../../store/store.ts';
import { walk } from '../../walk.ts';
import { exitCodes } from '../exit-codes.ts';
import { type FilterOptions, filterOf } from '../filter.ts';
import { onInterrupt } from '../interrupt.ts';
import { withStories } from '../layouts.ts';
import { type Output, openOutput, toJsonLine } from '../output.ts';
import { grouped, type Progress, showProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { type StoreOptions, storePath, withStore } from '../with-store.ts';

interface ExportOptions extends FilterOptions, StoreOptions {
  readonly format?: 'jsonl' | 'csv';
  readonly withText?: boolean;
  readonly withContent?: boolean;
  readonly spreadsheet?: boolean;
  readonly dryRun?: boolean;
  readonly output?: string;
}

/** `annals export`: the record to pass on, without article text. */
export async function run(_args: readonly string[], options: ExportOptions, terminal: Terminal): Promise<number> {
  const { format = 'jsonl' } = options;
  if (format === 'jsonl' && (options.spreadsheet || options.withContent)) {
    throw new UsageError('--spreadsheet and --with-content go with --format csv.');
  }
  const filter = filterOf(options, format === 'csv' ? DONE : undefined);
  const output = options.dryRun ? nowhere : openOutput(options.output);
  const quiet = terminal.quiet || (terminal.stdoutIsTty && options.output === undefined);
  const progress = showProgress({ ...terminal, quiet }, format === 'csv' ? 'events' : 'stories');
  const interrupt = onInterrupt(terminal, 'Stopping.');
  const job: Job = { filter, options, output, progress, signal: interrupt.signal };
  const count = await withStore(storePath(options), { readOnly: true }, (store) =>
    format === 'csv' ? exportEvents(store, job) : exportStories(store, job),
  ).finally(() => {
    interrupt.end();
    progress.end();
  });
  // An export that was cut short never gets its name.
  if (interrupt.signal.aborted) return exitCodes.interrupted;
  await output.close();
  const what = format === 'csv' ? 'events' : 'stories';
  const text = options.withText ? 'with article text' : 'without article text';
  if (options.dryRun)
    terminal.say(`annals: ${grouped(count)} ${what} would be written, ${text}; nothing was (--dry-run).`);
  else terminal.say(`annals: ${grouped(count)} ${what}, ${text}. How to cite: docs/cite.md.`);
  return exitCodes.done;
}

interface Job {
  readonly filter: Filter;
  readonly options: ExportOptions;
  readonly output: Output;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

async function exportEvents(store: Store, { filter, options, output, progress, signal }: Job): Promise<number> {
  const columns: readonly Column<EventRecord>[] = options.withText ? [...eventColumns, sentenceColumn] : eventColumns;
  const form = { delimiter: ',', ...(options.spreadsheet && { spreadsheet: true }) } as const;
  await output.write(headerLine(columns, form));
  let count = 0;
  const views = walk((page) => store.queryEvents(page), { sort: 'date', ...filter }, signal);
  for await (const record of withStories(views, store)) {
    if (!options.withContent && isSpokenOf(record, filter)) continue;
    await output.write(rowLine(record, columns, form));
    count += 1;
    progress.step(1);
  }
  return count;
}

/** The speech act stands for both: a threat and the attack threatened are one row, where the threat is exported too. */
function isSpokenOf({ event, story }: EventRecord, { type, status }: Filter): boolean {
  return story.events.some(
    (other) =>
      other.content === event.id &&
      (type === undefined || type.includes(other.type)) &&
      (status === undefined || status.includes(other.status)),
  );
}

async function exportStories(store: Store, { filter, options, output, progress, signal }: Job): Promise<number> {
  let count = 0;
  const stories = walk((page) => store.queryStories(page), { sort: 'date', ...filter }, signal);
  for await (const story of stories) {
    await output.write(toJsonLine(options.withText ? story : withoutText(story)));
    count += 1;
    progress.step(1);
  }
  return count;
}

const nowhere: Output = { async write() {}, async close() {} };
