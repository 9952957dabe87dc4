import type { Upos } from '../../src/text/parse.ts';
import type { Encoder } from './load-encoder.ts';
import { scorePair } from './pair-scorer.ts';
import type {
  CueReading,
  MentionReading,
  NameReading,
  Reading,
  RoleReading,
  Scored,
  TriggerReading,
} from './reading.ts';
import type { WindowOutput } from './run-encoder.ts';

/** Triggers below this probability are not worth a pair score; the event coder decides above it. */
const minTrigger = 0.2;

/** Labels of sectors and contexts are named from here on. */
const minLabel = 0.15;

/** A pair below this in every role is left out: most pairs have nothing to do with each other. */
const minRole = 0.05;

/** The logits of one head at one unit. */
class Heads {
  readonly #at = new Map<string, { offset: number; width: number }>();
  readonly width: number;

  constructor(heads: readonly { name: string; width: number }[]) {
    let offset = 0;
    for (const { name, width } of heads) {
      this.#at.set(name, { offset, width });
      offset += width;
    }
    this.width = offset;
  }

  logits(output: WindowOutput, unit: number, head: string): Float32Array {
    const { offset, width } = this.#at.get(head) as { offset: number; width: number };
    return output.logits.subarray(unit * this.width + offset, unit * this.width + offset + width);
  }

  /** Mean logits over a span: the head is linear, so this is the head over the mean vector. */
  mean(output: WindowOutput, from: number, to: number, head: string): Float32Array {
    const { width } = this.#at.get(head) as { width: number };
    const sum = new Float32Array(width);
    for (let unit = from; unit < to; unit += 1) {
      const row = this.logits(output, unit, head);
      for (let k = 0; k < width; k += 1) sum[k] = (sum[k] as number) + (row[k] as number) / (to - from);
    }
    return sum;
  }
}

