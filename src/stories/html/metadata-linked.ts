import type { DomDocument } from '../../util/dom.ts';
import { isArticleNode, type LinkedNode, readJsonLd, typesOf } from './json-ld.ts';

/** A page's linked data is asked for twice, when it is split and when it is dated; parsing it is dear. */
const parsed = new WeakMap<DomDocument, readonly LinkedNode[]>();

/** The JSON-LD of a page, parsed once: a document is never changed after it was read. */
export function linkedNodes(document: DomDocument): readonly LinkedNode[] {
  let nodes = parsed.get(document);
  if (!nodes) {
    nodes = readJsonLd(document);
    parsed.set(document, nodes);
  }
  return nodes;
}

/** Headings and addresses by which a page's own article is known among those it lists. */
export interface PageNames {
  /** Folded. */
  readonly titles: readonly string[];
  readonly address?: string | undefined;
}

/**
 * The node that is the page's own article: of that address, else of a title that the page bears, else the first with a
 * headline, else the first.
 */
export function mainArticle(nodes: readonly LinkedNode[], names: PageNames): LinkedNode | undefined {
  const articles = nodes.filter(isArticleNode);
  if (articles.length < 2) return articles[0];
  let best = articles[0];
  let bestScore = -1;
  for (const node of articles) {
    const score = scoreOf(node, names);
    if (score > bestScore) {
      best = node;
      bestScore = score;
    }
  }
  return best;
}

function scoreOf(node: LinkedNode, names: PageNames): number {
  const headline = typeof node.headline === 'string' ? foldTitle(node.headline) : undefined;
  const isOwn =
    headline !== undefined &&
    headline.length >= 8 &&
    names.titles.some((title) => title === headline || title.startsWith(headline) || headline.startsWith(title));
  const isHere = names.address !== undefined && addressesOf(node).includes(names.address);
  // An entry of a live blog is a posting within the posting.
  const isPart = typesOf(node).every((type) => type === 'SocialMediaPosting' || type === 'Posting');
  return (isOwn ? 4 : 0) + (isHere ? 3 : 0) + (headline !== undefined ? 2 : 0) - (isPart ? 1 : 0);
}

function addressesOf(node: LinkedNode): string[] {
  const page = node.mainEntityOfPage;
  const id = typeof page === 'object' && page !== null ? (page as LinkedNode)['@id'] : page;
  return [node.url, node['@id'], id].filter((address): address is string => typeof address === 'string');
}

/** Case, punctuation and spaces folded: titles that differ only there are the same. */
export const foldTitle = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
