import { typeOf } from '../ontology/act-status.ts';
import { intensityOf } from '../ontology/plover.ts';
import type { Actor } from '../schema/actor.ts';
import type { Correction } from '../schema/correction.ts';
import type { Event, EventTime } from '../schema/event.ts';
import type { Story } from '../schema/story.ts';
import { byStart } from '../util/spans.ts';
import { type EventAnchor, findEvent, findName, type NameAnchor } from './anchor.ts';
import type { Codes } from './codes.ts';
import type { Identity } from './rows.ts';

/** What a correction speaks of, kept by words. */
export interface CorrectionAnchor {
  readonly target: EventAnchor | NameAnchor;
  /** Of a merge: the other actor, and who both are from now on. */
  readonly into?: NameAnchor;
  readonly identity?: Identity;
  /** Actors and places that a new value names, by the id that it names them with. */
  readonly named?: Readonly<Record<string, NameAnchor>>;
}

export interface AnchoredCorrection {
  readonly correction: Correction;
  readonly anchor: CorrectionAnchor;
  /** Which of the actors of a merge across pages is on this page; `both` for all else. */
  readonly side: 'target' | 'into' | 'both';
}

export interface CorrectedStories {
  /** In the order given; a story that nothing touched is the same object. */
  readonly stories: readonly Story[];
  /** For each correction, in the order given, whether its words were found. */
  readonly applied: readonly boolean[];
  readonly identities: ReadonlyMap<string, Identity>;
}

/**
 * Applies hand corrections, in order, to the stories of one page. Targets are found by words in the stories as read, so
 * corrections made on another reader's numbering still fit.
 */
export function applyCorrections(
  stories: readonly Story[],
  corrections: readonly AnchoredCorrection[],
  codes: Codes,
): CorrectedStories {
  const page = new CorrectedPage(stories, codes);
  const applied = corrections.map((anchored) => page.apply(anchored));
  return { stories: page.stories(), applied, identities: page.identities };
}

class CorrectedPage {
  readonly identities = new Map<string, Identity>();
  readonly #asRead: readonly Story[];
  readonly #current: Map<string, Story>;
  /** Where an actor merged away within its story went. */
  readonly #mergedInto = new Map<string, string>();

  readonly #codes: Codes;

  constructor(stories: readonly Story[], codes: Codes) {
    this.#codes = codes;
    this.#asRead = stories;
    this.#current = new Map(stories.map((story) => [story.id, story]));
  }

  stories(): Story[] {
    return this.#asRead.map((story) => this.#current.get(story.id) ?? story);
  }

  apply({ correction, anchor, side }: AnchoredCorrection): boolean {
    if (correction.action === 'merge') return this.#merge(anchor, side);
    const { target } = anchor;
    if (target.kind === 'event') {
      const found = findEvent(this.#asRead, target);
      if (found === undefined) return false;
      const { story, item } = found;
      if (correction.action === 'drop') return this.#update(story.id, (now) => withoutEvent(now, item.id));
      const value = this.#resolve(correction.value, anchor);
      if (value === UNRESOLVED) return false;
      const field = correction.field ?? '';
      return this.#update(story.id, (now) => ({
        ...now,
        events: now.events.map((event) => (event.id === item.id ? setEvent(event, field, value, this.#codes) : event)),
      }));
    }
    const actor = this.#actor(target);
    if (actor === undefined) return false;
    return this.#update(actor.story, (now) => ({
      ...now,
      actors: now.actors.map((one) =>
        one.id === actor.id ? setField(one, correction.field ?? '', correction.value) : one,
      ),
    }));
  }

  #merge({ target, into, identity }: CorrectionAnchor, side: AnchoredCorrection['side']): boolean {
    const from = target.kind !== 'event' && side !== 'into' ? this.#actor(target) : undefined;
    const to = into !== undefined && side !== 'target' ? this.#actor(into) : undefined;
    if (from !== undefined && to !== undefined && from.story === to.story) {
      if (from.id === to.id) return true;
      this.#mergedInto.set(from.id, to.id);
      return this.#update(from.story, (now) => mergeActors(now, from.id, to.id));
    }
    if (identity === undefined) return false;
    this.identities.set(identity.id, identity);
    const ends = [from, to].filter((end) => end !== undefined);
    for (const { story, id } of ends) {
      this.#update(story, (now) => ({
        ...now,
        actors: now.actors.map((actor) => (actor.id === id ? { ...actor, identity: identity.id } : actor)),
      }));
    }
    return side === 'into' ? to !== undefined : from !== undefined;
  }

  #actor(anchor: NameAnchor): { readonly story: string; readonly id: string } | undefined {
    const found = findName(this.#asRead, anchor, ({ actors }) => actors);
    if (found === undefined) return undefined;
    let { id } = found.item;
    for (let next = this.#mergedInto.get(id); next !== undefined; next = this.#mergedInto.get(id)) id = next;
    return { story: found.story.id, id };
  }

  /** The value with the ids that it names as they are numbered now. */
  #resolve(value: unknown, { named = {} }: CorrectionAnchor): unknown {
    if (Array.isArray(value)) {
      const all = value.map((one) => this.#resolve(one, { named } as CorrectionAnchor));
      return all.includes(UNRESOLVED) ? UNRESOLVED : all;
    }
    const anchor = typeof value === 'string' && Object.hasOwn(named, value) ? named[value] : undefined;
    if (anchor === undefined) return value;
    if (anchor.kind === 'actor') return this.#actor(anchor)?.id ?? UNRESOLVED;
    return findName(this.#asRead, anchor, ({ places }) => places)?.item.id ?? UNRESOLVED;
  }

  #update(id: string, change: (story: Story) => Story): boolean {
    const story = this.#current.get(id);
    if (story === undefined) return false;
    this.#current.set(id, change(story));
    return true;
  }
}

