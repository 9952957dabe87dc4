import type { Span } from '../../schema/span.ts';
import type { Quoted } from './quote-marks.ts';

/** A cue with its speaker, in text offsets. */
export interface PlacedCue {
  readonly cue: Span;
  readonly source?: Span;
  /** From the first to the last unit of cue and speaker. */
  readonly reach: Span;
  /** Whether it stands inside a quotation. */
  readonly inside: boolean;
}

/** Which quoted stretches a cue attributes. */
export interface DirectMatch {
  readonly cue: number;
  /** Indexes of quoted stretches, in text order. */
  readonly pieces: readonly number[];
}

// between a cue and its quotation may stand whom it is told to, where and when, but no sentence end
const maxGap = 90;
const afterGap = /^[\s,]*$/;
const beforeGap = /^[^.!?;“”"«»]*[:,—–]?\s*$/;
const bridge = /^[^!?;“”"«»]{0,160}[.,:;]?\s*$/;

/**
 * Joins quoted stretches to cues: "“…,” said X. “…”", "X said: “…”". Stretches that go on in the next paragraph follow
 * their first piece.
 */
export function matchDirect(text: string, quoted: readonly Quoted[], cues: readonly PlacedCue[]): DirectMatch[] {
  const owner = new Map<number, number>();
  const outside = cues.flatMap((cue, index) => (cue.inside ? [] : [{ cue, index }]));
  let near = 0;
  quoted.forEach((stretch, index) => {
    if (stretch.continues !== undefined) {
      const before = owner.get(stretch.continues);
      if (before !== undefined) owner.set(index, before);
      return;
    }
    while (near < outside.length && (outside[near]?.cue.reach.end ?? 0) < stretch.start - maxGap * 3) near += 1;
    const found = nearestCue(text, stretch, outside.slice(near, near + 24));
    if (found !== undefined) owner.set(index, found);
  });
  // "“…,” X said. “…”": the second piece
  quoted.forEach((stretch, index) => {
    if (owner.has(index) || stretch.words < 3) return;
    const before = owner.get(index - 1);
    const cue = before === undefined ? undefined : cues[before];
    const last = quoted[index - 1];
    if (before === undefined || cue === undefined || last === undefined) return;
    if (cue.reach.start < last.end || cue.reach.end > stretch.start) return;
    const between = text.slice(cue.reach.end, stretch.start);
    if (between.length < 170 && bridge.test(between) && !/\.\s+\S+.*\./.test(between)) owner.set(index, before);
  });
  const matches = new Map<number, number[]>();
  for (const [index, cue] of [...owner].sort((a, b) => a[0] - b[0])) {
    matches.set(cue, [...(matches.get(cue) ?? []), index]);
  }
  return [...matches].map(([cue, pieces]) => ({ cue, pieces }));
}

function nearestCue(
  text: string,
  stretch: Quoted,
  cues: readonly { cue: PlacedCue; index: number }[],
): number | undefined {
  for (const { cue, index } of cues) {
    if (cue.reach.start < stretch.end || cue.reach.start > stretch.end + 4) continue;
    if (afterGap.test(text.slice(stretch.end, cue.reach.start)) && cue.source !== undefined) return index;
  }
  let best: number | undefined;
  for (const { cue, index } of cues) {
    if (cue.reach.end > stretch.start || stretch.start - cue.reach.end > maxGap) continue;
    if (beforeGap.test(text.slice(cue.reach.end, stretch.start))) best = index;
  }
  return best;
}
