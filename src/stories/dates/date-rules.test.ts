import { describe, expect, it } from 'vitest';
import { DATE_WORDS, labelOf } from './date-words.ts';
import { parseDates } from './parse-date.ts';
import { localDays } from './utc-day.ts';

describe('labels of dates', () => {
  it.each(DATE_WORDS.map((row) => [row.id, row] as const))('%s knows its example', (_, { example, label }) => {
    const [date] = parseDates(example, true);
    if (!date) throw new Error(`no date in ${example}`);
    expect(labelOf(example.slice(0, date.start), example.slice(date.end))).toBe(label.replace('-behind', ''));
  });

  it('says nothing of a bare date', () => {
    expect(labelOf('Ann Lee | ', ' | Politics')).toBeUndefined();
  });

  it('answers in time on any words', () => {
    const start = performance.now();
    labelOf('on '.repeat(1_000_000), 'a'.repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('localDays', () => {
  it.each([
    ['2021-04-12T22:30:00Z', 'de', undefined, '2021-04-13', '2021-04-13', '2021-04-13'],
    ['2021-01-12T22:30:00Z', 'de', undefined, '2021-01-12', '2021-01-12', '2021-01-12'],
    ['2021-04-12T22:30:00Z', 'en', 'https://example.co.jp/', '2021-04-13', '2021-04-13', '2021-04-13'],
    ['2021-04-12T01:00:00Z', 'en', 'https://example.ca/', '2021-04-11', '2021-04-11', '2021-04-11'],
    ['2021-04-12T01:00:00Z', 'en', undefined, '2021-04-12', '2021-04-11', '2021-04-12'],
    ['2021-04-12T12:00:00Z', 'en', undefined, '2021-04-12', '2021-04-12', '2021-04-12'],
    ['2021-04-12T00:00:00Z', 'en', undefined, '2021-04-12', '2021-04-12', '2021-04-12'],
    ['2021-04-12T23:30:00+02:00', 'de', undefined, '2021-04-12', '2021-04-12', '2021-04-12'],
  ])('%s in %s, %s, is %s', (value, language, url, day, earliest, latest) => {
    expect(localDays(value, { language, url })).toEqual({ value: day, earliest, latest });
  });
});

describe('parseDates', () => {
  it('finds all dates in text order, none twice', () => {
    const words = 'Posted 2021-04-12, seen 13.04.2021 and April 14, 2021; Ann LeeApr 15, 2021';
    expect(parseDates(words, false).map(({ start, end }) => words.slice(start, end))).toEqual([
      '2021-04-12',
      '13.04.2021',
      'April 14, 2021',
      'Apr 15, 2021',
    ]);
  });
});
