import { readFileSync } from 'node:fs';
import type { Token } from './parse.ts';

/** English number words, all in lower case. */
export interface NumberWords {
  readonly ones: ReadonlyMap<string, number>;
  readonly tens: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  /** "bn", "m": scales only right after figures. */
  readonly shortScales: ReadonlyMap<string, number>;
  /** "dozens", "hundreds": at least so many. */
  readonly many: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
}

/** Loads the number words from `data/text/numbers.json`. */
export function loadNumberWords(): NumberWords {
  const file = JSON.parse(readFileSync(new URL('../../data/text/numbers.json', import.meta.url), 'utf8'));
  const toMap = (name: string): ReadonlyMap<string, number> => new Map(Object.entries<number>(file[name]));
  return {
    ones: toMap('ones'),
    tens: toMap('tens'),
    scales: toMap('scales'),
    shortScales: toMap('shortScales'),
    many: toMap('many'),
    ordinals: toMap('ordinals'),
  };
}

/** A number read from tokens. */
export interface NumberReading {
  readonly value: number;
  /** Index after its last token. */
  readonly next: number;
  /** Whether the words give only a lower bound ("dozens", "tens of thousands"). */
  readonly atLeast: boolean;
  /** Whether figures begin it. */
  readonly figures: boolean;
}

const figures = /^(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?$/;

/** Reads figures alone: "1,200" → 1200; undefined for anything else. */
export function readFigures(word: string): number | undefined {
  return word.length <= 24 && figures.test(word) ? Number(word.replaceAll(',', '')) : undefined;
}

/** Where a number is read: the story's text, a sentence's tokens, the words of the language. */
export interface NumberPlace {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: NumberWords;
}

/** Reads the number that begins at a token: "12", "1.2 million", "twenty-five", "three hundred and six", "dozens". */
export function readNumber(place: NumberPlace, at: number): NumberReading | undefined {
  const word = wordAt(place, at);
  const value = readFigures(word);
  if (value !== undefined) return scaleFigures(place, at + 1, value);
  return readMany(place, at, word) ?? readWords(place, at, word);
}

function wordAt(place: NumberPlace, at: number): string {
  const token = place.tokens[at];
  if (token === undefined || token.end - token.start > 24) return '';
  return place.text.slice(token.start, token.end).toLowerCase();
}

/** "1.2 million", "300-million", "5bn"; a short scale of one letter must touch the figures. */
function scaleFigures(place: NumberPlace, at: number, value: number): NumberReading {
  let next = at;
  let scaled = value;
  for (;;) {
    const from = wordAt(place, next) === '-' ? next + 1 : next;
    const word = wordAt(place, from);
    const touching = place.tokens[from - 1]?.end === place.tokens[from]?.start;
    const short = next === from && (touching || word.length > 1) ? place.words.shortScales.get(word) : undefined;
    const scale = place.words.scales.get(word) ?? short;
    if (scale === undefined) return { value: scaled, next, atLeast: false, figures: true };
    scaled *= scale;
    next = from + 1;
  }
}

/** "dozens", "hundreds of thousands", "a dozen", "two dozen". */
function readMany(place: NumberPlace, at: number, word: string): NumberReading | undefined {
  const { words } = place;
  if (word === 'tens' && wordAt(place, at + 1) === 'of') {
    const scale = words.many.get(wordAt(place, at + 2));
    return scale === undefined ? undefined : { value: scale * 10, next: at + 3, atLeast: true, figures: false };
  }
  const many = words.many.get(word);
  if (many === undefined) return undefined;
  if (word === 'dozen') return { value: many, next: at + 1, atLeast: false, figures: false };
  const scale = wordAt(place, at + 1) === 'of' ? words.many.get(wordAt(place, at + 2)) : undefined;
  if (scale === undefined || word === 'dozens') return { value: many, next: at + 1, atLeast: true, figures: false };
  return { value: (many * scale) / 2, next: at + 3, atLeast: true, figures: false };
}

/** "twenty-five", "three hundred and six thousand"; "a hundred" counts its article. */
function readWords(place: NumberPlace, at: number, first: string): NumberReading | undefined {
  const { words } = place;
  let total = 0;
  let group = 0;
  let next = at;
  if (first === 'a' || first === 'an') {
    const many = words.scales.get(wordAt(place, at + 1)) ?? (wordAt(place, at + 1) === 'dozen' ? 12 : undefined);
    if (many === undefined) return undefined;
    group = 1;
    next = at + 1;
  }
  let read = 0;
  for (let index = next; ; index++) {
    const word = wordAt(place, index);
    const linked = read > 0 && (word === '-' || (word === 'and' && group + total >= 100));
    const here = linked ? index + 1 : index;
    const part = wordAt(place, here);
    const small = words.ones.get(part) ?? words.tens.get(part);
    const scale = words.scales.get(part) ?? (part === 'dozen' && read === 1 ? 12 : undefined);
    if (small !== undefined && fits(group, small)) group += small;
    else if (scale === 100 && group > 0 && group < 100) group *= 100;
    else if (scale !== undefined && group > 0) {
      total += group * scale;
      group = 0;
    } else break;
    read++;
    index = here;
    next = here + 1;
  }
  if (read === 0) return undefined;
  return { value: total + group, next, atLeast: false, figures: false };
}

/** Whether a small number can follow in the group: "twenty" + "five", not "five" + "six". */
function fits(group: number, small: number): boolean {
  if (group === 0) return true;
  const rest = group % 100;
  if (rest === 0) return small < 100;
  return rest >= 20 && rest % 10 === 0 && small < 10;
}
