import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commandTable } from '../src/cli/command-table.ts';
import { readErrorsPage } from '../src/cli/errors-page.ts';
import { commonOptions, filterOptions } from '../src/cli/option-groups.ts';
import { eventColumns, sentenceColumn } from '../src/export/event-columns.ts';
import { actorColumns, clusterColumns, countColumns, quoteColumns, storyColumns } from '../src/export/other-columns.ts';
import { COUNT_FIELDS } from '../src/store/filter-words.ts';
import { temporaryFolder } from './cli/run-cli.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = (name: string) => readFileSync(join(root, name), 'utf8');
const cli = page('docs/cli.md');
const fields = page('docs/fields.md');

/** The part of a page under a heading, up to the next heading of the same level or above. */
function section(text: string, heading: string): string {
  const level = heading.indexOf(' ');
  const lines = text.split('\n');
  const start = lines.indexOf(heading);
  expect(start, `there is no heading "${heading}"`).toBeGreaterThan(-1);
  const end = lines.findIndex((line, i) => i > start && /^#+ /.test(line) && line.indexOf(' ') <= level);
  return lines.slice(start + 1, end === -1 ? undefined : end).join('\n');
}

/** The first cells of the rows of a section's table, without their marks. */
function firstCells(text: string): string[] {
  return [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, cell]) => cell ?? '');
}

describe('docs/cli.md', () => {
  test.each(commandTable)(
    'has a section on $name with every option, an example and no option that is not there',
    (command) => {
      const text = section(cli, `## annals ${command.name}`);
      const own = command.options.filter((option) => !filterOptions.includes(option));
      const documented = firstCells(text).filter((flags) => flags.startsWith('-'));
      const shared = command.name === 'query' ? filterOptions : [];
      expect(documented.sort()).toEqual([...own, ...shared].map(({ flags }) => flags).sort());
    },
  );

  test('has every filter word and every common option', () => {
    expect(firstCells(section(cli, '### Filter words'))).toEqual(filterOptions.map(({ flags }) => flags));
    expect(firstCells(section(cli, '### On every command'))).toEqual(commonOptions.map(({ flags }) => flags));
  });
});

describe('commands shown in the docs', () => {
  const pages = ['README.md', 'docs/cli.md', 'docs/cite.md', 'docs/api.md'];
  const lines = pages.flatMap((name) =>
    [...page(name).matchAll(/^(?:.*\| )?annals ([a-z-]+)([^\n#|&<>]*)/gm)].map(([line, command = '', rest = '']) => ({
      name,
      line,
      command,
      rest,
    })),
  );

  test('there are some', () => expect(lines.length).toBeGreaterThan(20));

  test.each(lines)('$name: $line', ({ command, rest }) => {
    const spec = commandTable.find(({ name }) => name === command);
    if (command === 'help') return;
    expect(spec, `no command ${command}`).toBeDefined();
    const known = [...(spec?.options ?? []), ...commonOptions].flatMap(({ flags }) => flags.match(/--?[a-z-]+/g) ?? []);
    for (const flag of rest.replace(/'[^']*'|"[^"]*"/g, '').match(/(?<=\s)--?[a-z][a-z-]*/g) ?? [])
      expect([...known, '-h', '--help']).toContain(flag);
  });
});

describe('docs/errors.md', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  // A code is a quoted word of capitals: the first argument of an error or failure, or a `code` in a table.
  const beginnings =
    'STORE|PAGE|LINE|PATH|FOLDER|PAIR|OPTION|OUTPUT|CORRECTION|FILTER|QUERY|SERVER?|HOST|METHOD|TOKEN|ID|DATA|MODEL|CODEBOOK';
  const pattern = new RegExp(
    `'((?:${beginnings})_[A-Z0-9_]+|NOT_FOUND|USAGE)'|\\((INTERNAL)\\)|AnnalsError\\(\\s*'([A-Z_]+)'`,
    'g',
  );
  const used = new Set(
    sources.flatMap((name) => [...page(join('src', name)).matchAll(pattern)].map(([, a, b, c]) => a ?? b ?? c ?? '')),
  );
  const documented = readErrorsPage().map(({ code }) => code);

  test('has every code that the program can give', () => {
    expect([...used].filter((code) => !documented.includes(code)).sort()).toEqual([]);
  });

  test('has no code that the program cannot give, and each once, in order', () => {
    expect(documented.filter((code) => !used.has(code))).toEqual([]);
    expect(documented).toEqual([...new Set(documented)].sort());
  });
});

interface Definition {
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Nested>>;
}
interface Nested {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly items?: { readonly properties?: Readonly<Record<string, unknown>> };
}

describe('docs/fields.md', () => {
  const { definitions } = JSON.parse(page('schema/annals.schema.json')) as { definitions: Record<string, Definition> };
  const records = Object.entries(definitions).filter(([, { properties }]) => properties !== undefined);
  const words = Object.entries(definitions).filter(([, each]) => each.enum !== undefined);

  test.each(records)('has every field of %s and no other', (name, { properties = {} }) => {
    const text = section(fields, `### ${name}`);
    expect(firstCells(text)).toEqual(Object.keys(properties));
    for (const [, nested] of Object.entries(properties)) {
      const inner = { ...nested.properties, ...nested.items?.properties };
      for (const key of Object.keys(inner)) expect(text).toContain(`\`${key}\``);
    }
  });

  test.each(words)('has every value of %s', (name, each) => {
    const row = section(fields, '## Words')
      .split('\n')
      .find((line) => line.startsWith(`| ${name} |`));
    expect([...(row?.matchAll(/`([^`]+)`/g) ?? [])].map(([, word]) => word)).toEqual(each.enum?.map(String));
  });

  test.each([
    ['events', [...eventColumns, sentenceColumn]],
    ['stories', storyColumns],
    ['actors', actorColumns],
    ['quotes', quoteColumns],
    ['clusters', clusterColumns],
    ['counts', countColumns(COUNT_FIELDS)],
  ] as const)('has every column of %s, in order', (name, columns) => {
    expect(firstCells(section(fields, `### Columns of ${name}`))).toEqual(columns.map((column) => column.name));
  });
});

describe('examples in TypeScript', () => {
  const examples = ['README.md', 'docs/cli.md'].flatMap((name) =>
    [...page(name).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => ({ name, code })),
  );

  test('there are some', () => expect(examples.length).toBeGreaterThanOrEqual(2));

  test.each(examples)('one in $name runs as it stands', ({ code }) => {
    const store = join(temporaryFolder(), 'news.annals');
    const moved = code.replaceAll("'news.annals'", JSON.stringify(store));
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', moved], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).not.toBe('');
  });
});
