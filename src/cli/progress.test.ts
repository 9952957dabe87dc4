import { expect, test } from 'vitest';
import { describe as described, grouped } from './progress.ts';

test('numbers are grouped by thousands', () => {
  expect([0, 999, 1204, 1234567].map(grouped)).toEqual(['0', '999', '1,204', '1,234,567']);
});

test('progress says how far, how fast, how long still and how many failed', () => {
  expect(described('pages', { through: 1200, failed: 3, total: 2400, seconds: 10 })).toBe(
    '1,200/2,400 pages · 120/s · 10 s left · 3 failed',
  );
  expect(described('pages', { through: 5, failed: 0, total: undefined, seconds: 10 })).toBe('5 pages · 0.5/s');
  expect(described('pages', { through: 10, failed: 0, total: 36010, seconds: 1 })).toBe(
    '10/36,010 pages · 10/s · 1 h 0 min left',
  );
});
