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
function pairActor(id: string, spans: readonly Span[], actors: readonly Actor[]): Actor | undefined {
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
function pairDrafts(parse: Parse, actors: readonly Actor[], codebook: Codebook): Draft[] {
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

// how much each sign of a fit weighs; chosen on our own training passages, pairs taken from their gold events
const weights = {
  bothRight: 6,
  oneRight: 2.5,
  swapped: -2,
  speech: 0.6,
  unreal: -0.8,
  between: 0.7,
  distance: 0.05,
  share: 1.5,
  content: 0.5,
};
const speechActs = new Set(['AGREE', 'REQUEST', 'REJECT', 'THREATEN', 'ACCUSE']);

/** How well a deed answers the question; higher is better. */
function scoreOf(draft: Draft, source: Actor | undefined, target: Actor | undefined, codebook: Codebook): number {
  const { deed, from, chunk } = draft.trigger;
  const isSource = source === undefined || draft.source.includes(source);
  const isTarget = target === undefined || draft.target.includes(target);
  const guessed = draft.partyRules.some((rule) => rule.startsWith('nearest'));
  const isSwapped =
    !deed.mutual && ((source && draft.target.includes(source)) || (target && draft.source.includes(target)));
  let score = 0;
  if (isSource && isTarget) score += weights.bothRight - (guessed ? 1.5 : 0);
  else if (isSource || isTarget) score += weights.oneRight;
  if (isSwapped) score += weights.swapped;
  if (speechActs.has(deed.act)) score += weights.speech;
  if (draft.content !== undefined) score += weights.content;
  if (draft.status !== 'happened' && draft.status !== 'ongoing') score += weights.unreal;
  const spans = draft.reading.mentions;
  const first = spans[0];
  const last = spans.at(-1);
  if (first && last && first.to <= from && from < last.from) score += weights.between;
  const sourceAt = spans.find((mention) => mention.actor === source);
  score -= weights.distance * Math.min(20, Math.abs(from - (sourceAt?.to ?? from)));
  score += weights.share * shareOf(codebook.deedOdds, `${deed.pos} ${deed.id}`);
  if (deed.pos === 'noun' && chunk > 0) score -= 0.3;
  return score;
}
