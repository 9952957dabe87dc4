import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { makePage, makeStory } from '../helpers/make-story.ts';
import { expectValidRecord } from '../helpers/record-schema.ts';
import { jsonLines, runCli, temporaryFolder } from './run-cli.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const folder = temporaryFolder();
const store = join(folder, 'test.annals');
const page = 'https://harbour.example/a';

// Records made by hand: these tests are about the commands, not about what the reader finds.
const story = makeStory({
  page,
  url: page,
  title: 'Truce, of a kind',
  publisher: 'The Harbour Gazette',
  published: '2024-10-08',
  text: 'Norway gave ships to Iceland in Bergen. Iceland will send a "gift", Norway said. Norway denied that it had rammed a trawler of Iceland. Norway threatened to close its ports to Iceland.',
  actors: [
    { name: 'Norway', country: 'NOR', sectors: ['GOV'] },
    { name: 'Iceland', country: 'ISL', sectors: ['GOV'] },
  ],
  places: [{ name: 'Bergen', country: 'NOR', lat: 60.39, lon: 5.32 }],
  events: [
    { trigger: 'gave', type: 'AID', source: [0], target: [1], days: '2024-10-07', at: 0, quad: 2 },
    { trigger: 'send', type: 'AGREE', act: 'AID', source: [1], target: [0], status: 'planned', quad: 1 },
    { trigger: 'rammed', type: 'ASSAULT', source: [0], target: [1], status: 'denied', quad: 4 },
    {
      trigger: 'threatened',
      type: 'THREATEN',
      source: [0],
      target: [1],
      days: '2024-10-08',
      quad: 3,
      content: `${page}#1/e5`,
    },
    { trigger: 'close its ports', type: 'SANCTION', source: [0], target: [1], days: '2024-10-08', quad: 3 },
  ],
  quotes: [{ speaker: 0, content: 'Iceland will send a "gift"' }],
});
const chinese = makeStory({
  page: 'https://gangwan.example/b',
  title: '渔港',
  language: 'zh',
  published: '2024-12-03',
  text: '有了码头，船才有家，渔民林海说。',
});

beforeAll(async () => {
  const opened = await openStore(store, { create: true });
  await opened.write([makePage([story]), makePage([chinese])], { now: '2024-12-04T00:00:00Z' });
  await opened.close();
});

const annals = (...args: string[]) => runCli([...args, '--store', store]);

test('query answers JSON lines in a pipe, and nothing else on stdout', async () => {
  const { code, stdout, stderr } = await annals('query', '--actor', 'NOR', '--status', 'planned');
  expect([code, stderr]).toEqual([0, '']);
  const [view, ...rest] = jsonLines(stdout);
  expect(rest).toEqual([]);
  expect(view).toMatchObject({
    event: { id: `${page}#1/e2`, act: 'AID' },
    sentence: { text: 'Iceland will send a "gift", Norway said.' },
  });
});

test.each([
  [['--source', 'NOR', '--target', 'ISL', '--type', 'AID'], ['e1']],
  [
    ['--type', 'aid,assault', '--sort', 'date'],
    ['e1', 'e3'],
  ],
  [
    ['--status', 'planned', '--status', 'denied'],
    ['e2', 'e3'],
  ],
  [['--place', 'Bergen'], ['e1']],
  [['--from', '2024-10-08', '--to', '2024-10-08', '--type', 'SANCTION,AID'], ['e5']],
  [['--text', 'trawler', '--type', 'ASSAULT'], ['e3']],
  [['--story', `${page}#1`, '--limit', '1', '--type', 'AID'], ['e1']],
])('query %s finds %s', async (args, expected) => {
  const { stdout } = await annals('query', 'events', ...args);
  const ids = jsonLines(stdout).map(({ event }) => (event as { id: string }).id.slice(`${page}#1/`.length));
  expect(ids.sort()).toEqual(expected);
});

test('csv has a header, one row per event, and quotes what must be quoted', async () => {
  const { stdout } = await annals(
    'query',
    '--type',
    'AID',
    '--format',
    'csv',
    '--fields',
    'event_id,title,source_countries,target_names,trigger',
  );
  expect(stdout).toBe(
    `event_id,title,source_countries,target_names,trigger\n${page}#1/e1,"Truce, of a kind",NOR,Iceland,gave\n`,
  );
  expect((await annals('query', '--type', 'CONSULT', '--format', 'csv', '--fields', 'event_id')).stdout).toBe(
    'event_id\n',
  );
  const wrong = await annals('query', '--format', 'csv', '--fields', 'titel');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('Did you mean title?');
});

