import type { PageMarkup } from '../../schema/page.ts';
import { type DomDocument, type DomElement, isElement, isText, walk } from '../../util/dom.ts';

/** An element that its name, attributes or class call a date. */
export interface MarkedDate {
  readonly text: string;
  /** How it is marked, the surest first. */
  readonly kind: 'property' | 'modified' | 'own-time' | 'time' | 'shown';
  /** Where it stands in the page's text. */
  readonly at: number;
}

/** A stretch of the page's text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The story within the page's text; it begins with its headline where that is known. */
export interface OwnPart extends Stretch {
  /** Where its body begins. */
  readonly body: number;
}

/** Where a page marks dates, and which parts of it are about other things than its article. */
export interface PageMarks {
  /** In page order. */
  readonly dates: readonly MarkedDate[];
  readonly asides: readonly Stretch[];
}

/** Class names and ids of elements that show the day of publication. */
const OWN =
  /(?:^|[\s_-])(?:publi(?:shed|cation|sh)?|pub|dt-published)[\s_-]?(?:date|time|on)?(?:$|[\s_-])|entry-date|post-?date|article[-_]*(?:date|time|created)|date[-_]?(?:line|published|header|posted)|posted[-_]?on|created[-_]?(?:post|date|at)/i;
const SHOWN = /timestamp|(?:^|[\s_-])(?:date|datum|fecha|data|time|meta|byline|dateline|datetime)(?:$|[\s_-])/i;
const UPDATED = /modif|updated|aktualisi|last-?mod/i;

/** Parts of a page about something else than its article, by element and by class name or id. */
const ASIDE_ELEMENTS: ReadonlySet<string> = new Set(['nav', 'aside', 'footer']);
const ASIDE =
  /(?:^|[\s_-])(?:comments?|comment-?list|kommentare?|replies|related|recommend(?:ed|ations?)?|sidebar|widgets?|popular|trending|latest|most-?read|more-?(?:news|stories|on)|teasers?|(?:site|page|global)-?footer|copyright|calendar|archive|newsletter|promo|read-?(?:more|next)|see-?also|next-?(?:post|article)|prev(?:ious)?-?(?:post|article)|siblings?|carousel|slider|ticker|weather|events?)(?:$|[\s_-])/i;

/** A container of a whole article names other dates too. */
const MAX_WORDS = 200;

/** Walks a page once for all that it marks as a date. */
export function readMarks(markup: PageMarkup): PageMarks {
  const dates: MarkedDate[] = [];
  const asides: Stretch[] = [];
  const open: { element: DomElement; start: number }[] = [];
  let at = 0;
  let articles = 0;
  walk(
    markup.document as DomDocument,
    (node) => {
      if (isText(node)) {
        const start = markup.nodeStarts.get(node);
        if (start !== undefined) at = start + node.data.length;
        return false;
      }
      if (!isElement(node)) return false;
      if (node.localName === 'script' || node.localName === 'style' || node.localName === 'head') return false;
      const names = namesOf(node);
      if (node.localName === 'article') articles++;
      const isFrame = ASIDE_ELEMENTS.has(node.localName) && (node.localName !== 'footer' || articles === 0);
      if (isFrame || (names !== '' && ASIDE.test(names))) open.push({ element: node, start: at });
      const kind = kindOf(node, names);
      const text = kind && wordsOf(node);
      if (kind && text) dates.push({ text, kind, at });
      return true;
    },
    (node) => {
      if (isElement(node) && node.localName === 'article') articles--;
      const top = open.at(-1);
      if (top?.element !== node) return;
      open.pop();
      if (at > top.start) asides.push({ start: top.start, end: at });
    },
  );
  return { dates, asides };
}

function kindOf(element: DomElement, names: string): MarkedDate['kind'] | undefined {
  const property = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''}`;
  if (property.length > 1) {
    if (/\bdatePublished\b|\bdateCreated\b|\buploadDate\b|\bdc:(?:date|created|issued)\b/i.test(property))
      return 'property';
    if (/\bdateModified\b/.test(property)) return 'modified';
  }
  if (element.localName === 'time') {
    if (UPDATED.test(names)) return 'modified';
    return element.getAttribute('pubdate') !== null || OWN.test(names) ? 'own-time' : 'time';
  }
  if (names === '') return undefined;
  if (OWN.test(names)) return UPDATED.test(names) ? 'modified' : 'shown';
  return SHOWN.test(names) && !UPDATED.test(names) ? 'shown' : undefined;
}

const namesOf = (element: DomElement): string => {
  const names = element.getAttribute('class');
  const id = element.getAttribute('id');
  return names && id ? `${names} ${id}` : names || id || '';
};

/** The machine-readable value of an element, else its words; nothing when they are too many to be a date. */
function wordsOf(element: DomElement): string | undefined {
  const exact = element.getAttribute('datetime') || element.getAttribute('content') || element.getAttribute('title');
  const words = exact && /\d/.test(exact) ? exact : shortText(element);
  return words && /\d/.test(words) ? words.replace(/\s+/g, ' ').trim() : undefined;
}

/** The words of an element, gathered only as far as they may be a date. */
function shortText(element: DomElement): string | undefined {
  let words = '';
  walk(element, (node) => {
    if (isText(node)) words += words.length <= MAX_WORDS ? ` ${node.data.trim()}` : '';
    return isElement(node) && words.length <= MAX_WORDS && node.localName !== 'script';
  });
  return words.length <= MAX_WORDS ? words : undefined;
}
