interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether two half-open stretches share at least one unit. */
export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Stretch, inner: Stretch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Index of the first stretch, of many in text order, that starts at or after a place. */
export function firstFrom(sorted: readonly Stretch[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Text order: by start, the longer first. */
export function byStart(a: Stretch, b: Stretch): number {
  return a.start - b.start || b.end - a.end;
}
