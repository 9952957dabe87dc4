import type { Lexeme } from './lex-times.ts';
import { type TimeKind, timeKinds } from './time-words.ts';

/** A pattern over lexemes, compiled to a regular expression over their letters. */
export type TimePattern = RegExp;

/** Shorthands that patterns may use besides the classes of words. */
const groups: Readonly<Record<string, readonly TimeKind[]>> = {
  count: ['day', 'number', 'word'],
  dayNumber: ['day', 'ordinal'],
  past: ['last', 'previous'],
  future: ['next', 'following'],
  anyUnit: ['unit', 'units'],
  date: ['foundDay', 'foundWeek', 'foundMonth', 'foundSeason', 'foundYear', 'foundSpan'],
  longDate: ['foundWeek', 'foundMonth', 'foundSeason', 'foundYear', 'foundSpan'],
};

/**
 * Compiles a pattern such as `"day:dayNumber of? month:month comma? year:year"`: classes in order, `?` for optional,
 * `a|b` for either, `name:` to refer to what stood there, parentheses with `?` around an optional run.
 */
export function compilePattern(pattern: string): TimePattern {
  const parts = pattern
    .replaceAll(/[()]/g, ' $& ')
    .replaceAll(/\)\s+\?/g, ')?')
    .trim()
    .split(/\s+/);
  return new RegExp(parts.map(compilePart).join(''), 'dg');
}

function compilePart(part: string): string {
  if (part === '(') return '(?:';
  if (part === ')' || part === ')?') return part;
  if (part === '|') return '|';
  const match = /^(?:(\w+):)?([\w|]+)([?*]?)$/.exec(part);
  if (match === null) throw new TypeError(`a time pattern cannot hold "${part}"`);
  const [, name, classes = '', repeat = ''] = match;
  const letters = classes.split('|').map(toLetters).join('');
  const set = letters.length > 1 ? `[${letters}]` : letters;
  return name === undefined ? `${set}${repeat}` : `(?<${name}>${set})${repeat}`;
}

function toLetters(name: string): string {
  const group = groups[name];
  if (group !== undefined) return group.map((kind) => timeKinds[kind]).join('');
  if (!(name in timeKinds)) throw new TypeError(`no class of time words is called "${name}"`);
  return timeKinds[name as TimeKind];
}

/** The letters of a row of lexemes. */
export function toLetterRow(lexemes: readonly Lexeme[]): string {
  let row = '';
  for (const { kind } of lexemes) row += timeKinds[kind];
  return row;
}
