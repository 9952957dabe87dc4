import { readFileSync } from 'node:fs';
import { type Features, featuresOf, LINE_FEATURES } from './features.ts';
import type { Profile } from './profile.ts';

/** Which units are not the article's. */
export interface Foreign {
  /** Index of the first unit behind the article; the number of units when nothing is. */
  readonly tail: number;
  /** Indexes of units of other stories between the article's own. */
  readonly inside: ReadonlySet<number>;
}

/** Weights of one style of tail: a list of teasers all cut off, or whole leads, notes and notices. */
export interface StyleWeights {
  readonly id: string;
  readonly line: readonly number[];
  readonly edge: readonly number[];
  /** Log-odds that a tail must exceed: most pages end with their article. */
  readonly margin: number;
}

interface SplittingWeights {
  readonly styles: readonly StyleWeights[];
  /** Log-odds from which a line between the article's own is foreign: nothing behind it helps to judge. */
  readonly inside: number;
}

/** Fitted by `training/stories/fit-splitting.ts` on pages glued from texts that are licensed for it. */
const WEIGHTS = JSON.parse(
  readFileSync(new URL('../../../data/stories/splitting-weights.json', import.meta.url), 'utf8'),
) as SplittingWeights;

/** One line says at most so much, as log-odds: signs are not independent, and an odd line must not outweigh a tail. */
export const MOST = 4;

/**
 * Finds where the article ends: of all cuts and both styles of tail the likeliest, by a log-linear model over cuts whose
 * score is the sum over the lines behind it, and the signs at its first line.
 */
export function findForeign(units: readonly Profile[]): Foreign {
  const features = featuresOf(units);
  let tail = units.length;
  let best = 0;
  for (const style of WEIGHTS.styles) {
    let sum = 0;
    for (let i = units.length - 1; i >= 1; i--) {
      const at = features[i];
      if (!at) continue;
      sum += lineScore(style, at);
      const score = sum + dot(style.edge, at.edge) - style.margin;
      if (score > best) {
        best = score;
        tail = i;
      }
    }
  }
  return { tail, inside: findInside(features.slice(0, tail)) };
}

/** Cut-off lines of another matter between paragraphs that are whole. */
function findInside(features: readonly Features[]): ReadonlySet<number> {
  const inside = new Set<number>();
  const [cutOff] = WEIGHTS.styles;
  if (!cutOff) return inside;
  features.forEach((at, i) => {
    if (i > 1 && standsApart(features, i, inside) && lineScore(cutOff, at) >= WEIGHTS.inside) inside.add(i);
  });
  return inside;
}

const FINISHED = LINE_FEATURES.indexOf('finished');
const CUT_OFF = LINE_FEATURES.indexOf('cut-off');

/** A line that is cut off, the ones around it not: where several are, the article has lists. */
export function standsApart(features: readonly Features[], i: number, inside: ReadonlySet<number>): boolean {
  const isWhole = (k: number): boolean => (features[k]?.line[FINISHED] ?? 0) > 0;
  if ((features[i]?.line[CUT_OFF] ?? 0) === 0) return false;
  return (isWhole(i - 1) || inside.has(i - 1)) && (isWhole(i + 1) || isWhole(i + 2));
}

/** How much a line looks like one of a tail of this style, as log-odds. */
export const lineScore = (style: StyleWeights, { line }: Features): number =>
  MOST * Math.tanh(dot(style.line, line) / MOST);

export function dot(weights: readonly number[], values: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (weights[i] ?? 0) * (values[i] ?? 0);
  return sum;
}
