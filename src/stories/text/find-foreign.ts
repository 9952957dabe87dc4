import type { Profile } from './profile.ts';
import { type Context, foreignness, TAIL_STYLES, type TailStyle } from './signals.ts';

/** Which units are not the article's. */
export interface Foreign {
  /** Index of the first unit behind the article; the number of units when nothing is. */
  readonly tail: number;
  /** Indexes of units of other stories between the article's own. */
  readonly inside: ReadonlySet<number>;
}

/** A line within the article must look this foreign by itself: nothing behind it helps to judge. */
const MIN_INSIDE = 3;

/**
 * Finds where the article ends: the cut behind which the lines look foreign, as a sum over lines, in the style of tail
 * that fits best. Lines of furniture count for neither side.
 */
export function findForeign(units: readonly Profile[]): Foreign {
  let tail = units.length;
  let best = 0;
  const scores = scoresOf(units);
  TAIL_STYLES.forEach((style, s) => {
    let sum = -style.cost;
    for (let i = units.length - 1; i >= 1; i--) {
      sum += Math.min(style.most, scores[s]?.[i] ?? 0);
      if (sum > best) {
        best = sum;
        tail = i;
      }
    }
  });
  const inside = new Set<number>();
  scores[0]?.forEach((score, i) => {
    if (i > 0 && i < tail && score >= MIN_INSIDE && !units[i]?.rule) inside.add(i);
  });
  return { tail, inside };
}

/** The first line opens the article, whatever it looks like. */
const FIRST_LINE = -3;

/** Notices of the outlet stand behind an article far more often than within it. */
const NOTICE = 1;

/** So many units back count as near. */
const NEAR_UNITS = 3;

/** Foreignness of each unit given all before it, one list for each style of tail. */
function scoresOf(units: readonly Profile[]): number[][] {
  const history = new History();
  const scores: number[][] = TAIL_STYLES.map(() => []);
  for (const unit of units) {
    TAIL_STYLES.forEach((style, s) => {
      scores[s]?.push(scoreOf(unit, history, style));
    });
    if (!unit.rule) history.add(unit);
  }
  return scores;
}

function scoreOf(unit: Profile, history: History, style: TailStyle): number {
  if (unit.rule) return unit.rule.role === 'notice' ? NOTICE : 0;
  return history.before === 0 ? FIRST_LINE : foreignness(unit, history, style);
}

/** What was read so far; grows with each unit. */
export class History implements Context {
  before = 0;
  unfinished = 0;
  meanWords = 0;
  readonly seen = new Map<string, number>();
  readonly names = new Set<string>();
  readonly fullNames = new Set<string>();
  #recent: ReadonlySet<string>[] = [];
  near: ReadonlySet<string> = new Set();

  add(unit: Profile): void {
    for (const word of unit.content) this.seen.set(word, (this.seen.get(word) ?? 0) + 1);
    for (const name of unit.names) this.names.add(name);
    for (const name of unit.fullNames) {
      this.fullNames.add(name);
      this.names.add(name);
    }
    this.#recent = [...this.#recent.slice(1 - NEAR_UNITS), unit.content];
    this.near = new Set(this.#recent.flatMap((words) => [...words]));
    if (!unit.finished && unit.words >= 5) this.unfinished++;
    this.meanWords = (this.meanWords * this.before + unit.words) / (this.before + 1);
    this.before++;
  }
}
