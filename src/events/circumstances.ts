import type { Span } from '../schema/span.ts';
import type { Annotations } from '../schema/story.ts';
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

/** What stands nearest each deed of one sentence; a thing belongs to the deed it stands nearest to. */
export function circumstancesOf(drafts: readonly Draft[], found: Annotations): Map<Draft, Circumstances> {
  const first = drafts[0];
  const result = new Map<Draft, Circumstances>();
  if (first === undefined) return result;
  const { sentence } = first.reading;
  const inside = (span: Span) => span.start >= sentence.start && span.end <= sentence.end;
  const times = byNearest(
    drafts,
    found.times,
    (time) => inside(time) && time.earliest !== undefined && time.type !== 'set',
  );
  const amounts = byNearest(drafts, found.amounts, inside);
  const instruments = byNearest(drafts, found.instruments, inside);
  const spots = found.places.flatMap((place) =>
    place.mentions.filter(inside).map((span) => ({ ...span, place: place.id })),
  );
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

function byNearest<T extends Span>(
  drafts: readonly Draft[],
  things: readonly T[],
  wanted: (thing: T) => boolean,
): Map<Draft, number[]> {
  const owned = new Map<Draft, number[]>();
  things.forEach((thing, index) => {
    if (!wanted(thing)) return;
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
  });
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
function placeOf(draft: Draft, spots: readonly (Span & { readonly place: string })[]): string | undefined {
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
