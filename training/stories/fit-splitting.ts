// Fits the weights that say where an article ends: npx tsx training/stories/fit-splitting.ts ../shared/data
import { writeFileSync } from 'node:fs';
import { EDGE_FEATURES, type Features, featuresOf, LINE_FEATURES } from '../../src/stories/text/features.ts';
import { dot, lineScore, MOST, standsApart } from '../../src/stories/text/find-foreign.ts';
import { profileOf } from '../../src/stories/text/profile.ts';
import { type GluedPage, gluePage, loadSources, nearestOf } from './glue-texts.ts';

const PAGES = 6000;
const STEPS = 220;
const RATE = 0.05;
/** Weight decay: keeps rare signs small. */
const DECAY = 0.0005;
/** Share of pages without a tail that each style may cut, and of different own lines, cut off among whole ones,
 * that may be taken for foreign. */
const MAX_FALSE_CUTS = [0.02, 0.03];
const MAX_FALSE_INSIDE = 0.25;

interface Sample extends GluedPage {
  readonly features: readonly Features[];
}

const sources = loadSources(process.argv[2] ?? '../shared/data');
const nearest = nearestOf(sources);
const sampleOf = (seed: number): Sample => {
  const page = gluePage(sources, nearest, seed);
  const units = page.lines.map((text) => profileOf({ start: 0, end: text.length, text }));
  return { ...page, features: featuresOf(units) };
};
const samples = Array.from({ length: PAGES }, (_, i) => sampleOf(1000 + i));
const fitted = samples.slice(0, PAGES * 0.8);
const checked = samples.slice(PAGES * 0.8);

interface Style {
  id: string;
  line: number[];
  edge: number[];
  margin: number;
}
const at = (name: string) => LINE_FEATURES.indexOf(name);
const start = (id: string, cutOff: number, finished: number): Style => {
  const line = LINE_FEATURES.map(() => 0);
  line[at('cut-off')] = cutOff;
  line[at('finished')] = finished;
  return { id, line, edge: EDGE_FEATURES.map(() => 0), margin: 0 };
};
const styles = [start('cut-off', 3, -2), start('whole', 1, 0)];

/** Scores of all cuts 1…n-1 of one style. */
function cutScores(style: Style, features: readonly Features[]): number[] {
  const scores: number[] = [];
  let sum = 0;
  for (let i = features.length - 1; i >= 1; i--) {
    const f = features[i] as Features;
    sum += lineScore(style, f);
    scores[i] = sum + dot(style.edge, f.edge);
  }
  return scores;
}

function gradientOf(sample: Sample, gradients: Style[]): number {
  const { features, tail } = sample;
  const all = styles.map((style) => cutScores(style, features));
  const most = Math.max(0, ...all.flatMap((s) => s.slice(1)));
  const isNone = tail >= features.length;
  const whole = Math.exp(-most) + all.flatMap((s) => s.slice(1)).reduce((sum, x) => sum + Math.exp(x - most), 0);
  const right = isNone
    ? Math.exp(-most)
    : sample.styles.reduce((sum, s) => sum + Math.exp((all[s]?.[tail] ?? 0) - most), 0);
  styles.forEach((style, s) => {
    let behind = 0;
    for (let i = 1; i < features.length; i++) {
      const f = features[i] as Features;
      const p = Math.exp((all[s]?.[i] ?? 0) - most) / whole;
      const q = !isNone && i === tail && sample.styles.includes(s) ? Math.exp((all[s]?.[i] ?? 0) - most) / right : 0;
      behind += q - p;
      const slope = 1 - Math.tanh(dot(style.line, f.line) / MOST) ** 2;
      const g = gradients[s] as Style;
      for (let k = 0; k < f.line.length; k++) g.line[k] = (g.line[k] ?? 0) + behind * slope * (f.line[k] ?? 0);
      for (let k = 0; k < f.edge.length; k++) g.edge[k] = (g.edge[k] ?? 0) + (q - p) * (f.edge[k] ?? 0);
    }
  });
  return Math.log(right / whole);
}

