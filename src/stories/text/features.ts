import { History } from './history.ts';
import type { Profile } from './profile.ts';
import { EDGE_SIGNALS, SIGNALS } from './signals.ts';

/** What the weights weigh, for one unit: the same in training and reading. */
export interface Features {
  /** `LINE_FEATURES` in order. */
  readonly line: readonly number[];
  /** `EDGE_FEATURES` in order: for a tail that begins here. */
  readonly edge: readonly number[];
}

/** A constant for lines of prose, one for notices, and all signals. */
export const LINE_FEATURES: readonly string[] = ['prose', 'notice', ...SIGNALS.map(({ id }) => id)];
export const EDGE_FEATURES: readonly string[] = ['tail', ...EDGE_SIGNALS.map(({ id }) => id)];

/** Features of each unit given all before it, in order. */
export function featuresOf(units: readonly Profile[]): Features[] {
  const history = new History();
  return units.map((unit) => {
    const line = unit.rule
      ? [0, unit.rule.role === 'notice' ? 1 : 0, ...SIGNALS.map(() => 0)]
      : [1, 0, ...SIGNALS.map((signal) => signal.strength(unit, history))];
    const edge = [1, ...EDGE_SIGNALS.map((signal) => signal.strength(unit, history))];
    history.add(unit);
    return { line, edge };
  });
}
