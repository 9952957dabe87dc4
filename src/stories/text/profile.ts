import { readFileSync } from 'node:fs';
import { isFinished, type LineRule, lineRuleOf } from '../line-rules.ts';
import type { Unit } from './units.ts';

/** A unit with what the rules ask of it. */
export interface Profile extends Unit {
  readonly rule: LineRule | undefined;
  readonly words: number;
  /** Stems of its content words. */
  readonly content: ReadonlySet<string>;
  /** Lower-case parts of the names in it, sentence beginnings left out. */
  readonly names: ReadonlySet<string>;
  /** Its first two words, lower case. */
  readonly opening: string;
  readonly finished: boolean;
  /** Last words of names of two words or more, with a title or first name before them. */
  readonly fullNames: ReadonlySet<string>;
  /** Outside quotation marks it speaks to the reader, or of itself as we. */
  readonly addresses: boolean;
}

interface FunctionWords {
  readonly stop: ReadonlySet<string>;
  readonly anaphora: ReadonlySet<string>;
  readonly leadOpeners: ReadonlySet<string>;
}

export const FUNCTION_WORDS: FunctionWords = loadFunctionWords();

function loadFunctionWords(): FunctionWords {
  const file = new URL('../../../data/stories/function-words.json', import.meta.url);
  const lists = JSON.parse(readFileSync(file, 'utf8')) as Record<keyof FunctionWords, string[]>;
  return { stop: new Set(lists.stop), anaphora: new Set(lists.anaphora), leadOpeners: new Set(lists.leadOpeners) };
}

/** Only so much of a unit is looked at: its topic shows by then. */
const MAX_CHARS = 20_000;

const QUOTED = /["“„«][^"“”„«»]*["”“»]?/gu;
const ADDRESS = /(?<![\p{L}’'])(?:you|your|yours|we|our|ours)(?![\p{L}])/iu;

const NAME = /(?<=[^.!?…”"'’\s:]\s)\p{Lu}[\p{L}’'-]{2,40}/gu;

const FULL_NAME = /(?<![\p{L}’'-])\p{Lu}[\p{L}’'-]{1,30} (?:\p{Lu}\. )?(\p{Lu}[\p{L}’'-]{2,30})(?![\p{L}-])/gu;

export function profileOf(unit: Unit): Profile {
  const text = unit.text.slice(0, MAX_CHARS);
  const all = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    ...unit,
    rule: lineRuleOf(unit.text),
    words: all.length,
    content: new Set(all.filter((word) => word.length > 2 && !FUNCTION_WORDS.stop.has(word)).map(stemOf)),
    names: new Set([...text.matchAll(NAME)].map(([name]) => name.toLowerCase().replace(/['’]s$/, ''))),
    opening: all.slice(0, 2).join(' '),
    finished: isFinished(unit.text),
    addresses: ADDRESS.test(text.replace(QUOTED, ' ')),
    fullNames: new Set(
      [...text.matchAll(FULL_NAME)].map(([, last]) => (last ?? '').toLowerCase().replace(/['’]s$/, '')),
    ),
  };
}

/** Enough to see the same word in another form; a light suffix stripper. */
export const stemOf = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ies|es|s|ing|ed|’s|'s)$/u, '') : word;
