import { expect, test } from 'vitest';
import type { Figure } from './figure.ts';
import { breaches, changedCorpora, type Floors, raise, TOLERANCE } from './gate.ts';

const floors: Floors = { corpora: { 'a.jsonl': 'one' }, full: { good: 50, leak: 10 }, quick: {}, lowered: [] };
const figure = (id: string, value: number, better: Figure['better']): Figure => ({ id, value, better, n: 1 });

test('a figure below its floor breaks the gate, one within the tolerance does not', () => {
  expect(breaches([figure('good', 49, 'higher')], floors, 'full')).toEqual(['good is 49.0, its floor is 50.0']);
  expect(breaches([figure('good', 50 - TOLERANCE / 2, 'higher')], floors, 'full')).toEqual([]);
  expect(breaches([figure('good', 99, 'higher')], floors, 'full')).toEqual([]);
});

test('for a leak or an error the floor is a ceiling', () => {
  expect(breaches([figure('leak', 12, 'lower')], floors, 'full')).toHaveLength(1);
  expect(breaches([figure('leak', 2, 'lower')], floors, 'full')).toEqual([]);
});

test('shown figures, new figures and the other part of the run are not gated', () => {
  expect(breaches([figure('good', 0, 'none'), figure('new', 0, 'higher')], floors, 'full')).toEqual([]);
  expect(breaches([figure('good', 0, 'higher')], floors, 'quick')).toEqual([]);
});

test('other data than the floors were measured on is named', () => {
  expect(changedCorpora({ 'a.jsonl': 'two', 'b.jsonl': 'new' }, floors)).toEqual(['a.jsonl']);
  expect(changedCorpora({ 'a.jsonl': 'one' }, floors)).toEqual([]);
});

test('updating raises floors, rounded to the safe side, and never lowers one', () => {
  const figures = [figure('good', 57.68, 'higher'), figure('leak', 12, 'lower'), figure('new', 3.21, 'lower')];
  const next = raise(floors, { figures, hashes: { 'b.jsonl': 'x' }, part: 'full' });
  expect(next.full).toEqual({ good: 57.6, leak: 10, new: 3.3 });
  expect(next.corpora).toEqual({ 'a.jsonl': 'one', 'b.jsonl': 'x' });
  expect(next.lowered).toEqual([]);
});

test('with a reason a floor is lowered, and the reason is kept', () => {
  const lowering = { reason: 'the gold was mended', day: '2024-01-02' };
  const next = raise(floors, { figures: [figure('good', 40, 'higher')], hashes: {}, part: 'full' }, lowering);
  expect(next.full.good).toBe(40);
  expect(next.lowered).toEqual([
    { day: '2024-01-02', figure: 'good', from: 50, to: 40, reason: 'the gold was mended' },
  ]);
});
