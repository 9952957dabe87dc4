import type { Span } from '../schema/span.ts';
import type { TextRules } from './text-rules.ts';

/**
 * Kinds of token, tried in this order at each place. Every repeat over a class of letters is bounded: the engine
 * keeps a stack for them, and a line of five million characters must neither overflow it nor take long.
 */
const patterns = {
  address: String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]{0,2000}[^\s<>"“”.,;:!?)\]'’]|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}`,
  site: String.raw`[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:com|org|net|edu|gov|info|io|uk|eu|doc|xls|pdf|htm|html)(?![\w.-]*\w)`,
  phone: String.raw`\d{3}-(?:\d{3}-)?\d{4}(?!\d)`,
  clock: String.raw`\d{1,2}:\d{2}(?::\d{2})?(?!\d)`,
  slashDate: String.raw`\d{1,4}\/\d{1,2}(?:\/\d{2,4})?(?![\d\/])`,
  number: String.raw`(?<![^\s(])\.\d+|\d{1,3}(?:,\d{2}){0,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)+|\d+`,
  dotted: String.raw`Ph\.D\.?(?!\p{L})|\p{L}(?:\.\p{L}){1,8}\.?(?!\p{L})`,
  word: String.raw`[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]{0,1000}(?:['’][\p{L}\p{M}]{1,1000}){0,100}`,
  clitic: String.raw`['’](?:s|S|m|d|ll|re|ve)(?![\p{L}\p{N}])`,
  emoticon: String.raw`[:;=]-?[()DP](?![\p{L}\p{N}])`,
  dots: String.raw`\.{2,}|…`,
  dashes: String.raw`-{2,}|={2,}|\*{2,}|_{2,}|~{2,}|#{2,}|\+{2,}`,
  debris: String.raw`[^\p{L}\p{N}\s]{12,1000}`,
  marks: "[!?]{2,}|<<|>>|''|``|’’|‘’",
  hashtag: String.raw`[#@]\p{L}[\p{L}\p{N}_]{0,200}`,
  currency: String.raw`(?:US|A|C|NZ|HK|S|NT|R|CA|AU)\$|[$€£¥₹₽₩₴₺₪₦₱]`,
} as const;

const token = new RegExp(
  [
    patterns.debris,
    patterns.address,
    patterns.site,
    patterns.phone,
    patterns.currency,
    patterns.clock,
    patterns.slashDate,
    patterns.number,
    patterns.dotted,
    patterns.hashtag,
    patterns.word,
    patterns.clitic,
    patterns.emoticon,
    patterns.dots,
    patterns.dashes,
    patterns.marks,
    String.raw`\S`,
  ].join('|'),
  'gu',
);

const clitic = /^(?:s|S|m|M|d|D|ll|LL|re|RE|ve|VE)$/;
const ordinalEnd = /^(?:st|nd|rd|th|s|ST|ND|RD|TH)$/;

/**
 * Cuts a stretch of text into tokens as Universal Dependencies does for English: clitics apart ("do|n't", "Kyiv|'s"),
 * hyphens apart except after a prefix ("Al|-|Qaeda", "non-avian"), currency signs apart ("US$|300").
 *
 * @returns spans in text order that never overlap and never hold white space
 */
export function splitTokens(text: string, stretch: Span, rules: TextRules): Span[] {
  const slice = text.slice(stretch.start, stretch.end);
  const tokens: Span[] = [];
  for (const match of slice.matchAll(token)) {
    const word = match[0];
    const start = stretch.start + match.index;
    for (const piece of cutWord(word, rules)) addToken(tokens, text, start + piece.start, start + piece.end, rules);
  }
  return cutFinalStop(tokens, text);
}

/** Joins what the pattern cut too finely: abbreviations with their stop, ordinals, words with a prefix. */
function addToken(tokens: Span[], text: string, start: number, end: number, rules: TextRules): void {
  const last = tokens.at(-1);
  if (last !== undefined && last.end === start) {
    const before = text.slice(last.start, last.end);
    const piece = end - start <= 64 ? text.slice(start, end) : '';
    if (joins(before, piece, text, end, rules)) {
      tokens[tokens.length - 1] = { start: last.start, end };
      return;
    }
  }
  tokens.push({ start, end });
}

function joins(before: string, piece: string, text: string, end: number, rules: TextRules): boolean {
  if (before.length > 64) return false;
  if (piece === '.') return isAbbreviation(before, text, end, rules);
  if (piece === '-') return rules.prefixes.has(before.toLowerCase()) && /[\p{L}\d]/u.test(text.charAt(end));
  if (/^\d+$/.test(before)) return ordinalEnd.test(piece);
  if (before.endsWith('-') && before.length > 1) return /^[\p{L}\d]/u.test(piece);
  return piece === '&' || before.endsWith('&') ? joinsAmpersand(before, piece, text, end) : false;
}

/** "AT&T", "R&D": short capitals on both sides. */
function joinsAmpersand(before: string, piece: string, text: string, end: number): boolean {
  if (piece === '&') return /^[A-Za-z]{1,3}$/.test(before) && /[A-Za-z]/.test(text.charAt(end));
  return /^[A-Za-z]{1,3}&$/.test(before) && /^[A-Za-z]{1,3}$/.test(piece);
}

function isAbbreviation(before: string, text: string, end: number, rules: TextRules): boolean {
  if (before.endsWith('.')) return false;
  const word = before.toLowerCase();
  if (/^\p{Lu}$/u.test(before)) return /^\s\p{Lu}|^\p{Lu}/u.test(text.slice(end, end + 3));
  if (rules.never.has(word)) return before.length > 1 || /^\s?\S/.test(text.slice(end, end + 2));
  if (rules.beforeNumber.has(word)) return /^\s?[\dIVX]/.test(text.slice(end, end + 2));
  return rules.months.has(word) || rules.mayEnd.has(word) ? isCapitalised(before) || word === 'etc' : false;
}

function isCapitalised(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

/** The stop that ends a sentence is its own token even after an abbreviation ("in the U.S|."). */
function cutFinalStop(tokens: Span[], text: string): Span[] {
  const last = tokens.at(-1);
  if (last === undefined || last.end - last.start < 2 || last.end - last.start > 16) return tokens;
  if (!/\p{L}\.$/u.test(text.slice(last.start, last.end))) return tokens;
  return [...tokens.slice(0, -1), { start: last.start, end: last.end - 1 }, { start: last.end - 1, end: last.end }];
}

const apostrophe = /['’]/;

/** Cuts a word at its clitics and where the word list says so; spans count from the word's start. */
function cutWord(word: string, rules: TextRules): readonly Span[] {
  const whole = [{ start: 0, end: word.length }];
  if (word.length > 64) return whole;
  const cuts = rules.splitWords.get(word.toLowerCase());
  if (cuts !== undefined) return cutAt(word, cuts);
  if (!apostrophe.test(word)) return whole;
  const negation = word.length - 3;
  if (negation > 0 && /^n['’]t$/i.test(word.slice(negation))) return cutAt(word, [negation]);
  const at = Math.max(word.lastIndexOf("'"), word.lastIndexOf('’'));
  return at > 0 && clitic.test(word.slice(at + 1)) ? cutAt(word, [at]) : whole;
}

function cutAt(word: string, cuts: readonly number[]): Span[] {
  const borders = [0, ...cuts, word.length];
  return borders.slice(1).map((end, index) => ({ start: borders[index] ?? 0, end }));
}