test('a table can be asked for in a pipe and is not cut there', async () => {
  const { stdout } = await annals('query', 'stories', '--format', 'table');
  expect(stdout).toMatch(/^published +title +publisher +language +events +id\n/);
  expect(stdout).toContain(`${page}#1`);
  expect(stdout).toContain('渔港');
});

test('stories, actors, quotes and clusters can be asked for; stories are whole records', async () => {
  const stories = jsonLines((await annals('query', 'stories', '--text', '林海')).stdout);
  expect(stories.map(({ id }) => id)).toEqual(['https://gangwan.example/b#1']);
  for (const each of stories) expectValidRecord(each);
  expect(jsonLines((await annals('query', 'actors')).stdout)).toContainEqual(
    expect.objectContaining({ name: 'Norway', country: 'NOR', events: 5 }),
  );
  expect(jsonLines((await annals('query', 'quotes', '--format', 'jsonl')).stdout)[0]).toMatchObject({
    speaker: 'Norway',
    text: 'Iceland will send a "gift"',
  });
  expect((await annals('query', 'clusters')).code).toBe(0);
});

test('nothing found is no error, unless --fail-empty asks for one', async () => {
  const none = await annals('query', '--actor', 'PER');
  expect([none.code, none.stdout]).toEqual([0, '']);
  expect(none.stderr).toContain('nothing matches');
  expect((await annals('query', '--actor', 'PER', '--fail-empty')).code).toBe(1);
  expect((await annals('query', '--actor', 'NOR', '--fail-empty')).code).toBe(0);
  expect((await annals('count', '--actor', 'PER', '--fail-empty')).code).toBe(1);
});

test('count is the dyad-month table as csv; deeds that did not happen are not in it', async () => {
  const { code, stdout, stderr } = await annals('count', '--by', 'month,source,target,type');
  expect(code).toBe(0);
  expect(stdout).toBe(
    'month,source,target,type,events\n2024-10,NOR,ISL,AID,1\n2024-10,NOR,ISL,SANCTION,1\n2024-10,NOR,ISL,THREATEN,1\n',
  );
  expect(stderr).toContain('--status');
  expect((await annals('count', '--by', 'status', '--status', 'all')).stdout).toBe(
    'status,events\ndenied,1\nhappened,3\nplanned,1\n',
  );
  expect(jsonLines((await annals('count', '--by', 'type', '--type', 'AID', '--json')).stdout)).toEqual([
    { type: 'AID', events: 1 },
  ]);
});

test('show prints a story or an event, by its own id or its page', async () => {
  expect(JSON.parse((await annals('show', `${page}#1`)).stdout)).toEqual(story);
  expect(jsonLines((await annals('show', page)).stdout)).toEqual([story]);
  expect(JSON.parse((await annals('show', `${page}#1/e1`)).stdout)).toMatchObject({ event: { id: `${page}#1/e1` } });
  expect((await annals('show', `${page}#1/e1`, '--format', 'cards')).stdout).toContain(
    'Norway → aid → Iceland · ● happened · 7 Oct 2024',
  );
  const unknown = await annals('show', 'nothing');
  expect(unknown.code).toBe(3);
  expect(unknown.stderr).toMatch(/No story, event or page has the id nothing.*\(ID_UNKNOWN\)/);
});

test('exports hold no article text unless asked, but always the words of the trigger', async () => {
  const lines = await annals('export', '--format', 'jsonl');
  expect(lines.stdout).not.toContain('gave ships');
  expect(lines.stdout).not.toContain('林海');
  const [first] = jsonLines(lines.stdout) as { id: string; events: { words: string; status: string }[] }[];
  expect(first?.events.map(({ words }) => words)).toEqual(['gave', 'send', 'rammed', 'threatened', 'close its ports']);
  const withText = jsonLines((await annals('export', '--format', 'jsonl', '--with-text')).stdout);
  for (const each of withText) expectValidRecord(each);
  expect(withText).toContainEqual(story);
});

test('a csv export has a row per event that took place; a threat and what it threatens are one row', async () => {
  const rowsOf = async (...args: string[]) => {
    const { stdout } = await annals('export', '--format', 'csv', ...args);
    return stdout
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]?.slice(`${page}#1/`.length));
  };
  expect(await rowsOf()).toEqual(['e1', 'e4']);
  expect(await rowsOf('--with-content')).toEqual(['e1', 'e4', 'e5']);
  expect(await rowsOf('--type', 'SANCTION')).toEqual(['e5']);
  expect((await rowsOf('--status', 'all')).sort()).toEqual(['e1', 'e2', 'e3', 'e4']);
  const plain = await annals('export', '--format', 'csv');
  expect(plain.stdout).not.toContain('gave ships');
  expect(plain.stdout.split('\n')[0]).not.toContain('sentence');
  const withText = await annals('export', '--format', 'csv', '--with-text', '--type', 'AID');
  expect(withText.stdout).toContain(',Norway gave ships to Iceland in Bergen.\n');
});

