import type { Codebook } from '../ontology/codebook.ts';
import { shareOf } from '../ontology/deed-odds.ts';
import type { Actor } from '../schema/actor.ts';
import type { PairAnswer } from '../schema/event.ts';
import type { PairQuestion } from '../schema/page.ts';
import type { Span } from '../schema/span.ts';
import type { Annotations } from '../schema/story.ts';
import type { Parse } from '../text/parse.ts';
import { overlaps } from '../util/spans.ts';
import { classify } from './classify.ts';
import { toDeedlike } from './code-events.ts';
import { confidenceOf } from './confidence.ts';
import type { Draft } from './draft.ts';
import { findTriggers } from './find-triggers.ts';
import { mentionsOf, readDeedsOf } from './read-deeds.ts';
import { readSentence } from './reading.ts';

/**
 * Codes only how the first marked actor acts on the second: of all deeds of the sentences that hold them, the one whose
 * words join exactly these two in that direction, else the one that comes closest.
 *
 * @returns absent when the sentences hold no deed
 */
export function codePair(
  parse: Parse,
  found: Annotations,
  pair: PairQuestion,
  codebook: Codebook,
): PairAnswer['pair'] | undefined {
  const source = pairActor('source', pair.source, found.actors);
  const target = pairActor('target', pair.target, found.actors);
  const drafts = pairDrafts(
    parse,
    [source, target].filter((actor) => actor !== undefined),
    codebook,
  );
  let best: Draft | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const draft of drafts) {
    const score = scoreOf(draft, source, target, codebook);
    if (score > bestScore) {
      best = draft;
      bestScore = score;
    }
  }
  if (best === undefined) return undefined;
  const { type, act, mode, cameo } = classify(toDeedlike(best, codebook), codebook);
  return {
    type,
    act,
    ...(mode !== undefined && { mode }),
    cameo: cameo ?? '',
    status: best.status,
    confidence: confidenceOf(best, codebook),
  };
}

/** The marked spans as one actor, with what the reader found out about it. */
export function pairActor(id: string, spans: readonly Span[], actors: readonly Actor[]): Actor | undefined {
  if (spans.length === 0) return undefined;
  const known = actors.find((actor) => actor.mentions.some((mention) => spans.some((span) => overlaps(span, mention))));
  return {
    id,
    kind: known?.kind ?? 'organization',
    name: known?.name ?? id,
    sectors: known?.sectors ?? [],
    ...(known?.country !== undefined && { country: known.country }),
    mentions: spans.map(({ start, end }) => ({ start, end, form: 'name' })),
  };
}

/** Deeds of the sentences that hold a marked actor; where those hold none, of all sentences. */
export function pairDrafts(parse: Parse, actors: readonly Actor[], codebook: Codebook): Draft[] {
  const mentions = mentionsOf(actors);
  const readings = parse.sentences.map((sentence, index) => {
    const here = mentions.filter((mention) => mention.start < sentence.end && mention.end > sentence.start);
    return readSentence(parse.text, sentence, index, here, codebook);
  });
  const holding = readings.filter((reading) => reading.mentions.length > 0);
  const drafts = (from: typeof readings) =>
    from.flatMap((reading) => readDeedsOf(reading, findTriggers(reading, codebook, 0), codebook, { keepAll: true }));
  const near = drafts(holding);
  return near.length > 0 ? near : drafts(readings);
}

/** How much each sign of a fit weighs. */
export interface FitWeights {
  readonly bothRight: number;
  readonly oneRight: number;
  readonly swapped: number;
  readonly guessed: number;
  readonly speech: number;
  readonly content: number;
  readonly unreal: number;
  readonly noun: number;
  readonly between: number;
  readonly distance: number;
  readonly share: number;
}

// chosen on pairs made from the gold events of our own training passages (root accuracy there)
const fitWeights: FitWeights = {
  bothRight: 4,
  oneRight: 2.5,
  swapped: -0.2,
  guessed: -1.5,
  speech: 0.4,
  content: -0.5,
  unreal: -0.3,
  noun: -0.3,
  between: 0.7,
  distance: -0.05,
  share: 1.7,
};
const speechActs = new Set(['AGREE', 'REQUEST', 'REJECT', 'THREATEN', 'ACCUSE']);

/** The signs of a deed's fit to a pair, each 0 or 1 but for distance (tokens, at most 20) and share. */
export function fitSigns(
  draft: Draft,
  source: Actor | undefined,
  target: Actor | undefined,
  codebook: Codebook,
): Record<keyof FitWeights, number> {
  const { deed, from } = draft.trigger;
  const isSource = source === undefined || draft.source.includes(source);
  const isTarget = target === undefined || draft.target.includes(target);
  const swapped =
    !deed.mutual &&
    ((source !== undefined && draft.target.includes(source)) ||
      (target !== undefined && draft.source.includes(target)));
  const spans = draft.reading.mentions;
  const first = spans[0];
  const last = spans.at(-1);
  const sourceAt = spans.find((mention) => mention.actor === source);
  const flag = (value: boolean) => (value ? 1 : 0);
  return {
    bothRight: flag(isSource && isTarget),
    oneRight: flag(isSource !== isTarget),
    swapped: flag(swapped),
    guessed: flag(draft.partyRules.some((rule) => rule.startsWith('nearest'))),
    speech: flag(speechActs.has(deed.act)),
    content: flag(draft.content !== undefined),
    unreal: flag(draft.status !== 'happened' && draft.status !== 'ongoing'),
    noun: flag(deed.pos === 'noun'),
    between: flag(first !== undefined && last !== undefined && first.to <= from && from < last.from),
    distance: Math.min(20, Math.abs(from - (sourceAt?.to ?? from))),
    share: shareOf(codebook.deedOdds, `${deed.pos} ${deed.id}`),
  };
}

/** How well a deed answers the question; higher is better. */
function scoreOf(draft: Draft, source: Actor | undefined, target: Actor | undefined, codebook: Codebook): number {
  let sum = 0;
  for (const [sign, value] of Object.entries(fitSigns(draft, source, target, codebook))) {
    sum += value * fitWeights[sign as keyof FitWeights];
  }
  return sum;
}
