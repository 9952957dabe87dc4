import type { DomDocument } from '../../util/dom.ts';

/** A JSON-LD node: an object of schema.org with whatever properties. */
export type LinkedNode = Readonly<Record<string, unknown>>;

/** How deep and how many nodes are looked at; news pages hold a few dozen. */
const MAX_DEPTH = 8;
const MAX_NODES = 2000;

const ARTICLE_TYPE = /(?:Article|BlogPosting|LiveBlog|Report|Posting)$/;

/** All schema.org objects of a page's JSON-LD that have a type, outermost first. Broken JSON is passed over. */
export function readJsonLd(document: DomDocument): LinkedNode[] {
  const found: LinkedNode[] = [];
  for (const script of document.getElementsByTagName('script')) {
    if (!/ld\+json/i.test(script.getAttribute('type') ?? '')) continue;
    const value = parseLoosely(script.textContent);
    if (value !== undefined) collect(value, 0, found);
  }
  return found;
}

export function isArticleNode(node: LinkedNode): boolean {
  return typesOf(node).some((type) => ARTICLE_TYPE.test(type));
}

export function typesOf(node: LinkedNode): string[] {
  return asList(node['@type']).filter((type): type is string => typeof type === 'string');
}

export const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** Many sites put line feeds inside JSON strings, or wrap the script in a comment. */
function parseLoosely(source: string): unknown {
  const json = source
    .replace(/^\s*(?:\/\/)?<!(?:--|\[CDATA\[)|(?:\/\/\s*)?(?:-->|\]\]>)\s*$/g, '')
    .replace(/;\s*$/, '');
  for (const attempt of [json, json.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt is more lenient; a page's broken JSON is not our error.
    }
  }
  return undefined;
}

function collect(value: unknown, depth: number, found: LinkedNode[]): void {
  if (depth > MAX_DEPTH || found.length >= MAX_NODES || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, depth + 1, found);
    return;
  }
  const node = value as LinkedNode;
  if (node['@type'] !== undefined) found.push(node);
  for (const part of Object.values(node)) collect(part, depth + 1, found);
}
