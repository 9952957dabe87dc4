import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The published scorers, run as they stand, so that our figures are computed as everybody's are. */
export interface Scorers {
  /** Runs `NAME/score.mjs GOLD SYSTEM …flags` on rows put into temporary files. */
  score<T>(
    name: string,
    gold: readonly object[],
    system: readonly object[],
    flags?: readonly string[],
  ): { result: T; printed: string };
  /** Runs a scorer with its own arguments; `{file}` in them stands for a temporary file with these rows. */
  run<T>(
    script: string,
    rows: readonly object[],
    argumentsOf: (files: { rows: string; result: string }) => readonly string[],
  ): T;
  /** Imports a module of the scorers. */
  load<T>(path: string): Promise<T>;
}

export function openScorers(folder: string): Scorers {
  const within = <T>(use: (path: (name: string) => string) => T): T => {
    const temporary = mkdtempSync(join(tmpdir(), 'annals-eval-'));
    try {
      return use((name) => join(temporary, name));
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  };
  const call = (script: string, args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, script), ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(`scorer ${script} failed (exit ${status}): ${stderr.slice(0, 500)}`);
    return stdout;
  };
  return {
    score: (name, gold, system, flags = []) =>
      within((path) => {
        writeRows(path('gold.jsonl'), gold);
        writeRows(path('system.jsonl'), system);
        const printed = call(`${name}/score.mjs`, [
          path('gold.jsonl'),
          path('system.jsonl'),
          '--json',
          path('result.json'),
          ...flags,
        ]);
        return { result: JSON.parse(readFileSync(path('result.json'), 'utf8')), printed };
      }),
    run: (script, rows, argumentsOf) =>
      within((path) => {
        writeRows(path('rows.jsonl'), rows);
        call(script, argumentsOf({ rows: path('rows.jsonl'), result: path('result.json') }));
        return JSON.parse(readFileSync(path('result.json'), 'utf8'));
      }),
    load: (path) => import(pathToFileURL(join(folder, path)).href),
  };
}

function writeRows(path: string, rows: readonly object[]): void {
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
