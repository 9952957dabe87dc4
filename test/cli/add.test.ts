import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ended, jsonLines, pageLines, runCli, startCli, temporaryFolder } from './run-cli.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

async function storedPages(store: string): Promise<number> {
  const { stdout } = await runCli(['doctor', '--json', '--store', store]);
  const findings = JSON.parse(stdout) as { check: string; says: string }[];
  return Number(
    /([\d,]+) pages/.exec(findings.find(({ check }) => check === 'store')?.says ?? '')?.[1]?.replace(',', ''),
  );
}

test('the same pages twice are unchanged the second time', async () => {
  const store = join(temporaryFolder(), 'a.annals');
  const first = await runCli(['add', examples, '--store', store]);
  expect([first.code, first.stdout]).toEqual([0, '11 new, 0 changed, 0 unchanged, 0 failed\n']);
  const second = await runCli(['add', examples, '--store', store]);
  expect([second.code, second.stdout]).toEqual([0, '0 new, 0 changed, 11 unchanged, 0 failed\n']);
  expect(JSON.parse((await runCli(['add', examples, '--store', store, '--json'])).stdout)).toMatchObject({
    new: 0,
    unchanged: 11,
    failed: 0,
  });
});

test('other bytes under the same id are a change', async () => {
  const folder = temporaryFolder();
  const store = join(folder, 'a.annals');
  const add = (input: string) => runCli(['add', '--jsonl', '-', '--store', store], { input });
  await add(pageLines(3));
  expect((await add(pageLines(4, 'Iceland met Norway.'))).stdout).toBe('1 new, 3 changed, 0 unchanged, 0 failed\n');
  // Twice in one run: the later one wins, as it would in two runs.
  expect((await add(pageLines(1) + pageLines(1, 'Denmark met Norway.'))).stdout).toBe(
    '0 new, 2 changed, 0 unchanged, 0 failed\n',
  );
});

test('a dry run says what would be stored and makes no store', async () => {
  const store = join(temporaryFolder(), 'a.annals');
  const { code, stdout, stderr } = await runCli(['add', examples, '--store', store, '--dry-run']);
  expect([code, stdout]).toEqual([0, '11 new, 0 changed, 0 unchanged, 0 failed\n']);
  expect(stderr).toContain('nothing was stored');
  expect(existsSync(store)).toBe(false);
  await runCli(['add', join(examples, 'pages.jsonl'), '--store', store]);
  expect((await runCli(['add', examples, '--store', store, '--dry-run'])).stdout).toBe(
    '2 new, 0 changed, 9 unchanged, 0 failed\n',
  );
  expect(await storedPages(store)).toBe(9);
});

test('a page taken down stays down', async () => {
  const store = join(temporaryFolder(), 'a.annals');
  await runCli(['add', '--jsonl', '-', '--store', store], { input: pageLines(2) });
  await runCli(['remove', 'page-1', '--why', 'asked for', '--yes', '--store', store]);
  const { stdout } = await runCli(['add', '--jsonl', '-', '--store', store], { input: pageLines(2) });
  expect(stdout).toBe('0 new, 0 changed, 1 unchanged, 1 taken down earlier, 0 failed\n');
});

test('failures are counted, told, kept in the store and listed; the rest is stored', async () => {
  const folder = temporaryFolder();
  const [store, errors] = [join(folder, 'a.annals'), join(folder, 'errors.jsonl')];
  const { code, stdout, stderr } = await runCli(['add', '--jsonl', '-', '--store', store, '--errors', errors], {
    input: `${pageLines(2)}oops\n`,
  });
  expect([code, stdout]).toEqual([1, '2 new, 0 changed, 0 unchanged, 1 failed\n']);
  expect(stderr).toMatch(/stdin:3:.*\(LINE_NOT_JSON\)/);
  expect(jsonLines(readFileSync(errors, 'utf8'))).toMatchObject([{ failure: { code: 'LINE_NOT_JSON', line: 3 } }]);
});

test('nothing to read: 3; nothing named on a pipe: stdin', async () => {
  const store = join(temporaryFolder(), 'a.annals');
  expect((await runCli(['add', 'nope.txt', '--store', store])).code).toBe(3);
  expect((await runCli(['add', '--jsonl', '--store', store], { input: pageLines(1) })).stdout).toBe(
    '1 new, 0 changed, 0 unchanged, 0 failed\n',
  );
});

/** Starts an `add` of many pages and waits until some are durable. */
async function startAdding(count: number) {
  const folder = temporaryFolder();
  const [store, file] = [join(folder, 'a.annals'), join(folder, 'pages.jsonl')];
  writeFileSync(file, pageLines(count));
  const child = startCli(['add', file, '--store', store, '--verbose']);
  const told = { text: '' };
  const begun = new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk) => {
      told.text += chunk;
      if ((told.text.match(/^new /gm)?.length ?? 0) >= 50) resolve();
    });
  });
  const end = ended(child);
  await begun;
  return { child, end, store, file, acknowledged: () => told.text.match(/^new .*\n/gm)?.length ?? 0 };
}

test('kill -9 loses nothing that was acknowledged, and the next run goes on from there', async () => {
  const count = 1500;
  const { child, end, store, file, acknowledged } = await startAdding(count);
  child.kill('SIGKILL');
  expect((await end).code).toBeNull();
  const kept = await storedPages(store);
  expect(kept).toBeGreaterThanOrEqual(acknowledged());
  expect(kept).toBeLessThan(count);
  const { code, stdout } = await runCli(['add', file, '--store', store]);
  expect([code, stdout]).toEqual([
    0,
    `${(count - kept).toLocaleString('en')} new, 0 changed, ${kept.toLocaleString('en')} unchanged, 0 failed\n`,
  ]);
});

test('Ctrl-C finishes the batch in hand, says so, and exits with 130', async () => {
  const { child, end, store, file } = await startAdding(1500);
  child.kill('SIGINT');
  const { code, stdout, stderr } = await end;
  expect(code).toBe(130);
  expect(stderr).toMatch(/Finishing this batch.*\n[\s\S]*go on from here/);
  const stored = Number(/^([\d,]+) new/.exec(stdout)?.[1]?.replace(',', ''));
  expect(await storedPages(store)).toBe(stored);
  expect((await runCli(['add', file, '--store', store])).code).toBe(0);
  expect(await storedPages(store)).toBe(1500);
});

test('Ctrl-C twice ends at once', async () => {
  const { child, end, store } = await startAdding(1500);
  child.kill('SIGINT');
  child.kill('SIGINT');
  setTimeout(() => child.kill('SIGINT'), 20);
  expect((await end).code).toBe(130);
  expect(await storedPages(store)).toBeGreaterThanOrEqual(50);
});
