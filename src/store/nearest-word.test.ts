import { expect, it } from 'vitest';
import { nearestWord } from './nearest-word.ts';

it.each([
  ['hapened', 'happened'],
  ['DENIED', 'denied'],
  ['deneid', 'denied'],
  ['pland', 'planned'],
])('takes %s for %s', (typed, meant) => {
  expect(nearestWord(typed, ['happened', 'planned', 'denied'])).toBe(meant);
});

it.each(['xyz', '', 'x'.repeat(10_000)])('takes %s for nothing', (typed) => {
  expect(nearestWord(typed, ['happened', 'planned'])).toBeUndefined();
});
