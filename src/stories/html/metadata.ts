import type { DomDocument, DomElement } from '../../util/dom.ts';
import { asList, type LinkedNode, typesOf } from './json-ld.ts';
import { findAuthors } from './metadata-authors.ts';
import { foldTitle, linkedNodes, mainArticle } from './metadata-linked.ts';
import { findTitle, type Headings } from './metadata-title.ts';
import { plain, stringOf } from './metadata-words.ts';

/** What a page's markup says of its article. */
export interface Metadata {
  readonly title?: string;
  /** Titles that the page gives in other places, to know its headline by. */
  readonly titles: readonly string[];
  readonly description?: string;
  readonly authors?: readonly string[];
  readonly publisher?: string;
  readonly language?: string;
  readonly updated?: string;
  /** Says that it is an article. */
  readonly isArticle: boolean;
  readonly isLiveBlog: boolean;
}

/** Reads JSON-LD, meta elements and microdata; where they differ, the more exact source wins. */
export function readMetadata(document: DomDocument): Metadata {
  const nodes = linkedNodes(document);
  const article = articleNode(document);
  const meta = readMeta(document);
  const publisher =
    plain(meta.get('og:site_name')) ?? nameOf(article?.publisher) ?? plain(meta.get('application-name'));
  const pageTitle = textOf(first(document.getElementsByTagName('title')));
  const headline = plain(stringOf(article?.headline));
  const social = plain(meta.get('og:title')) ?? plain(meta.get('twitter:title'));
  const titles = [headline, social, plain(meta.get('twitter:title')), plain(meta.get('dc.title')), pageTitle].filter(
    (title): title is string => title !== undefined,
  );
  const title = findTitle(headingsOf(document), titles, publisher);
  const authors = findAuthors({ document, article, meta, publisher });
  const language = first(document.getElementsByTagName('html'))?.getAttribute('lang') ?? meta.get('og:locale');
  const updated = stringOf(article?.dateModified) ?? meta.get('article:modified_time') ?? meta.get('og:updated_time');
  return {
    ...(title && { title }),
    titles,
    ...optional('description', plain(meta.get('og:description')) ?? plain(meta.get('description'))),
    ...(authors.length > 0 && { authors }),
    ...optional('publisher', publisher),
    ...optional('language', language?.trim().replace('_', '-') || undefined),
    ...optional('updated', isoPart(updated)),
    isArticle: article !== undefined || meta.get('og:type') === 'article',
    isLiveBlog: nodes.some((node) => typesOf(node).includes('LiveBlogPosting')),
  };
}

/** The page's own article in its linked data. */
export function articleNode(document: DomDocument): LinkedNode | undefined {
  const meta = readMeta(document);
  const titles = [
    meta.get('og:title'),
    meta.get('twitter:title'),
    textOf(first(document.getElementsByTagName('title'))),
  ]
    .concat([...document.getElementsByTagName('h1')].map((heading) => textOf(heading)))
    .map((title) => fold(title ?? ''))
    .filter((title) => title.length >= 8);
  const canonical = document.querySelectorAll('link[rel="canonical"]');
  const address = first(canonical)?.getAttribute('href') ?? meta.get('og:url');
  return mainArticle(linkedNodes(document), { titles, address });
}

/** Contents of the meta elements by lower-case name, property or itemprop; the first of each. */
export function readMeta(document: DomDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const meta of document.getElementsByTagName('meta')) {
    const content = meta.getAttribute('content');
    if (!content?.trim()) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const key = meta.getAttribute(attribute)?.toLowerCase();
      if (key && !found.has(key)) found.set(key, content.trim());
    }
  }
  return found;
}

export const fold = foldTitle;

function nameOf(value: unknown): string | undefined {
  const [only] = asList(value);
  if (typeof only === 'string') return plain(only);
  const name = only && typeof only === 'object' ? (only as LinkedNode).name : undefined;
  return plain(stringOf(name));
}

const isoPart = (value: string | undefined): string | undefined =>
  value === undefined
    ? undefined
    : /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/.exec(value)?.[0];

const headingsOf = (document: DomDocument): Headings => {
  const words = (level: string, most: number) =>
    [...document.getElementsByTagName(level)]
      .slice(0, most)
      .map((heading) => textOf(heading))
      .filter((heading) => heading !== undefined);
  return { first: words('h1', 20), second: words('h2', 6) };
};

const textOf = (element: DomElement | undefined): string | undefined => plain(element?.textContent);

const first = <T>(items: Iterable<T>): T | undefined => {
  for (const item of items) return item;
  return undefined;
};

const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
