import { readFileSync } from 'node:fs';
import { type DomDocument, type DomElement, type DomNode, isElement, isText, walk } from '../../util/dom.ts';
import { asList, type LinkedNode } from './json-ld.ts';
import { foldTitle, linkedNodes } from './metadata-linked.ts';
import { plain, stringOf } from './metadata-words.ts';

/** Words around names in bylines, in the main languages. */
const WORDS = JSON.parse(
  readFileSync(new URL('../../../data/stories/author-words.json', import.meta.url), 'utf8'),
) as Readonly<Record<'before' | 'label' | 'role' | 'roleHead', string>>;

const BEFORE = new RegExp(`^[\\s|–—•·-]*(?:${WORDS.before})(?:\\s*:\\s*|\\s+)`, 'iu');
const BEFORE_ONLY = new RegExp(`^(?:${WORDS.before})\\s*:?$`, 'iu');
const LABEL = new RegExp(`^(?:${WORDS.label})$`, 'iu');
const ROLE = new RegExp(`^(?:(?:${WORDS.role})|(?:${WORDS.roleHead}))$`, 'iu');

/** What the search for authors knows of the page. */
export interface AuthorScope {
  readonly document: DomDocument;
  readonly article: LinkedNode | undefined;
  readonly meta: ReadonlyMap<string, string>;
  readonly publisher: string | undefined;
}

/** The names of a page's authors: of its linked data, else its meta elements, else its byline. */
export function findAuthors({ document, article, meta, publisher }: AuthorScope): string[] {
  const site = foldTitle(publisher ?? '');
  const isName = (name: string) =>
    name.length >= 2 &&
    name.length < 60 &&
    !/^https?:|@|\.(?:com|org|net|de)\b|\d{3}|[{}<>]/i.test(name) &&
    foldTitle(name) !== site;
  const named = [
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'byl',
    'citation_author',
    'article:author_name',
  ];
  const sources: (() => string[])[] = [
    () => asList(article?.author ?? article?.creator).flatMap((author) => linkedNames(author, document)),
    () => labelledNames(meta),
    ...named.map((name) => () => splitNames(meta.get(name) ?? '')),
    () => bylineNames(document),
  ];
  for (const source of sources) {
    const names = source().filter(isName);
    if (names.length > 0) return [...new Map(names.map((name) => [foldTitle(name), name])).values()];
  }
  return [];
}

/** A node names its author, or points to the node that does. */
function linkedNames(author: unknown, document: DomDocument): string[] {
  if (typeof author === 'string') return splitNames(author);
  if (typeof author !== 'object' || author === null) return [];
  const node = author as LinkedNode;
  const id = node['@id'];
  const named = node.name ?? (id && linkedNodes(document).find((other) => other['@id'] === id && other.name)?.name);
  return asList(named).flatMap((name) => splitNames(stringOf(name) ?? ''));
}

/** Twitter's cards label what they hold: "Written by" and the name. */
function labelledNames(meta: ReadonlyMap<string, string>): string[] {
  const number = ['1', '2'].find((n) => LABEL.test(meta.get(`twitter:label${n}`)?.trim() ?? ''));
  return number === undefined ? [] : splitNames(meta.get(`twitter:data${number}`) ?? '');
}

/** "By Ann Lee and Bo Chen, Staff Writer" → the two names. */
export function splitNames(names: string): string[] {
  return (plain(names) ?? '')
    .replace(BEFORE, '')
    .replace(BEFORE, '')
    .split(/\s*[;,|•·]\s*|\s+(?:and|und|et|y|&|e)\s+|\s+[/–—-]\s+|\s+\(|\)/)
    .map((name) => name.replace(/^(?:by|von|par|por)\s+/i, '').replace(/^[\s:–-]+|[\s:–-]+$/g, ''))
    .map((name) => name.replace(/^(.{3,})\s\1$/u, '$1'))
    .filter((name) => /\p{L}/u.test(name) && !ROLE.test(name) && !BEFORE_ONLY.test(name));
}

