import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { AnnalsError } from '../util/errors.ts';

/** Where data goes: standard output, or a file that appears under its name only when it is complete. */
export interface Output {
  /** Resolves when more may be written: the pace is set by whoever reads. */
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

export function openOutput(path: string | undefined): Output {
  return path === undefined || path === '-' ? standardOutput() : fileOutput(path);
}

function standardOutput(): Output {
  return {
    async write(text) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
    async close() {},
  };
}

function fileOutput(path: string): Output {
  const part = `${path}.part`;
  const stream = createWriteStream(part);
  let failed: unknown;
  stream.on('error', (error) => {
    failed = error;
  });
  const check = () => {
    if (failed === undefined) return;
    const why = failed instanceof Error ? failed.message : String(failed);
    throw new AnnalsError('OUTPUT_UNWRITABLE', `${path}: cannot be written (${why}). Choose another --output.`, {
      input: path,
      cause: failed,
    });
  };
  return {
    async write(text) {
      check();
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => {});
      check();
    },
    async close() {
      check();
      stream.end();
      await once(stream, 'close').catch(() => {});
      check();
      await rename(part, path);
    },
  };
}

/**
 * One record as a line. Line separators and control characters that JSON lets through are escaped, so that one line
 * is one record for every reader and no text steers a terminal.
 */
export function toJsonLine(record: unknown): string {
  return `${escapeControls(JSON.stringify(record))}\n`;
}

export function escapeControls(json: string): string {
  return json.replace(/[\u007f-\u009f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
