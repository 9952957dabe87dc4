import type { Span } from '../schema/span.ts';
import type { Annotations } from '../schema/story.ts';
import { byStart, firstFrom } from '../util/spans.ts';
import type { Draft } from './draft.ts';
import { tokenRange } from './reading.ts';

/** Times, places, amounts and instruments that stand with a deed in its clause. */
export interface Circumstances {
  /** Indexes. */
  readonly times: readonly number[];
  /** Place id. */
  readonly place?: string;
  readonly amounts: readonly number[];
  readonly instruments: readonly number[];
}

const placePrepositions = new Set(
  'in at near outside around off inside across along over on into to from through toward towards'.split(' '),
);
// how many clause borders may lie between a deed and what belongs to it
const maxBorders = 0;

/** A mention of a place. */
interface Spot extends Span {
  readonly place: string;
}

/** All mentions of places in text order. */
export function spotsOf(places: Annotations['places']): Spot[] {
  return places.flatMap(({ id, mentions }) => mentions.map((span) => ({ ...span, place: id }))).sort(byStart);
}

/** What stands nearest each deed of one sentence; a thing belongs to the deed it stands nearest to. */
export function circumstancesOf(
  drafts: readonly Draft[],
  found: Annotations,
  allSpots: readonly Spot[],
): Map<Draft, Circumstances> {
  const first = drafts[0];
  const result = new Map<Draft, Circumstances>();
  if (first === undefined) return result;
  const { sentence } = first.reading;
  const times = byNearest(drafts, found.times, (time) => time.earliest !== undefined && time.type !== 'set');
  const amounts = byNearest(drafts, found.amounts);
  const instruments = byNearest(drafts, found.instruments);
  const spots = within(allSpots, sentence).map(([, spot]) => spot);
  for (const draft of drafts) {
    const own = times.get(draft) ?? [];
    const place = placeOf(draft, spots);
    result.set(draft, {
      times: own.slice(0, 1),
      ...(place !== undefined && { place }),
      amounts: amounts.get(draft) ?? [],
      instruments: instruments.get(draft) ?? [],
    });
  }
  return result;
}

/** The stretches, of many in text order, that lie inside another, with their indexes. */
function within<T extends Span>(sorted: readonly T[], { start, end }: Span): [number, T][] {
  const inside: [number, T][] = [];
  for (let i = firstFrom(sorted, start); i < sorted.length; i += 1) {
    const thing = sorted[i];
    if (thing === undefined || thing.start >= end) break;
    if (thing.end <= end) inside.push([i, thing]);
  }
  return inside;
}

function byNearest<T extends Span>(
  drafts: readonly Draft[],
  things: readonly T[],
  wanted: (thing: T) => boolean = () => true,
): Map<Draft, number[]> {
  const owned = new Map<Draft, number[]>();
  const sentence = drafts[0]?.reading.sentence;
  if (sentence === undefined) return owned;
  for (const [index, thing] of within(things, sentence)) {
    if (!wanted(thing)) continue;
    let best: Draft | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const draft of drafts) {
      const distance = distanceTo(draft, thing);
      if (distance < least) {
        least = distance;
        best = draft;
      }
    }
    if (best) owned.set(best, [...(owned.get(best) ?? []), index]);
  }
  return owned;
}

/** Tokens between a trigger and a stretch; infinite across a clause border. What follows a trigger is nearer than what precedes. */
function distanceTo(draft: Draft, thing: Span): number {
  const { shallow } = draft.reading;
  const range = tokenRange(shallow.tokens, thing.start, thing.end);
  if (range === undefined) return Number.POSITIVE_INFINITY;
  const { from, to } = draft.trigger;
  const [left, right] = range.from >= to ? [to, range.from] : [range.to, from];
  if (left > right) return 0;
  let borders = 0;
  for (let i = left; i < right; i += 1) {
    const chunk = shallow.chunks[shallow.chunkAt[i] ?? 0];
    const kind = chunk?.kind;
    if (kind === 'clause' || kind === 'relative' || kind === 'stop') borders += 1;
    else if (kind === 'verb' && chunk?.verb?.form === 'finite' && i === chunk.head) borders += 1;
  }
  if (borders > maxBorders) return Number.POSITIVE_INFINITY;
  return (right - left) * (range.from >= to ? 1 : 1.5);
}

/** The nearest place after a preposition of place, unless it is a party itself. */
function placeOf(draft: Draft, spots: readonly Spot[]): string | undefined {
  const { shallow, mentions } = draft.reading;
  const parties = new Set([...draft.source, ...draft.target]);
  let best: string | undefined;
  let least = 25;
  for (const spot of spots) {
    const range = tokenRange(shallow.tokens, spot.start, spot.end);
    if (range === undefined) continue;
    const chunk = shallow.chunkAt[range.from] ?? 0;
    const before = shallow.chunks[chunk - 1];
    if (before?.kind !== 'prep' || !placePrepositions.has(shallow.tokens[before.head]?.lemma ?? '')) continue;
    if (mentions.some((mention) => mention.from < range.to && mention.to > range.from && parties.has(mention.actor)))
      continue;
    const distance = distanceTo(draft, spot);
    if (distance < least) {
      least = distance;
      best = spot.place;
    }
  }
  return best;
}
