import { expect, it } from 'vitest';
import { findWire } from './find-wire.ts';

it.each([
  ['TAIPEI, Sept. 18 (Reuters) — The ministers met on Monday.', 'Reuters'],
  ['KYIV, Ukraine (AP) - Shells fell on the port.', 'AP'],
  ['SEOUL (Yonhap) – The two sides agreed to talk.', 'Yonhap'],
])('the dateline of %s credits %s', (lead, wire) => {
  expect(findWire(lead)).toBe(wire);
});

it.each(['Reporters of Reuters (Reuters) were let in.', 'The ministers met (AP was there) — for an hour.', ''])(
  'no dateline, no agency: %j',
  (lead) => {
    expect(findWire(lead)).toBeUndefined();
  },
);
