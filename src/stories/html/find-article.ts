import { Readability } from '@mozilla/readability';
import type { PageMarkup } from '../../schema/page.ts';
import { type DomDocument, type DomElement, type DomText, isText, walk } from '../../util/dom.ts';
import { copyForReading } from './reading-copy.ts';

/** Readability's own threshold below which it tries again with weaker cleaning. */
const ENOUGH_CHARS = 500;

/** Beyond this Readability, which compares whole subtrees, would be slow; real pages stay below. */
const MAX_ELEMENTS = 60_000;

/** What we touch of Readability beyond its types (0.6.0, pinned). */
interface Reader {
  parse(): { content: DomElement | null | undefined } | null;
  _flags: number;
  _postProcessContent: (content: unknown) => void;
}

/** Flags of Readability's successive attempts: all cleaning, then without class names' veto, weights, conditions. */
const ATTEMPTS = [0b111, 0b110, 0b100, 0b000];

/**
 * Finds the text nodes of a page that Mozilla's Readability takes for the article's. Readability retries by parsing its
 * own serialisation again, which would lose the identity of nodes; so every attempt here gets a fresh copy.
 *
 * @returns nothing when it finds no article, or the page is too large or too deep for it
 */
export function findArticle(markup: PageMarkup, title: string): ReadonlySet<DomText> | undefined {
  let best: ReadonlySet<DomText> | undefined;
  let bestChars = 0;
  for (const flags of ATTEMPTS) {
    const copy = copyForReading(markup.document as DomDocument, markup.nodeStarts);
    if (copy.elements > MAX_ELEMENTS || copy.isTooDeep) return undefined;
    const content = read(copy.document, flags, title);
    if (!content) continue;
    const kept = new Set<DomText>();
    let chars = 0;
    walk(content, (node) => {
      if (!isText(node)) return true;
      const original = copy.originals.get(node);
      if (original) {
        kept.add(original);
        chars += original.data.trim().length;
      }
      return false;
    });
    if (chars > bestChars) {
      best = kept;
      bestChars = chars;
    }
    if (chars >= ENOUGH_CHARS) break;
  }
  return best;
}

function read(document: DomDocument, flags: number, title: string): DomElement | undefined {
  const withBody = document as DomDocument & { readonly body: object; title: string };
  if (title !== '') withBody.title = title;
  // Readability serialises the body for its retries, which we do ourselves.
  Object.defineProperty(withBody.body, 'innerHTML', { value: '', writable: true, configurable: true });
  const reader = new Readability(document as never, {
    charThreshold: 1,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node) => node as unknown as DomElement,
  }) as unknown as Reader;
  reader._flags = flags;
  reader._postProcessContent = () => {};
  return reader.parse()?.content ?? undefined;
}
