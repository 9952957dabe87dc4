const NOT_PLAIN = /[\0\ue000]|\p{Surrogate}/gu;
const ESCAPED = /\ue000([0-9a-f]{4})/g;

/**
 * Turns any string into one that every database keeps: NUL and lone surrogates become U+E000 and four hex digits, and
 * so does U+E000 itself. No two strings share a key; a string without these stays as it is.
 */
export function toKey(value: string): string {
  return value.replace(NOT_PLAIN, (unit) => `\ue000${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Undoes `toKey`. */
export function fromKey(key: string): string {
  return key.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A copy for people and search: NUL and lone surrogates are replaced by U+FFFD, one for one. */
export function toPlain(value: string): string {
  return value.replace(/\0|\p{Surrogate}/gu, '\ufffd');
}
