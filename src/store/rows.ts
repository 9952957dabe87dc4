import type { Actor } from '../schema/actor.ts';
import type { Event } from '../schema/event.ts';
import type { Page } from '../schema/page.ts';
import type { Span } from '../schema/span.ts';
import type { Story } from '../schema/story.ts';
import { toKey, toPlain } from './plain-text.ts';
import { toSearchText, toWords } from './search-text.ts';

export type Cell = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, Cell>>;

/** Who an actor is across stories. */
export interface Identity {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly country?: string;
}

/** The rows of one story, without the keys that the database gives. `identity` cells hold the identity's id. */
export interface StoryRows {
  readonly story: Row;
  /** Tables whose rows are keyed by story and number. */
  readonly parts: Readonly<Record<'block' | 'mention' | 'place' | 'time' | 'amount' | 'instrument', readonly Row[]>>;
  readonly identities: readonly Identity[];
  readonly aliases: readonly { readonly identity: string; readonly name: string }[];
  readonly actors: readonly Row[];
  readonly quotes: readonly { readonly row: Row; readonly search: string }[];
  readonly events: readonly {
    readonly row: Row;
    readonly parties: readonly Row[];
    readonly attributions: readonly Row[];
  }[];
  /** Title and body for the full-text index. */
  readonly search: readonly [title: string, body: string];
}

/** The identity of an actor that nobody linked: same kind, canonical name and country. */
export function identityOf({ kind, name, country, identity }: Actor): Identity {
  return { id: identity ?? [kind, name, country ?? ''].join(':'), kind, name, ...(country && { country }) };
}

/** The number in `${story.id}/${letter}${n}`; position from 1 for an id of another form. */
export function numberOf(id: string, position: number): number {
  const digits = /\/[a-z](\d{1,9})$/.exec(id)?.[1];
  return digits === undefined ? position + 1 : Number(digits);
}

export function pageRow(page: Page): Row {
  return {
    id: toKey(page.id),
    sha256: page.sha256,
    url: keyOrNull(page.url),
    canonical_url: keyOrNull(page.canonicalUrl),
    path: keyOrNull(page.path),
    media_type: toKey(page.mediaType),
    retrieved: keyOrNull(page.retrieved),
  };
}

/** Publisher, else the host of the page's address. */
export function outletOf({ publisher, page }: Story): string | undefined {
  if (publisher !== undefined) return publisher;
  const address = page.canonicalUrl ?? page.url;
  return address !== undefined && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : undefined;
}

/**
 * The rows that a story is found by. They are an index: `story.record` holds the record itself.
 *
 * @param known  identities that corrections gave to actors of this story, by id
 */
