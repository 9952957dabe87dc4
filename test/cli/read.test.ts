import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { expectValidRecord } from '../helpers/record-schema.ts';
import { ended, jsonLines, mainJs, pageLines, runCli, startCli, temporaryFolder } from './run-cli.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const gazette = join(examples, 'harbour-gazette.txt');

test('a page is read without configuration, store or network: one JSON line per story, and silence on stderr', async () => {
  const folder = temporaryFolder();
  const { code, stdout, stderr } = await runCli(['read', gazette], { cwd: folder });
  expect(code).toBe(0);
  expect(stderr).toBe('');
  const stories = jsonLines(stdout);
  expect(stories.map(({ kind }) => kind)).toEqual(['article', 'teaser', 'teaser', 'teaser', 'teaser']);
  for (const story of stories) expectValidRecord(story);
});

test('every line of every example is valid against the published schema', async () => {
  const { stdout } = await runCli(['read', examples, '--quiet']);
  const stories = jsonLines(stdout);
  expect(stories.length).toBeGreaterThan(10);
  for (const story of stories) expectValidRecord(story);
});

test('the same page gives the same bytes, from a file, from stdin and again', async () => {
  const [once, again] = await Promise.all([runCli(['read', gazette]), runCli(['read', gazette])]);
  expect(again.stdout).toBe(once.stdout);
  const piped = await runCli(['read', '-'], { input: readFileSync(gazette, 'utf8') });
  const unnamed = await runCli(['read'], { input: readFileSync(gazette, 'utf8') });
  const withoutPath = once.stdout.replaceAll(`"path":${JSON.stringify(gazette)},`, '');
  expect(piped.stdout).toBe(withoutPath);
  expect(unnamed.stdout).toBe(withoutPath);
});

test('--format json is one array, --output a file that is whole or not there', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'out.json');
  const { code, stdout } = await runCli(['read', gazette, '--format', 'json', '--output', file]);
  expect([code, stdout]).toEqual([0, '']);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(5);
  const nowhere = await runCli(['read', gazette, '--output', join(folder, 'none', 'out.json')]);
  expect(nowhere.code).toBe(3);
  expect(nowhere.stderr).toMatch(/cannot be written.*\(OUTPUT_UNWRITABLE\)/);
});

test('cards can be asked for in a pipe', async () => {
  const { stdout } = await runCli(['read', gazette, '--format', 'cards']);
  expect(stdout).toContain('Iceland and Norway sign herring truce');
  expect(stdout).not.toContain('"schemaVersion"');
});

test('bad lines are failures in the same stream; the run goes on and exits with 1', async () => {
  const folder = temporaryFolder();
  const errors = join(folder, 'errors.jsonl');
  const input = `${pageLines(1)}not json\n{"id":"empty","text":"  "}\n${pageLines(1).replace('page-1', 'page-2')}`;
  const { code, stdout, stderr } = await runCli(['read', '--jsonl', '-', '--errors', errors], { input });
  expect(code).toBe(1);
  const answers = jsonLines(stdout);
  expect(
    answers.map((answer) => ('failure' in answer ? (answer.failure as { code: string }).code : answer.id)),
  ).toEqual(['page-1#1', 'LINE_NOT_JSON', 'PAGE_EMPTY', 'page-2#1']);
  expect(stderr).toMatch(/stdin:2:.*\(LINE_NOT_JSON\)/);
  expect(stderr).toContain('2 inputs failed');
  expect(jsonLines(readFileSync(errors, 'utf8'))).toEqual(answers.filter((answer) => 'failure' in answer));
});

test('a page that is not there exits with 3; beside one that is, with 1', async () => {
  const missing = await runCli(['read', 'nope.txt']);
  expect(missing.code).toBe(3);
  expect(missing.stderr).toMatch(/nope\.txt.*\(PATH_NOT_FOUND\)/);
  expect((await runCli(['read', gazette, 'nope.txt'])).code).toBe(1);
});

test('a pair question has one answer line, also when no deed joins the two', async () => {
  const text = 'Norway condemned Iceland. The sea is cold.';
  const pair = (id: string, source: [number, number], target: [number, number]) =>
    `${JSON.stringify({ id, text, pair: { source: { start: source[0], end: source[1] }, target: { start: target[0], end: target[1] } } })}\n`;
  const { code, stdout } = await runCli(['read', '--jsonl', '-'], {
    input: pair('a', [0, 6], [17, 24]) + pair('b', [30, 33], [0, 6]),
  });
  expect(code).toBe(0);
  const answers = jsonLines(stdout);
  expect(answers.map(({ id }) => id)).toEqual(['a', 'b']);
  for (const answer of answers) expect(answer).toHaveProperty('pair');
});

