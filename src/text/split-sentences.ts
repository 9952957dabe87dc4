import type { Span } from '../schema/span.ts';
import type { TextRules } from './text-rules.ts';

/** One or more stops, the quotes and brackets that close after them, note marks ("[12]") and faces (":)"). */
const stop =
  /([.!?…。！？]+)((?:["'”’»)\]]|\s?\[\d{1,3}\]|\s[.!?…]+|\s>?[:;=]['-]?[()DPpO/|]{1,3}|\s\^_+\^){0,8})(?=\s|$|[A-Z])/g;

/** How far a word may reach: longer runs are no abbreviation. */
const wordReach = 32;

/** How far ahead a reporting verb is looked for. */
const aheadReach = 80;

/** Where a stop stands: what lies before and after it. */
interface Stop {
  /** The stop characters themselves: ".", "?!", "...". */
  readonly marks: string;
  /** Closing quotes and brackets after them. */
  readonly closers: string;
  /** The word that carries the stop, without it; "" when there is none. */
  readonly word: string;
  /** The word before that one. */
  readonly previous: string;
  /** The text of the sentence so far, with the stop. */
  readonly sentenceLength: number;
  /** The next word, with what opens before it; "" at the end. */
  readonly next: string;
  /** Some words after the stop, for quotations. */
  readonly ahead: string;
}

/**
 * Splits a stretch of text into sentences at stops and at blank lines; white space at either end is left out.
 *
 * @param lines  whether each line is a sentence of its own, as in a list
 * @returns spans in text order that never overlap
 */
export function splitSentences(text: string, stretch: Span, rules: TextRules, lines = false): Span[] {
  const sentences: Span[] = [];
  for (const part of splitAtLines(text, stretch, lines)) splitPart(text, part, rules, sentences);
  return sentences;
}

const blankLine = /\n[^\S\n]*\n\s*|\u2029/g;
const lineEnd = /[\n\u2028\u2029]\s*/g;

function splitAtLines(text: string, stretch: Span, lines: boolean): Span[] {
  const slice = text.slice(stretch.start, stretch.end);
  const parts: Span[] = [];
  let from = 0;
  for (const match of slice.matchAll(lines ? lineEnd : blankLine)) {
    parts.push({ start: stretch.start + from, end: stretch.start + match.index });
    from = match.index + match[0].length;
  }
  parts.push({ start: stretch.start + from, end: stretch.end });
  return parts;
}

function splitPart(text: string, part: Span, rules: TextRules, sentences: Span[]): void {
  const slice = text.slice(part.start, part.end);
  let from = 0;
  for (const match of slice.matchAll(stop)) {
    const end = match.index + match[0].length;
    if (isRunOn(slice, match.index, end, rules)) {
      addTrimmed(text, part.start + from, part.start + end, sentences);
      from = end;
      continue;
    }
    if (end < slice.length && !isSpace(slice, end)) continue;
    if (end < slice.length && !endsSentence(lookAround(slice, match, from), rules)) continue;
    addTrimmed(text, part.start + from, part.start + end, sentences);
    from = end;
  }
  addTrimmed(text, part.start + from, part.end, sentences);
}

/** Scraped pages lose the space after a stop: "it fell.The army" is two sentences, "Yahoo.Com" none. */
function isRunOn(slice: string, at: number, end: number, rules: TextRules): boolean {
  if (end >= slice.length || isSpace(slice, end) || !/^\p{Ll}{2}$/u.test(slice.slice(Math.max(0, at - 2), at)))
    return false;
  const next = /^[A-Z][a-z]*(?![\w.@-])/.exec(slice.slice(end, end + wordReach))?.[0] ?? '';
  return rules.starters.has(next.toLowerCase());
}

function addTrimmed(text: string, start: number, end: number, sentences: Span[]): void {
  let from = start;
  let to = end;
  while (from < to && isSpace(text, from)) from++;
  while (to > from && isSpace(text, to - 1)) to--;
  if (from < to) sentences.push({ start: from, end: to });
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 || (code >= 0x80 && /\s/.test(text.charAt(at)));
}

function lookAround(slice: string, match: RegExpExecArray, from: number): Stop {
  const before = slice.slice(Math.max(from, match.index - 2 * wordReach), match.index);
  const [word = '', previous = ''] = before.split(/\s+/).reverse();
  const end = match.index + match[0].length;
  const ahead = slice.slice(end, end + aheadReach).trimStart();
  return {
    marks: match[1] ?? '',
    closers: match[2] ?? '',
    word: word.replace(/^["'“‘«([]+/, ''),
    previous,
    sentenceLength: end - from,
    next: /^\S*/.exec(ahead)?.[0] ?? '',
    ahead,
  };
}

function endsSentence(stop: Stop, rules: TextRules): boolean {
  const next = stop.next.replace(/^["'“‘«([¿¡*]+/, '');
  const startsLow = /^\p{Ll}/u.test(next);
  if (stop.marks === '.') return startsLow ? endsBeforeLow(stop, rules) : fullStopEnds(stop, next, rules);
  if (/[!?]/.test(stop.marks)) return startsLow ? isCarelessEnd(stop) : !isReported(stop, rules);
  return !startsLow;
}

/** Careless writers begin a sentence in lower case: so after a plain word that is no abbreviation. */
function endsBeforeLow(stop: Stop, rules: TextRules): boolean {
  const { word } = stop;
  return stop.closers === '' && /^\p{Ll}{3,}$/u.test(word) && !rules.never.has(word) && !rules.mayEnd.has(word);
}

/** "Why? include all" is two sentences, "Yahoo! said" one. */
function isCarelessEnd(stop: Stop): boolean {
  return stop.closers === '' && !/^\p{Lu}\p{Ll}+$/u.test(stop.word) && !/^,/.test(stop.next);
}

/** A question or exclamation inside quotes goes on with who said it ("'Why?' Smith asked"). */
function isReported(stop: Stop, rules: TextRules): boolean {
  if (!/["'”’»]/.test(stop.closers)) return false;
  const words = stop.ahead.split(/\s+/, 5).map((word) => word.toLowerCase().replace(/[.,;:]+$/, ''));
  return words.slice(0, 4).some((word) => rules.reporting.has(word)) && !/["“]/.test(stop.ahead.slice(0, 1));
}

function fullStopEnds(stop: Stop, next: string, rules: TextRules): boolean {
  if (stop.closers !== '') return true;
  const word = stop.word.toLowerCase();
  const nextWord = next.toLowerCase().replace(/[^\p{L}\p{N}'’]+$/u, '');
  const starts = rules.starters.has(nextWord);
  if (isNumbering(stop)) return false;
  if (rules.never.has(word)) return false;
  if (rules.beforeNumber.has(word) && /^[\dIVX]/.test(next)) return false;
  if (rules.months.has(word) && isCapital(stop.word)) return !/^\d/.test(next) && starts;
  if (/^\p{Lu}$/u.test(stop.word)) return starts && !isCapital(stop.previous);
  if (!rules.mayEnd.has(word) && !/^(?:\p{L}\.)+\p{L}$/u.test(word)) return true;
  if (/^[ap]\.?m$/.test(word)) return !rules.afterClock.has(nextWord) && !/^[\d(]/.test(next);
  if (!isAbbreviated(stop)) return true;
  return starts || word === 'etc';
}

/** "sun." in running text is a word with a full stop, "Sun." an abbreviation. */
function isAbbreviated(stop: Stop): boolean {
  return (
    isCapital(stop.word) || stop.word.includes('.') || /^\d/.test(stop.previous) || /^(?:etc|al|bn|mn)$/.test(stop.word)
  );
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** "1." or "(a)." at the head of a list item. */
function isNumbering(stop: Stop): boolean {
  return (
    stop.sentenceLength <= 8 &&
    /^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zA-Z]|[ivxIVX]{1,4})$/.test(stop.word) &&
    stop.previous === ''
  );
}
