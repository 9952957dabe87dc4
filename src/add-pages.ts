import { readPage } from './read.ts';
import type { Resources } from './resources.ts';
import type { Failure, Page } from './schema/page.ts';
import { readerKey } from './store/reader-key.ts';
import type { ReadPage, Store, WriteOutcome } from './store/store.ts';

export interface AddOptions {
  /** Read again what another version of the reader has read. */
  readonly reread?: boolean;
  /** The time to record, ISO 8601; asked anew for each batch. */
  readonly now: () => string;
  /** When aborted, what is held is still written; nothing more is taken in. */
  readonly signal?: AbortSignal;
  /** Only say what would be done. */
  readonly dryRun?: boolean;
}

/** What became of one input. */
export type Added =
  | { readonly outcome: WriteOutcome; readonly page: Page; readonly stories: number }
  | { readonly outcome: 'failed'; readonly failure: Failure };

/**
 * A batch is one short transaction: so many pages, or so much text, whichever comes first. 50 pages cost a third of 50
 * transactions and keep other writers waiting for less than a tenth of a second.
 */
const batchPages = 50;
const batchCharacters = 2_000_000;

/**
 * Reads pages and writes them to a store, batch by batch. What is yielded is durable. A page whose bytes are stored
 * already is not read again.
 *
 * @throws AnnalsError `STORE_…`
 */
export async function* addPages(
  pages: AsyncIterable<Page | Failure>,
  { store, resources }: { readonly store: Store; readonly resources: Resources },
  options: AddOptions,
): AsyncGenerator<readonly Added[]> {
  for await (const batch of batched(pages, options.signal)) {
    yield await addBatch(batch, { store, resources }, options);
  }
}

/** Two pages of one id never share a batch: the later is judged by what the earlier left. */
async function* batched(
  pages: AsyncIterable<Page | Failure>,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly (Page | Failure)[]> {
  let batch: (Page | Failure)[] = [];
  let ids = new Set<string>();
  let characters = 0;
  for await (const item of pages) {
    if (signal?.aborted) break;
    const isRepeated = 'id' in item && ids.has(item.id);
    if (batch.length >= batchPages || characters >= batchCharacters || isRepeated) {
      yield batch;
      [batch, ids, characters] = [[], new Set(), 0];
    }
    batch.push(item);
    if ('id' in item) {
      ids.add(item.id);
      characters += item.text.length;
    }
  }
  if (batch.length > 0) yield batch;
}

async function addBatch(
  batch: readonly (Page | Failure)[],
  { store, resources }: { readonly store: Store; readonly resources: Resources },
  options: AddOptions,
): Promise<Added[]> {
  const pages = batch.filter((item) => 'id' in item);
  const failures = batch.filter((item) => 'failure' in item);
  const known = await store.pages(pages.map(({ id }) => id));
  const reader = readerKey(resources.stamp);
  const isStored = ({ id, sha256 }: Page) => {
    const stored = known.get(id);
    if (stored?.removedAt !== undefined) return true;
    return stored?.sha256 === sha256 && (options.reread !== true || stored.reader === reader);
  };
  const read: ReadPage[] = pages
    .filter((page) => !isStored(page))
    .map((page) => ({ page, stories: options.dryRun ? [] : [...readPage(page, resources)] }));
  const outcomes = options.dryRun
    ? read.map(({ page }) => (known.has(page.id) ? 'changed' : 'new'))
    : await store.write(read, { now: options.now(), ...(options.reread && { reread: true }) });
  if (failures.length > 0 && !options.dryRun) await store.recordFailures(failures, { now: options.now() });
  const written = new Map(
    read.map(({ page, stories }, i) => [page, { outcome: outcomes[i] ?? 'unchanged', stories: stories.length }]),
  );
  return batch.map((item): Added => {
    if ('failure' in item) return { outcome: 'failed', failure: item };
    const fallback: WriteOutcome = known.get(item.id)?.removedAt === undefined ? 'unchanged' : 'removed';
    return { page: item, ...(written.get(item) ?? { outcome: fallback, stories: 0 }) };
  });
}
