import { expect, test } from 'vitest';
import { compilePassages, passageFiles } from './passages.ts';

test('every passage that may be read compiles', () => {
  const { rows, faults } = compilePassages(passageFiles('seen'));
  expect(faults).toEqual([]);
  expect(rows.length).toBeGreaterThan(3000);
}, 60_000);

test('the six held-out files are there, whole', () => {
  const { rows, faults } = compilePassages(passageFiles('held-out'));
  // Neither text nor line of a held-out file may be printed.
  expect(faults.length).toBe(0);
  expect(rows).toHaveLength(282);
});
