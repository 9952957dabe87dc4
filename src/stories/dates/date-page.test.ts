import { describe, expect, it } from 'vitest';
// biome-ignore lint/style/noRestrictedImports: the test's pages are read as real ones are.
import { readHtml } from '../../input/html-text.ts';
import type { Page } from '../../schema/page.ts';
import { dateStory } from '../date-story.ts';
import { splitStories } from '../split-stories.ts';

const BODY = `<p>${'The council of Lower Marl voted for the new bridge after a long debate. '.repeat(4)}</p>`.repeat(3);

/** A page of an invented paper, dated as it stands. */
function published(head: string, body: string, more: Partial<Page> = {}) {
  const { text, markup } = readHtml(`<html lang="en"><head>${head}</head><body>${body}</body></html>`);
  const bytes = new Uint8Array();
  const page: Page = { id: 'x', mediaType: 'text/html', sha256: '', bytes, text, given: {}, markup, ...more };
  const [story] = splitStories(page, () => 'en');
  if (!story) throw new Error('no story');
  const found = dateStory(story, page);
  for (const { start, end, text: words } of found?.evidence ?? [])
    if (start !== undefined) expect(story.text.slice(start, end)).toBe(words);
  return found;
}
const article = (around: string) => `<article><h1>Bridge for Lower Marl</h1>${around}${BODY}</article>`;
const linked = (node: object) => `<script type="application/ld+json">${JSON.stringify(node)}</script>`;

describe('datePage', () => {
  it.each<[string, string, string]>([
    [
      'the own article of the linked data, not a listed one',
      linked([
        { '@type': 'NewsArticle', headline: 'Elsewhere today', datePublished: '2021-05-01' },
        { '@type': 'NewsArticle', headline: 'Bridge for Lower Marl', datePublished: '2021-04-12T09:00:00+02:00' },
      ]),
      '',
    ],
    ['a meta element', '<meta property="article:published_time" content="2021-04-12T09:00:00+02:00">', ''],
    ['seconds since 1970', '<meta name="pubdate" content="1618218000">', ''],
    ['microdata', '', '<span itemprop="datePublished" content="2021-04-12">today</span>'],
    ['a byline', '', '<div>Ann Lee | April 12, 2021</div>'],
    ['a byline whose elements touch', '', '<div><b>Ann Lee</b><i>Apr 12, 2021</i></div>'],
    ['a label', '', '<p>Published: 12 April 2021, updated 14 April 2021</p>'],
    ['a label behind the body', '', `${BODY}<p>Written on 12 April 2021</p>`],
    ['a time beside the headline', '', '<time datetime="2021-04-12">Monday</time>'],
    ['a doubtful name', '<meta name="dcterms.date" content="2021-04-12">', ''],
    ['the data of a script', '<script>window.state={"publishedAt":"2021-04-12T08:00:00Z"}</script>', ''],
    ['a dateline', '', '<p>MARL, April 12, 2021 — The river rose again.</p>'],
  ])('reads %s', (_, head, body) => {
    expect(published(head, article(body))?.value.slice(0, 10)).toBe('2021-04-12');
  });

  it.each<[string, string]>([
    ['a copyright line', '<footer>© 12 April 2021 The Marl Post</footer>'],
    ['a comment', '<div class="comments"><p>Bo on 12 April 2021</p></div>'],
    ['a box about another story', '<aside><p>12 April 2021</p></aside>'],
    [
      'running text',
      '<p>The bridge that was released on 12 April 2021 by the council of Marl is one of many there.</p>',
    ],
    ['the day someone joined', '<p>Joined 12 April 2021</p>'],
    ['dates before the web', '<p>Published 12 April 1921</p>'],
  ])('is not led by %s', (_, body) => {
    expect(published('', `${article('')}${body}`)).toBeUndefined();
  });

  it('is not published after it was fetched', () => {
    expect(published('', article('<p>Published 12 April 2031</p>'), { retrieved: '2021-04-12' })).toBeUndefined();
  });

  it('takes the day that the page prints where the markup gives it in UTC', () => {
    const head = '<meta property="article:published_time" content="2021-04-13T01:30:00Z">';
    expect(published(head, article('<p>April 12, 2021 8:30 PM CDT</p>'))?.value).toBe('2021-04-12');
    const open = published(head, article(''));
    expect(open).toMatchObject({ value: '2021-04-13T01:30:00Z', earliest: '2021-04-12', latest: '2021-04-13' });
  });

  it('takes the printed day over another in the markup, unless it is that of the last change', () => {
    const sure = '<meta property="article:published_time" content="2019-01-02">';
    const byline = article('<p>April 12, 2021</p>');
    expect(published(sure, byline)?.value).toBe('2021-04-12');
    const changed = '<meta property="article:modified_time" content="2021-04-12">';
    expect(published(sure + changed, byline)?.value).toBe('2019-01-02');
  });

  it('finds the day within the month of the address', () => {
    const url = 'https://example.org/2021/04/bridge';
    const page = `${article('')}<div class="sidebar"><p>On April 12, 2021 we wrote of a bridge that nobody wants.</p></div>`;
    expect(published('', page, { url })?.value).toBe('2021-04-12');
    expect(published('', article(''), { url })).toMatchObject({ earliest: '2021-04-01', latest: '2021-04-30' });
  });

  it('takes the last change where there is nothing else, and leaves a week for it', () => {
    const head = '<meta property="article:modified_time" content="2021-04-12">';
    expect(published(head, article(''))).toMatchObject({ earliest: '2021-04-05', latest: '2021-04-12' });
  });

  it('takes the older day of the address where a site was moved', () => {
    const head = '<meta property="article:published_time" content="2021-04-12">';
    const url = 'https://example.org/2016/2/3/bridge';
    expect(published(head, article(''), { url })?.value).toBe('2016-02-03');
  });
});
