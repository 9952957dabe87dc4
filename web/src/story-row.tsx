import type { StorySummary } from '../../src/server/answers.ts';
import { withWord } from './filter.ts';
import { storyPath } from './location.ts';
import { QuadBeads } from './quad-beads.tsx';
import {
  countWords,
  hostOf,
  intervalWords,
  isDay,
  kindWords,
  languageWords,
  monthWords,
  reasonWords,
  storyName,
} from './words.ts';

interface StoryRowProps {
  readonly story: StorySummary;
  /** The day stands in the margin above already. */
  readonly sameDay: boolean;
  readonly samePage: boolean;
}

export function StoryRow({ story, sameDay, samePage }: StoryRowProps) {
  const teaser = story.kind === 'teaser';
  const outlet = [story.publisher ?? hostOf(story.page.url), story.wire].filter(Boolean).join(', ');
  return (
    <li class={`story story-${story.kind}${sameDay ? ' same-day' : ''}${samePage ? ' same-page' : ''}`}>
      <MarginDate story={story} repeated={sameDay} />
      <article>
        <h2>
          <a href={storyPath(story.id)} lang={story.language} dir="auto">
            {storyName(story.title, story.opening)}
          </a>
        </h2>
        {!teaser && story.title !== undefined && story.opening.trim() !== '' && (
          <p class="opening" lang={story.language} dir="auto">
            {story.opening}
          </p>
        )}
        <p class="meta">
          <span class={`kind kind-${story.kind}`}>{kindWords[story.kind]}</span>
          {outlet !== '' && <span class="outlet">{outlet}</span>}
          <a href={withWord('/', new URLSearchParams(), 'language', story.language)}>{languageWords(story.language)}</a>
          {teaser && <span>announces another story, not part of one</span>}
        </p>
      </article>
      <p class="tally">
        {story.notCoded === 'language' ? (
          <span class="not-coded">not coded: not in English</span>
        ) : (
          <>
            <QuadBeads quads={story.quads} />
            {!teaser && <span>{countWords(story.counts.events, 'event')}</span>}
          </>
        )}
      </p>
    </li>
  );
}

/** The day as chronicles set it, in the margin, with the reason for it below. */
function MarginDate({ story, repeated }: { readonly story: StorySummary; readonly repeated: boolean }) {
  const { published } = story;
  if (!published) {
    return (
      <p class="margin-date">
        <span class="undated">undated</span>
      </p>
    );
  }
  const [year, month, day] = published.value.slice(0, 10).split('-');
  const exact = published.earliest === published.latest;
  const interval = intervalWords(published.earliest, published.latest);
  const why = published.evidence.map((clue) => clue.says).join(' ');
  if (!isDay(published)) {
    return (
      <p class="margin-date" title={why}>
        <span class={repeated ? 'hidden' : undefined}>{interval}</span>
        <small>{reasonWords(published)}</small>
      </p>
    );
  }
  return (
    <p class="margin-date" title={why}>
      <time dateTime={published.value} class={repeated ? 'hidden' : undefined}>
        {day !== undefined && <b>{Number(day)}</b>}{' '}
        <span>
          {monthWords(Number(month))} {year}
        </span>
      </time>
      <small>
        {!exact && <span>{interval}</span>} {reasonWords(published)}
      </small>
    </p>
  );
}
