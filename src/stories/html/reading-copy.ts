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
  /** Nested beyond what Readability, which is recursive, can bear; then the copy is not whole. */
  readonly isTooDeep: boolean;
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

/** Real pages nest some dozens deep. */
const MAX_DEPTH = 250;

/** What Readability looks at; the rest is not worth its time. */
const ATTRIBUTES = ['id', 'class', 'role', 'rel', 'href', 'itemprop', 'aria-modal', 'summary', 'datatable'];

/**
 * Copies a document for Readability, which takes its input apart: only what holds text, in a sound frame of head and
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
  const stack: Level[] = [{ element: undefined, next: firstContent(document), twin: copy.body }];
  /** Elements are made when the first text in them is: most of a page's hold none. */
  const twinOfTop = (): WritableNode => {
    let made = stack.length - 1;
    while (made > 0 && !stack[made]?.twin) made--;
    let twin = stack[made]?.twin ?? copy.body;
    for (const level of stack.slice(made + 1)) {
      if (level.element && !isFrame(level.element)) {
        const child = copyElement(copy, level.element);
        twin.appendChild(child);
        twin = child;
        elements++;
      }
      level.twin = twin;
    }
    return twin;
  };
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const node = top.next;
    if (!node) {
      stack.pop();
      continue;
    }
    top.next = node.nextSibling;
    if (isText(node)) {
      if (!shown.has(node)) continue;
      // White space before the first text of an element is never asked for.
      if (!top.twin && node.data.trim() === '') continue;
      const twin = copy.createTextNode(node.data);
      originals.set(twin, node);
      twinOfTop().appendChild(twin);
    } else if (isElement(node) && node.localName === 'br') {
      if (top.twin) top.twin.appendChild(copy.createElement('br'));
    } else if (isElement(node) && !UNSEEN_ELEMENTS.has(node.localName) && node.firstChild) {
      stack.push({ element: node, next: node.firstChild, twin: undefined });
      deepest = Math.max(deepest, stack.length);
      if (deepest > MAX_DEPTH) break;
    }
  }
  return { document: copy, originals, elements, isTooDeep: deepest > MAX_DEPTH };
}

interface Level {
  readonly element: DomElement | undefined;
  next: DomNode | null;
  twin: WritableNode | undefined;
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
