import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Passage } from '../score/passage.ts';

const folder = fileURLToPath(new URL('../../training/data/events/', import.meta.url));

/** Never trained on, never read, never mined for words or errors: only scored (training/data/events/README.md). */
const heldOut = ['africa-04', 'asia-08', 'codebook-14', 'hard-09', 'mideast-08', 'world-07'];

/** Paths of the passage files: the held-out ones, or all others. */
export function passageFiles(part: 'held-out' | 'seen'): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && heldOut.includes(name.replace('.txt', '')) === (part === 'held-out'))
    .sort()
    .map((name) => `${folder}${name}`);
}

/** What a script of the passages' folder prints, as JSON lines, and what it has against the files, one fault a line. */
export function runOnPassages<T>(
  script: 'compile.mjs' | 'quotes.mjs',
  files: readonly string[],
): { readonly rows: T[]; readonly faults: readonly string[] } {
  const { stdout, stderr } = spawnSync(process.execPath, [`${folder}${script}`, ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const linesOf = (printed: string): string[] => printed.split('\n').filter(Boolean);
  return { rows: linesOf(stdout).map((line) => JSON.parse(line)), faults: linesOf(stderr) };
}

export function compilePassages(files: readonly string[]): ReturnType<typeof runOnPassages<Passage>> {
  return runOnPassages<Passage>('compile.mjs', files);
}
