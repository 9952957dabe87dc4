import type { EventCluster } from '../schema/cluster.ts';
import type { CountField } from '../schema/filter.ts';
import type { Story } from '../schema/story.ts';
import type { Answer, CountRow, Store } from '../store/store.ts';
import { type Column, joinCell } from './csv.ts';

type Item<T> = T extends Promise<Answer<infer I>> ? I : never;
export type ActorItem = Item<ReturnType<Store['queryActors']>>;
export type QuoteItem = Item<ReturnType<Store['queryQuotes']>>;

export const storyColumns: readonly Column<Story>[] = [
  { name: 'story_id', cell: (story) => story.id },
  { name: 'page_id', cell: (story) => story.page.id },
  { name: 'url', cell: (story) => story.page.canonicalUrl ?? story.page.url },
  { name: 'kind', cell: (story) => story.kind },
  { name: 'title', cell: (story) => story.title },
  { name: 'authors', cell: (story) => story.authors && joinCell(story.authors) },
  { name: 'publisher', cell: (story) => story.publisher },
  { name: 'wire', cell: (story) => story.wire },
  { name: 'language', cell: (story) => story.language },
  { name: 'published', cell: (story) => story.published?.value },
  { name: 'published_earliest', cell: (story) => story.published?.earliest },
  { name: 'published_latest', cell: (story) => story.published?.latest },
  { name: 'published_source', cell: (story) => story.published?.source },
  { name: 'retrieved', cell: (story) => story.page.retrieved },
  { name: 'characters', cell: (story) => story.text.length },
  { name: 'sentences', cell: (story) => story.sentences.length },
  { name: 'actors', cell: (story) => story.actors.length },
  { name: 'quotes', cell: (story) => story.quotes.length },
  { name: 'events', cell: (story) => story.events.length },
  { name: 'not_coded', cell: (story) => story.notCoded },
  { name: 'page_sha256', cell: (story) => story.page.sha256 },
  { name: 'reader_version', cell: (story) => story.reader.version },
];

export const actorColumns: readonly Column<ActorItem>[] = [
  { name: 'name', cell: (actor) => actor.name },
  { name: 'kind', cell: (actor) => actor.kind },
  { name: 'country', cell: (actor) => actor.country },
  { name: 'events', cell: (actor) => actor.events },
  { name: 'stories', cell: (actor) => actor.stories },
];

export const quoteColumns: readonly Column<QuoteItem>[] = [
  { name: 'quote_id', cell: ({ quote }) => quote.id },
  { name: 'story_id', cell: ({ story }) => story },
  { name: 'speaker', cell: ({ speaker }) => speaker },
  { name: 'style', cell: ({ quote }) => quote.style },
  { name: 'via', cell: ({ quote }) => quote.via },
  { name: 'text', cell: ({ text }) => text },
];

export const clusterColumns: readonly Column<EventCluster>[] = [
  { name: 'cluster_id', cell: (cluster) => cluster.id },
  { name: 'type', cell: (cluster) => cluster.type },
  { name: 'status', cell: (cluster) => cluster.status },
  { name: 'source_names', cell: (cluster) => joinCell(cluster.source) },
  { name: 'target_names', cell: (cluster) => joinCell(cluster.target) },
  { name: 'event_date_earliest', cell: (cluster) => cluster.earliest },
  { name: 'event_date_latest', cell: (cluster) => cluster.latest },
  { name: 'place', cell: (cluster) => cluster.place },
  { name: 'reports', cell: (cluster) => cluster.reports.length },
  { name: 'independent_sources', cell: (cluster) => cluster.independentSources },
  { name: 'disagreements', cell: (cluster) => joinCell(cluster.disagreements.map(({ field }) => field)) },
  { name: 'event_ids', cell: (cluster) => joinCell(cluster.reports.map(({ event }) => event)) },
];

/** The fields counted by, in the order asked, then how many. */
export function countColumns(by: readonly CountField[]): readonly Column<CountRow>[] {
  return [
    ...by.map((field) => ({ name: field, cell: (row: CountRow) => row.values[field] })),
    { name: 'events', cell: (row: CountRow) => row.events },
  ];
}
