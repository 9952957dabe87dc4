import type { Span } from '../../schema/span.ts';

/**
 * Sorts stretches once and answers, in logarithmic time, how far those that begin at or before a place reach: whether
 * any of them holds or meets a span needs no walk over all.
 *
 * @returns the furthest end of all stretches with `start <= at`; -1 when none begins there or before
 */
export function furthestEnd(stretches: readonly Span[]): (at: number) => number {
  const sorted = stretches.toSorted((a, b) => a.start - b.start);
  const ends: number[] = [];
  for (const { end } of sorted) ends.push(Math.max(end, ends.at(-1) ?? -1));
  return (at) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return ends[low - 1] ?? -1;
  };
}
