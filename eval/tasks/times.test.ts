import { expect, test } from 'vitest';
import { daysOf, isReading } from './times.ts';

test.each([
  ['a day', { value: '2019-01-04' }, { timex: ['2019-01-04'], values: [{ value: '2019-01-04' }] }, true],
  ['another day', { value: '2019-01-05' }, { timex: ['2019-01-04'], values: [{ value: '2019-01-04' }] }, false],
  [
    'one of two readings',
    { value: '2019-06-18' },
    { timex: ['XXXX-06-18'], values: [{ value: '2018-06-18' }, { value: '2019-06-18' }] },
    true,
  ],
  [
    'a year by its days',
    { value: 'x', earliest: '1865-01-01', latest: '1865-12-31' },
    { values: [{ start: '1865-01-01', end: '1866-01-01' }] },
    true,
  ],
  [
    'a year too long',
    { value: 'x', earliest: '1865-01-01', latest: '1866-01-01' },
    { values: [{ start: '1865-01-01', end: '1866-01-01' }] },
    false,
  ],
  ['a clock time', { value: 'T20:10' }, { timex: ['T20:10'], values: [{ value: '20:10:00' }] }, true],
  ['a day and time', { value: '2016-11-07T18:00' }, { values: [{ value: '2016-11-07 18:00:00' }] }, true],
  ['no value at all', { value: 'PAST_REF' }, { values: [] }, false],
])('%s', (_name, time, gold, right) => {
  expect(isReading(time, gold)).toBe(right);
});

test.each([
  ['2004-02-29', ['2004-02-29', '2004-02-29']],
  ['2004-02', ['2004-02-01', '2004-02-29']],
  ['2004', ['2004-01-01', '2004-12-31']],
  ['2013-06/2014', ['2013-06-01', '2014-12-31']],
  ['--09/--12', undefined],
  ['1919/', undefined],
  ['-3000', undefined],
])('the days of %s', (value, days) => {
  expect(daysOf(value)).toEqual(days);
});