/** Class names of elements that hold the name of an author, the narrowest first. */
const NAME_CLASS =
  /(?:^|[\s_-])(?:author|authors|auteur|autor|byline|writer)[-_]{0,2}(?:names?|link|title|text)?(?:$|\s)|(?:^|\s)(?:fn|byline|author|p-author)(?:$|\s)/i;
const OTHERS =
  /(?:^|[\s_-])(?:comments?|commentlist|kommentare?|replies|related|recommend(?:ed)?|sidebar|widgets?|popular|trending|latest|teasers?|newsletter|promo|avatar|social|share)(?:$|[\s_-])/i;

/** A line of names is short. */
const MAX_BYLINE = 90;

/** The first byline of a page outside of comments, navigation and boxes about other stories. */
function bylineNames(document: DomDocument): string[] {
  let found: string[] = [];
  let box: DomNode | null | undefined;
  let due = false;
  const take = (words: string, node: DomNode): boolean => {
    const names = splitNames(beforeDate(words)).filter(isPersonal);
    if (names.length === 0) return false;
    // Several authors stand in one box.
    if (found.length > 0 && box !== node.parentNode?.parentNode && box !== node.parentNode) return false;
    box ??= node.parentNode?.parentNode;
    found = [...found, ...names];
    return true;
  };
  walk(document, (node) => {
    if (isText(node)) {
      const words = node.data.replace(/\s+/g, ' ').trim();
      if (words === '' || found.length > 0) return false;
      if ((due || BEFORE.test(words)) && words.length <= MAX_BYLINE && isPersonLine(words)) take(words, node);
      due = BEFORE_ONLY.test(words);
      return false;
    }
    if (
      !isElement(node) ||
      /^(?:script|style|nav|aside|footer|head|figure|figcaption|noscript|template)$/.test(node.localName)
    )
      return false;
    const names = node.getAttribute('class') ?? '';
    if (OTHERS.test(names) && !/^(?:body|main|article)$/.test(node.localName)) return false;
    const isMarked =
      (names !== '' && NAME_CLASS.test(names)) ||
      /\bauthor\b/.test(`${node.getAttribute('rel') ?? ''} ${node.getAttribute('itemprop') ?? ''}`);
    if (!isMarked) return true;
    const words = textUpTo(node, MAX_BYLINE);
    return words === undefined || !take(words, node);
  });
  return found;
}

/** "Ann Lee am 2. Mai 2021", "Ann Lee | 2/5/2021", "Ann Lee, 12:30": the part before the date. */
const beforeDate = (words: string): string =>
  words.replace(
    /[\s,|/·•–—-]*(?:(?<!\p{L})(?:am|on|le|el|il|em|vom|updated|published|posted|aktualisiert|veröffentlicht)\s)?(?:\p{Lu}\p{Ll}{2,9}\.?\s)?\d.*$/su,
    '',
  );

/** Two to five words, each with a capital, or small particles between. */
const isPersonal = (name: string): boolean => {
  const words = name.split(' ');
  return words.length <= 6 && /^[\p{Lu}\p{Lo}]/u.test(name) && name.length <= 50;
};

/** A line of running text may begin with "By": names only are a byline. */
const isPersonLine = (words: string): boolean =>
  splitNames(beforeDate(words)).every((name) =>
    /^(?:\p{Lu}[\p{L}.'’-]*|(?:de|la|der|den|von|van|el|al|bin|di|da|du|le|dos|y)\s)(?:\s(?:\p{Lu}[\p{L}.'’-]*|de|la|der|den|von|van|el|al|bin|di|da|du|le|dos)){1,4}$/u.test(
      name,
    ),
  ) && beforeDate(words) !== '';

/** The words of an element without what is hidden in scripts; nothing when they are longer than a byline. */
function textUpTo(element: DomElement, max: number): string | undefined {
  let words = '';
  walk(element, (node) => {
    if (isText(node)) words += words.length <= max ? ` ${node.data.trim()}` : '';
    return isElement(node) && !/^(?:script|style|noscript|time|svg)$/.test(node.localName) && words.length <= max;
  });
  const line = words.replace(/\s+/g, ' ').trim();
  return line === '' || line.length > max ? undefined : line;
}
