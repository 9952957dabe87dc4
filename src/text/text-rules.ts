import { readFileSync } from 'node:fs';

/** Word lists that cut text into sentences and tokens. All words are in lower case. */
export interface TextRules {
  /** Words whose full stop never ends a sentence ("Sen"). */
  readonly never: ReadonlySet<string>;
  /** Words whose full stop ends no sentence before a number ("No. 3"). */
  readonly beforeNumber: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  /** Abbreviations that may or may not end a sentence ("U.S."). */
  readonly mayEnd: ReadonlySet<string>;
  /** Words that go on after a clock time ("10 a.m. Friday"). */
  readonly afterClock: ReadonlySet<string>;
  /** Words that, capitalised after an abbreviation, begin a sentence. */
  readonly starters: ReadonlySet<string>;
  /** Verbs that follow a quotation ("'Why?' Smith asked"). */
  readonly reporting: ReadonlySet<string>;
  /** Prefixes that keep their hyphen ("non-avian"). */
  readonly prefixes: ReadonlySet<string>;
  /** Words that are several tokens, and where they are cut ("can|not"). */
  readonly splitWords: ReadonlyMap<string, readonly number[]>;
}

interface AbbreviationFile {
  readonly never: string[];
  readonly beforeNumber: string[];
  readonly months: string[];
  readonly mayEnd: string[];
  readonly afterClock: string[];
  readonly starters: string[];
  readonly reporting: string[];
}

interface TokenPartFile {
  readonly prefixes: string[];
  readonly splitWords: Record<string, number[]>;
}

/** Loads the word lists from `data/text`. */
export function loadTextRules(): TextRules {
  const abbreviations = readTable('abbreviations') as AbbreviationFile;
  const parts = readTable('token-parts') as TokenPartFile;
  return {
    never: new Set(abbreviations.never),
    beforeNumber: new Set(abbreviations.beforeNumber),
    months: new Set(abbreviations.months),
    mayEnd: new Set(abbreviations.mayEnd),
    afterClock: new Set(abbreviations.afterClock),
    starters: new Set(abbreviations.starters),
    reporting: new Set(abbreviations.reporting),
    prefixes: new Set(parts.prefixes),
    splitWords: new Map(Object.entries(parts.splitWords)),
  };
}

function readTable(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/text/${name}.json`, import.meta.url), 'utf8'));
}
