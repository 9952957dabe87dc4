import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../.ci/count.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'annals-count-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = (passed: number, failed: number, files: object[] = []): string =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: 0, testResults: files });

test.each([
  ['all passed', report(7, 0), [], '7 passed, 0 failed', 0],
  ['a test failed', report(7, 2), ['tests'], '7 passed, 2 failed', 1],
  [
    'a file that could not be loaded',
    report(7, 0, [{ status: 'failed', assertionResults: [] }]),
    ['tests'],
    '7 passed, 1 failed',
    1,
  ],
  ['a step beside the tests failed', report(7, 0), ['eval, quick part'], '7 passed, 1 failed', 1],
  ['a crash that no report tells', report(7, 0), ['tests'], '7 passed, 1 failed', 1],
  ['nothing ran', report(0, 0), [], '0 passed, 1 failed', 1],
  ['no report', '', ['tests'], '0 passed, 1 failed', 1],
] as const)('%s: the last line says so', (_name, content, steps, line, status) => {
  const path = join(folder, 'report.json');
  writeFileSync(path, content);
  const run = spawnSync(process.execPath, [script, path, ...steps], { encoding: 'utf8' });
  expect(run.stdout.trimEnd().split('\n').at(-1)).toBe(line);
  expect(run.status).toBe(status);
});
