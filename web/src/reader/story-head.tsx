import type { Published, Story } from '../../../src/schema/story.ts';
import { quoted } from '../filter.ts';
import { Twins } from '../twins.tsx';
import {
  dayWords,
  hostOf,
  intervalWords,
  isDay,
  kindWords,
  languageWords,
  publishedWords,
  reasonWords,
  storyName,
} from '../words.ts';

/** What is known of the story besides its text: kind, outlet, authors, date with its reasons, language. */
export function StoryHead({ story }: { readonly story: Story }) {
  const outlet = story.publisher ?? hostOf(story.page.url);
  const hasHeadline = story.blocks.some((block) => block.role === 'headline');
  return (
    <header class="story-head">
      <p class="meta">
        <span class={`kind kind-${story.kind}`}>{kindWords[story.kind]}</span>
        {outlet !== undefined && <span class="outlet">{outlet}</span>}
        {story.wire !== undefined && <span>{story.wire}</span>}
        {story.authors && story.authors.length > 0 && <span>by {story.authors.join(', ')}</span>}
        <span>{languageWords(story.language)}</span>
      </p>
      {story.published ? (
        <WhyDate published={story.published} />
      ) : (
        <p class="date">Undated: nothing on the page pins a day.</p>
      )}
      {story.updated !== undefined && <p class="quiet">Last changed {dayWords(story.updated)}, as the page says.</p>}
      <Twins json={`/api/v1/stories/${encodeURIComponent(story.id)}`} command={`annals show ${quoted(story.id)}`} />
      {!hasHeadline && (
        <h1 class={story.title === undefined ? 'hidden' : 'given-title'} lang={story.language} dir="auto">
          {storyName(story.title, story.text.slice(0, 200))}
        </h1>
      )}
    </header>
  );
}

/** The date, how sure it is, and each clue in plain words. */
function WhyDate({ published }: { readonly published: Published }) {
  const { earliest, latest, value, evidence } = published;
  return (
    <details class="date">
      <summary>
        <time dateTime={isDay(published) ? value : earliest.slice(0, 4)}>{publishedWords(published)}</time>
        {earliest !== latest && isDay(published) && ` (${intervalWords(earliest, latest)})`}, {reasonWords(published)}
      </summary>
      <ul>
        {evidence.map((clue) => (
          <li key={`${clue.text}${clue.says}`}>
            <q>{clue.text}</q> {clue.says}
          </li>
        ))}
      </ul>
    </details>
  );
}
