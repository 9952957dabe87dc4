import type { Actor } from '../schema/actor.ts';
import type { Amount } from '../schema/amount.ts';
import type { Attribution, Event } from '../schema/event.ts';
import type { Instrument } from '../schema/instrument.ts';
import type { Page } from '../schema/page.ts';
import type { Place } from '../schema/place.ts';
import type { Quote } from '../schema/quote.ts';
import type { Span } from '../schema/span.ts';
import type { Story } from '../schema/story.ts';
import type { Time } from '../schema/time.ts';
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
  const cast = castOf(story);
  const identities = story.actors.map((actor) => known.get(actor.identity ?? '') ?? identityOf(actor));
  return {
    story: headRow(story),
    parts: {
      block: story.blocks.map((block, i) => ({ number: i + 1, role: block.role, ...spanCells(block) })),
      mention: mentionRows(story),
      place: story.places.map(placeRow),
      time: story.times.map((time, i) => timeRow(time, i, story)),
      amount: story.amounts.map((amount, i) => amountRow(amount, i, story)),
      instrument: story.instruments.map(instrumentRow),
    },
    identities,
    aliases: story.actors.flatMap((actor, i) => {
      const { id, name } = identities[i] ?? identityOf(actor);
      return actor.name === name ? [] : [{ identity: id, name: actor.name }];
    }),
    actors: story.actors.map(actorRow),
    quotes: story.quotes.map((quote, i) => quoteRow(quote, i, story, cast)),
    events: story.events.map((event, i) => ({
      row: { number: numberOf(event.id, i), ...eventRow(event, story) },
      parties: partyRows(event, story.actors, cast),
      attributions: event.attribution.map((link, position) => attributionRow(link, position, story, cast)),
    })),
    search: [toSearchText(story.title ?? ''), toSearchText(story.text)],
  };
}

/** An actor's number in the story and the id of who it is, by the actor's id. */
type Cast = ReadonlyMap<string, { readonly actor: number; readonly identity: string }>;

function castOf({ actors }: Story): Cast {
  return new Map(
    actors.map((actor, i) => [actor.id, { actor: numberOf(actor.id, i), identity: identityOf(actor).id }]),
  );
}

function headRow(story: Story): Row {
  const { published } = story;
  return {
    id: toKey(story.id),
    kind: story.kind,
    title: plainOrNull(story.title),
    text: toPlain(story.text),
    language: toPlain(story.language),
    published: plainOrNull(published?.value),
    published_earliest: plainOrNull(published?.earliest),
    published_latest: plainOrNull(published?.latest),
    published_source: published?.source ?? null,
    outlet: plainOrNull(outletOf(story)),
    wire: plainOrNull(story.wire),
    url: plainOrNull(story.page.canonicalUrl ?? story.page.url),
    not_coded: story.notCoded ?? null,
  };
}

function actorRow(actor: Actor, i: number): Row {
  return {
    number: numberOf(actor.id, i),
    identity: identityOf(actor).id,
    kind: actor.kind,
    name: toPlain(actor.name),
    country: plainOrNull(actor.country),
    sectors: toPlain(actor.sectors.join(' ')),
    office: plainOrNull(actor.office),
    wikidata: plainOrNull(actor.wikidata),
  };
}

function mentionRows(story: Story): Row[] {
  return story.actors.flatMap((actor, i) =>
    actor.mentions.map((mention, j) => ({
      actor: numberOf(actor.id, i),
      number: j + 1,
      form: mention.form,
      words: wordsOf(story, mention),
      ...spanCells(mention),
    })),
  );
}

function placeRow(place: Place, i: number): Row {
  return {
    number: numberOf(place.id, i),
    name: toPlain(place.name),
    words: toWords(place.name),
    country: plainOrNull(place.country),
    admin1: plainOrNull(place.admin1),
    lat: place.lat ?? null,
    lon: place.lon ?? null,
    geoname_id: place.geonameId ?? null,
    precision: place.precision,
  };
}

function timeRow(time: Time, i: number, story: Story): Row {
  return {
    number: i + 1,
    words: wordsOf(story, time),
    type: time.type,
    value: toPlain(time.value),
    mod: plainOrNull(time.mod),
    earliest: plainOrNull(time.earliest),
    latest: plainOrNull(time.latest),
    ...spanCells(time),
  };
}

