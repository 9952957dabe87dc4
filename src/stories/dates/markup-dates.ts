import type { DomDocument, DomElement } from '../../util/dom.ts';
import { isArticleNode, readJsonLd } from '../html/json-ld.ts';
import { mainArticle, readMeta } from '../html/metadata.ts';

/** Words of the markup that should hold a date of publication, and why. */
export interface DateClue {
  readonly text: string;
  readonly says: string;
}

/** Names of meta elements that give the day of publication, the most exact first. */
const META_NAMES = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_time',
  'publication_date',
  'publication-date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'dc.created',
  'rnews:datepublished',
  'article.published',
  'article_date_original',
  'citation_publication_date',
  'citation_date',
  'cxenseparse:recs:publishtime',
  'displaydate',
  'date',
  'originalpublicationdate',
  'created',
  'datecreated',
  'release_date',
  'doc_date',
  'bt:pubdate',
  'shareaholic:article_published_time',
  'last-modified-date',
  'timestamp',
];

/** Class names and ids of elements that show the day of publication. */
const SHOWN =
  /(?:^|[\s_-])(?:publi(?:shed|cation)?|pub)[\s_-]?(?:date|time|on)?(?:$|[\s_-])|entry-date|post-?date|article[-_]*(?:date|time)|date[-_]?(?:line|time|published|header|posted)|posted[-_]?on|timestamp|(?:^|[\s_-])(?:date|datum|fecha|data|time|meta)(?:$|[\s_-])/i;

/** All clues of a page's markup to the day of publication, the surest first. */
export function* markupDates(document: DomDocument): Generator<DateClue> {
  const nodes = readJsonLd(document);
  const main = mainArticle(nodes);
  for (const node of main ? [main, ...nodes.filter(isArticleNode)] : []) {
    for (const key of ['datePublished', 'dateCreated', 'uploadDate']) {
      const value = node[key];
      if (typeof value === 'string')
        yield { text: value, says: `The page's linked data (${key}) gives it as published then.` };
    }
  }
  const meta = readMeta(document);
  for (const name of META_NAMES) {
    const content = meta.get(name);
    if (content !== undefined)
      yield { text: content, says: `The page's metadata (${name}) gives it as published then.` };
  }
  for (const element of document.querySelectorAll(
    '[itemprop~="datePublished"], [itemprop~="dateCreated"], [property~="datePublished"]',
  )) {
    yield { text: wordsOf(element), says: 'The page marks these words as its date of publication.' };
  }
  for (const element of document.getElementsByTagName('time')) {
    if (element.getAttribute('pubdate') === null && !SHOWN.test(namesOf(element))) continue;
    yield { text: wordsOf(element), says: 'The page shows this time as its own.' };
  }
  for (const node of nodes) {
    const value = node.datePublished;
    if (typeof value === 'string')
      yield { text: value, says: "The page's linked data (datePublished) gives it as published then." };
  }
}

/** Weaker clues: times and dates that the page shows, in page order. */
export function* shownDates(document: DomDocument): Generator<DateClue> {
  for (const element of document.getElementsByTagName('time')) {
    yield { text: wordsOf(element), says: 'The page shows this time.' };
  }
  for (const tag of ['span', 'div', 'p', 'abbr', 'li', 'td', 'small', 'em', 'i', 'b', 'a', 'h6', 'h5', 'h4']) {
    for (const element of document.getElementsByTagName(tag)) {
      if (SHOWN.test(namesOf(element))) {
        const text = wordsOf(element);
        // A container of a whole article names other dates too.
        if (text.length <= 200) yield { text, says: 'The page shows this date in a place for dates.' };
      }
    }
  }
}

const namesOf = (element: DomElement): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;

/** The machine-readable value of an element, else its words. */
const wordsOf = (element: DomElement): string =>
  (
    element.getAttribute('datetime') ||
    element.getAttribute('content') ||
    element.getAttribute('title') ||
    element.textContent
  )
    .replace(/\s+/g, ' ')
    .trim();
