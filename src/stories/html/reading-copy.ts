import { DOMParser } from 'linkedom';
import {
  type DomDocument,
  type DomElement,
  type DomNode,
  type DomText,
  firstContent,
  isElement,
  isText,
} from '../../util/dom.ts';
import { UNSEEN_ELEMENTS } from '../../util/html-elements.ts';

/** A copy of a page's markup that may be taken apart, with the way back to the page's own text nodes. */
export interface ReadingCopy {
  readonly document: DomDocument;
  /** From the copy's text nodes to the page's. */
  readonly originals: ReadonlyMap<object, DomText>;
  readonly elements: number;
  /** Deepest nesting. */
  readonly depth: number;
}

interface WritableNode extends DomNode {
  appendChild(node: DomNode): void;
}
interface WritableElement extends WritableNode {
  setAttribute(name: string, value: string): void;
}
interface WritableDocument extends DomDocument {
  readonly body: WritableElement;
  readonly head: WritableElement;
  createElement(name: string): WritableElement;
  createTextNode(data: string): DomText;
}

/** What Readability looks at; the rest is not worth its time. */
const ATTRIBUTES = ['id', 'class', 'role', 'rel', 'href', 'itemprop', 'aria-modal', 'summary', 'datatable'];

/**
 * Copies a document for Readability, which takes its input apart: only what can be seen, in a sound frame of head and
 * body, however broken the page's own is. Without recursion.
 *
 * @param shown  the page's text nodes that its text holds
 */
export function copyForReading(document: DomDocument, shown: ReadonlyMap<object, number>): ReadingCopy {
  const frame = '<!doctype html><html><head></head><body></body></html>';
  const copy = new DOMParser().parseFromString(frame, 'text/html') as unknown as WritableDocument;
  const originals = new Map<object, DomText>();
  let elements = 0;
  let deepest = 0;
  const stack: { from: DomNode | null; into: WritableNode }[] = [{ from: firstContent(document), into: copy.body }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const node = top.from;
    if (!node) {
      stack.pop();
      continue;
    }
    top.from = node.nextSibling;
    if (isText(node)) {
      // White space between blocks is never asked for.
      if (!shown.has(node)) continue;
      const twin = copy.createTextNode(node.data);
      originals.set(twin, node);
      top.into.appendChild(twin);
    } else if (isElement(node) && !UNSEEN_ELEMENTS.has(node.localName)) {
      const into = isFrame(node) ? top.into : copyElement(copy, node);
      if (into !== top.into) {
        top.into.appendChild(into);
        elements++;
      }
      stack.push({ from: node.firstChild, into });
      deepest = Math.max(deepest, stack.length);
    }
  }
  return { document: copy, originals, elements, depth: deepest };
}

const isFrame = (element: DomElement): boolean => /^(?:html|head|body)$/.test(element.localName);

function copyElement(copy: WritableDocument, element: DomElement): WritableElement {
  const twin = copy.createElement(element.localName);
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value !== null) twin.setAttribute(name, value);
  }
  return twin;
}