const UNRESOLVED = Symbol('unresolved');

function withoutEvent(story: Story, id: string): Story {
  const events = story.events.filter((event) => event.id !== id);
  return { ...story, events: events.map((event) => (event.content === id ? without(event, 'content') : event)) };
}

function setEvent(event: Event, field: string, value: unknown, codes: Codes): Event {
  if (field === 'type') return retype(event, String(value), codes);
  if (field === 'time' && value !== null) {
    const { earliest, latest } = value as Pick<EventTime, 'earliest' | 'latest'>;
    return { ...event, time: { earliest, latest, precision: earliest === latest ? 'day' : 'span', times: [] } };
  }
  const changed = setField(event, field, value);
  if (field !== 'status' && field !== 'act') return changed;
  const type = typeOf(codes.actStatus, changed.act, changed.status);
  return type === event.type ? changed : retype(changed, type, codes);
}

/** Mode, CAMEO code and intensity belong to the old type and go with it; quad and intensity follow from the new one. */
function retype(event: Event, type: string, { plover }: Codes): Event {
  const { mode: _, cameo: __, intensity: ___, quad: ____, ...rest } = event;
  const quad = plover.types.get(type)?.quad;
  const intensity = intensityOf(plover, type);
  return { ...rest, type, ...(quad !== undefined && { quad }), ...(intensity !== undefined && { intensity }) };
}

/** Sets a field that `parseCorrection` has checked; null takes it away. */
function setField<T extends object>(item: T, field: string, value: unknown): T {
  return value === null ? without(item, field) : { ...item, [field]: value };
}

function without<T extends object>(item: T, field: string): T {
  return Object.fromEntries(Object.entries(item).filter(([key]) => key !== field)) as T;
}

/** One actor of a story in place of two: all mentions, and every reference to the first points to the second. */
function mergeActors(story: Story, from: string, to: string): Story {
  const gone = story.actors.find(({ id }) => id === from);
  if (gone === undefined) return story;
  const renamed = (ids: readonly string[]) => [...new Set(ids.map((id) => (id === from ? to : id)))];
  const actors = story.actors
    .filter(({ id }) => id !== from)
    .map((actor): Actor => {
      const members = actor.members && { members: renamed(actor.members).filter((id) => id !== actor.id) };
      if (actor.id !== to) return { ...actor, ...members };
      const mentions = [...actor.mentions, ...gone.mentions].sort(byStart);
      return { ...pick(gone, 'country', 'office', 'wikidata'), ...actor, ...members, mentions };
    });
  return {
    ...story,
    actors,
    quotes: story.quotes.map((quote) => (quote.speaker === from ? { ...quote, speaker: to } : quote)),
    events: story.events.map((event) => ({
      ...event,
      source: renamed(event.source),
      target: renamed(event.target),
      attribution: event.attribution.map((link) => (link.actor === from ? { ...link, actor: to } : link)),
    })),
  };
}

function pick(actor: Actor, ...fields: (keyof Actor)[]): Partial<Actor> {
  return Object.fromEntries(fields.flatMap((field) => (actor[field] === undefined ? [] : [[field, actor[field]]])));
}
