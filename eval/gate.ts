import type { Figure } from './figure.ts';

/** How the floors are kept in `floors.json`. */
export interface Floors {
  /** Hash of each data file that the floors were measured on. */
  readonly corpora: Readonly<Record<string, string>>;
  /** Floors of the whole run and of the quick run's samples, by figure. For `lower` figures they are ceilings. */
  readonly full: Readonly<Record<string, number>>;
  readonly quick: Readonly<Record<string, number>>;
  /** Every floor that was ever lowered, and why. */
  readonly lowered: readonly Lowered[];
}

export interface Lowered {
  readonly day: string;
  readonly figure: string;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

export type Part = 'full' | 'quick';

/**
 * A figure may lie this far on the wrong side of its floor: floors are rounded to a tenth, and other Node versions
 * bring other Unicode tables, which may turn a token or two.
 */
export const TOLERANCE = 0.1;

/** What breaks the gate, in plain lines; none when it holds. */
export function breaches(figures: readonly Figure[], floors: Floors, part: Part): string[] {
  return figures.flatMap(({ id, value, better }) => {
    const floor = floors[part][id];
    if (floor === undefined || better === 'none') return [];
    const short = better === 'higher' ? floor - value : value - floor;
    return short > TOLERANCE ? [`${id} is ${value.toFixed(1)}, its floor is ${floor.toFixed(1)}`] : [];
  });
}

/** Data files that are not those the floors were measured on. */
export function changedCorpora(hashes: Readonly<Record<string, string>>, floors: Floors): string[] {
  return Object.keys(hashes).filter(
    (file) => floors.corpora[file] !== undefined && floors.corpora[file] !== hashes[file],
  );
}

/** Rounded to a tenth, to the safe side. */
function toFloor({ value, better }: Figure): number {
  return (better === 'higher' ? Math.floor(value * 10) : Math.ceil(value * 10)) / 10;
}

/**
 * Floors raised to what was measured. One is lowered only with a reason, which is kept.
 *
 * @param day  ISO day, for the note of what was lowered
 */
export function raise(
  floors: Floors,
  measured: {
    readonly figures: readonly Figure[];
    readonly hashes: Readonly<Record<string, string>>;
    readonly part: Part;
  },
  lowering?: { readonly reason: string; readonly day: string },
): Floors {
  const { figures, hashes, part } = measured;
  const next = { ...floors[part] };
  const lowered = [...floors.lowered];
  for (const figure of figures) {
    if (figure.better === 'none') continue;
    const { id } = figure;
    const [from, to] = [next[id], toFloor(figure)];
    const worse = from !== undefined && (figure.better === 'higher' ? to < from : to > from);
    if (worse && !lowering) continue;
    if (worse && lowering) lowered.push({ day: lowering.day, figure: id, from, to, reason: lowering.reason });
    next[id] = to;
  }
  const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...floors, corpora: sorted({ ...floors.corpora, ...hashes }), [part]: sorted(next), lowered };
}
