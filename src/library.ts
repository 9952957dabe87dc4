import { Readable } from 'node:stream';
import { type Added, addPages } from './add-pages.ts';
import { type InputFormat, type InputOptions, type InputSource, readPages } from './input/read-pages.ts';
import { readPage } from './read.ts';
import { loadResources, type Resources } from './resources.ts';
import type { CountField, Filter } from './schema/filter.ts';
import type { Story } from './schema/story.ts';
import { openStore } from './store/open-store.ts';
import type { Answer, CountRow, EventView, Store } from './store/store.ts';
import { AnnalsError } from './util/errors.ts';
import { walk } from './walk.ts';

export interface ReadOptions {
  /** ISO 8601 day, or day and time, if you know it. */
  readonly published?: string;
  /** The address the page was fetched from: its id, and a clue to its date. */
  readonly url?: string;
  /** Absent: guessed from the first characters. */
  readonly format?: InputFormat;
  /** From `loadResources()`; give it when you read many pages, so that the tables are loaded once. */
  readonly resources?: Resources;
  readonly signal?: AbortSignal;
}

/**
 * Reads a page, a stream of them (JSON lines) or a file into stories, one at a time.
 *
 * @example
 * for await (const story of read('Norway gave $40 million to the Philippines.', { published: '2024-10-08' })) {
 *   console.log(story.events.map((event) => event.type));
 * }
 * @param input  the text of a page, its bytes, or `{ path }` of a file or folder
 * @throws AnnalsError with `code` and `input` for a page that cannot be read; `signal.reason` when aborted
 */
export async function* read(
  input: string | Uint8Array | { readonly path: string },
  options: ReadOptions = {},
): AsyncGenerator<Story> {
  const { signal } = options;
  signal?.throwIfAborted();
  const resources = options.resources ?? (await loadResources());
  for await (const item of readPages(sourceOf(input), inputOptionsOf(options))) {
    if ('failure' in item) throw errorOf(item.failure);
    for (const story of readPage(item, resources)) {
      signal?.throwIfAborted();
      yield story;
    }
  }
}

function sourceOf(input: string | Uint8Array | { readonly path: string }): InputSource {
  if (typeof input === 'string') return { kind: 'text', text: input };
  if (input instanceof Uint8Array) return { kind: 'stream', stream: Readable.from([input]), name: 'bytes' };
  return { kind: 'path', path: input.path };
}

function inputOptionsOf({ format, url, published }: ReadOptions): InputOptions {
  return {
    ...(format !== undefined && { format }),
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
  };
}

function errorOf({
  code,
  message,
  path,
  id,
  line,
}: {
  code: string;
  message: string;
  path?: string;
  id?: string;
  line?: number;
}): AnnalsError {
  const input = path ?? id;
  return new AnnalsError(code, message, { ...(input !== undefined && { input }), ...(line !== undefined && { line }) });
}

type Item<T> = T extends Promise<Answer<infer I>> ? I : never;

/** An open store: everything in it as async iterables of plain objects. */
export interface Annals {
  /** Reads pages into the store; yields what became of each once it is durable. A page stored already is skipped. */
  add(
    input: string | Uint8Array | { readonly path: string },
    options?: Omit<ReadOptions, 'resources'> & { readonly reread?: boolean },
  ): AsyncGenerator<Added>;
  events(filter?: Filter, options?: { readonly signal?: AbortSignal }): AsyncGenerator<EventView>;
  stories(filter?: Filter, options?: { readonly signal?: AbortSignal }): AsyncGenerator<Story>;
  actors(
    filter?: Filter,
    options?: { readonly signal?: AbortSignal },
  ): AsyncGenerator<Item<ReturnType<Store['queryActors']>>>;
  quotes(
    filter?: Filter,
    options?: { readonly signal?: AbortSignal },
  ): AsyncGenerator<Item<ReturnType<Store['queryQuotes']>>>;
  count(by: readonly CountField[], filter?: Filter): Promise<readonly CountRow[]>;
  story(id: string): Promise<Story | undefined>;
  event(id: string): Promise<EventView | undefined>;
  /** The store itself, for what is rarer: originals, corrections, takedowns. */
  readonly store: Store;
  close(): Promise<void>;
}

/**
 * Opens a store file, and makes it when there is none (not with `readOnly`).
 *
 * @example
 * const db = await open('news.annals');
 * for await (const { event, story } of db.events({ actor: 'NOR', status: ['planned'] })) console.log(event.type, story.title);
 * await db.close();
 * @throws AnnalsError `STORE_…`
 */
export async function open(
  path: string,
  options: { readonly readOnly?: boolean; readonly resources?: Resources } = {},
): Promise<Annals> {
  const store = await openStore(path, options.readOnly ? { readOnly: true } : { create: true });
  let { resources } = options;
  return {
    async *add(input, { signal, reread, ...how } = {}) {
      resources ??= await loadResources();
      const now = () => new Date().toISOString();
      const pages = readPages(sourceOf(input), inputOptionsOf(how));
      const batches = addPages(
        pages,
        { store, resources },
        { now, ...(signal && { signal }), ...(reread && { reread }) },
      );
      for await (const batch of batches) yield* batch;
    },
    events: (filter, options) => walk((page) => store.queryEvents(page), filter, options?.signal),
    stories: (filter, options) => walk((page) => store.queryStories(page), filter, options?.signal),
    actors: (filter, options) => walk((page) => store.queryActors(page), filter, options?.signal),
    quotes: (filter, options) => walk((page) => store.queryQuotes(page), filter, options?.signal),
    count: (by, filter = {}) => store.count(by, filter),
    story: (id) => store.story(id),
    event: (id) => store.event(id),
    store,
    close: () => store.close(),
  };
}
