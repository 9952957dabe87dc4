import { existsSync } from 'node:fs';
import { type Added, addPages } from '../../add-pages.ts';
import { type InputOptions, type InputSource, readPages } from '../../input/read-pages.ts';
import { loadResources } from '../../resources.ts';
import type { Failure, Page } from '../../schema/page.ts';
import type { Store } from '../../store/store.ts';
import { exitCodes } from '../exit-codes.ts';
import { collectFailures, exitCodeOf } from '../failures.ts';
import { type Interrupt, onInterrupt } from '../interrupt.ts';
import { grouped, showProgress } from '../progress.ts';
import { countPages, inputOptionsOf, type SourceOptions, sourcesOf } from '../sources.ts';
import type { Terminal } from '../terminal.ts';
import { type StoreOptions, storePath, withStore } from '../with-store.ts';

interface AddCommandOptions extends SourceOptions, StoreOptions {
  readonly reread?: boolean;
  readonly dryRun?: boolean;
  readonly errors?: string;
  readonly json?: boolean;
}

/** How many inputs came to what. */
export interface Tally {
  new: number;
  changed: number;
  unchanged: number;
  removed: number;
  failed: number;
}

/** `annals add`: pages in, records kept. */
export async function run(files: readonly string[], options: AddCommandOptions, terminal: Terminal): Promise<number> {
  const interrupt = onInterrupt(terminal, 'Finishing this batch; what is stored stays.');
  const sources = sourcesOf(files, { terminal, command: 'add', signal: interrupt.signal });
  const input = inputOptionsOf(options);
  const path = storePath(options);
  // Nothing is there to compare with, and a dry run makes no store.
  if (options.dryRun && !existsSync(path))
    return addTo(nothingStored, { sources, input, path, options, terminal, interrupt });
  const access = options.dryRun ? { readOnly: true } : { create: true };
  return withStore(path, access, (store) => addTo(store, { sources, input, path, options, terminal, interrupt }));
}

interface Job {
  readonly sources: readonly InputSource[];
  readonly input: InputOptions;
  readonly path: string;
  readonly options: AddCommandOptions;
  readonly terminal: Terminal;
  readonly interrupt: Interrupt;
}

async function addTo(store: Pick<Store, 'pages'> & Partial<Store>, job: Job): Promise<number> {
  const { sources, input, path, options, terminal, interrupt } = job;
  const resources = await loadResources();
  const failures = collectFailures(terminal, options.errors);
  const progress = showProgress(terminal, 'pages', await countPages(sources, input));
  const tally: Tally = { new: 0, changed: 0, unchanged: 0, removed: 0, failed: 0 };
  try {
    const batches = addPages(
      allPages(sources, input, interrupt.signal),
      { store: store as Store, resources },
      {
        now: () => new Date().toISOString(),
        signal: interrupt.signal,
        ...(options.reread && { reread: true }),
        ...(options.dryRun && { dryRun: true }),
      },
    );
    for await (const batch of batches) {
      for (const added of batch) {
        tally[added.outcome] += 1;
        if (added.outcome === 'failed') failures.add(added.failure);
      }
      progress.step(batch.length, batch.filter(({ outcome }) => outcome === 'failed').length);
      terminal.detail(describeBatch(batch));
    }
  } finally {
    interrupt.end();
    progress.end();
  }
  await failures.end();
  process.stdout.write(options.json ? `${JSON.stringify({ ...tally, store: path })}\n` : `${summary(tally)}\n`);
  if (options.dryRun) terminal.say(`annals: nothing was stored (--dry-run); it would go to ${path}.`);
  if (interrupt.signal.aborted) {
    terminal.say('annals: stopped; run the same command again to go on from here.');
    return exitCodes.interrupted;
  }
  return exitCodeOf(failures, tally.new + tally.changed + tally.unchanged + tally.removed);
}

async function* allPages(
  sources: readonly InputSource[],
  input: InputOptions,
  signal: AbortSignal,
): AsyncGenerator<Page | Failure> {
  for (const source of sources) {
    yield* readPages(source, input);
    if (signal.aborted) return;
  }
}

/** "12 new, 0 changed, 1,204 unchanged, 3 failed"; pages taken down earlier are told only where there are any. */
export function summary(tally: Tally): string {
  const removed = tally.removed === 0 ? '' : `, ${grouped(tally.removed)} taken down earlier`;
  return `${grouped(tally.new)} new, ${grouped(tally.changed)} changed, ${grouped(tally.unchanged)} unchanged${removed}, ${grouped(tally.failed)} failed`;
}

/** Each input once it is durable. */
function describeBatch(batch: readonly Added[]): string {
  const lines = batch.map((added) =>
    added.outcome === 'failed'
      ? `failed ${added.failure.failure.path ?? added.failure.failure.id ?? ''}`
      : `${added.outcome} ${added.page.id}${added.stories > 0 ? ` (${added.stories} ${added.stories === 1 ? 'story' : 'stories'})` : ''}`,
  );
  return lines.join('\n');
}

const nothingStored: Pick<Store, 'pages'> = { pages: async () => new Map() };
