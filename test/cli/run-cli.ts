import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command line, as it is installed. */
export const mainJs = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
}

const plainEnv = { ...process.env, NO_COLOR: '', FORCE_COLOR: '', ANNALS_STORE: '', COLUMNS: '' };

export function startCli(args: readonly string[], { env, cwd }: RunOptions = {}) {
  return spawn(process.execPath, [mainJs, ...args], { cwd, env: { ...plainEnv, ...env } });
}

/** Runs the built command line as a child, with a pipe on each side. */
export function runCli(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = startCli(args, options);
  child.stdin.on('error', () => {}); // a command that does not read may end first
  child.stdin.end(options.input ?? '');
  return ended(child);
}

export function ended(child: ReturnType<typeof startCli>): Promise<Ran> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => err.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
  });
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'annals-cli-'));
}

/** The lines of a JSONL answer. */
export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Invented pages, one JSON line each. */
export function pageLines(count: number, text = 'Norway gave $40 million to the Philippines on Tuesday.'): string {
  const line = (n: number) =>
    JSON.stringify({ id: `page-${n}`, published: '2024-10-08', title: `Page ${n}`, text: `${text} It is page ${n}.` });
  return Array.from({ length: count }, (_, n) => `${line(n + 1)}\n`).join('');
}