test('an export goes to a file, and a dry run nowhere', async () => {
  const file = join(folder, 'events.csv');
  const dry = await annals('export', '--format', 'csv', '--output', file, '--dry-run');
  expect(dry.stderr).toContain('2 events would be written, without article text');
  expect([dry.stdout, existsSync(file)]).toEqual(['', false]);
  const written = await annals('export', '--format', 'csv', '--output', file);
  expect(written.stderr).toContain('2 events, without article text');
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(4);
});

test('corrections are applied whole or not at all, and unknown targets are told', async () => {
  const copy = join(folder, 'copy.annals');
  writeFileSync(copy, readFileSync(store));
  const correct = (lines: object[], ...flags: string[]) =>
    runCli(['correct', '-', '--store', copy, ...flags], {
      input: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    });
  const who = { by: 'A. Reader', at: '2024-12-05', why: 'the text says so' };
  const bad = await correct([
    { target: `${page}#1/e1`, action: 'drop', ...who },
    { target: `${page}#1/e2`, action: 'set', ...who },
  ]);
  expect(bad.code).toBe(3);
  expect(bad.stderr).toMatch(/stdin:2: .*"(field|value)".*\(CORRECTION_INVALID\)/);
  const drop = { target: `${page}#1/e1`, action: 'drop', ...who };
  expect((await correct([drop, { ...drop, target: 'nothing#1/e1' }], '--dry-run')).stdout).toBe(
    '1 would be applied, 1 unknown\n',
  );
  expect((await runCli(['query', '--type', 'AID', '--store', copy])).stdout).not.toBe('');
  const applied = await correct([drop, { ...drop, target: 'nothing#1/e1' }]);
  expect([applied.code, applied.stdout]).toEqual([1, '1 applied, 1 unknown\n']);
  expect((await runCli(['query', '--type', 'AID', '--store', copy])).stdout).toBe('');
});

test('a takedown is asked for, never taken for granted, and leaves a trace', async () => {
  const copy = join(folder, 'takedown.annals');
  writeFileSync(copy, readFileSync(store));
  const remove = (...args: string[]) =>
    runCli(['remove', page, '--why', 'asked for by the publisher', '--store', copy, ...args]);
  const unasked = await remove();
  expect(unasked.code).toBe(2);
  expect(unasked.stderr).toContain('--yes');
  expect((await remove('--dry-run')).stderr).toMatch(/would take down .*1 story, 5 events/);
  expect((await runCli(['show', page, '--store', copy])).code).toBe(0);
  expect((await remove('--yes')).stderr).toContain('took down');
  expect((await runCli(['show', page, '--store', copy])).code).toBe(3);
  expect((await remove('--yes')).code).toBe(0);
  const unknown = await runCli(['remove', 'nothing', '--why', 'x', '--yes', '--store', copy]);
  expect(unknown.stderr).toContain('(ID_UNKNOWN)');
});

test('the store is named by the flag, else ANNALS_STORE, else news.annals here', async () => {
  const named = await runCli(['query', 'stories'], { env: { ANNALS_STORE: store } });
  expect(jsonLines(named.stdout)).toHaveLength(2);
  const unnamed = await runCli(['query'], { cwd: temporaryFolder() });
  expect(unnamed.stderr).toContain('news.annals');
});

test('doctor checks what the commands need and has a fix for what is missing', async () => {
  const well = await annals('doctor');
  expect(well.code).toBe(0);
  expect(well.stdout).toMatch(/ok +store +.*2 pages, 2 stories, 5 events/);
  const findings = JSON.parse((await annals('doctor', '--json')).stdout);
  expect(findings.map(({ check }: { check: string }) => check)).toEqual(
    expect.arrayContaining(['node', 'tables', 'store', 'write access', 'disk']),
  );
  const broken = join(folder, 'broken.annals');
  writeFileSync(broken, 'this is no database '.repeat(100));
  const ill = await runCli(['doctor', '--store', broken]);
  expect(ill.code).toBe(3);
  expect(ill.stdout).toMatch(/fault +store[\s\S]*fix: /);
});

test('demo reads the examples, shows the page and says what to do next', async () => {
  const cwd = temporaryFolder();
  const { code, stdout } = await runCli(['demo'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('Iceland and Norway sign herring truce');
  expect(stdout).toContain('serve --store demo.annals');
  expect(existsSync(join(cwd, 'demo.annals'))).toBe(true);
  const again = await runCli(['demo'], { cwd });
  expect(again.code).toBe(0);
  expect(existsSync(examples)).toBe(true);
});
