/** The little of the DOM that reading needs; linkedom's nodes have this shape. */
export interface DomNode {
  /** 1 element, 3 text, 4 CDATA, 9 document. */
  readonly nodeType: number;
  readonly parentNode: DomNode | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
}

export interface DomText extends DomNode {
  readonly data: string;
}

export interface DomElement extends DomNode {
  /** Lower case. */
  readonly localName: string;
  getAttribute(name: string): string | null;
  readonly textContent: string;
}

export interface DomDocument extends DomNode {
  readonly documentElement: DomElement | null;
  readonly childNodes: ArrayLike<DomNode>;
  querySelectorAll(selector: string): Iterable<DomElement>;
  getElementsByTagName(name: string): Iterable<DomElement>;
}

export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1;

export const isText = (node: DomNode): node is DomText => node.nodeType === 3 || node.nodeType === 4;

/** The first child of a document behind its doctypes, which in linkedom know no sibling. */
export function firstContent(document: DomDocument): DomNode | null {
  if (document.firstChild?.nodeType !== 10) return document.firstChild;
  return Array.from(document.childNodes).find((node) => node.nodeType !== 10) ?? null;
}

/**
 * Walks all nodes below `root` in document order, without recursion: nesting may be tens of thousands deep.
 *
 * @param enter  answers whether to go into the node
 * @param leave  called when a node that was entered is done
 */
export function walk(root: DomNode, enter: (node: DomNode) => boolean, leave?: (node: DomNode) => void): void {
  let node: DomNode | null = root.nodeType === 9 ? firstContent(root as DomDocument) : root.firstChild;
  while (node) {
    if (enter(node)) {
      if (node.firstChild) {
        node = node.firstChild;
        continue;
      }
      leave?.(node);
    }
    while (!node.nextSibling) {
      const parent: DomNode | null = node.parentNode;
      if (!parent || parent === root) return;
      leave?.(parent);
      node = parent;
    }
    node = node.nextSibling;
  }
}
