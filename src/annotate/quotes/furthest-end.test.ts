import { expect, test } from 'vitest';
import { furthestEnd } from './furthest-end.ts';

const reach = furthestEnd([
  { start: 10, end: 30 },
  { start: 2, end: 5 },
  { start: 12, end: 14 },
]);

test.each([
  ['before any begins', 1, -1],
  ['where the first begins', 2, 5],
  ['between', 9, 5],
  ['inside a nested one the outer reaches further', 13, 30],
  ['behind all', 99, 30],
])('%s', (_name, at, end) => {
  expect(reach(at)).toBe(end);
});
