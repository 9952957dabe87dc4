/** The text of some bytes, and the encoding it was read by. */
export interface Decoded {
  readonly text: string;
  /** A WHATWG label. */
  readonly encoding: string;
}

/** A declaration of the encoding must stand in the first kilobyte; real pages are often late. */
const DECLARATION_BYTES = 4096;
const DECLARATION =
  /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{1,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})/i;

/** What windows-1252 has at 0x80–0x9F. Some Node versions decode these as control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes bytes of unknown encoding: by the byte order mark, as UTF-8 where the bytes are valid UTF-8 beyond ASCII
 * (saved pages often keep an outdated declaration), by the declaration of an HTML page in any encoding of the WHATWG
 * standard, as UTF-16 where every other byte is zero, else as windows-1252. The byte order mark is no part of the text.
 */
export function decodeBytes(bytes: Uint8Array, declared = true): Decoded {
  const marked = byOrderMark(bytes);
  if (marked) return marked;
  const utf8 = decodeStrict(bytes, 'utf-8');
  const head = asciiOf(bytes.subarray(0, DECLARATION_BYTES));
  const label = declared ? declaredEncoding(head) : undefined;
  // ISO-2022-JP and UTF-7-like encodings are ASCII bytes: there the declaration decides.
  const asciiOnly = utf8 !== undefined && utf8.length === bytes.length;
  if (utf8 !== undefined && !(asciiOnly && label === 'iso-2022-jp')) {
    const wide = asciiOnly ? wideEncoding(bytes) : undefined;
    return wide ? decodeAs(bytes, wide) : { text: utf8, encoding: 'utf-8' };
  }
  const wide = wideEncoding(bytes);
  if (wide) return decodeAs(bytes, wide);
  // A declared UTF-8 that the bytes refute is a single-byte page with a wrong declaration.
  if (label && label !== 'utf-8' && !label.startsWith('utf-16')) return decodeAs(bytes, label);
  return decodeAs(bytes, 'windows-1252');
}

function byOrderMark(bytes: Uint8Array): Decoded | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeAs(bytes.subarray(3), 'utf-8');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes.subarray(2), 'utf-16be');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes.subarray(2), 'utf-16le');
  return undefined;
}

/** Text of an alphabet in UTF-16 without a mark: nearly every other byte is zero. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length & ~1, 1024);
  if (length < 8) return undefined;
  const zeros: [number, number] = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  const half = length / 2;
  if (zeros[1] > half * 0.8 && zeros[0] < half * 0.2) return 'utf-16le';
  if (zeros[0] > half * 0.8 && zeros[1] < half * 0.2) return 'utf-16be';
  return undefined;
}

function declaredEncoding(head: string): string | undefined {
  const match = DECLARATION.exec(head);
  const label = match?.[1] ?? match?.[2];
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined; // no encoding of the standard: as if none was declared
  }
}

function decodeStrict(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // the bytes are not in this encoding
  }
}

function decodeAs(bytes: Uint8Array, label: string): Decoded {
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  if (label !== 'windows-1252') return { text, encoding: label };
  const repaired = text.replace(/[\u0080-\u009f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c);
  return { text: repaired, encoding: label };
}

function asciiOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
