interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Fixed phrases of one or more words, found by their longest match at a token. Keys are as `phraseKey` writes them. */
export interface PhraseIndex<T> {
  readonly entries: ReadonlyMap<string, T>;
  /** First word of a key → length of the longest key that begins with it, in UTF-16 units. */
  readonly reach: ReadonlyMap<string, number>;
}

/** White space to one space, typographic apostrophes to plain ones; accents are taken off; case stays. */
export function phraseKey(words: string): string {
  if (isPlain(words)) return words;
  const key = words.replace(/[‘’]/g, "'").replace(/\s+/g, ' ');
  return key.normalize('NFD').replace(/\p{M}+/gu, '');
}

/** Printable ASCII without doubled spaces. */
function isPlain(words: string): boolean {
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at);
    if (code > 126 || code < 32 || (code === 32 && words.charCodeAt(at + 1) === 32)) return false;
  }
  return true;
}

/** The letters and digits that a phrase begins with, or its first character. */
function firstWord(key: string): string {
  let at = 0;
  while (at < key.length && isAlphanumeric(key.charCodeAt(at))) at++;
  if (at < key.length && key.charCodeAt(at) > 126) return /^[\p{L}\p{N}]+/u.exec(key)?.[0] ?? key.slice(0, 1);
  return key.slice(0, Math.max(at, 1));
}

function isAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Accents taken off may make a key a little shorter than the text that it stands for. */
const slack = 8;

/** Builds an index; of two equal keys the first is kept unless `join` says how to keep both. */
export function indexPhrases<T>(
  entries: Iterable<readonly [string, T]>,
  join?: (old: T, added: T) => T,
): PhraseIndex<T> {
  const map = new Map<string, T>();
  const reach = new Map<string, number>();
  for (const [words, value] of entries) {
    const key = phraseKey(words);
    const old = map.get(key);
    if (old === undefined) map.set(key, value);
    else if (join !== undefined) map.set(key, join(old, value));
    if (old !== undefined) continue;
    const first = firstWord(key);
    if ((reach.get(first) ?? 0) < key.length + slack) reach.set(first, key.length + slack);
  }
  return { entries: map, reach };
}

/** A phrase found: tokens `from` … `to` (half-open). */
export interface PhraseMatch<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

/** No phrase spans more tokens than this. */
const maxTokens = 16;

/** The longest phrase of the index that begins at token `from` and ends at the end of a token. */
export function longestPhrase<T>(
  index: PhraseIndex<T>,
  text: string,
  tokens: readonly Stretch[],
  from: number,
): PhraseMatch<T> | undefined {
  const start = tokens[from]?.start;
  if (start === undefined) return undefined;
  const reach = index.reach.get(
    firstWord(phraseKey(text.slice(start, Math.min(start + 40, tokens[from]?.end ?? start)))),
  );
  if (reach === undefined) return undefined;
  let to = from + 1;
  while (to < tokens.length && to - from < maxTokens && (tokens[to]?.end ?? 0) - start <= reach) to++;
  for (; to > from; to--) {
    const value = index.entries.get(phraseKey(text.slice(start, tokens[to - 1]?.end)));
    if (value !== undefined) return { value, from, to };
  }
  return undefined;
}
