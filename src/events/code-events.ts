import type { Codebook } from '../ontology/codebook.ts';
import type { Event } from '../schema/event.ts';
import type { Span } from '../schema/span.ts';
import type { Annotations, Published } from '../schema/story.ts';
import type { Parse } from '../text/parse.ts';
import { firstFrom, overlaps } from '../util/spans.ts';
import { attributionOf, quotesBySentence } from './attribution.ts';
import { type Circumstances, circumstancesOf, spotsOf } from './circumstances.ts';
import { classify, type Deedlike } from './classify.ts';
import { confidenceOf } from './confidence.ts';
import { contextsOf } from './contexts.ts';
import type { Draft } from './draft.ts';
import { inheritedTime, ownTime } from './event-time.ts';
import { importanceOf } from './importance.ts';
import { mergeRepeats, type Told } from './merge-repeats.ts';
import { readDeeds } from './read-deeds.ts';

/**
 * Codes who did what to whom, with status and attribution.
 *
 * Order: words that name deeds → parties → status → tables of the codebook → attribution, time, place, amounts → repeats.
 *
 * @returns in text order of triggers; every reference is to an entry of `found`
 */
export function codeEvents(
  parse: Parse,
  found: Annotations,
  published: Published | undefined,
  codebook: Codebook,
): Event[] {
  const drafts = readDeeds(parse, found.actors, codebook).filter(({ span }) => !isDate(span, found.times));
  const ids = new Map(drafts.map((draft, index) => [draft, `${parse.story}/e${index + 1}`]));
  const quotes = quotesBySentence(found.quotes, parse.sentences);
  const spots = spotsOf(found.places);
  const told = bySentence(drafts).flatMap((group) => {
    const circumstances = circumstancesOf(group, found, spots);
    const near = quotes.get(group[0]?.reading.index ?? -1) ?? [];
    return group.map((draft): Told => {
      const around = circumstances.get(draft) ?? { times: [], amounts: [], instruments: [] };
      const event = toEvent(draft, { parse, found: { ...found, quotes: near }, published, codebook, around, ids });
      return { event, pattern: draft.trigger.deed.id };
    });
  });
  const { events, standsFor } = mergeRepeats(told.filter(({ event }) => event.confidence >= minConfidence));
  return renumber(parse.story, events, standsFor);
}

/** "in March" names no march. */
function isDate(span: Span, times: Annotations['times']): boolean {
  const last = times[firstFrom(times, span.end) - 1];
  return last !== undefined && overlaps(last, span);
}

// less likely than this to be right in every part, an event would only mislead (chosen on training passages left out of the
// learning: F1 of whole events did not suffer)
const minConfidence = 0.05;

interface Around {
  readonly parse: Parse;
  readonly found: Annotations;
  readonly published: Published | undefined;
  readonly codebook: Codebook;
  readonly around: Circumstances;
  readonly ids: ReadonlyMap<Draft, string>;
}

function toEvent(draft: Draft, { parse, found, published, codebook, around, ids }: Around): Event {
  const deed = toDeedlike(draft, codebook);
  const importance = importanceOf(draft, parse);
  const time = ownTime(around.times, found.times) ?? inheritedTime(draft, published, importance === 'core');
  const content = draft.content && ids.get(draft.content);
  const { type, act, ...classes } = classify(deed, codebook);
  return {
    id: ids.get(draft) ?? '',
    type,
    act,
    ...classes,
    contexts: deed.contexts,
    ...(content !== undefined && { content }),
    status: draft.status,
    trigger: draft.span,
    sentence: draft.reading.index,
    source: draft.source.map((actor) => actor.id),
    target: draft.target.map((actor) => actor.id),
    attribution: attributionOf(draft.span, found.quotes),
    ...(time !== undefined && { time }),
    ...(around.place !== undefined && { place: around.place }),
    amounts: around.amounts,
    instruments: around.instruments,
    importance,
    confidence: confidenceOf(draft, codebook),
  };
}

/** What the codebook's tables need to know of a draft. */
export function toDeedlike(draft: Draft, codebook: Codebook, depth = 0): Deedlike {
  const { deed } = draft.trigger;
  const inner = depth < 2 ? draft.content : undefined;
  return {
    act: deed.act,
    ...(deed.mode !== undefined && { actMode: deed.mode }),
    ...(deed.cameo !== undefined && { cameo: deed.cameo }),
    status: draft.status,
    contexts: contextsOf(draft, codebook),
    ...(inner !== undefined && { content: toDeedlike(inner, codebook, depth + 1) }),
  };
}

function bySentence(drafts: readonly Draft[]): Draft[][] {
  const groups: Draft[][] = [];
  for (const draft of drafts) {
    const last = groups.at(-1);
    if (last?.[0]?.reading === draft.reading) last.push(draft);
    else groups.push([draft]);
  }
  return groups;
}

/** Numbers the events that stay in text order and lets `content` point to them. */
function renumber(story: string, events: readonly Event[], standsFor: ReadonlyMap<string, string>): Event[] {
  const sorted = [...events].sort((a, b) => a.trigger.start - b.trigger.start || a.trigger.end - b.trigger.end);
  const ids = new Map(sorted.map((event, index) => [event.id, `${story}/e${index + 1}`]));
  return sorted.map(({ content, ...event }) => {
    const id = ids.get(event.id) ?? event.id;
    const target = content === undefined ? undefined : ids.get(standsFor.get(content) ?? content);
    return { ...event, id, ...(target !== undefined && target !== id && { content: target }) };
  });
}
