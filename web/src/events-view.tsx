import { useEffect } from 'preact/hooks';
import type { EventView, List } from '../../src/server/answers.ts';
import { useJson } from './api.ts';
import { asCommand, filterQuery, readable } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { address, storyPath } from './location.ts';
import { CardFacts, CardHead, CardQuote } from './reader/card-parts.tsx';
import { Twins } from './twins.tsx';
import { useMore } from './use-more.ts';
import { countWords, dayWords } from './words.ts';

const pageSize = 50;

/** All events that match, each with the sentence that tells it and a way to its story. */
export function EventsView() {
  const query = filterQuery(address.value.query);
  const search = readable(query);
  const url = `/api/v1/events?${search === '' ? '' : `${search}&`}limit=${pageSize}`;
  const { value, error, loading } = useJson<List<EventView>>(url);
  useEffect(() => {
    document.title = search === '' ? 'Events · Annals' : `Events: ${search.replaceAll('&', ', ')} · Annals`;
  }, [search]);
  return (
    <div class="list-view">
      <h1 class="hidden">Events</h1>
      <FilterBar />
      {error !== undefined && (
        <p class="trouble" role="alert">
          {error}
        </p>
      )}
      <div class="list-head" aria-live="polite">
        <p>
          {loading && 'Reading…'}
          {value?.items.length === 0 && 'No event matches. Take a word off above, or search for part of a name.'}
          {value && value.items.length > 0 && (
            <>
              <b>{countWords(value.items.length, 'event')}</b>
              {value.cursor !== undefined && ', more below'}
            </>
          )}
        </p>
        <Twins json={url} command={asCommand('query events', query)} />
      </div>
      {value && <EventList key={url} url={url} first={value} />}
    </div>
  );
}

function EventList({ url, first }: { readonly url: string; readonly first: List<EventView> }) {
  const { list, more, error } = useMore<EventView>(url, first);
  return (
    <>
      <ol class="events">
        {list.items.map((view) => (
          <EventRow key={view.event.id} view={view} />
        ))}
      </ol>
      {error !== undefined && (
        <p class="trouble" role="alert">
          {error}
        </p>
      )}
      {list.cursor !== undefined && (
        <button type="button" class="more" onClick={more}>
          Show more events
        </button>
      )}
    </>
  );
}

function EventRow({ view }: { readonly view: EventView }) {
  const { event, story, sentence } = view;
  const nameOf = (id: string) => view.actors.find((actor) => actor.id === id)?.name;
  const deed = sentence.text.slice(sentence.trigger.start, sentence.trigger.end);
  const hash = event.id.slice(event.id.lastIndexOf('/') + 1);
  return (
    <li>
      <article class={`card quad-${event.quad ?? 0}`}>
        <CardHead event={event} deed={deed} nameOf={nameOf} level="h2" />
        <CardQuote text={sentence.text} marks={[sentence.trigger]} />
        <CardFacts event={event} nameOf={nameOf} place={view.place} amounts={[]} />
        <p class="meta">
          <a href={`${storyPath(story.id)}#${hash}`}>{story.title ?? 'Open the story'}</a>
          {story.publisher !== undefined && <span class="outlet">{story.publisher}</span>}
          {story.published !== undefined && <span>{dayWords(story.published)}</span>}
        </p>
      </article>
    </li>
  );
}
