import type { Actor } from '../schema/actor.ts';
import type { Amount } from '../schema/amount.ts';
import type { Event } from '../schema/event.ts';
import type { Place } from '../schema/place.ts';
import type { Story } from '../schema/story.ts';
import { type Column, joinCell } from './csv.ts';

/** An event with the story that tells it. */
export interface EventRecord {
  readonly event: Event;
  readonly story: Story;
}

/** The columns of an event table, in order. Documented in docs/fields.md. */
export const eventColumns: readonly Column<EventRecord>[] = [
  { name: 'event_id', cell: ({ event }) => event.id },
  { name: 'story_id', cell: ({ story }) => story.id },
  { name: 'page_id', cell: ({ story }) => story.page.id },
  { name: 'url', cell: ({ story }) => story.page.canonicalUrl ?? story.page.url },
  { name: 'publisher', cell: ({ story }) => story.publisher },
  { name: 'wire', cell: ({ story }) => story.wire },
  { name: 'title', cell: ({ story }) => story.title },
  { name: 'language', cell: ({ story }) => story.language },
  { name: 'published', cell: ({ story }) => story.published?.value },
  { name: 'published_earliest', cell: ({ story }) => story.published?.earliest },
  { name: 'published_latest', cell: ({ story }) => story.published?.latest },
  { name: 'event_date_earliest', cell: ({ event }) => event.time?.earliest },
  { name: 'event_date_latest', cell: ({ event }) => event.time?.latest },
  { name: 'event_date_precision', cell: ({ event }) => event.time?.precision },
  ...partyColumns('source'),
  ...partyColumns('target'),
  { name: 'type', cell: ({ event }) => event.type },
  { name: 'mode', cell: ({ event }) => event.mode?.join('; ') },
  { name: 'act', cell: ({ event }) => event.act },
  { name: 'act_mode', cell: ({ event }) => (event.actMode ?? event.mode)?.join('; ') },
  { name: 'status', cell: ({ event }) => event.status },
  { name: 'cameo', cell: ({ event }) => event.cameo },
  { name: 'quad', cell: ({ event }) => event.quad },
  { name: 'intensity', cell: ({ event }) => event.intensity },
  { name: 'contexts', cell: ({ event }) => joinCell(event.contexts) },
  { name: 'content', cell: ({ event }) => event.content },
  { name: 'place', cell: (record) => placeOf(record)?.name },
  { name: 'place_country', cell: (record) => placeOf(record)?.country },
  { name: 'place_precision', cell: (record) => placeOf(record)?.precision },
  { name: 'lat', cell: (record) => placeOf(record)?.lat },
  { name: 'lon', cell: (record) => placeOf(record)?.lon },
  { name: 'amount_kinds', cell: (record) => amountCell(record, ({ kind }) => kind) },
  { name: 'amount_values', cell: (record) => amountCell(record, ({ value }) => value) },
  { name: 'amount_units', cell: (record) => amountCell(record, ({ unit }) => unit) },
  { name: 'trigger', cell: ({ event, story }) => story.text.slice(event.trigger.start, event.trigger.end) },
  { name: 'trigger_start', cell: ({ event }) => event.trigger.start },
  { name: 'trigger_end', cell: ({ event }) => event.trigger.end },
  { name: 'attribution', cell: attributionCell },
  { name: 'importance', cell: ({ event }) => event.importance },
  { name: 'confidence', cell: ({ event }) => event.confidence },
  { name: 'reader_version', cell: ({ story }) => story.reader.version },
  { name: 'reader_model', cell: ({ story }) => story.reader.model },
  { name: 'reader_codebook', cell: ({ story }) => story.reader.codebook },
  { name: 'reader_data', cell: ({ story }) => story.reader.data },
];

/** Article text: only with `--with-text`. */
export const sentenceColumn: Column<EventRecord> = {
  name: 'sentence',
  cell({ event, story }) {
    const sentence = story.sentences[event.sentence];
    return sentence && story.text.slice(sentence.start, sentence.end);
  },
};

/** The lists of one side run in step: the nth country is that of the nth name, empty where there is none. */
function partyColumns(side: 'source' | 'target'): Column<EventRecord>[] {
  const actors = ({ event, story }: EventRecord) =>
    event[side].flatMap((id): readonly Actor[] => story.actors.filter((actor) => actor.id === id));
  return [
    { name: `${side}_names`, cell: (record) => joinCell(actors(record).map(({ name }) => name)) },
    { name: `${side}_kinds`, cell: (record) => joinCell(actors(record).map(({ kind }) => kind)) },
    { name: `${side}_countries`, cell: (record) => joinCell(actors(record).map(({ country }) => country)) },
    { name: `${side}_sectors`, cell: (record) => joinCell(actors(record).map(({ sectors }) => sectors.join(' '))) },
  ];
}

function placeOf({ event, story }: EventRecord): Place | undefined {
  return story.places.find(({ id }) => id === event.place);
}

function amountCell({ event, story }: EventRecord, field: (amount: Amount) => string | number): string {
  return joinCell(event.amounts.flatMap((index) => story.amounts.slice(index, index + 1)).map(field));
}

/** Who says so, outermost first: the actor's name, else the words that name the source. */
function attributionCell({ event, story }: EventRecord): string {
  const links = event.attribution.map(({ actor, source }) => {
    const name = story.actors.find(({ id }) => id === actor)?.name;
    return name ?? (source && story.text.slice(source.start, source.end));
  });
  return joinCell(links.filter((link) => link !== undefined));
}
