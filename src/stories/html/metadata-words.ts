import { asList } from './json-ld.ts';

/** Character references that sites leave doubly escaped in their metadata. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&apos;': "'",
  '&rsquo;': '’',
  '&lsquo;': '‘',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&nbsp;': ' ',
  '&ndash;': '–',
  '&mdash;': '—',
  '&#8217;': '’',
  '&#8216;': '‘',
  '&#8220;': '“',
  '&#8221;': '”',
  '&#8211;': '–',
  '&lt;': '<',
  '&gt;': '>',
  '&#8230;': '…',
  '&hellip;': '…',
};

/** A value of the markup as plain words: references resolved, white space folded. */
export const plain = (value: string | undefined): string | undefined =>
  value
    ?.replace(/&(?:#\d{2,5}|[a-z]{2,6});/g, (reference) => REFERENCES[reference] ?? reference)
    .replace(/\s+/g, ' ')
    .trim() || undefined;

/** The string of a property that may hold a list. */
export const stringOf = (value: unknown): string | undefined => {
  const [only] = asList(value);
  return typeof only === 'string' ? only : undefined;
};
