import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mainJs, runCli } from './run-cli.ts';

const colorSequence = '\u001b[';

test('annals alone says in ten lines what it is, how to begin and where the docs are', async () => {
  const { code, stdout, stderr } = await runCli([]);
  expect(code).toBe(0);
  expect(stderr).toBe('');
  expect(stdout.trimEnd().split('\n')).toHaveLength(10);
  for (const word of ['annals demo', 'annals read', 'docs/cli.md']) expect(stdout).toContain(word);
});

test.each([['--help'], ['-h'], ['help']])('annals %s shows examples before options', async (flag) => {
  const { code, stdout } = await runCli([flag]);
  expect(code).toBe(0);
  expect(stdout.indexOf('Examples')).toBeGreaterThan(-1);
  expect(stdout.indexOf('Examples')).toBeLessThan(stdout.indexOf('Options'));
});

test('every command has help with an example, three ways', async () => {
  const { stdout } = await runCli(['--help']);
  const names = [
    ...(stdout
      .split('Commands')[1]
      ?.split('Options')[0]
      ?.matchAll(/^ {2}([a-z-]+) /gm) ?? []),
  ].map(([, name]) => name ?? '');
  expect(names).toEqual(
    expect.arrayContaining([
      'read',
      'add',
      'query',
      'count',
      'show',
      'explain',
      'serve',
      'export',
      'correct',
      'remove',
      'demo',
      'doctor',
    ]),
  );
  for (const name of names.filter((each) => each !== 'help')) {
    const [one, other, third] = await Promise.all([
      runCli([name, '--help']),
      runCli([name, '-h']),
      runCli(['help', name]),
    ]);
    expect(one.code).toBe(0);
    expect(one.stdout).toContain(`annals ${name}`);
    expect(other.stdout).toBe(one.stdout);
    expect(third.stdout).toBe(one.stdout);
  }
});

test('--version prints the version, with --verbose also what decides the output', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await runCli(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
  const { stdout } = await runCli(['--version', '--verbose']);
  for (const part of ['model ', 'codebook ', 'data ']) expect(stdout).toContain(part);
});

test.each([
  ['a wrong command', ['raed'], /unknown command 'raed'\. Did you mean read\?/],
  ['a wrong option', ['read', '--jsnl'], /unknown option '--jsnl'\. Did you mean --jsonl\?/],
  ['a wrong option without a command', ['--verzion'], /unknown option '--verzion'/],
  ['a wrong value', ['read', '--format', 'jsnl'], /--format: 'jsnl' is not a value it takes\. Did you mean jsonl\?/],
  ['a wrong status', ['query', '--status', 'hapened'], /status: "hapened" .* did you mean "happened"\?/],
  ['a wrong type', ['query', '--type', 'ASAULT'], /type: "ASAULT" .* did you mean "ASSAULT"\?/],
  ['a wrong kind', ['query', 'evnts'], /no kind 'evnts'\. Did you mean events\?/],
  ['a wrong number', ['query', '--limit', 'ten'], /--limit: 'ten' .* whole number/],
  ['a wrong date', ['query', '--from', '18/9/23'], /from: "18\/9\/23" is not a day/],
  ['a wrong field', ['count', '--by', 'moth'], /by: "moth" .* did you mean "month"\?/],
  ['a missing argument', ['show'], /missing required argument 'id'/],
  ['a missing reason', ['remove', 'x'], /--why/],
  ['a wrong help topic', ['help', 'raed'], /Did you mean read\?/],
  ['too many arguments', ['doctor', 'x'], /too many arguments/],
])('%s exits with 2 and says what was meant', async (_name, args, message) => {
  const { code, stdout, stderr } = await runCli(args);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(/\((USAGE|FILTER_BAD_VALUE)\)\n$/);
  expect(stderr).not.toContain('    at ');
});

test('a store that is not there exits with 3 and says how to make one', async () => {
  const { code, stdout, stderr } = await runCli(['query', '--store', '/nowhere/x.annals']);
  expect(code).toBe(3);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/\/nowhere\/x\.annals.*annals add.*\(STORE_MISSING\)/);
});

test('a stack is shown only with --debug', async () => {
  const { stderr } = await runCli(['query', '--store', '/nowhere/x.annals', '--debug']);
  expect(stderr).toContain('    at ');
});

test('colour: none in pipes, asked for by FORCE_COLOR, taken back by --no-color', async () => {
  const colored = async (env: Record<string, string>, ...flags: string[]) =>
    (await runCli(['explain-error', 'PAGE_EMPTY', ...flags], { env })).stdout.includes(colorSequence);
  expect(await colored({})).toBe(false);
  expect(await colored({ FORCE_COLOR: '1' })).toBe(true);
  expect(await colored({ FORCE_COLOR: '1' }, '--no-color')).toBe(false);
});

test('errors explain themselves', async () => {
  const { code, stdout } = await runCli(['explain-error', 'line-not-json']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^LINE_NOT_JSON\n/);
  expect(stdout).toContain('What to do');
  expect((await runCli(['explain-error', 'LINE_NOT_JSN'])).stderr).toContain('Did you mean LINE_NOT_JSON?');
  expect((await runCli(['explain-error'])).stdout).toContain('PAGE_EMPTY');
});

test('only the code of the command that runs is loaded: the start imports nothing but commander and small files', () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (url: URL) => {
    if (seen.has(url.href)) return;
    seen.add(url.href);
    const source = readFileSync(url, 'utf8');
    for (const [, target = ''] of source.matchAll(/^(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*['"]([^'"]+)['"]/gm)) {
      if (target.startsWith('.')) visit(new URL(target, url));
      else packages.add(target);
    }
  };
  visit(new URL(`file://${mainJs}`));
  expect([...packages].filter((name) => !name.startsWith('node:'))).toEqual(['commander']);
  const size = [...seen].reduce((sum, href) => sum + readFileSync(new URL(href)).length, 0);
  expect(size).toBeLessThan(60_000);
  expect([...seen].some((href) => href.includes('/commands/'))).toBe(false);
});
