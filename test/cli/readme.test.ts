import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { jsonLines, runCli, temporaryFolder } from './run-cli.ts';

// The five things of the README, as they stand there, on the examples as they stand.
const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const folder = temporaryFolder();
const env = { ANNALS_STORE: join(folder, 'news.annals') };

/** The words of the README's line that begins so, behind `annals` and without its `--store`. */
function shown(beginning: string): string[] {
  const line = readme.split('\n').find((each) => each.startsWith(`annals ${beginning}`)) ?? '';
  expect(line, `the README shows no "annals ${beginning}"`).not.toBe('');
  const words = [...line.replace(/ --store \S+| > .*/g, '').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)];
  return words.map(([, single, double, bare]) => single ?? double ?? bare ?? '').slice(1);
}

const run = (...words: string[]) => runCli(words, { cwd: root, env });

beforeAll(async () => {
  expect((await run(...shown('add'))).stdout).toMatch(/^\d+ new, 0 changed, 0 unchanged, 0 failed/);
}, 60_000);

test('what the README asks finds something', async () => {
  const { code, stdout } = await run(...shown('query'));
  expect(code).toBe(0);
  expect(jsonLines(stdout).length).toBeGreaterThan(0);
});

test('the event that the README explains is there', async () => {
  const { code, stdout } = await run(...shown('explain'));
  expect(code).toBe(0);
  expect(stdout).toContain('Rules that fired');
});

test('the correction that the README writes is applied, and the page that it removes is there', async () => {
  const correction = readme.split('\n').find((line) => line.startsWith('{"target"'));
  const corrected = await runCli(['correct', '-'], { cwd: root, env, input: `${correction}\n` });
  expect(corrected).toMatchObject({ code: 0, stdout: '1 applied, 0 unknown\n' });
  expect((await run(...shown('remove'), '--yes')).code).toBe(0);
});
