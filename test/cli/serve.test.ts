import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ended, pageLines, runCli, startCli, temporaryFolder } from './run-cli.ts';

async function storeOfOne(): Promise<string> {
  const store = join(temporaryFolder(), 'a.annals');
  await runCli(['add', '--jsonl', '-', '--store', store], { input: pageLines(1) });
  return store;
}

test('serve prints one address, answers there, and closes on Ctrl-C', async () => {
  const store = await storeOfOne();
  const child = startCli(['serve', '--store', store, '--port', '0']);
  const end = ended(child);
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
  );
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const answer = await fetch(`${url}api/v1/stories`);
  expect(answer.status).toBe(200);
  expect(JSON.stringify(await answer.json())).toContain('page-1#1');
  child.kill('SIGINT');
  const { code, stderr } = await end;
  expect(code).toBe(130);
  expect(stderr).toContain('read-only');
});

test('serve refuses other machines without a token, and a store that is not there', async () => {
  const store = await storeOfOne();
  const open = await runCli(['serve', '--store', store, '--host', '0.0.0.0', '--port', '0'], {
    env: { ANNALS_TOKEN: '' },
  });
  expect(open.code).toBe(3);
  expect(open.stderr).toMatch(/ANNALS_TOKEN.*\(SERVE_TOKEN_NEEDED\)/);
  expect((await runCli(['serve', '--store', '/nowhere/x.annals'])).stderr).toContain('(STORE_MISSING)');
});
