import type { Profile } from './profile.ts';
import { type Context, foreignness } from './signals.ts';

/** Which units are not the article's. */
export interface Foreign {
  /** Index of the first unit behind the article; the number of units when nothing is. */
  readonly tail: number;
  /** Indexes of units of other stories between the article's own. */
  readonly inside: ReadonlySet<number>;
}

/** A line within the article must look this foreign by itself: nothing behind it helps to judge. */
const MIN_INSIDE = 1.6;

/**
 * Finds where the article ends: the cut before which little and behind which much looks foreign, as a sum over units.
 * Lines of furniture count for neither side.
 */
export function findForeign(units: readonly Profile[]): Foreign {
  const scores = scoresOf(units);
  let tail = units.length;
  let best = 0;
  let sum = 0;
  for (let i = units.length - 1; i >= 1; i--) {
    sum += scores[i] ?? 0;
    if (sum > best) {
      best = sum;
      tail = i;
    }
  }
  const inside = new Set<number>();
  scores.forEach((score, i) => {
    if (i > 0 && i < tail && score >= MIN_INSIDE) inside.add(i);
  });
  return { tail, inside };
}

function scoresOf(units: readonly Profile[]): number[] {
  const seen = new Map<string, number>();
  const names = new Set<string>();
  const context: Context & { before: number } = { before: 0, seen, names };
  return units.map((unit) => {
    if (unit.rule) return 0;
    const score = context.before === 0 ? -1 : foreignness(unit, context);
    for (const word of unit.content) seen.set(word, (seen.get(word) ?? 0) + 1);
    for (const word of unit.content) if (unit.names.has(word)) names.add(word);
    for (const name of unit.names) names.add(name);
    context.before++;
    return score;
  });
}
