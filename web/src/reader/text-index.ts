import type { Span } from '../../../src/schema/span.ts';

/** One text node of the shown story and where its characters begin in `story.text`. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly node: Text;
}

/** Goes between offsets of a story's text and places in the document. Offsets are true: the text is shown unchanged. */
export class TextIndex {
  readonly #pieces: Piece[] = [];
  readonly #starts = new WeakMap<Node, number>();

  /** Reads the text nodes under an element that carries `data-start`. */
  constructor(root: Element) {
    for (const block of root.querySelectorAll<HTMLElement>('[data-start]')) {
      let start = Number(block.dataset.start);
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        this.#pieces.push({ start, end: start + node.length, node });
        this.#starts.set(node, start);
        start += node.length;
      }
    }
  }

  /** The place of a span in the document; undefined when none of it is shown. */
  range(span: Span): StaticRange | undefined {
    const first = this.#pieceAt(span.start);
    const last = this.#pieceAt(span.end - 1);
    if (!first || !last || last.end <= span.start || span.end <= first.start) return undefined;
    return new StaticRange({
      startContainer: first.node,
      startOffset: Math.max(0, span.start - first.start),
      endContainer: last.node,
      endOffset: Math.min(last.node.length, span.end - last.start),
    });
  }

  /** The offset in the story's text of the character under a point of the window, if there is one. */
  offsetAt(x: number, y: number): number | undefined {
    const caret = caretAt(x, y);
    const start = caret && this.#starts.get(caret.node);
    if (!caret || start === undefined || !(caret.node instanceof Text)) return undefined;
    // The caret stands between two characters: the pointer is over the one or the other, or beside the line.
    for (const at of [caret.offset, caret.offset - 1]) {
      if (at < 0 || at >= caret.node.length) continue;
      if (isOver(caret.node, at, x, y)) return start + at;
    }
    return undefined;
  }

  /** The last piece that begins at or before an offset. */
  #pieceAt(offset: number): Piece | undefined {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle] as Piece).start <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#pieces[low];
  }
}

function caretAt(x: number, y: number): { node: Node; offset: number } | undefined {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? { node: caret.offsetNode, offset: caret.offset } : undefined;
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

function isOver(node: Text, at: number, x: number, y: number): boolean {
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  return [...range.getClientRects()].some((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
}
