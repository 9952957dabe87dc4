import type { DomDocument } from '../../util/dom.ts';

/** Keys under which site generators keep the day of publication in the page's own data. */
const KEY =
  /\\?"(datePublished|date_published|publishedAt|published_at|publishDate|publish_date|publishedDate|published_date|publicationDate|publication_date|pubDate|pub_date|firstPublished|first_published_at|firstPublishedAt|datePosted|postDate|published)\\?"\s{0,3}:\s{0,3}\\?"([^"\\]{8,40})\\?"/;

/** Data of whole applications are megabytes; the page's own stands early. */
const MAX_CHARS = 400_000;

/** Dates of publication in the data that scripts of the page carry, in page order. */
export function* scriptDates(document: DomDocument): Generator<{ text: string; says: string }> {
  for (const script of document.getElementsByTagName('script')) {
    if (/ld\+json/i.test(script.getAttribute('type') ?? '')) continue;
    const match = KEY.exec(script.textContent.slice(0, MAX_CHARS));
    if (match?.[2]) yield { text: match[2], says: `The page's own data (${match[1]}) gives it as published then.` };
  }
}
