import type { Column } from '../export/csv.ts';
import { type EventRecord, eventColumns } from '../export/event-columns.ts';
import {
  type ActorItem,
  actorColumns,
  clusterColumns,
  type QuoteItem,
  quoteColumns,
  storyColumns,
} from '../export/other-columns.ts';
import type { EventCluster } from '../schema/cluster.ts';
import type { Story } from '../schema/story.ts';
import type { EventView, Store } from '../store/store.ts';
import { writtenDay, writtenInterval } from './cards/dates.ts';
import { type CardOptions, deedOf, eventCard, names, statusOf } from './cards/event-card.ts';
import { clip, plain, wrap } from './cards/plain.ts';
import { factsOf, storyCard } from './cards/story-card.ts';
import type { ItemLayout } from './item-writer.ts';

/** An event as the store answers it, with its whole story for what only that holds. */
export interface EventItem extends EventRecord {
  readonly view: EventView;
}

/** Stories are near each other in any order by date: a few are enough to read each once. */
const storiesKept = 64;

/** Adds to each event its story. */
export async function* withStories(
  views: AsyncIterable<EventView>,
  store: Pick<Store, 'story'>,
): AsyncGenerator<EventItem> {
  const kept = new Map<string, Story>();
  for await (const view of views) {
    const id = view.story.id;
    const story = kept.get(id) ?? (await store.story(id));
    if (story === undefined) continue; // taken down between the two questions
    kept.delete(id);
    kept.set(id, story);
    if (kept.size > storiesKept) kept.delete(kept.keys().next().value ?? '');
    yield { view, event: view.event, story };
  }
}

const column = <T>(name: string, cell: Column<T>['cell']): Column<T> => ({ name, cell });

export function eventLayout(options: CardOptions): ItemLayout<EventItem> {
  return {
    columns: eventColumns,
    brief: [
      column('when', ({ event, story }) =>
        event.time
          ? writtenInterval(event.time.earliest, event.time.latest)
          : story.published && `by ${writtenDay(story.published.value)}`,
      ),
      column('source', ({ event, story }) => names(event.source, story.actors) || '?'),
      column('deed', ({ event }) => deedOf(event)),
      column('target', ({ event, story }) => names(event.target, story.actors)),
      column('status', ({ event }) => statusOf(event)),
    ],
    id: ({ event }) => event.id,
    card: ({ event, story }) => {
      const day = story.published && writtenDay(story.published.value);
      const from = [story.title, story.publisher, day].filter((part) => part !== undefined).map(plain);
      const lines = [
        ...eventCard(factsOf(event, story), '', options),
        ...[clip(from.join(' · '), options.width - 2), event.id].map((line) => options.paint('quiet', `  ${line}`)),
      ];
      return `${lines.join('\n')}\n\n`;
    },
    json: ({ view }) => view,
  };
}

export function storyLayout(options: CardOptions): ItemLayout<Story> {
  return {
    columns: storyColumns,
    brief: [
      column('published', ({ published }) => published?.value.slice(0, 10)),
      column('title', ({ title, text }) => title ?? plain(text.slice(0, 200))),
      column('publisher', ({ publisher }) => publisher),
      column('language', ({ language }) => language),
      column('events', ({ events }) => events.length),
    ],
    id: ({ id }) => id,
    card: (story) => `${storyCard(story, options)}\n`,
  };
}

export function actorLayout(): ItemLayout<ActorItem> {
  const card = (actor: ActorItem) =>
    `${plain(actor.name)} · ${[actor.kind, actor.country].filter(Boolean).join(' · ')} · ${actor.events} events in ${actor.stories} stories\n`;
  return { columns: actorColumns, brief: [...actorColumns.slice(1), ...actorColumns.slice(0, 1)], card };
}

export function quoteLayout({ paint, width }: CardOptions): ItemLayout<QuoteItem> {
  return {
    columns: quoteColumns,
    brief: [
      column('speaker', ({ speaker }) => speaker),
      column('style', ({ quote }) => quote.style),
      column('text', ({ text }) => text),
    ],
    id: ({ quote }) => quote.id,
    card: ({ quote, speaker, text }) =>
      `${paint('actor', plain(speaker ?? '?'))} · ${quote.style}\n${wrap(plain(text), width - 4)
        .map((line) => `  ${paint('quiet', '│')} ${line}`)
        .join('\n')}\n${paint('quiet', `  ${quote.id}`)}\n\n`,
  };
}

export function clusterLayout(): ItemLayout<EventCluster> {
  const when = ({ earliest, latest }: EventCluster) => earliest && writtenInterval(earliest, latest ?? earliest);
  const brief = [
    column<EventCluster>('when', when),
    column<EventCluster>('source', ({ source }) => source.join(', ') || '?'),
    column<EventCluster>('type', ({ type }) => type.toLowerCase()),
    column<EventCluster>('target', ({ target }) => target.join(', ')),
    column<EventCluster>('reports', ({ reports }) => reports.length),
    column<EventCluster>('sources', ({ independentSources }) => independentSources),
  ];
  const card = (cluster: EventCluster) =>
    `${cluster.source.map(plain).join(', ') || '?'} → ${cluster.type.toLowerCase()} → ${cluster.target.map(plain).join(', ')} · ${cluster.status}${when(cluster) ? ` · ${when(cluster)}` : ''}\n${cluster.reports.map((report) => `  ${[report.outlet, report.status, report.event].filter(Boolean).join(' · ')}`).join('\n')}\n\n`;
  return { columns: clusterColumns, brief, id: ({ id }) => id, card };
}
