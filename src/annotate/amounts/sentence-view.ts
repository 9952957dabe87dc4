import type { Sentence, Token } from '../../text/parse.ts';
import { type NumberReading, readNumber } from '../../text/read-number.ts';
import type { AmountWords } from './amount-words.ts';

/** A sentence as the readers of amounts see it: tokens, their words in lower case, and the story around them. */
export interface SentenceView {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Each token in lower case; "" for very long ones. */
  readonly lower: readonly string[];
  readonly words: AmountWords;
}

/** A number in a sentence, with its bounds; `at` and `next` are token indexes. */
export interface Count {
  readonly at: number;
  readonly next: number;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  readonly figures: boolean;
  /** Whether "or more" and the like stand after it; they close the count. */
  readonly closed: boolean;
}

export function viewSentence(text: string, sentence: Sentence, words: AmountWords): SentenceView {
  const lower = sentence.tokens.map(({ start, end }) => (end - start > 24 ? '' : text.slice(start, end).toLowerCase()));
  return { text, tokens: sentence.tokens, lower, words };
}

/** Reads the number at a token, halves and quarters of large ones too: "half a million", "a quarter of a million". */
export function readQuantity(view: SentenceView, at: number): NumberReading | undefined {
  const { lower, words } = view;
  const place = { text: view.text, tokens: view.tokens, words: words.numbers };
  const part = readPart(lower, at);
  if (part !== undefined) {
    const scale = words.numbers.scales.get(lower[part.next] ?? '');
    if (scale === undefined || scale < 1000) return undefined;
    return { value: part.value * scale, next: part.next + 1, atLeast: false, figures: false };
  }
  const reading = readNumber(place, at);
  if (
    reading === undefined ||
    lower[reading.next] !== 'and' ||
    lower[reading.next + 1] !== 'a' ||
    lower[reading.next + 2] !== 'half'
  )
    return reading;
  const scale = words.numbers.scales.get(lower[reading.next + 3] ?? '');
  return scale === undefined ? reading : { ...reading, value: (reading.value + 0.5) * scale, next: reading.next + 4 };
}

/** "half a", "a quarter of a", "three quarters", "quarter": a share of the large number that follows. */
function readPart(lower: readonly string[], at: number): { value: number; next: number } | undefined {
  const rest = lower.slice(at, at + 5).join(' ');
  const match = /^(half an?|half|an? quarter of an?|a quarter|quarter|three quarters of an?|three quarters)(?= )/.exec(
    rest,
  );
  if (match === null) return undefined;
  const phrase = match[1] ?? '';
  const value = phrase.startsWith('half') ? 0.5 : phrase.startsWith('three') ? 0.75 : 0.25;
  return { value, next: at + phrase.split(' ').length };
}

/** Reads a number with the words that bound it, and a range: "at least 40", "12 or more", "20 to 30". */
export function readCount(view: SentenceView, at: number): Count | undefined {
  const reading = readQuantity(view, at);
  if (reading === undefined) return undefined;
  return readRange(view, at, reading) ?? bound(view, at, reading);
}

function readRange(view: SentenceView, at: number, reading: NumberReading): Count | undefined {
  const join = view.lower[reading.next] ?? '';
  const joined = /^(?:to|-|–|—|or)$/.test(join) || (join === 'and' && view.lower[at - 1] === 'between');
  if (!joined) return undefined;
  const other = readQuantity(view, reading.next + 1);
  if (other === undefined) return undefined;
  const from = scaleLike(reading.value, other.value);
  if (from >= other.value || other.value > from * 20) return undefined;
  return {
    at,
    next: other.next,
    value: (from + other.value) / 2,
    min: from,
    max: other.value,
    figures: reading.figures,
    closed: false,
  };
}

/** In "2 to 3 million" the scale of the second serves the first. */
function scaleLike(first: number, second: number): number {
  const scale = [1e12, 1e9, 1e6].find((size) => second >= size) ?? 1;
  return first < 1000 && first * scale < second ? first * scale : first;
}

function bound(view: SentenceView, at: number, reading: NumberReading): Count {
  const before = boundBefore(view, at);
  const after = boundAfter(view, reading.next);
  const kind = reading.atLeast && before !== 'max' ? 'min' : (before ?? after?.bound);
  return {
    at,
    next: after === undefined ? reading.next : after.next,
    value: reading.value,
    figures: reading.figures,
    closed: after !== undefined,
    ...(kind === 'min' && { min: reading.value }),
    ...(kind === 'max' && { max: reading.value }),
  };
}

/** Bounds just before a token; a currency sign may stand between. */
export function boundBefore({ lower, words }: SentenceView, at: number): 'min' | 'max' | 'near' | undefined {
  for (let length = 3; length >= 1; length--) {
    if (at < length) continue;
    const found = words.before.get(lower.slice(at - length, at).join(' '));
    if (found !== undefined) return found;
  }
  return undefined;
}

function boundAfter(
  { lower, words }: SentenceView,
  next: number,
): { bound: 'min' | 'max' | 'near'; next: number } | undefined {
  for (let length = 3; length >= 1; length--) {
    const found = words.after.get(lower.slice(next, next + length).join(' '));
    if (found !== undefined) return { bound: found, next: next + length };
  }
  return undefined;
}
