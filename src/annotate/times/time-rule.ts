import type { Lexeme } from './lex-times.ts';
import type { Meaning } from './meaning.ts';
import type { TimeKind, TimeWords } from './time-words.ts';

/** Where a story's words stand in time. */
export interface TimeContext {
  /** Day of publication, if known. */
  readonly day?: number;
  /** The latest date that the text gave before this place. */
  readonly last?: string;
  /** Whether the text tells of a time that it names itself, so that months and days lean on `last`. */
  readonly narrative: boolean;
  readonly words: TimeWords;
  /** Whether the clause around a lexeme speaks of what was (-1) or will be (1); 0 when nothing says so. */
  readonly directionAt: (lexeme: Lexeme) => -1 | 0 | 1;
}

/** What a pattern caught. */
export interface Caught {
  /** The lexeme that a name of the pattern stands for. */
  readonly get: (name: string) => Lexeme | undefined;
  /** Its value as a number; 0 when it is absent. */
  readonly number: (name: string) => number;
  /** Its value as text; "" when it is absent. */
  readonly text: (name: string) => string;
  readonly first: Lexeme;
  readonly last: Lexeme;
  readonly before?: Lexeme;
  readonly after?: Lexeme;
  /** The lexeme after `after`. */
  readonly afterThat?: Lexeme;
  /** Classes of all its lexemes. */
  readonly kinds: readonly TimeKind[];
  /** Whether no white space stands between its lexemes. */
  readonly touching: boolean;
}

/** One rule of the grammar. Rules of a table are tried together; the longest match wins, then the earlier rule. */
export interface TimeRule {
  readonly id: string;
  /** A text with the expression in brackets, read as published on Wednesday, 20 September 2023. */
  readonly example: string;
  /** The value that the example has. */
  readonly gives: string;
  readonly pattern: string;
  readonly read: (caught: Caught, context: TimeContext) => Meaning | undefined;
}
