import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mainJs, pageLines, runCli, temporaryFolder } from './run-cli.ts';

// util-linux's `script` gives a command a terminal of its own. Without it these cases are skipped, and say so.
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true;
const onTerminal = test.skipIf(!hasScript);

const gazette = fileURLToPath(new URL('../../examples/harbour-gazette.txt', import.meta.url));
const colorSequence = '\u001b[';

interface Typed {
  /** What is typed once the program has said `after`. */
  readonly after: RegExp;
  readonly keys: string;
}

/** Runs a shell line on a terminal of 80 columns; answers what the screen got and the exit code. */
function onScreen(
  line: string,
  env: Record<string, string> = {},
  typed?: Typed,
): Promise<{ screen: string; code: number | null }> {
  const child = spawn('script', ['--quiet', '--return', '--command', `stty cols 80; ${line}`, '/dev/null'], {
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', TERM: 'xterm', ANNALS_STORE: '', ...env },
  });
  let screen = '';
  let isTyped = false;
  child.stdout.on('data', (chunk) => {
    screen += chunk;
    if (typed && !isTyped && typed.after.test(screen)) {
      isTyped = true;
      child.stdin.write(typed.keys);
    }
  });
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ screen: screen.replaceAll('\r\n', '\n'), code })),
  );
}

const annals = `"${process.execPath}" "${mainJs}"`;

onTerminal('a terminal gets cards in colour, within 80 columns; a pipe gets JSON lines', async () => {
  const { screen, code } = await onScreen(`${annals} read "${gazette}"`);
  expect(code).toBe(0);
  expect(screen).toContain('Iceland and Norway sign herring truce');
  expect(screen).toContain(colorSequence);
  expect(screen).not.toContain('schemaVersion');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour sequences take no column
  for (const line of screen.replace(/\u001b\[[0-9;]*m/g, '').split('\n'))
    expect([...line].length).toBeLessThanOrEqual(80);
  const piped = await onScreen(`${annals} read "${gazette}" | cat`);
  expect(piped.screen).toMatch(/^\{"schemaVersion":1/);
});

onTerminal.for<[string, Record<string, string>, string]>([
  ['NO_COLOR', { NO_COLOR: '1' }, ''],
  ['TERM=dumb', { TERM: 'dumb' }, ''],
  ['--no-color', {}, '--no-color'],
])('%s turns colour off; the card is still whole', async ([, env, flag]) => {
  const { screen } = await onScreen(`${annals} read "${gazette}" ${flag}`, env);
  expect(screen).not.toContain(colorSequence);
  expect(screen).toContain('Iceland and Norway sign herring truce');
});

onTerminal('stdout and stderr are judged apart', async () => {
  const out = join(temporaryFolder(), 'out');
  // stderr is the terminal, stdout a file: the fault is in colour, the data is not.
  const { screen } = await onScreen(
    `${annals} read "${gazette}" nope.txt --format cards > "${out}"; cat "${out}" | head -3 | od -c | grep -c 033`,
  );
  expect(screen).toContain(`${colorSequence}31mannals:`);
  expect(screen.trimEnd()).toMatch(/\n0$/);
  // stdout is the terminal, stderr a file.
  const other = await onScreen(`${annals} read "${gazette}" nope.txt 2> "${out}"; grep -c '\\[31mannals' "${out}"`);
  expect(other.screen).toContain(colorSequence);
  expect(other.screen.trimEnd()).toMatch(/\n0$/);
});

onTerminal('a command that needs input says so at once instead of waiting', async () => {
  for (const command of ['read', 'add']) {
    const { screen, code } = await onScreen(`${annals} ${command}`);
    expect(code).toBe(2);
    expect(screen).toMatch(new RegExp(`${command} needs something to read`));
  }
});

onTerminal('- on a terminal says that it waits for the keyboard', async () => {
  const { screen, code } = await onScreen(
    `${annals} read -`,
    {},
    { after: /Ctrl-D/, keys: 'Norway met Iceland.\n\u0004' },
  );
  expect(code).toBe(0);
  expect(screen).toContain('paste a page and end it with Ctrl-D');
});

onTerminal('progress shows on a terminal only, and --quiet takes it away', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'pages'));
  for (let n = 0; n < 400; n++)
    writeFileSync(
      join(folder, 'pages', `${n}.txt`),
      `Norway met Iceland on day ${n}. They agreed on little, and met again.`,
    );
  const add = (store: string, rest = '') => onScreen(`cd "${folder}"; ${annals} add pages --store ${store} ${rest}`);
  expect((await add('a.annals')).screen).toMatch(/█.*\/400 pages · \d+(\.\d)?\/s/);
  expect((await add('b.annals', '--quiet')).screen).not.toContain('█');
  expect((await add('c.annals', '2> err; cat err')).screen).not.toContain('█');
});

onTerminal('a takedown asks, and no is the answer of a mere Enter', async () => {
  const store = join(temporaryFolder(), 'a.annals');
  await runCli(['add', '--jsonl', '-', '--store', store], { input: pageLines(1) });
  const remove = (keys: string, flags = '') =>
    onScreen(`${annals} remove page-1 --why "asked for" --store "${store}" ${flags}`, {}, { after: /\[y\/N\]/, keys });
  expect((await remove('\n')).screen).toContain('nothing was removed');
  const refused = await remove('', '--no-input');
  expect(refused.code).toBe(2);
  expect(refused.screen).toContain('--yes');
  expect((await remove('y\n')).screen).toContain('took down');
});

onTerminal('query shows a table that fits the screen, with whole ids', async () => {
  const store = join(temporaryFolder(), 'a.annals');
  await runCli(['add', '--jsonl', '-', '--store', store], { input: pageLines(60) });
  const { screen } = await onScreen(`${annals} query stories --store "${store}" --no-color`);
  expect(screen).toMatch(/^published +title/);
  for (const line of screen.split('\n')) if (!line.startsWith('annals:')) expect(line.length).toBeLessThanOrEqual(80);
  expect(screen).toContain('page-60#1');
  expect(screen).toContain('the first 50; more with --limit N');
});

if (!hasScript) {
  test('the terminal cases need util-linux (Debian: bsdutils)', () => {
    expect(process.env.CI, 'with CI set nothing may be skipped').toBeFalsy();
  });
}
