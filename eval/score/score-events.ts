import type { Span } from '../../src/schema/span.ts';
import { overlaps } from '../../src/util/spans.ts';
import { type Prf, prf, share } from '../figure.ts';
import { pairUp, sameMention } from '../lib/match.ts';
import type { Coded, Compared, Party } from './passage.ts';

/** Scores of events: each level holds all conditions of the level before it. */
export interface EventScores {
  readonly gold: number;
  readonly system: number;
  readonly trigger: Prf;
  /** … and the deed is right. */
  readonly act: Prf;
  /** … and both sides are: every gold party named by the right actor, none wrong. */
  readonly parties: Prf;
  /** The same, where any overlap of mentions counts: "South Korean" for "the South Korean president". */
  readonly partiesLoose: Prf;
  /** … and the status is. */
  readonly status: Prf;
  /** Over the single parties of all events. */
  readonly source: Prf;
  readonly target: Prf;
  readonly by: Prf;
  /** Of the events found: right status; and the mean F1 of the statuses. */
  readonly statusAccuracy: number;
  readonly statusMacroF1: number;
  /** Of the events found with the right deed: right mode. */
  readonly modeAccuracy: number;
  /** Source and target exchanged, as a share of events with both sides in gold and answer. */
  readonly roleSwaps: number;
  /** Events coded on passages that hold none, a passage. */
  readonly falseEvents: number;
  readonly emptyPassages: number;
  /** Every coded event: how sure, and whether wholly right. */
  readonly judged: readonly { readonly confidence: number; readonly right: boolean }[];
}

/** When two mentions stand for one thing. */
export type SameMention = (text: string, a: Span, b: Span) => boolean;

/** Whether two parties are one: some mention of the one is a mention of the other. */
export function sameParty(text: string, a: Party, b: Party, same: SameMention = sameMention): boolean {
  return a.mentions.some((x) => b.mentions.some((y) => same(text, x, y)));
}

/** Whether every gold party is named by some answer, and no answer names anybody else. */
export function sameSide(
  text: string,
  system: readonly Party[],
  gold: readonly Party[],
  same: SameMention = sameMention,
): boolean {
  const met = (p: Party, others: readonly Party[]): boolean => others.some((o) => sameParty(text, p, o, same));
  return gold.every((g) => met(g, system)) && system.every((s) => met(s, gold));
}

function sameSides(text: string, system: Coded, gold: Coded, same?: SameMention): boolean {
  return sameSide(text, system.source, gold.source, same) && sameSide(text, system.target, gold.target, same);
}

export function scoreEvents(passages: readonly Compared[]): EventScores {
  const n = { gold: 0, system: 0, trigger: 0, act: 0, parties: 0, loose: 0, status: 0 };
  const found = { status: 0, modes: 0, modeRight: 0, bothSides: 0, swapped: 0 };
  const links = { source: tally(), target: tally(), by: tally() };
  const statuses = new Map<string, { right: number; system: number; gold: number }>();
  const judged: { confidence: number; right: boolean }[] = [];
  let [falseEvents, emptyPassages] = [0, 0];

  for (const { text, gold, system } of passages) {
    n.gold += gold.events.length;
    n.system += system.events.length;
    if (gold.events.length === 0) {
      emptyPassages++;
      falseEvents += system.events.length;
    }
    const right = new Set<Coded>();
    for (const [i, j] of pairUp(triggers(system.events), triggers(gold.events))) {
      const [s, g] = [system.events[i] as Coded, gold.events[j] as Coded];
      const sides = sameSides(text, s, g);
      n.trigger++;
      if (s.act === g.act) n.act++;
      if (s.act === g.act && sides) n.parties++;
      if (s.act === g.act && sameSides(text, s, g, (_, a, b) => overlaps(a, b))) n.loose++;
      if (s.act === g.act && sides && s.status === g.status) {
        n.status++;
        right.add(s);
      }
      if (s.status === g.status) found.status++;
      count(statuses, s.status, g.status);
      if (s.act === g.act && g.mode !== undefined) {
        found.modes++;
        if (s.mode === g.mode) found.modeRight++;
      }
      if (s.source.length && s.target.length && g.source.length && g.target.length) {
        found.bothSides++;
        const exchanged = sameSide(text, s.source, g.target) && sameSide(text, s.target, g.source);
        if (exchanged && !sides) found.swapped++;
      }
      for (const side of ['source', 'target', 'by'] as const) {
        links[side].right += Math.min(met(text, g[side], s[side]), met(text, s[side], g[side]));
      }
    }
    for (const side of ['source', 'target', 'by'] as const) {
      links[side].system += sum(system.events.map((e) => e[side].length));
      links[side].gold += sum(gold.events.map((e) => e[side].length));
    }
    for (const e of system.events) judged.push({ confidence: e.confidence, right: right.has(e) });
  }
  const level = (right: number): Prf => prf(right, n.system, n.gold);
  const macro = [...statuses.values()].filter((s) => s.gold > 0).map((s) => prf(s.right, s.system, s.gold).f);
  const link = (t: ReturnType<typeof tally>): Prf => prf(t.right, t.system, t.gold);
  return {
    gold: n.gold,
    system: n.system,
    trigger: level(n.trigger),
    act: level(n.act),
    parties: level(n.parties),
    partiesLoose: level(n.loose),
    status: level(n.status),
    source: link(links.source),
    target: link(links.target),
    by: link(links.by),
    statusAccuracy: share(found.status, n.trigger),
    statusMacroF1: share(sum(macro), macro.length),
    modeAccuracy: share(found.modeRight, found.modes),
    roleSwaps: share(found.swapped, found.bothSides),
    falseEvents: share(falseEvents, emptyPassages),
    emptyPassages,
    judged,
  };
}

const met = (text: string, parties: readonly Party[], others: readonly Party[]): number =>
  parties.filter((p) => others.some((o) => sameParty(text, p, o))).length;
const tally = (): { right: number; system: number; gold: number } => ({ right: 0, system: 0, gold: 0 });
const triggers = (events: readonly Coded[]): Span[] => events.map((e) => e.trigger);
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function count(
  table: Map<string, { right: number; system: number; gold: number }>,
  system: string,
  gold: string,
): void {
  for (const status of [system, gold]) if (!table.has(status)) table.set(status, tally());
  const [s, g] = [table.get(system), table.get(gold)];
  if (s) s.system++;
  if (g) g.gold++;
  if (g && system === gold) g.right++;
}

/**
 * Expected calibration error: over ten bins of equal size, how far mean confidence lies from the share that is right.
 *
 * @returns a share of one; 0 when nothing was judged
 */
export function calibrationError(judged: EventScores['judged'], bins = 10): number {
  const sorted = judged.toSorted((a, b) => a.confidence - b.confidence);
  let error = 0;
  for (let b = 0; b < bins; b++) {
    const bin = sorted.slice(Math.floor((b * sorted.length) / bins), Math.floor(((b + 1) * sorted.length) / bins));
    const gap = sum(bin.map((e) => e.confidence)) - bin.filter((e) => e.right).length;
    error += Math.abs(gap) / sorted.length;
  }
  return sorted.length === 0 ? 0 : error;
}