function amountRow(amount: Amount, i: number, story: Story): Row {
  return {
    number: i + 1,
    words: wordsOf(story, amount),
    kind: amount.kind,
    per: plainOrNull(amount.per),
    value: amount.value,
    value_min: amount.min ?? null,
    value_max: amount.max ?? null,
    unit: toPlain(amount.unit),
    ...spanCells(amount),
  };
}

function instrumentRow(instrument: Instrument, i: number): Row {
  return {
    number: i + 1,
    name: toPlain(instrument.name),
    kind: instrument.kind,
    body: plainOrNull(instrument.body),
    instrument_number: plainOrNull(instrument.number),
    year: instrument.year ?? null,
    ...spanCells(instrument),
  };
}

function quoteRow(quote: Quote, i: number, story: Story, cast: Cast): { readonly row: Row; readonly search: string } {
  const text = quote.content.map((span) => wordsOf(story, span)).join(' … ');
  const speaker = cast.get(quote.speaker ?? '');
  const row = {
    number: numberOf(quote.id, i),
    speaker: speaker?.actor ?? null,
    identity: speaker?.identity ?? null,
    style: quote.style,
    cue: quote.cue ? wordsOf(story, quote.cue) : null,
    via: quote.via === undefined ? null : numberOf(quote.via, 0),
    text,
  };
  return { row, search: toSearchText(text) };
}

function attributionRow(link: Attribution, position: number, story: Story, cast: Cast): Row {
  const actor = cast.get(link.actor ?? '');
  return {
    position,
    actor: actor?.actor ?? null,
    identity: actor?.identity ?? null,
    source: link.source ? wordsOf(story, link.source) : null,
    cue: link.cue ? wordsOf(story, link.cue) : null,
    quote: link.quote === undefined ? null : numberOf(link.quote, 0),
  };
}

/** An event's own days, else those of its story's publication; `inherited` days are told by no time words of its own. */
export function daysOf(event: Event, story: Story): { earliest: string; latest: string; dated: string } | undefined {
  if (event.time !== undefined) {
    const { earliest, latest, times, precision } = event.time;
    return { earliest, latest, dated: times.length === 0 && precision === 'week' ? 'inherited' : 'event' };
  }
  if (story.published === undefined) return undefined;
  return { earliest: story.published.earliest, latest: story.published.latest, dated: 'story' };
}

function eventRow(event: Event, story: Story): Row {
  const days = daysOf(event, story);
  const place = story.places.findIndex(({ id }) => id === event.place);
  // news of "the week before publication" mostly happened at its end: its first day would move it to the month before
  const counted = days?.dated === 'inherited' ? days.latest : days?.earliest;
  const month = /^(\d{4})-(\d\d)/.exec(counted ?? '');
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
    trigger_words: wordsOf(story, event.trigger),
    trigger_start: event.trigger.start,
    trigger_end: event.trigger.end,
    importance: event.importance,
    confidence: event.confidence,
  };
}

/** Both sides' actors; a group whose members are known ("both countries") stands for its members. */
function partyRows(event: Event, actors: readonly Actor[], cast: Cast): Row[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const expand = (id: string): readonly string[] => {
    const members = byId.get(id)?.members?.filter((member) => byId.has(member)) ?? [];
    return members.length > 0 ? members : [id];
  };
  return (['source', 'target'] as const).flatMap((side) =>
    [...new Set(event[side].flatMap(expand))].flatMap((id, position) => {
      const [actor, numbers] = [byId.get(id), cast.get(id)];
      if (actor === undefined || numbers === undefined) return [];
      const { country, sectors } = actor;
      return [{ side, position, ...numbers, country: plainOrNull(country), sectors: toPlain(sectors.join(' ')) }];
    }),
  );
}

function wordsOf(story: Story, { start, end }: Span): string {
  return toPlain(story.text.slice(start, end));
}

function spanCells({ start, end }: Span): Row {
  return { span_start: start, span_end: end };
}

function keyOrNull(value: string | undefined): string | null {
  return value === undefined ? null : toKey(value);
}

function plainOrNull(value: string | undefined): string | null {
  return value === undefined ? null : toPlain(value);
}