test('a page in another language says in plain words why nothing is coded', async () => {
  const input = JSON.stringify({
    id: 'fr',
    text: "Les ministres des Affaires étrangères de l'Islande et de la Norvège ont signé mardi à Bergen un accord qui partage les captures de hareng de cet automne entre les deux pays.",
  });
  const lines = await runCli(['read', '--jsonl', '-'], { input });
  expect(jsonLines(lines.stdout)[0]).toMatchObject({ language: 'fr', notCoded: 'language', events: [] });
  expect(lines.stderr).toMatch(/fr#1: nothing is coded: the story is in French \(fr\)/);
  const cards = await runCli(['read', '--jsonl', '-', '--format', 'cards'], { input });
  expect(cards.stdout).toContain('Not coded: the story is in French (fr)');
});

test('when nobody takes the answers, no more is read: memory stays bounded', async () => {
  const count = 4000;
  const input = pageLines(count);
  const child = startCli(['read', '--jsonl', '-', '--quiet']);
  child.stdout.pause();
  child.stdin.end(input);
  await wait(4000);
  const held = child.stdin.writableLength;
  expect(held).toBeGreaterThan(input.length / 3);
  const end = ended(child);
  child.stdout.resume();
  const { code, stdout } = await end;
  expect(code).toBe(0);
  expect(stdout.trimEnd().split('\n')).toHaveLength(count);
});

test('answers come as the lines come', async () => {
  const child = startCli(['read', '--jsonl', '-']);
  const answer = new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))));
  child.stdin.write(pageLines(1));
  expect(JSON.parse(await answer)).toMatchObject({ id: 'page-1#1' });
  child.stdin.end();
  expect((await ended(child)).code).toBe(0);
});

test('a closed pipe ends the run quietly', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'pages.jsonl');
  writeFileSync(file, pageLines(500));
  const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${mainJs}" read "${file}" | head -1`], {
    encoding: 'utf8',
  });
  expect(JSON.parse(stdout)).toMatchObject({ id: 'page-1#1' });
  expect(stderr).toBe('');
});

test.skipIf(!existsSync('/dev/full'))('a full disk behind stdout is told in one line', () => {
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `"${process.execPath}" "${mainJs}" read "${gazette}" > /dev/full`],
    {
      encoding: 'utf8',
    },
  );
  expect(status).toBe(3);
  expect(stderr).toMatch(/^annals: stdout cannot be written .*\(OUTPUT_UNWRITABLE\)\n$/);
});

test('what is known of a page is checked', async () => {
  const wrong = await runCli(['read', gazette, '--published', '18/9/23']);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('(OPTION_INVALID)');
  const known = await runCli(['read', gazette, '--url', 'https://a.example/x', '--published', '2024-10-09']);
  expect(jsonLines(known.stdout)[0]).toMatchObject({
    id: 'https://a.example/x#1',
    published: { value: '2024-10-09', source: 'given' },
  });
  expect((await runCli(['read', gazette, '--jsonl', '--as', 'html'])).code).toBe(2);
});

test('Ctrl-C stops after the page in hand and exits with 130', async () => {
  const child = startCli(['read', '--jsonl', '-']);
  const first = new Promise((resolve) => child.stdout.once('data', resolve));
  child.stdin.on('error', () => {});
  child.stdin.write(pageLines(1));
  await first;
  const end = ended(child);
  child.kill('SIGINT');
  child.stdin.write(pageLines(3));
  const { code, stderr } = await end;
  expect(code).toBe(130);
  expect(stderr).toContain('Stopping');
  expect(stderr).not.toContain('    at ');
});

test('hostile text cannot steer the terminal: neither on a card nor in a line', async () => {
  const input = JSON.stringify({
    id: 'x',
    text: 'Norway said \u001b]0;owned\u0007 that \u009b2J it \u2028 agreed with Iceland on Tuesday.',
  });
  const cards = await runCli(['read', '--jsonl', '-', '--format', 'cards'], { input });
  const line = await runCli(['read', '--jsonl', '-'], { input });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must be gone
  for (const { stdout } of [cards, line]) expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028]/);
  expect(line.stdout.trimEnd().split('\n')).toHaveLength(1);
});

test('a folder is read in the order of its names', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'sub'));
  for (const [name, text] of [
    ['b.txt', 'Norway met Iceland.'],
    ['a.txt', 'Iceland met Norway.'],
    ['sub/c.txt', 'Denmark met both.'],
    ['skip.pdf', 'x'],
  ] as const) {
    writeFileSync(join(folder, name), text);
  }
  const { stdout } = await runCli(['read', folder]);
  expect(jsonLines(stdout).map(({ page }) => (page as { path: string }).path.slice(folder.length + 1))).toEqual([
    'a.txt',
    'b.txt',
    'sub/c.txt',
  ]);
});
