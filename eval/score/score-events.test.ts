import { expect, test } from 'vitest';
import type { Coded, Compared, Party } from './passage.ts';
import { calibrationError, scoreEvents } from './score-events.ts';

const text = 'France attacked Spain and met Italy.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const party = (name: string): Party => ({ mentions: [at(name)], sectors: [] });
const [france, spain, italy] = ['France', 'Spain', 'Italy'].map(party) as [Party, Party, Party];

const attack: Coded = {
  trigger: at('attacked'),
  act: 'ASSAULT',
  status: 'happened',
  source: [france],
  target: [spain],
  by: [],
  confidence: 1,
};
const meeting: Coded = {
  ...attack,
  trigger: at('met'),
  act: 'CONSULT',
  source: [france, italy],
  target: [france, italy],
};

function against(gold: readonly Coded[], system: readonly Coded[]) {
  const compared: Compared = {
    id: 'x',
    text,
    gold: { parties: [], events: gold },
    system: { parties: [], events: system },
  };
  return scoreEvents([compared]);
}

test('the gold itself scores full on every level', () => {
  const s = against([attack, meeting], [attack, meeting]);
  for (const level of ['trigger', 'act', 'parties', 'status', 'source', 'target'] as const)
    expect(s[level].f, level).toBe(1);
  expect([s.statusAccuracy, s.statusMacroF1, s.roleSwaps, s.falseEvents]).toEqual([1, 1, 0, 0]);
});

test('no answer scores nothing', () => {
  const s = against([attack], []);
  expect([s.trigger.f, s.status.f, s.statusAccuracy, s.statusMacroF1]).toEqual([0, 0, 0, 0]);
});

test.each([
  ['another deed', { act: 'COERCE' }, [1, 0, 0, 0]],
  ['a wrong party more', { target: [spain, italy] }, [1, 1, 0, 0]],
  ['a party missing', { target: [] }, [1, 1, 0, 0]],
  ['another status', { status: 'planned' }, [1, 1, 1, 0]],
  ['a trigger that does not overlap', { trigger: at('Spain') }, [0, 0, 0, 0]],
] as const)('%s loses from its level on', (_name, change, levels) => {
  const s = against([attack], [{ ...attack, ...change }]);
  expect([s.trigger.f, s.act.f, s.parties.f, s.status.f]).toEqual(levels);
});

test('exchanged sides are a swap; a mutual deed cannot be swapped', () => {
  expect(against([attack], [{ ...attack, source: [spain], target: [france] }]).roleSwaps).toBe(1);
  expect(against([meeting], [meeting]).roleSwaps).toBe(0);
});

test('two answers for one event cost precision', () => {
  const s = against([attack], [attack, { ...attack, trigger: { ...at('attacked'), end: at('attacked').end - 1 } }]);
  expect([s.trigger.p, s.trigger.r]).toEqual([0.5, 1]);
});

test('events on a passage that holds none are counted a passage', () => {
  expect(against([], [attack, meeting]).falseEvents).toBe(2);
  expect(against([attack], [attack, meeting]).falseEvents).toBe(0);
});

test('the calibration error is the gap between sureness and truth', () => {
  const judged = Array.from({ length: 100 }, (_, i) => ({ confidence: 0.8, right: i % 5 !== 0 }));
  expect(calibrationError(judged)).toBeCloseTo(0, 5);
  expect(calibrationError(judged.map((j) => ({ ...j, confidence: 1 })))).toBeCloseTo(0.2, 5);
  expect(calibrationError([])).toBe(0);
});
