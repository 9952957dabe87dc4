import { expect, test } from 'vitest';
import { writtenInterval, writtenPublished } from './dates.ts';

test.each([
  ['2023-09-18', '2023-09-18', '18 Sep 2023'],
  ['2023-09-17', '2023-09-19', '17–19 Sep 2023'],
  ['2023-09-28', '2023-10-02', '28 Sep – 2 Oct 2023'],
  ['2023-12-30', '2024-01-02', '30 Dec 2023 – 2 Jan 2024'],
  ['2023-09-01', '2023-09-30', 'Sep 2023'],
  ['2023-01-01', '2023-12-31', '2023'],
  ['2023-09-18T10:00', '2023-09-18T12:00', '18 Sep 2023'],
])('%s to %s is written %3$s', (earliest, latest, expected) => {
  expect(writtenInterval(earliest, latest)).toBe(expected);
});

test('a publication date shows its bounds where they are wider than a day', () => {
  const published = { source: 'content', evidence: [] } as const;
  expect(writtenPublished({ ...published, value: '2023-09-18', earliest: '2023-09-18', latest: '2023-09-18' })).toBe(
    '18 Sep 2023',
  );
  expect(writtenPublished({ ...published, value: '2023-09-18', earliest: '2023-09-17', latest: '2023-09-19' })).toBe(
    '18 Sep 2023 (17–19 Sep 2023)',
  );
});
