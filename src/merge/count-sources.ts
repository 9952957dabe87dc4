import type { Story } from '../schema/story.ts';
import type { StoryReport } from './story-report.ts';

/** Words in a run, and the share of the shorter text's runs from which on it is a copy; quotations alone stay below. */
const RUN_WORDS = 5;
const COPY_SHARE = 0.5;

/**
 * How many sources report in their own words: stories of one outlet, stories that credit one agency (or are the
 * agency's own), and stories of nearly the same text count once.
 */
export function countSources(reports: readonly StoryReport[]): number {
  const names = reports.map(sourceNames);
  const runs = reports.map(({ story }) => runsOf(story));
  const group = reports.map((_, i) => i);
  const rootOf = (i: number): number => (group[i] === i || group[i] === undefined ? i : rootOf(group[i]));
  for (let i = 0; i < reports.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [rootOf(i), rootOf(j)];
      if (a === b) continue;
      const linked = (names[i] ?? []).some((name) => names[j]?.includes(name)) || isCopy(runs[i], runs[j]);
      if (linked) group[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return new Set(group.map((_, i) => rootOf(i))).size;
}

/** A copy is its agency's work: who printed it does not link it to what that outlet writes itself. */
function sourceNames({ story, outlet }: StoryReport): string[] {
  const name = story.wire ?? outlet;
  return [name === undefined ? story.page.id : name.normalize('NFKC').toLowerCase()];
}

function isCopy(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  if (short.size === 0) return false;
  let shared = 0;
  for (const run of short) if (long.has(run)) shared++;
  return shared / short.size >= COPY_SHARE;
}

function runsOf({ text }: Story): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let i = 0; i + RUN_WORDS <= words.length; i++) runs.add(words.slice(i, i + RUN_WORDS).join(' '));
  return runs;
}