const pages = fitted.filter((s) => s.inside.size === 0);
const moments = styles.map((s) => ({ line: s.line.map(() => [0, 0]), edge: s.edge.map(() => [0, 0]) }));
for (let step = 1; step <= STEPS; step++) {
  const gradients = styles.map((s) => ({ ...s, line: s.line.map(() => 0), edge: s.edge.map(() => 0) }));
  let likelihood = 0;
  for (const sample of pages) likelihood += gradientOf(sample, gradients);
  styles.forEach((style, s) => {
    for (const part of ['line', 'edge'] as const) {
      style[part].forEach((w, k) => {
        const g = (gradients[s]?.[part][k] ?? 0) / pages.length - DECAY * w;
        const m = moments[s]?.[part][k] as number[];
        m[0] = 0.9 * (m[0] ?? 0) + 0.1 * g;
        m[1] = 0.999 * (m[1] ?? 0) + 0.001 * g * g;
        style[part][k] =
          w + (RATE * ((m[0] ?? 0) / (1 - 0.9 ** step))) / (Math.sqrt((m[1] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      });
    }
  });
  if (step % 44 === 0) console.log(step, (likelihood / pages.length).toFixed(4));
}

/** The least bound that at most a share of the values exceeds. */
const boundOf = (values: number[], share: number) =>
  values.sort((a, b) => b - a)[Math.floor(values.length * share)] ?? 0;
/** Other pages than the weights were fitted on, enough of them for a small share. */
const none = Array.from({ length: PAGES }, (_, i) => sampleOf(100_000 + i)).filter(
  (s) => s.tail === s.lines.length && s.inside.size === 0,
);
const bestOf = (sample: Sample, style: Style) => Math.max(0, ...cutScores(style, sample.features).slice(1));
// On top of the fitted margins: cutting an article's own end off is worse than leaving a teaser in. On development pages half
// a unit leaves five more clean articles of 150 untouched, and three more pages of 150 with near teasers are missed.
const CAUTION = 0.5;

const margins = styles.map((style, i) =>
  boundOf(
    none.map((sample) => bestOf(sample, style)),
    MAX_FALSE_CUTS[i] ?? 0,
  ),
);
const strangest = new Map<string, number>();
for (const { lines, features } of none) {
  features.forEach((f, i) => {
    const score = lineScore(styles[0] as Style, f);
    const line = lines[i] ?? '';
    if (i > 1 && standsApart(features, i, new Set()) && score > (strangest.get(line) ?? -MOST))
      strangest.set(line, score);
  });
}
const inside = boundOf([...strangest.values()], MAX_FALSE_INSIDE);
const tails = checked.filter((s) => s.tail < s.lines.length);
const right = tails.filter((s) => {
  const all = styles.map((style, i) => cutScores(style, s.features).map((score) => score - (margins[i] ?? 0)));
  const best = Math.max(0, ...all.flatMap((scores) => scores.slice(1)));
  return best > 0 && all.some((scores) => scores[s.tail] === best);
});
console.log({ margins, inside, tails: tails.length, exact: right.length / tails.length });
const round = (values: number[]) => values.map((v) => Math.round(v * 100) / 100);
for (const style of styles)
  console.log(
    style.id,
    LINE_FEATURES.map((n, i) => `${n} ${style.line[i]?.toFixed(2)}`).join(', '),
    '|',
    EDGE_FEATURES.map((n, i) => `${n} ${style.edge[i]?.toFixed(2)}`).join(', '),
  );
const out = {
  features: { line: LINE_FEATURES, edge: EDGE_FEATURES },
  styles: styles.map((s, i) => ({
    id: s.id,
    line: round(s.line),
    edge: round(s.edge),
    margin: round([(margins[i] ?? 0) + CAUTION])[0],
  })),
  inside: Math.round(inside * 100) / 100,
};
writeFileSync(
  new URL('../../data/stories/splitting-weights.json', import.meta.url),
  `${JSON.stringify(out, null, 1)}\n`,
);
