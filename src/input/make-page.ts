import type { Failure, Given, Page, PairQuestion } from '../schema/page.ts';
import { sha256 } from '../util/hash.ts';
import { decodeBytes } from './decode-bytes.ts';
import { findCanonicalUrl } from './find-canonical-url.ts';
import type { InputFormat } from './guess-format.ts';
import { readHtml } from './html-text.ts';

/** Bytes of one page and what is known of them. */
export interface RawPage {
  readonly bytes: Uint8Array;
  readonly format: Exclude<InputFormat, 'jsonl'>;
  /** For messages: file, file:line or the name of the stream. */
  readonly name: string;
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly path?: string | undefined;
  readonly line?: number | undefined;
  readonly retrieved?: string | undefined;
  readonly given: Given;
  readonly pair?: PairQuestion | undefined;
  /** Set where the text came decoded (JSONL): the bytes are its UTF-8. */
  readonly decoded?: true;
}

/** Of the first characters of a text, the share of control characters from which it is taken for no text at all. */
const MAX_CONTROL_SHARE = 0.1;
const PROBE_CHARS = 4096;

/** Makes a page of bytes; a page that holds no text is a failure. */
export function makePage(raw: RawPage): Page | Failure {
  const decoded = raw.decoded ? decodeUtf8(raw.bytes) : decodeBytes(raw.bytes, raw.format === 'html').text;
  if (looksBinary(decoded)) {
    return failureOf(raw, 'PAGE_NOT_TEXT', 'is not text; give it as text, HTML or JSONL');
  }
  const html = raw.format === 'html' ? readHtml(decoded) : undefined;
  const text = html?.text ?? decoded;
  if (text.trim() === '') {
    return failureOf(raw, 'PAGE_EMPTY', 'holds no text; check that the page was saved whole');
  }
  const canonicalUrl = html && findCanonicalUrl(html.markup.document, raw.url);
  const hash = sha256(raw.bytes);
  const page: Page = {
    id: raw.id ?? canonicalUrl ?? raw.url ?? `sha256:${hash.slice(0, 16)}`,
    ...(raw.url !== undefined && { url: raw.url }),
    ...(canonicalUrl !== undefined && { canonicalUrl }),
    ...(raw.path !== undefined && { path: raw.path }),
    mediaType: raw.format === 'html' ? 'text/html' : 'text/plain',
    sha256: hash,
    bytes: raw.bytes,
    ...(raw.retrieved !== undefined && { retrieved: raw.retrieved }),
    text,
    given: raw.given,
    ...(html && { markup: html.markup }),
    ...(raw.pair && { pair: raw.pair }),
  };
  return page;
}

/** A failure that names its place. */
export function failureOf(
  at: { name: string; id?: string | undefined; path?: string | undefined; line?: number | undefined },
  code: string,
  what: string,
): Failure {
  return {
    failure: {
      ...(at.id !== undefined && { id: at.id }),
      ...(at.path !== undefined && { path: at.path }),
      code,
      message: `${at.name}: ${what}`,
      ...(at.line !== undefined && { line: at.line }),
    },
  };
}

const decodeUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

function looksBinary(text: string): boolean {
  const probe = text.slice(0, PROBE_CHARS);
  let controls = 0;
  for (let i = 0; i < probe.length; i++) {
    const unit = probe.charCodeAt(i);
    if (unit < 9 || (unit > 13 && unit < 32 && unit !== 27) || unit === 0xfffd) controls++;
  }
  // A few stray characters in a short text are no sign.
  return controls > 8 && controls > probe.length * MAX_CONTROL_SHARE;
}
