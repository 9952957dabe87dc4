/** What the encoder reads: a run of letters and digits, or any other visible character by itself. */
export interface Unit {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const unit = /[\p{L}\p{N}]+|[^\s]/gu;

/** Cuts a stretch of text into units. The same rule stands in `training/annals_training/units.py`. */
export function splitUnits(text: string, start: number, end: number): Unit[] {
  const units: Unit[] = [];
  for (const match of text.slice(start, end).matchAll(unit)) {
    const from = start + match.index;
    units.push({ word: match[0], start: from, end: from + match[0].length });
  }
  return units;
}

/** Class of a unit's spelling: case is lost in an uncased vocabulary and matters (US/us, Turkey/turkey). */
export function shapeOf(word: string): number {
  if (/^\p{Nd}+$/u.test(word)) return 4;
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return /[\p{L}\p{N}]/u.test(word) ? 5 : 6;
  if (word === lower) return 1;
  if (word === upper) return [...word].length > 1 ? 3 : 2;
  const [first = '', ...rest] = word;
  const tail = rest.join('');
  if (first !== first.toLowerCase() && tail === tail.toLowerCase() && tail !== tail.toUpperCase()) return 2;
  return 5;
}

/** The shape of every piece of a unit but its first. */
export const continuationShape = 7;