function softmax(logits: Float32Array): Float32Array {
  const most = Math.max(...logits);
  const powers = logits.map((x) => Math.exp(x - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((x) => x / sum);
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

const descending = (a: Scored, b: Scored) => b.score - a.score || (a.label < b.label ? -1 : 1);

const ranked = (labels: readonly string[], scores: ArrayLike<number>, least = 0): Scored[] =>
  labels
    .map((label, k) => ({ label, score: scores[k] as number }))
    .filter((s) => s.score >= least)
    .sort(descending);

interface UnitSpan {
  readonly from: number;
  readonly to: number;
  readonly label: number;
  readonly score: number;
}

/** Labelled spans of a BIO head. A span begins at B, or at an I that continues nothing. */
function bioSpans(heads: Heads, output: WindowOutput, head: string): UnitSpan[] {
  const spans: UnitSpan[] = [];
  let open: { from: number; label: number; scores: number[] } | undefined;
  const close = (to: number) => {
    if (open)
      spans.push({
        from: open.from,
        to,
        label: open.label,
        score: open.scores.reduce((a, b) => a + b, 0) / open.scores.length,
      });
    open = undefined;
  };
  const sentences = output.window.sentences;
  for (let unit = 0; unit < output.window.units.length; unit += 1) {
    const probabilities = softmax(heads.logits(output, unit, head));
    const tag = probabilities.indexOf(Math.max(...probabilities));
    const label = (tag - 1) >> 1;
    const begins = tag % 2 === 1 || label !== open?.label || sentences[unit] !== sentences[unit - 1];
    if (tag === 0 || begins) close(unit);
    if (tag === 0) continue;
    open ??= { from: unit, label, scores: [] };
    open.scores.push(probabilities[tag] as number);
  }
  close(output.window.units.length);
  return spans;
}

function meanVector(side: Float32Array, width: number, { from, to }: { from: number; to: number }): Float32Array {
  const sum = new Float32Array(width);
  for (let unit = from; unit < to; unit += 1) {
    for (let k = 0; k < width; k += 1) sum[k] = (sum[k] as number) + (side[unit * width + k] as number) / (to - from);
  }
  return sum;
}

/** Turns the network's outputs for one story into what it saw. */
export function decodeReading(outputs: readonly WindowOutput[], encoder: Encoder): Reading {
  const names: NameReading[] = [];
  const mentions: MentionReading[] = [];
  const triggers: TriggerReading[] = [];
  const cues: CueReading[] = [];
  const contents: { start: number; end: number }[] = [];
  const heads = new Heads(encoder.config.heads);
  for (const output of outputs) {
    const found = decodeWindow(output, encoder, heads, { mentions: mentions.length, contents: contents.length });
    names.push(...found.names);
    mentions.push(...found.mentions);
    triggers.push(...found.triggers);
    cues.push(...found.cues);
    contents.push(...found.contents);
  }
  return { names, mentions, triggers, cues, contents };
}

function decodeWindow(
  output: WindowOutput,
  encoder: Encoder,
  heads: Heads,
  offset: { mentions: number; contents: number },
): Reading {
  const { labels } = encoder.config;
  const { units } = output.window;
  const place = (span: { from: number; to: number }) => ({
    start: units[span.from]?.start as number,
    end: units[span.to - 1]?.end as number,
  });
  const mentionSpans = bioSpans(heads, output, 'mentions');
  const contentSpans = bioSpans(heads, output, 'content');
  const { width, roles } = encoder.pairs;
  const vectorOf = (span: UnitSpan) => meanVector(output.mentionSide, width, span);
  const mentionVectors = mentionSpans.map(vectorOf);
  const contentVectors = contentSpans.map(vectorOf);
  const pair = (unit: number, span: UnitSpan, vector: Float32Array) =>
    scorePair(encoder.pairs, output.triggerSide.subarray(unit * width, (unit + 1) * width), vector, span.from - unit);
  const role = (scores: Float32Array, name: string) => scores[labels.roles.indexOf(name)] as number;

  const triggers: TriggerReading[] = [];
  units.forEach((unit, k) => {
    const logits = heads.logits(output, k, 'trigger');
    const score = 1 - (softmax(logits)[0] as number);
    if (score < minTrigger) return;
    const types = ranked(labels.trigger, softmax(logits.subarray(1)));
    const all = softmax(heads.logits(output, k, 'mode'));
    const modes = labels.mode.flatMap(([type, mode], m) =>
      type === types[0]?.label ? [{ label: mode ?? '', score: all[m] as number }] : [],
    );
    const sum = modes.reduce((a, m) => a + m.score, 0) || 1;
    const scored: RoleReading[] = [];
    mentionSpans.forEach((span, m) => {
      const scores = pair(k, span, mentionVectors[m] as Float32Array);
      if (scores.subarray(0, roles).every((s) => s < minRole)) return;
      scored.push({
        mention: offset.mentions + m,
        source: role(scores, 'source'),
        target: role(scores, 'target'),
        place: role(scores, 'place'),
        time: role(scores, 'time'),
        amount: role(scores, 'amount'),
        by: role(scores, 'by'),
      });
    });
    triggers.push({
      start: unit.start,
      end: unit.end,
      sentence: output.window.sentences[k] as number,
      score,
      types,
      modes: modes.map((m) => ({ label: m.label, score: m.score / sum })).sort(descending),
      statuses: ranked(labels.status, softmax(heads.logits(output, k, 'status'))),
      contexts: ranked(labels.contexts, heads.logits(output, k, 'contexts').map(sigmoid), minLabel),
      roles: scored,
    });
  });

  const cues = bioSpans(heads, output, 'cue').map(
    (cue): CueReading => ({
      ...place(cue),
      score: cue.score,
      speakers: mentionSpans
        .map((span, m) => ({
          mention: offset.mentions + m,
          score: role(pair(cue.from, span, mentionVectors[m] as Float32Array), 'speaker'),
        }))
        .filter((s) => s.score >= minRole)
        .sort((a, b) => b.score - a.score || a.mention - b.mention),
      contents: contentSpans
        .map((span, c) => ({
          content: offset.contents + c,
          score: role(pair(cue.from, span, contentVectors[c] as Float32Array), 'content'),
        }))
        .filter((s) => s.score >= minRole)
        .sort((a, b) => b.score - a.score || a.content - b.content),
    }),
  );

  return {
    names: bioSpans(heads, output, 'names').map((span) => ({
      ...place(span),
      type: labels.names[span.label] as NameReading['type'],
      score: span.score,
    })),
    mentions: mentionSpans.map((span) => ({
      ...place(span),
      layer: labels.mentions[span.label] as MentionReading['layer'],
      score: span.score,
      kinds: ranked(labels.kind, softmax(heads.mean(output, span.from, span.to, 'kind'))),
      sectors: ranked(labels.sectors, heads.mean(output, span.from, span.to, 'sectors').map(sigmoid), minLabel),
    })),
    triggers,
    cues,
    contents: contentSpans.map(place),
  };
}

/** UPOS of each unit of a window, by its position in the text. */
export function decodeUpos(outputs: readonly WindowOutput[], encoder: Encoder): Map<number, Upos> {
  const heads = new Heads(encoder.config.heads);
  const tags = new Map<number, Upos>();
  for (const output of outputs) {
    output.window.units.forEach((unit, k) => {
      const logits = heads.logits(output, k, 'upos');
      tags.set(unit.start, encoder.config.labels.upos[logits.indexOf(Math.max(...logits))] as Upos);
    });
  }
  return tags;
}
