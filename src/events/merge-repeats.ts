import type { Event } from '../schema/event.ts';

const speech = new Set(['AGREE', 'REQUEST', 'REJECT', 'THREATEN', 'ACCUSE', 'CONCEDE', 'SUPPORT']);

/** An event with the pattern that named it, while repeats are joined. */
export interface Told {
  readonly event: Event;
  readonly pattern: string;
}

/**
 * Joins repeats inside one story: the same act, parties, status and mode, in another sentence, at a time that fits. The
 * first telling stays; the others' words become its `triggers`. Speech acts are joined only when told by the same words.
 *
 * @returns the events that stay, and which id stands for each that went
 */
export function mergeRepeats(told: readonly Told[]): { events: Event[]; standsFor: Map<string, string> } {
  const events: Event[] = [];
  const standsFor = new Map<string, string>();
  const byKey = new Map<string, number[]>();
  for (const { event, pattern } of told) {
    const key = [
      event.act,
      event.status,
      ...event.source,
      '>',
      ...event.target,
      speech.has(event.act) ? pattern : '',
    ].join(' ');
    const hasParties =
      event.source.length > 0 && (event.target.length > 0 || event.act === 'PROTEST' || event.act === 'RETREAT');
    const places = byKey.get(key) ?? [];
    const at = hasParties ? places.find((index) => isRepeat(events[index], event)) : undefined;
    const first = at === undefined ? undefined : events[at];
    if (at === undefined || first === undefined) {
      byKey.set(key, [...places, events.length]);
      events.push(event);
      continue;
    }
    standsFor.set(event.id, first.id);
    events[at] = {
      ...first,
      triggers: [...(first.triggers ?? []), event.trigger],
      ...(!hasOwnTime(first) && hasOwnTime(event) && { time: event.time }),
      ...(first.place === undefined && event.place !== undefined && { place: event.place }),
      ...(first.content === undefined && event.content !== undefined && { content: event.content }),
      amounts: [...new Set([...first.amounts, ...event.amounts])].sort((a, b) => a - b),
      instruments: [...new Set([...first.instruments, ...event.instruments])].sort((a, b) => a - b),
    } as Event;
  }
  return { events, standsFor };
}

function hasOwnTime(event: Event): boolean {
  return (event.time?.times.length ?? 0) > 0;
}

function isRepeat(first: Event | undefined, event: Event): boolean {
  if (first === undefined || first.sentence === event.sentence) return false;
  const modes = [first.actMode?.[0] ?? first.mode?.[0], event.actMode?.[0] ?? event.mode?.[0]];
  if (modes[0] !== undefined && modes[1] !== undefined && modes[0] !== modes[1]) return false;
  if (first.place !== undefined && event.place !== undefined && first.place !== event.place) return false;
  if (!hasOwnTime(first) || !hasOwnTime(event) || !first.time || !event.time) return true;
  return first.time.earliest <= event.time.latest && event.time.earliest <= first.time.latest;
}
