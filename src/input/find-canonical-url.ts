import type { DomDocument } from '../util/dom.ts';

/**
 * The address that a page calls its own. A relative one is resolved against `url`; the bare home page of a site is no
 * address of a page, and pages that wrongly name it would all be one.
 */
export function findCanonicalUrl(markup: object, url: string | undefined): string | undefined {
  const document = markup as DomDocument;
  let social: string | undefined;
  for (const link of document.getElementsByTagName('link')) {
    if (/\bcanonical\b/i.test(link.getAttribute('rel') ?? '')) {
      const own = pageAddress(link.getAttribute('href'), url);
      if (own !== undefined) return own;
    }
  }
  for (const meta of document.getElementsByTagName('meta')) {
    if (meta.getAttribute('property') === 'og:url') social ??= pageAddress(meta.getAttribute('content'), url);
  }
  return social;
}

function pageAddress(href: string | null, base: string | undefined): string | undefined {
  if (!href) return undefined;
  try {
    const address = new URL(href.trim(), base);
    if (!/^https?:$/.test(address.protocol)) return undefined;
    return address.pathname === '/' && address.search === '' ? undefined : address.href;
  } catch {
    return undefined; // not an address
  }
}
