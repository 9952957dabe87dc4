import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A gold row: its id, its text, and whatever its set marks in it. */
export interface GoldRow {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
}

/** Gold sets on disk. Remembers a hash of every file that was read, so that floors hold only for the same data. */
export interface Corpora {
  /** Folder of the development data; absent where it is not beside the checkout. */
  readonly folder: string | undefined;
  /** Rows of a JSONL file, gzipped or not, below `folder`. */
  rows<T extends GoldRow>(path: string): T[];
  /** Notes a file that a task reads by itself. */
  use(path: string): void;
  /** Hash of every file used so far, by its name. */
  hashes(): Readonly<Record<string, string>>;
}

export function openCorpora(folder: string | undefined): Corpora {
  const hashes = new Map<string, string>();
  const load = (path: string): Buffer => {
    const bytes = readFileSync(path);
    hashes.set(basename(path), createHash('sha256').update(bytes).digest('hex').slice(0, 16));
    return bytes;
  };
  return {
    folder: folder !== undefined && existsSync(folder) ? folder : undefined,
    rows: (path) => {
      const bytes = load(join(folder ?? '', path));
      const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
      return lines.filter(Boolean).map((line) => ({ ...JSON.parse(line), id: String(JSON.parse(line).id) }));
    },
    use: (path) => void load(path),
    hashes: () => Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The rows whose id's hash falls in the first `part` of its range: the same rows on every machine and every day. */
export function sample<T extends { readonly id: string }>(rows: readonly T[], part: number): T[] {
  if (part >= 1) return [...rows];
  return rows.filter(({ id }) => createHash('sha256').update(id).digest().readUInt32BE(0) / 2 ** 32 < part);
}
