import type { Span } from '../../schema/span.ts';
import type { Parse, Sentence, Token, Upos } from '../../text/parse.ts';

/** One sentence as the actor rules look at it. */
export interface SentenceView {
  /** Index into the parse's sentences. */
  readonly index: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly lower: readonly string[];
  readonly tags: readonly Upos[];
  /** The story's text in lower case, at the same offsets. */
  readonly lowerText: string;
  /** Most words are in capitals, so capitals tell nothing. */
  readonly loud: boolean;
}

export function toSentenceViews(parse: Parse): SentenceView[] {
  const lowerText = lowerCase(parse.text);
  return parse.sentences.map((sentence, index) => toView(parse.text, lowerText, sentence, index));
}

function toView(text: string, lowerText: string, sentence: Sentence, index: number): SentenceView {
  const { tokens } = sentence;
  const words = tokens.map((token) => text.slice(token.start, token.end));
  const lower = tokens.map((token) => lowerText.slice(token.start, token.end));
  return { index, text, tokens, words, lower, tags: tokens.map(({ upos }) => upos), lowerText, loud: isLoud(words) };
}

/** Lower case that keeps every offset: letters whose lower form is longer stay as they are. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/\p{Lu}/gu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
}

/** Share of shouted words that makes a line loud. */
const loudShare = 0.6;

function isLoud(words: readonly string[]): boolean {
  const letters = words.filter((word) => /^\p{L}{2,}$/u.test(word));
  const shouted = letters.filter((word) => word === word.toUpperCase()).length;
  return letters.length > 2 && shouted > letters.length * loudShare;
}

/** Offsets of tokens `from` … `to` (half-open). */
export function spanOf(view: SentenceView, from: number, to: number): Span {
  return { start: view.tokens[from]?.start ?? 0, end: view.tokens[to - 1]?.end ?? 0 };
}

export function isCapitalized(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word);
}

/** Whether token `at` follows the one before it without a space. */
export function isGlued(view: SentenceView, at: number): boolean {
  return view.tokens[at - 1]?.end === view.tokens[at]?.start;
}

export function textOf(view: SentenceView, from: number, to: number): string {
  const { start, end } = spanOf(view, from, to);
  return view.text.slice(start, end);
}
