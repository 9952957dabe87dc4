import type { Upos } from './parse.ts';

/** The tags a tagger chooses from, in the order of the weights. */
export const tagNames: readonly Upos[] = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
];

/** Rows of the weight table; features are hashed into it. A power of two. */
export const weightRows = 1 << 16;

/** Hashes of one word that its own features and its neighbours' features are mixed from. */
export interface WordCode {
  /** Hash of the lower-cased word, digits made alike. */
  readonly word: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix3: number;
  /** How the word is written: lower, Capital, ALL, digits, mark … */
  readonly shape: number;
}

const seed = 0x811c9dc5;
const prime = 0x01000193;

/** Beyond a sentence's ends. */
export const border: WordCode = { word: 1, suffix1: 1, suffix2: 1, suffix3: 1, suffix4: 1, prefix3: 1, shape: 15 };

/** Hashes a word. The same function serves training and reading. */
export function toWordCode(word: string): WordCode {
  const lower = word.length > 64 ? word.slice(0, 64).toLowerCase() : word.toLowerCase();
  const { length } = lower;
  let hash = seed;
  let prefix3 = seed;
  for (let index = 0; index < length; index++) {
    hash = Math.imul(hash ^ alike(lower.charCodeAt(index)), prime);
    if (index === 2) prefix3 = hash;
  }
  const suffixes = [seed, seed, seed, seed];
  let suffix = seed;
  for (let index = 0; index < 4 && index < length; index++) {
    suffix = Math.imul(suffix ^ alike(lower.charCodeAt(length - 1 - index)), prime);
    suffixes[index] = suffix;
  }
  const [suffix1 = seed, suffix2 = seed, suffix3 = seed, suffix4 = seed] = suffixes;
  return { word: hash, suffix1, suffix2, suffix3, suffix4, prefix3, shape: toShape(word) };
}

/** All digits count as one, both apostrophes as one. */
function alike(code: number): number {
  if (code >= 48 && code <= 57) return 48;
  return code === 0x2019 ? 39 : code;
}

function toShape(word: string): number {
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return /\d/.test(word) ? (/^[\d.,]+$/.test(word) ? 1 : 2) : 3;
  if (/\d/.test(word)) return 4;
  const marked = /[-.]/.test(word) ? 1 : 0;
  if (word === lower) return 5 + marked;
  if (word === upper) return (word.length === 1 ? 7 : 9) + marked;
  const first = word.charAt(0);
  return (first !== first.toLowerCase() ? 11 : 13) + marked;
}

/** How a whole sentence is written: headlines capitalise what running text does not. */
export function toCaseStyle(codes: readonly WordCode[]): number {
  let words = 0;
  let capital = 0;
  for (const { shape } of codes) {
    if (shape >= 5) words++;
    if (shape >= 7 && shape <= 12) capital++;
  }
  if (words === 0 || capital === 0) return 0;
  return capital * 3 >= words * 2 && words > 2 ? 2 : 1;
}

/** Number of features a token has. */
export const featureCount = 27;

/**
 * Writes the weight rows of a token's features into `rows`.
 *
 * @param previous  tag index of the token before; -1 at the start
 * @param earlier  tag index of the token before that
 */
export function writeFeatures(
  rows: Int32Array,
  codes: readonly WordCode[],
  at: number,
  context: { previous: number; earlier: number; style: number },
): void {
  const now = codes[at] ?? border;
  const before = codes[at - 1] ?? border;
  const before2 = codes[at - 2] ?? border;
  const after = codes[at + 1] ?? border;
  const after2 = codes[at + 2] ?? border;
  const previous = context.previous + 2;
  const earlier = context.earlier + 2;
  const place = (at === 0 ? 1 : 0) + context.style * 2;
  rows[0] = toRow(0, 7, 0);
  rows[1] = toRow(1, now.word, 0);
  rows[2] = toRow(2, now.suffix1, now.shape);
  rows[3] = toRow(3, now.suffix2, 0);
  rows[4] = toRow(4, now.suffix3, 0);
  rows[5] = toRow(5, now.suffix4, 0);
  rows[6] = toRow(6, now.prefix3, 0);
  rows[7] = toRow(7, now.shape, place);
  rows[8] = toRow(8, now.word, now.shape * 8 + place);
  rows[9] = toRow(9, previous, 0);
  rows[10] = toRow(10, previous * 32 + earlier, 0);
  rows[11] = toRow(11, now.word, previous);
  rows[12] = toRow(12, now.suffix3, previous);
  rows[13] = toRow(13, before.word, 0);
  rows[14] = toRow(14, before2.word, 0);
  rows[15] = toRow(15, after.word, 0);
  rows[16] = toRow(16, after2.word, 0);
  rows[17] = toRow(17, before.word, now.word);
  rows[18] = toRow(18, now.word, after.word);
  rows[19] = toRow(19, after.suffix3, 0);
  rows[20] = toRow(20, after.suffix2, previous);
  rows[21] = toRow(21, before.suffix3, 0);
  rows[22] = toRow(22, after.shape, now.shape * 16 + before.shape);
  rows[23] = toRow(23, now.suffix3, after.suffix3);
  rows[24] = toRow(24, before.word, after.word);
  rows[25] = toRow(25, previous * 32 + earlier, now.suffix2);
  rows[26] = toRow(26, now.suffix3, now.shape * 8 + place);
}

/** Mixes a kind of feature with one or two hashes into a row of the weight table. */
function toRow(kind: number, one: number, two: number): number {
  let hash = Math.imul(one ^ Math.imul(kind + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 15)) + Math.imul(two, 0xc2b2ae35), 0x27d4eb2f);
  return (hash ^ (hash >>> 13)) & (weightRows - 1);
}
