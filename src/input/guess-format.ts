export type InputFormat = 'text' | 'html' | 'jsonl';

const MARKUP =
  /^\s*<(?:!doctype\s+html|!--|\?xml|html|head|body|meta|title|main|article|section|header|div|p|h[1-6]|span|table|link|script|style|nav|aside|figure|blockquote|ul|ol|a|b|strong|img|br)\b/i;

const BY_EXTENSION: Readonly<Record<string, InputFormat>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  shtml: 'html',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** The format that a file's name tells; absent for a name that tells none. */
export function formatOfName(path: string): InputFormat | undefined {
  const extension = /\.([A-Za-z]+)$/.exec(path)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : BY_EXTENSION[extension];
}

/** Guesses a format by its beginning: JSONL begins with `{`, HTML like markup, all else is text. */
export function guessFormat(beginning: string): InputFormat {
  const start = beginning.replace(/^\uFEFF?\s*/, '');
  if (start.startsWith('{')) return 'jsonl';
  return MARKUP.test(start) ? 'html' : 'text';
}
