import { foldTitle } from './metadata-linked.ts';

/** A heading this short says too little to be told from others. */
const MIN_CHARS = 8;

/** Headings of a page in page order, by level. */
export interface Headings {
  readonly first: readonly string[];
  /** Older pages keep the first level for the name of the site. */
  readonly second: readonly string[];
}

/**
 * The title of a page: the visible heading that agrees with what the markup gives, the longest such part; else the most
 * exact source, without the name of the site.
 *
 * @param titles  the most exact first
 */
export function findTitle(
  headings: Headings,
  titles: readonly string[],
  publisher: string | undefined,
): string | undefined {
  const cleaned = titles.map((title) => withoutSite(title, publisher));
  const [exact] = cleaned;
  if (exact === undefined) return headings.first[0];
  const named = cleaned.map(foldTitle);
  const heading = longestNamed(headings.first, named);
  const title = heading && withoutTail(exact, foldTitle(heading));
  if (heading === undefined || title !== undefined) return longestNamed(headings.second, named) ?? title ?? exact;
  const own = foldTitle(heading);
  // A kicker stands in the same heading.
  const hasKicker = (named[0] ?? '').length >= MIN_CHARS && own.endsWith(` ${named[0]}`) && !named.includes(own);
  return hasKicker ? exact : heading;
}

/** The heading that is a title or the longest part of one. */
function longestNamed(headings: readonly string[], titles: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const heading of headings) {
    const own = foldTitle(heading);
    if (own.length < MIN_CHARS || !titles.some((title) => isSameTitle(own, title))) continue;
    if (own === titles[0]) return heading;
    if (best === undefined || own.length > foldTitle(best).length) best = heading;
  }
  return best;
}

/** Site names stand behind the title of a page, or, with a guillemet, before it. */
function withoutTail(title: string, heading: string): string | undefined {
  const parts = title.split(/\s+[|–—·-]\s+|\s*\|\s*/);
  const tail = foldTitle(parts.at(-1) ?? '');
  if (parts.length > 1 && tail === heading && foldTitle(parts.slice(0, -1).join(' ')).length > tail.length)
    return title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/[\s|–—·-]+$/, '');
  const [site, ...rest] = title.split(/\s+»\s+/);
  return rest.length > 0 && foldTitle(site ?? '') === heading ? rest.at(-1) : undefined;
}

/** A title without the site's name behind (or before) a bar or dash. */
export function withoutSite(title: string, publisher: string | undefined): string {
  const parts = title.split(/\s+[|–—·»«:-]+\s+|\s*\|\s*/);
  if (parts.length < 2) return title;
  const site = foldTitle(publisher ?? '');
  const last = foldTitle(parts.at(-1) ?? '');
  const isSite = (part: string) =>
    part !== '' && site !== '' && (part === site || site.includes(part) || part.includes(site));
  if (isSite(last)) return title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/[\s|–—·»«:-]+$/, '');
  if (isSite(foldTitle(parts[0] ?? ''))) return title.slice((parts[0] ?? '').length).replace(/^[\s|–—·»«:-]+/, '');
  return title;
}

/** One title is the other, or the other with more behind it or before it. */
export function isSameTitle(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 8 && (b.includes(a) || a.startsWith(`${b} `) || a.endsWith(` ${b}`));
}