export function storyRows(story: Story, known: ReadonlyMap<string, Identity> = new Map()): StoryRows {
  const actors = new Map(story.actors.map((actor, i) => [actor.id, { actor, number: numberOf(actor.id, i) }]));
  const identities = story.actors.map((actor) => known.get(actor.identity ?? '') ?? identityOf(actor));
  const words = (span: Span | undefined) => (span ? toPlain(story.text.slice(span.start, span.end)) : null);
  const span = ({ start, end }: Span) => ({ span_start: start, span_end: end });
  const numbered = (i: number) => ({ number: i + 1 });
  const identity = (id: string | undefined) => {
    const actor = actors.get(id ?? '')?.actor;
    return actor === undefined ? null : identityOf(actor).id;
  };
  const actorNumber = (id: string | undefined) => actors.get(id ?? '')?.number ?? null;

  return {
    story: {
      number: Number(/#(\d{1,9})$/.exec(story.id)?.[1] ?? 0),
      id: toKey(story.id),
      kind: story.kind,
      title: plainOrNull(story.title),
      text: toPlain(story.text),
      language: toPlain(story.language),
      published: plainOrNull(story.published?.value),
      published_earliest: plainOrNull(story.published?.earliest),
      published_latest: plainOrNull(story.published?.latest),
      published_source: story.published?.source ?? null,
      outlet: plainOrNull(outletOf(story)),
      wire: plainOrNull(story.wire),
      url: plainOrNull(story.page.canonicalUrl ?? story.page.url),
      not_coded: story.notCoded ?? null,
    },
    parts: {
      block: story.blocks.map((block, i) => ({ ...numbered(i), role: block.role, ...span(block) })),
      mention: [...actors.values()].flatMap(({ actor, number }) =>
        actor.mentions.map((m, i) => ({ actor: number, ...numbered(i), form: m.form, words: words(m), ...span(m) })),
      ),
      place: story.places.map((place, i) => ({
        number: numberOf(place.id, i),
        name: toPlain(place.name),
        words: toWords(place.name),
        country: plainOrNull(place.country),
        admin1: plainOrNull(place.admin1),
        lat: place.lat ?? null,
        lon: place.lon ?? null,
        geoname_id: place.geonameId ?? null,
        precision: place.precision,
      })),
      time: story.times.map((time, i) => ({
        ...numbered(i),
        words: words(time),
        type: time.type,
        value: toPlain(time.value),
        mod: plainOrNull(time.mod),
        earliest: plainOrNull(time.earliest),
        latest: plainOrNull(time.latest),
        ...span(time),
      })),
      amount: story.amounts.map((amount, i) => ({
        ...numbered(i),
        words: words(amount),
        kind: amount.kind,
        per: plainOrNull(amount.per),
        value: amount.value,
        value_min: amount.min ?? null,
        value_max: amount.max ?? null,
        unit: toPlain(amount.unit),
        ...span(amount),
      })),
      instrument: story.instruments.map((instrument, i) => ({
        ...numbered(i),
        name: toPlain(instrument.name),
        kind: instrument.kind,
        body: plainOrNull(instrument.body),
        instrument_number: plainOrNull(instrument.number),
        year: instrument.year ?? null,
        ...span(instrument),
      })),
    },
    identities,
    aliases: story.actors.flatMap((actor, i) => {
      const { id, name } = identities[i] ?? identityOf(actor);
      return actor.name === name ? [] : [{ identity: id, name: actor.name }];
    }),
    actors: [...actors.values()].map(({ actor, number }) => ({
      number,
      identity: identityOf(actor).id,
      kind: actor.kind,
      name: toPlain(actor.name),
      country: plainOrNull(actor.country),
      sectors: toPlain(actor.sectors.join(' ')),
      office: plainOrNull(actor.office),
      wikidata: plainOrNull(actor.wikidata),
    })),
    quotes: story.quotes.map((quote, i) => {
      const text = quote.content.map(words).join(' … ');
      const row = {
        number: numberOf(quote.id, i),
        speaker: actorNumber(quote.speaker),
        identity: identity(quote.speaker),
        style: quote.style,
        cue: words(quote.cue),
        via: quote.via === undefined ? null : numberOf(quote.via, 0),
        text,
      };
      return { row, search: toSearchText(text) };
    }),
    events: story.events.map((event, i) => ({
      row: { number: numberOf(event.id, i), ...eventRow(event, story), trigger_words: words(event.trigger) },
      parties: partyRows(event, story.actors).map(({ actor, ...party }) => ({
        ...party,
        actor: actorNumber(actor.id),
        identity: identityOf(actor).id,
        country: plainOrNull(actor.country),
        sectors: toPlain(actor.sectors.join(' ')),
      })),
      attributions: event.attribution.map((link, position) => ({
        position,
        actor: actorNumber(link.actor),
        identity: identity(link.actor),
        source: words(link.source),
        cue: words(link.cue),
        quote: link.quote === undefined ? null : numberOf(link.quote, 0),
      })),
    })),
    search: [toSearchText(story.title ?? ''), toSearchText(story.text)],
  };
}

/** An event's own days, else those of its story's publication. */
export function daysOf(event: Event, story: Story): { earliest: string; latest: string; dated: string } | undefined {
  if (event.time !== undefined) return { earliest: event.time.earliest, latest: event.time.latest, dated: 'event' };
  if (story.published === undefined) return undefined;
  return { earliest: story.published.earliest, latest: story.published.latest, dated: 'story' };
}

function eventRow(event: Event, story: Story): Row {
  const days = daysOf(event, story);
  const place = story.places.findIndex(({ id }) => id === event.place);
  const month = /^(\d{4})-(\d\d)/.exec(days?.earliest ?? '');
  return {
    type: toPlain(event.type),
    act: toPlain(event.act),
    mode: plainOrNull(event.mode?.join(' ')),
    act_mode: plainOrNull(event.actMode?.join(' ')),
    contexts: toPlain(event.contexts.join(' ')) || null,
    cameo: plainOrNull(event.cameo),
    quad: event.quad ?? null,
    intensity: event.intensity ?? null,
    status: event.status,
    earliest: plainOrNull(days?.earliest),
    latest: plainOrNull(days?.latest),
    dated: days?.dated ?? null,
    month: month === null ? null : Number(`${month[1]}${month[2]}`),
    place: place < 0 ? null : numberOf(event.place ?? '', place),
    place_country: plainOrNull(story.places[place]?.country),
    trigger_start: event.trigger.start,
    trigger_end: event.trigger.end,
    importance: event.importance,
    confidence: event.confidence,
  };
}

/** Both sides' actors; a group whose members are known ("both countries") stands for its members. */
function partyRows(event: Event, actors: readonly Actor[]): { side: string; position: number; actor: Actor }[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const expand = (id: string): string[] => {
    const members = byId.get(id)?.members?.filter((member) => byId.has(member)) ?? [];
    return members.length > 0 ? members : [id];
  };
  return (['source', 'target'] as const).flatMap((side) =>
    [...new Set(event[side].flatMap(expand))].flatMap((id, position) => {
      const actor = byId.get(id);
      return actor === undefined ? [] : [{ side, position, actor }];
    }),
  );
}

function keyOrNull(value: string | undefined): string | null {
  return value === undefined ? null : toKey(value);
}

function plainOrNull(value: string | undefined): string | null {
  return value === undefined ? null : toPlain(value);
}
