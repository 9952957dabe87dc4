import type { Page, PageMarkup } from '../../schema/page.ts';
import { type DomElement, type DomNode, type DomText, isElement } from '../../util/dom.ts';
import { BLOCK_ELEMENTS } from '../../util/html-elements.ts';

/** A line of an HTML page: the text between two block boundaries. */
export interface Segment {
  /** Into the page's text, white space at both ends left out; never empty. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly nodes: readonly DomText[];
  /** The nearest block element around it. */
  readonly block: DomElement | undefined;
  /** Share of its characters that lie in links, 0 to 1. */
  readonly linkShare: number;
  /** It begins behind a `<br>` of the same block. */
  readonly afterBreak: boolean;
}

/** Cuts a page into its lines, in page order. */
export function segmentsOf(page: Page, markup: PageMarkup): Segment[] {
  const segments: Segment[] = [];
  let nodes: DomText[] = [];
  let from = 0;
  let end = 0;
  let before: DomElement | undefined;
  const flush = () => {
    const segment = toSegment(page.text, nodes, from, end, before);
    if (segment) {
      segments.push(segment);
      before = segment.block;
    }
    nodes = [];
  };
  for (const [node, start] of markup.nodeStarts as ReadonlyMap<DomText, number>) {
    if (start > end || nodes.length === 0) {
      if (nodes.length > 0) flush();
      from = start;
    }
    nodes.push(node);
    end = start + node.data.length;
  }
  if (nodes.length > 0) flush();
  return segments;
}

function toSegment(
  text: string,
  nodes: DomText[],
  from: number,
  to: number,
  before: DomElement | undefined,
): Segment | undefined {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start === end) return undefined;
  const shown = nodes.filter((node) => node.data.trim() !== '');
  const block = blockOf(shown[0]);
  let linked = 0;
  let all = 0;
  for (const node of shown) {
    const size = node.data.trim().length;
    all += size;
    if (isLinked(node)) linked += size;
  }
  const linkShare = all === 0 ? 0 : linked / all;
  return { start, end, text: text.slice(start, end), nodes, block, linkShare, afterBreak: block === before };
}

/** White space as `trim` sees it, by the units that pages hold. */
export const isSpace = (unit: number): boolean =>
  unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || (unit > 0x1000 && /\s/.test(String.fromCharCode(unit)));

function blockOf(node: DomNode | undefined): DomElement | undefined {
  for (let at = node?.parentNode; at; at = at.parentNode) {
    if (isElement(at) && BLOCK_ELEMENTS.has(at.localName)) return at;
  }
  return undefined;
}

/** A link lies within the same line: no search beyond the block. */
function isLinked(node: DomNode): boolean {
  for (let at = node.parentNode; at && isElement(at); at = at.parentNode) {
    if (at.localName === 'a') return true;
    if (BLOCK_ELEMENTS.has(at.localName))
      return at.parentNode !== null && isElement(at.parentNode) && at.parentNode.localName === 'a';
  }
  return false;
}
