import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sql = readFileSync(new URL('./sql/0001_init.sql', import.meta.url), 'utf8').replace(/--.*/g, '');
const page = readFileSync(new URL('../../docs/sql.md', import.meta.url), 'utf8');

/** Column names by table, as the file creates them. */
const tables = new Map(
  [...sql.matchAll(/CREATE TABLE (\w+) \(([\s\S]*?)\)(?: WITHOUT ROWID)?;/g)].map(([, table = '', body = '']) => {
    const columns = body.split(/,\s*(?![^(]*\))/).map((part) => part.trim().split(/\s/)[0] ?? '');
    return [table, columns.filter((column) => /^[a-z]/.test(column))];
  }),
);

describe('docs/sql.md', () => {
  const sections = page.split('\n### ').slice(1);
  const documented = new Map(
    sections.map((section) => {
      const rows = [...section.matchAll(/^\| ([a-z_, 0-9]+) \|/gm)].map(([, cell = '']) => cell.split(', '));
      return [section.split('\n')[0] ?? '', rows.flat().filter((column) => column !== 'column')];
    }),
  );

  it('names every table and no other', () => {
    expect(tables.size).toBeGreaterThan(20);
    expect([...documented.keys()].sort()).toEqual([...tables.keys()].sort());
  });

  it.each([...tables])('names the columns of %s', (table, columns) => {
    expect([...(documented.get(table) ?? [])].sort()).toEqual([...columns].sort());
  });
});
