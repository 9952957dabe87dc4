import { stat } from 'node:fs/promises';
import { findFiles } from '../input/find-files.ts';
import { formatOfName, type InputFormat } from '../input/guess-format.ts';
import type { InputOptions, InputSource } from '../input/read-pages.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The options of a command that reads pages. */
export interface SourceOptions {
  readonly jsonl?: boolean;
  readonly as?: InputFormat;
  readonly url?: string;
  readonly published?: string;
}

/**
 * Turns the words of a command line into sources: `-`, or nothing with something piped in, is stdin.
 *
 * @throws UsageError when nothing is named and nobody pipes
 */
export function sourcesOf(
  files: readonly string[],
  {
    terminal,
    command,
    signal,
  }: { readonly terminal: Terminal; readonly command: string; readonly signal: AbortSignal },
): InputSource[] {
  if (files.length === 0 && terminal.stdinIsTty) {
    throw new UsageError(
      `${command} needs something to read: name a file or folder, or pipe a page in (… | annals ${command} -). See annals help ${command}.`,
    );
  }
  const named = files.length === 0 ? ['-'] : [...files];
  if (named.filter((file) => file === '-').length > 1) throw new UsageError('stdin (-) can be read only once.');
  if (named.includes('-') && terminal.stdinIsTty)
    terminal.say('annals: reading from the terminal; paste a page and end it with Ctrl-D.');
  return named.map((file) =>
    file === '-' ? { kind: 'stream', stream: untilAborted(signal), name: 'stdin' } : { kind: 'path', path: file },
  );
}

/** Standard input, which ends at once when aborted: whoever waits for a line that does not come must not wait on. */
async function* untilAborted(signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const stop = () => process.stdin.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    yield* process.stdin;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** @throws UsageError */
export function inputOptionsOf(options: SourceOptions): InputOptions {
  if (options.jsonl && options.as !== undefined && options.as !== 'jsonl') {
    throw new UsageError('--jsonl and --as say different things; give one of them.');
  }
  const format = options.jsonl ? 'jsonl' : options.as;
  return {
    ...(format !== undefined && { format }),
    ...(options.url !== undefined && { url: options.url }),
    ...(options.published !== undefined && { published: options.published }),
  };
}

/** How many pages there are to read; absent where that is not known beforehand (stdin, JSON lines). */
export async function countPages(
  sources: readonly InputSource[],
  { format }: InputOptions,
): Promise<number | undefined> {
  let total = 0;
  for (const source of sources) {
    if (source.kind !== 'path' || format === 'jsonl') return undefined;
    const stats = await stat(source.path).catch(() => undefined);
    const files = stats?.isDirectory() ? findFiles(source.path) : [{ path: source.path }];
    for await (const { path } of files) {
      if (formatOfName(path) === 'jsonl') return undefined;
      total += 1;
    }
  }
  return total;
}
