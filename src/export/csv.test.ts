import { expect, test } from 'vitest';
import { type Column, headerLine, joinCell, rowLine } from './csv.ts';

const columns: Column<{ a: string | number | undefined; b?: string }>[] = [
  { name: 'a', cell: ({ a }) => a },
  { name: 'b', cell: ({ b }) => b },
];
const comma = { delimiter: ',' } as const;
const row = (a: string | number | undefined, form: Parameters<typeof rowLine>[2] = comma) =>
  rowLine({ a, b: 'z' }, columns, form);

test('cells are quoted as RFC 4180 says, and only where they must be', () => {
  expect(headerLine(columns, comma)).toBe('a,b\n');
  expect(row('plain words')).toBe('plain words,z\n');
  expect(row('a, b')).toBe('"a, b",z\n');
  expect(row('she said "no"')).toBe('"she said ""no""",z\n');
  expect(row('two\nlines')).toBe('"two\nlines",z\n');
  expect(row('two\r\nlines')).toBe('"two\r\nlines",z\n');
});

test('absent is an empty cell, zero is not', () => {
  expect(row(undefined)).toBe(',z\n');
  expect(row(0)).toBe('0,z\n');
  expect(row(-3.5)).toBe('-3.5,z\n');
});

test('a tab-separated row stays one row', () => {
  expect(row('a\tb\nc "d"', { delimiter: '\t' })).toBe('a b c "d"\tz\n');
});

test('for spreadsheets no text is a formula, numbers stay numbers, and a byte order mark comes first', () => {
  const form = { delimiter: ',', spreadsheet: true } as const;
  for (const text of ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)']) expect(row(text, form)).toMatch(/^"?'/);
  expect(row(-2, form)).toBe('-2,z\n');
  expect(row('=1+1')).toBe('=1+1,z\n');
  expect(headerLine(columns, form)).toBe('\ufeffa,b\n');
});

test('what has no UTF-8 becomes a replacement character', () => {
  expect(row('a\ud800b\0')).toBe('a\ufffdb\ufffd,z\n');
  expect(row('\u{1f6a2}')).toBe('\u{1f6a2},z\n');
});

test('values of one cell keep their places', () => {
  expect(joinCell(['KOR', undefined, 'PRK'])).toBe('KOR; ; PRK');
});
