import type { Sentence, Token, Upos } from '../../text/parse.ts';
import { type NumberWords, readFigures, readNumber } from '../../text/read-number.ts';
import type { Meaning } from './meaning.ts';
import type { TimeKind, TimeWord, TimeWords } from './time-words.ts';

/** A word or phrase of a sentence as the grammar sees it, or a time already found in its place. */
export interface Lexeme {
  readonly kind: TimeKind;
  readonly start: number;
  readonly end: number;
  readonly value: number | string;
  /** Its first token in lower case. */
  readonly word: string;
  readonly upos: Upos;
  readonly meaning?: Meaning;
}

/** The words the lexer knows. */
export interface LexTables {
  readonly words: TimeWords;
  readonly numbers: NumberWords;
}

/** Turns the tokens of a sentence into lexemes, one after another, none left out. */
export function lexTimes(text: string, sentence: Sentence, tables: LexTables): Lexeme[] {
  const tokens = cutPrefixes(text, sentence.tokens);
  const lower = tokens.map((token) => toLower(text, token));
  const lexemes: Lexeme[] = [];
  for (let at = 0; at < tokens.length; ) {
    const [kind, value, count] = lexAt(text, tokens, lower, at, tables);
    const first = tokens[at] as Token;
    const last = tokens[at + count - 1] as Token;
    lexemes.push({ kind, value, start: first.start, end: last.end, word: lower[at] ?? '', upos: first.upos });
    at += count;
  }
  return lexemes;
}

type Lexed = readonly [kind: TimeKind, value: number | string, count: number];

/** "mid-July" is one token; its prefix is a word of the grammar. */
function cutPrefixes(text: string, tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => isMid(text, token))) return tokens;
  return tokens.flatMap((token) => {
    if (!isMid(text, token)) return [token];
    const { start, end } = token;
    return [
      { ...token, end: start + 3 },
      { ...token, start: start + 3, end: start + 4 },
      { ...token, start: start + 4, end },
    ];
  });
}

function isMid(text: string, { start, end }: Token): boolean {
  return end - start > 4 && text.charCodeAt(start + 3) === 45 && text.slice(start, start + 3).toLowerCase() === 'mid';
}

function toLower(text: string, { start, end }: Token): string {
  if (end - start > 24) return '';
  const word = text.slice(start, end).toLowerCase().replace('’', "'");
  return word.length > 2 && word.endsWith('.') ? word.slice(0, -1) : word;
}

function lexAt(text: string, tokens: readonly Token[], lower: readonly string[], at: number, tables: LexTables): Lexed {
  const word = lower[at] ?? '';
  const code = word.charCodeAt(0);
  if (code >= 48 && code <= 57) return lexFigures(word);
  for (const entry of tables.words.byFirst.get(word) ?? []) {
    if (!entry.rest.every((part, index) => lower[at + 1 + index] === part)) continue;
    if (isMeant(text, tokens, lower, at, entry)) return [entry.kind, entry.value, entry.rest.length + 1];
  }
  return lexNumber(text, tokens, at, tables) ?? ['other', 0, 1];
}

function lexFigures(word: string): Lexed {
  if (/^\d{1,2}:\d{2}(?::\d{2})?$/.test(word)) return isClock(word) ? ['clock', word, 1] : ['other', 0, 1];
  if (/^\d{1,4}\/\d{1,2}(?:\/\d{2,4})?$/.test(word)) return ['slashDate', word, 1];
  if (/^\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}$/.test(word)) return ['slashDate', word.replaceAll('.', '/'), 1];
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  if (ordinal !== null) return ['ordinal', Number(ordinal[1]), 1];
  const decade = /^(1[0-9]|20)?(\d0)s$/.exec(word);
  if (decade !== null) return ['decade', (decade[1] ?? '19') + (decade[2] ?? '').charAt(0), 1];
  if (/^\d{4}$/.test(word) && word >= '1000' && word < '2200') return ['year', Number(word), 1];
  const value = readFigures(word);
  if (value === undefined) return ['other', 0, 1];
  return [/^\d{1,2}$/.test(word) && value >= 1 && value <= 31 ? 'day' : 'number', value, 1];
}

function isClock(word: string): boolean {
  const [hours = '', minutes = ''] = word.split(':');
  return Number(hours) < 25 && Number(minutes) < 60;
}

/** Number words: cardinals, or ordinals such as "twenty-first". */
function lexNumber(text: string, tokens: readonly Token[], at: number, { numbers }: LexTables): Lexed | undefined {
  const place = { text, tokens, words: numbers };
  const word = toLower(text, tokens[at] as Token);
  const ordinal = numbers.ordinals.get(word);
  if (ordinal !== undefined) return ['ordinal', ordinal, 1];
  if (!numbers.ones.has(word) && !numbers.tens.has(word) && word !== 'dozens') return undefined;
  const tens = numbers.tens.get(word);
  const unit = tokens[at + 2] && toLower(text, tokens[at + 2] as Token);
  const second = unit === undefined ? undefined : numbers.ordinals.get(unit);
  if (
    tens !== undefined &&
    second !== undefined &&
    second < 10 &&
    text.charAt((tokens[at + 1] as Token).start) === '-'
  ) {
    return ['ordinal', tens + second, 3];
  }
  const number = readNumber(place, at);
  return number && ['word', number.value, number.next - at];
}

/** Leaves out words that only look like words of time: "may" the verb, "sun" the star. */
function isMeant(
  text: string,
  tokens: readonly Token[],
  lower: readonly string[],
  at: number,
  entry: TimeWord,
): boolean {
  const token = tokens[at] as Token;
  const first = text.charAt(token.start);
  const capital = first !== first.toLowerCase();
  const word = lower[at] ?? '';
  const touchesNumber = /^\d/.test(lower[at - 1] ?? '') || /^\d/.test(lower[at + 1] ?? '');
  switch (entry.kind) {
    case 'month':
      if (word === 'may') return capital && (token.upos !== 'AUX' || touchesNumber);
      if (word === 'march') return capital && (token.upos !== 'VERB' || touchesNumber);
      return (
        (capital || (word.length > 4 && word !== 'august')) && (touchesNumber || !isFirstName(text, tokens, at, word))
      );
    case 'weekday':
      return (
        word.endsWith('day') ||
        (capital && /^(?:sun|sat|mon|wed)$/.test(word) === false) ||
        text.charAt(token.end - 1) === '.' ||
        touchesNumber
      );
    case 'season':
      return token.upos !== 'VERB' && !isNamed(text, tokens, at, capital);
    case 'fall':
      return token.upos === 'NOUN' || token.upos === 'PROPN';
    case 'era':
      return text.slice(token.start, token.end) === text.slice(token.start, token.end).toUpperCase();
    default:
      return true;
  }
}

/** "Jan Mayen", "Jan Ek": a short form of a month right before a capitalised word is somebody's name. */
function isFirstName(text: string, tokens: readonly Token[], at: number, word: string): boolean {
  const next = tokens[at + 1];
  if (word.length > 3 || word === 'may' || next === undefined) return false;
  return text.charAt(tokens[at]?.end ?? 0) === ' ' && /^\p{Lu}/u.test(text.charAt(next.start));
}

/** "Arab Spring", "Prague Spring": a capitalised season after a capitalised name. */
function isNamed(text: string, tokens: readonly Token[], at: number, capital: boolean): boolean {
  const before = tokens[at - 1];
  return (
    capital &&
    before !== undefined &&
    before.upos === 'PROPN' &&
    !/^(?:In|Last|Next|This|The)$/.test(text.slice(before.start, before.end))
  );
}
