import type { Actor } from '../schema/actor.ts';
import type { Place } from '../schema/place.ts';
import type { StoryReport } from './story-report.ts';

const DAY_MS = 86_400_000;
/** Outlets date one deed a day apart: time zones, night hours, "Monday" in Tuesday's paper. */
const SLACK_DAYS = 1;
/** A deed dated no better than to a week cannot be told from another of the same kind and parties. */
const LONGEST_DAYS = 7;
/** What exact agreement on a place or a name adds to the choice between clusters. */
const EXACT = 1;

const POINT = new Set<Place['precision']>(['site', 'city', 'district']);

/**
 * Keys that two reports of one happening share at least one of: type and act, a party, a day of the window. Reports
 * without days, without parties or with days too vague have none.
 */
export function windowKeys({ event, source, target, days }: StoryReport): string[] {
  if (days === undefined) return [];
  const [first, last] = [dayNumber(days.earliest), dayNumber(days.latest)];
  if (!(last - first < LONGEST_DAYS)) return [];
  const parties = new Set([...source, ...target].flatMap(partyKeys));
  return [...parties].flatMap((party) =>
    Array.from({ length: last - first + 1 + SLACK_DAYS }, (_, i) =>
      JSON.stringify([event.type, event.act, party, first + i]),
    ),
  );
}

/**
 * How well two reports agree, if they can be of one happening; absent if they cannot.
 *
 * @returns 0 or more; only good for comparing
 */
export function agreement(a: StoryReport, b: StoryReport): number | undefined {
  if (a.story.id === b.story.id || a.event.type !== b.event.type || a.event.act !== b.event.act) return undefined;
  const gap = gapDays(a.days, b.days);
  if (gap === undefined || gap > SLACK_DAYS) return undefined;
  const sources = sharedParties(a.source, b.source);
  const targets = sharedParties(a.target, b.target);
  if (sources === undefined || targets === undefined || sources + targets === 0) return undefined;
  if (a.place !== undefined && b.place !== undefined && !samePlace(a.place, b.place)) return undefined;
  const exact = a.place !== undefined && a.place.name === b.place?.name ? EXACT : 0;
  return sources + targets + exact + (SLACK_DAYS - gap);
}

/** 0 when the intervals meet; absent when one is unknown or vague. */
function gapDays(a: StoryReport['days'], b: StoryReport['days']): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [aFirst, aLast, bFirst, bLast] = [a.earliest, a.latest, b.earliest, b.latest].map(dayNumber) as [
    number,
    number,
    number,
    number,
  ];
  if (!(aLast - aFirst < LONGEST_DAYS && bLast - bFirst < LONGEST_DAYS)) return undefined;
  return Math.max(0, bFirst - aLast, aFirst - bLast);
}

/** How many parties of a side agree; absent when both reports name some and none is the same. */
function sharedParties(a: readonly Actor[], b: readonly Actor[]): number | undefined {
  if (a.length === 0 || b.length === 0) return 0;
  const shared = a.filter((one) => b.some((other) => sameParty(one, other)));
  const named = a.filter((one) => b.some((other) => one.name === other.name));
  return shared.length === 0 ? undefined : shared.length + EXACT * named.length;
}

/**
 * The same name or identity; or the same country, if one of the two is the state itself or both play the same part in
 * it: "South Korea" and "Yoon Suk-yeol" are one party, an army and the rebels of its country are not.
 */
function sameParty(a: Actor, b: Actor): boolean {
  if (a.name === b.name || (a.identity !== undefined && a.identity === b.identity)) return true;
  if (a.country === undefined || a.country !== b.country) return false;
  const state = (actor: Actor) => actor.kind === 'state';
  const official = (actor: Actor) => state(actor) || ['GOV', 'MIL', 'LEG'].includes(actor.sectors[0] ?? '');
  if (state(a) || state(b)) return official(a) && official(b);
  return a.sectors[0] !== undefined && a.sectors[0] === b.sectors[0];
}

function partyKeys({ name, identity, country }: Actor): string[] {
  return [name, ...(identity === undefined ? [] : [identity]), ...(country === undefined ? [] : [country])];
}

/** Two points must be one; a point may lie in a wider place of its country. */
function samePlace(a: Place, b: Place): boolean {
  if (a.geonameId !== undefined && b.geonameId !== undefined && POINT.has(a.precision) && POINT.has(b.precision)) {
    return a.geonameId === b.geonameId;
  }
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return false;
  return a.name === b.name || !(POINT.has(a.precision) && POINT.has(b.precision));
}

function dayNumber(iso: string): number {
  return Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}
