import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Failure, Given, Page } from '../schema/page.ts';
import { AnnalsError } from '../util/errors.ts';
import { findFiles } from './find-files.ts';
import { formatOfName, guessFormat, type InputFormat } from './guess-format.ts';
import { isIsoTime } from './iso-time.ts';
import { failureOf, makePage } from './make-page.ts';
import { readJsonLine } from './read-json-line.ts';
import { readLines } from './read-lines.ts';

export type { InputFormat };

/** Where pages come from: a file or folder, standard input, or a text at hand. */
export type InputSource =
  | { readonly kind: 'path'; readonly path: string }
  | {
      readonly kind: 'stream';
      readonly stream: AsyncIterable<Uint8Array>;
      /** For messages: `stdin`. */
      readonly name: string;
      /** Absent: guessed by the first bytes. */
      readonly format?: InputFormat;
    }
  | { readonly kind: 'text'; readonly text: string; readonly id?: string };

/** What the caller knows of the pages; `format` overrides what the file name or the bytes suggest. */
export interface InputOptions {
  readonly format?: InputFormat;
  /** Address of the page; only for a source of one page. */
  readonly url?: string;
  /** ISO 8601 day, or day and time, of all pages that give none themselves. */
  readonly published?: string;
}

/** One page, or one line of JSONL, may be this long: beyond any news page, within what a string can hold. */
const MAX_PAGE_BYTES = 64 * 1024 * 1024;

/** Enough to see whether a stream begins with `{` or a tag. */
const GUESS_BYTES = 512;

interface ByteSource {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly name: string;
  readonly path?: string;
  readonly id?: string | undefined;
  readonly format: InputFormat | undefined;
}

/**
 * Reads pages one at a time, in order, in memory bounded by one page. What cannot be read is answered by a failure in
 * its place, and the run goes on.
 *
 * @throws AnnalsError `OPTION_INVALID` when `published` is no ISO 8601 date
 */
export async function* readPages(source: InputSource, options: InputOptions = {}): AsyncGenerator<Page | Failure> {
  if (options.published !== undefined && !isIsoTime(options.published)) {
    throw new AnnalsError(
      'OPTION_INVALID',
      `published: ${JSON.stringify(options.published)} is not an ISO 8601 date; write it like 2023-09-18`,
    );
  }
  if (source.kind === 'path') {
    yield* readPath(source.path, options);
  } else if (source.kind === 'stream') {
    const format = options.format ?? source.format;
    yield* readBytes({ chunks: source.stream, name: source.name, format }, options);
  } else {
    const chunks = oneChunk(new TextEncoder().encode(source.text));
    yield* readBytes({ chunks, name: source.id ?? 'text', id: source.id, format: options.format }, options);
  }
}

async function* readPath(path: string, options: InputOptions): AsyncGenerator<Page | Failure> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    yield unreadable(path, error);
    return;
  }
  if (!isFolder) {
    yield* readFile(path, options);
    return;
  }
  let found = 0;
  for await (const file of findFiles(path)) {
    found++;
    if ('error' in file) yield unreadable(file.path, file.error);
    else yield* readFile(file.path, options);
  }
  if (found === 0) {
    const what = 'no .txt, .html, .htm or .jsonl file in this folder; name the files to read';
    yield failureOf({ name: path, path }, 'FOLDER_EMPTY', what);
  }
}

async function* readFile(path: string, options: InputOptions): AsyncGenerator<Page | Failure> {
  const format = options.format ?? formatOfName(path);
  yield* readBytes({ chunks: createReadStream(path), name: path, path, format }, options);
}

/** Reads what a stream of bytes holds; an error of the stream is a failure at that place. */
async function* readBytes(source: ByteSource, options: InputOptions): AsyncGenerator<Page | Failure> {
  const { name, path, id } = source;
  const chunks = source.chunks[Symbol.asyncIterator]();
  try {
    // A known format needs no look ahead: a slow stream is answered line by line.
    const first = await readAtLeast(chunks, source.format === undefined ? GUESS_BYTES : 0);
    const all = { [Symbol.asyncIterator]: () => resume(first, chunks) };
    const format = source.format ?? guessFormat(beginning(first));
    if (format === 'jsonl') {
      yield* readJsonLines({ ...source, chunks: all }, options);
      return;
    }
    const bytes = await collect(all);
    if (bytes === undefined) {
      yield failureOf({ name, path, id }, 'PAGE_TOO_LARGE', `is larger than ${MAX_PAGE_BYTES} bytes; split it`);
      return;
    }
    yield makePage({ bytes, format, name, id, path, url: options.url, given: givenBy(options) });
  } catch (error) {
    yield unreadable(name, error, path);
  } finally {
    await chunks.return?.();
  }
}

async function* readJsonLines(source: ByteSource, options: InputOptions): AsyncGenerator<Page | Failure> {
  const { name, path } = source;
  let lines = 0;
  for await (const { bytes, number, tooLong } of readLines(source.chunks, MAX_PAGE_BYTES)) {
    const at = { name: `${name}:${number}`, path, line: number };
    if (tooLong) {
      lines++;
      yield failureOf(at, 'LINE_TOO_LONG', `is longer than ${MAX_PAGE_BYTES} bytes; split it`);
      continue;
    }
    const json = decodeLine(bytes);
    if (json?.trim() === '') continue;
    lines++;
    if (json === undefined) {
      yield failureOf(at, 'LINE_NOT_UTF8', 'is not UTF-8; JSONL must be UTF-8');
      continue;
    }
    const page = readJsonLine({ json, name, path, line: number });
    yield 'failure' in page ? page : { ...page, given: { ...givenBy(options), ...page.given } };
  }
  if (lines === 0) yield failureOf({ name, path }, 'PAGE_EMPTY', 'holds no text; check that it was saved whole');
}

function decodeLine(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // the bytes are not UTF-8
  }
}

function givenBy(options: InputOptions): Given {
  return options.published === undefined ? {} : { published: options.published };
}

function unreadable(name: string, error: unknown, path: string | undefined = name): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') {
    return failureOf({ name, path }, 'PATH_NOT_FOUND', 'no such file or folder; check the spelling');
  }
  const why = error instanceof Error ? error.message : String(error);
  return failureOf({ name, path }, 'PATH_UNREADABLE', `cannot be read (${why}); check its rights`);
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function readAtLeast(chunks: AsyncIterator<Uint8Array>, size: number): Promise<Uint8Array[]> {
  const read: Uint8Array[] = [];
  for (let got = 0; got < size; ) {
    const next = await chunks.next();
    if (next.done) break;
    read.push(next.value);
    got += next.value.length;
  }
  return read;
}

async function* resume(first: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** All bytes as one piece; nothing when they go beyond the limit. */
async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_PAGE_BYTES) return undefined;
    held.push(chunk);
  }
  return Buffer.concat(held);
}

const beginning = (chunks: Uint8Array[]): string =>
  Buffer.concat(chunks).subarray(0, 4096).toString('latin1').replace(/^ï»¿/, '');
