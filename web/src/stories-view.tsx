import { useEffect } from 'preact/hooks';
import type { List, StorySummary } from '../../src/server/answers.ts';
import { useJson } from './api.ts';
import { asCommand, filterQuery, readable } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { FirstRun } from './first-run.tsx';
import { address } from './location.ts';
import { QuadLegend } from './quad-beads.tsx';
import { StoryRow } from './story-row.tsx';
import { Twins } from './twins.tsx';
import { useMore } from './use-more.ts';
import { countWords } from './words.ts';

/** How many stories are shown at first and with each "more". */
const pageSize = 50;

export function StoriesView() {
  const query = filterQuery(address.value.query);
  const search = readable(query);
  const url = `/api/v1/stories?${search === '' ? '' : `${search}&`}limit=${pageSize}`;
  const { value, error, loading } = useJson<List<StorySummary>>(url);
  useEffect(() => {
    document.title = search === '' ? 'Stories · Annals' : `Stories: ${search.replaceAll('&', ', ')} · Annals`;
  }, [search]);
  if (value?.items.length === 0 && search === '') return <FirstRun />;
  return (
    <div class="list-view">
      <h1 class="hidden">Stories</h1>
      <FilterBar />
      {error !== undefined && (
        <p class="trouble" role="alert">
          {error}
        </p>
      )}
      <div class="list-head" aria-live="polite">
        <p>{loading ? 'Reading…' : value && <Found list={value} query={query} />}</p>
        {value && value.items.length > 0 && <QuadLegend />}
        <Twins json={url} command={asCommand('query stories', query)} />
      </div>
      {value && <StoryList key={url} url={url} first={value} />}
    </div>
  );
}

/** Words of the filter that choose stories by one of their events: then the number of all their events says little. */
const eventWords = ['actor', 'source', 'target', 'place', 'type', 'status'];

function Found({ list, query }: { readonly list: List<StorySummary>; readonly query: URLSearchParams }) {
  if (list.items.length === 0) return <>No story matches. Take a word off above, or search for part of a name.</>;
  const events = list.items.reduce((sum, story) => sum + story.counts.events, 0);
  const stories = list.items.filter((story) => story.kind !== 'teaser').length;
  const teasers = list.items.length - stories;
  return (
    <>
      <b>{countWords(stories, 'story', 'stories')}</b>
      {teasers > 0 && ` and ${countWords(teasers, 'teaser')}`}
      {eventWords.some((word) => query.has(word)) ? ' with such an event' : ` with ${countWords(events, 'event')}`}
      {list.cursor !== undefined && ', more below'}
    </>
  );
}

/** Stories as a chronicle: the days in the margin, named once. */
function StoryList({ url, first }: { readonly url: string; readonly first: List<StorySummary> }) {
  const { list, more, error } = useMore<StorySummary>(url, first);
  const day = (story: StorySummary | undefined) => story?.published?.value.slice(0, 10);
  return (
    <>
      <ol class="stories">
        {list.items.map((story, n) => (
          <StoryRow
            key={story.id}
            story={story}
            sameDay={n > 0 && day(story) !== undefined && day(story) === day(list.items[n - 1])}
            samePage={n > 0 && story.page.id === list.items[n - 1]?.page.id}
          />
        ))}
      </ol>
      {error !== undefined && (
        <p class="trouble" role="alert">
          {error}
        </p>
      )}
      {list.cursor !== undefined && (
        <button type="button" class="more" onClick={more}>
          Show more stories
        </button>
      )}
    </>
  );
}
