import type { Story } from '../../../src/schema/story.ts';
import type { List, StorySummary } from '../../../src/server/answers.ts';
import { useJson } from '../api.ts';
import { storyPath } from '../location.ts';
import { countWords, dayWords, hostOf, kindWords, publishedWords, reasonWords, safeUrl, storyName } from '../words.ts';

/** The stories of the page that this one was cut from, and where the page came from. */
export function StoryRail({ story }: { readonly story: Story }) {
  const url = `/api/v1/stories?story=${encodeURIComponent(story.page.id)}&limit=100`;
  const { value } = useJson<List<StorySummary>>(url);
  const stories = [...(value?.items ?? [])].sort((a, b) => a.page.start - b.page.start);
  return (
    <div class="rail">
      <nav class="rail-stories" aria-labelledby="rail-title">
        <h2 id="rail-title">On this page</h2>
        <ol>
          {stories.map((other) => (
            <li key={other.id}>
              <a href={storyPath(other.id)} aria-current={other.id === story.id ? 'page' : undefined}>
                <span class={`kind kind-${other.kind}`}>{kindWords[other.kind]}</span>
                <span class="rail-name" lang={other.language} dir="auto">
                  {storyName(other.title, other.opening)}
                </span>
                <small>
                  {other.published ? `${publishedWords(other.published)}, ${reasonWords(other.published)}` : 'undated'}
                  {other.kind !== 'teaser' && ` · ${countWords(other.counts.events, 'event')}`}
                </small>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <PageCard story={story} />
    </div>
  );
}

function PageCard({ story }: { readonly story: Story }) {
  const { page, reader } = story;
  const original = safeUrl(page.url);
  return (
    <dl class="page-card">
      <div>
        <dt>Page</dt>
        <dd>
          {original ? (
            <a href={original.href} target="_blank" rel="noreferrer noopener">
              {hostOf(original.href)} <span aria-hidden="true">↗</span>
              <span class="hidden">(opens the original in a new tab)</span>
            </a>
          ) : (
            (page.path ?? page.id)
          )}
        </dd>
      </div>
      {page.retrieved !== undefined && (
        <div>
          <dt>Fetched</dt>
          <dd>{dayWords(page.retrieved)}</dd>
        </div>
      )}
      <div>
        <dt>SHA-256</dt>
        <dd>
          <code title={page.sha256}>{page.sha256.slice(0, 12)}</code>
        </dd>
      </div>
      <div>
        <dt>Reader</dt>
        <dd>
          <code>{reader.version}</code>
        </dd>
      </div>
    </dl>
  );
}
