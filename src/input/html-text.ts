import { DOMParser } from 'linkedom';
import type { PageMarkup } from '../schema/page.ts';
import { type DomDocument, type DomElement, type DomNode, isElement, isText, walk } from '../util/dom.ts';
import { BLOCK_ELEMENTS, UNSEEN_ELEMENTS } from '../util/html-elements.ts';

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** The text of an HTML page and its parsed markup. */
export interface HtmlText {
  readonly text: string;
  readonly markup: PageMarkup;
}

/**
 * Parses HTML and takes its text: the character data of the text nodes in document order, without unseen and hidden
 * elements, white space kept inside a node, one line feed where blocks meet and at each `<br>`, nothing else added.
 * Time is linear in the length; nesting may be of any depth.
 */
export function readHtml(html: string): HtmlText {
  const document = new DOMParser().parseFromString(html, 'text/html') as unknown as DomDocument;
  const nodeStarts = new Map<object, number>();
  const parts: string[] = [];
  let length = 0;
  let breakDue = false;
  const boundary = (node: DomNode) => {
    if (isElement(node) && BLOCK_ELEMENTS.has(node.localName)) breakDue = true;
  };
  const put = (piece: string) => {
    parts.push(piece);
    length += piece.length;
  };
  const enter = (node: DomNode): boolean => {
    if (isText(node)) {
      if (node.data === '') return false;
      if (breakDue && length > 0) put('\n');
      breakDue = false;
      nodeStarts.set(node, length);
      put(node.data);
      return false;
    }
    if (!isElement(node)) return false;
    if (node.localName === 'br') {
      if (length > 0) put('\n');
      breakDue = false;
      return false;
    }
    boundary(node);
    return isSeen(node);
  };
  walk(document, enter, boundary);
  return { text: parts.join(''), markup: { document, nodeStarts } };
}

function isSeen(element: DomElement): boolean {
  const name = element.localName;
  if (UNSEEN_ELEMENTS.has(name)) return false;
  // Scripts show pages whose root is hidden until they have run.
  if (name === 'html' || name === 'body') return true;
  if (element.getAttribute('hidden') !== null) return false;
  const style = element.getAttribute('style');
  return style === null || !HIDDEN_STYLE.test(style);
}
