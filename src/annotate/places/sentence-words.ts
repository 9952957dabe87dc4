import type { Sentence } from '../../text/parse.ts';

/** A sentence as the place rules look at it. Offsets of tokens count from the sentence's start. */
export interface SentenceWords {
  /** The sentence's text; words in capitals are written as names where the whole line or a dateline shouts. */
  readonly text: string;
  readonly start: number;
  readonly tokens: readonly { readonly start: number; readonly end: number }[];
  readonly words: readonly string[];
  /** Most words are in capitals, so capitals tell nothing. */
  readonly loud: boolean;
}

export function toSentenceWords(story: string, sentence: Sentence): SentenceWords {
  const { start } = sentence;
  const written = story.slice(start, sentence.end);
  const tokens = sentence.tokens.map((token) => ({ start: token.start - start, end: token.end - start }));
  const loud = isLoud(tokens.map((token) => written.slice(token.start, token.end)));
  const text = loud ? toNameCase(written) : written.replace(dateline, toNameCase);
  return { text, start, tokens, words: tokens.map((token) => text.slice(token.start, token.end)), loud };
}

/** "PORT-AU-PRINCE, Haiti (Agency) —" at the start of a sentence. */
const dateline = /^[A-Z][A-Z'. -]{2,40}(?=,| \(| [—–-])/;

/** Keeps the length, so that offsets stay true. */
function toNameCase(words: string): string {
  return words
    .replace(/[A-Z]{3,}/g, (word) => word.slice(0, 1) + word.slice(1).toLowerCase())
    .replace(/-(?:AU|DE|AL|EL|ES|LA|ON|DU)-/g, (part) => part.toLowerCase());
}

/** Share of shouted words that makes a line loud; an acronym or two among plain words stays below it. */
const loudShare = 0.6;

function isLoud(words: readonly string[]): boolean {
  const letters = words.filter((word) => /^\p{L}{2,}$/u.test(word));
  const shouted = letters.filter((word) => word === word.toUpperCase()).length;
  return letters.length > 2 && shouted > letters.length * loudShare;
}

/** Begins with a capital and has a letter after it, or is a dotted abbreviation. */
export function isCapitalized(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word);
}
