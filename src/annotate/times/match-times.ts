import type { Lexeme } from './lex-times.ts';
import type { Meaning } from './meaning.ts';
import { compilePattern, type TimePattern, toLetterRow } from './time-pattern.ts';
import type { Caught, TimeContext, TimeRule } from './time-rule.ts';
import type { TimeKind } from './time-words.ts';

/** A rule with its compiled pattern. */
export interface ReadyRule extends TimeRule {
  readonly compiled: TimePattern;
}

export function prepareRules(rules: readonly TimeRule[]): ReadyRule[] {
  return rules.map((rule) => ({ ...rule, compiled: compilePattern(rule.pattern) }));
}

interface Candidate {
  readonly rule: ReadyRule;
  readonly order: number;
  readonly from: number;
  readonly to: number;
  readonly match: RegExpExecArray;
}

/** Called for each time in text order, so that later ones can lean on it; gives the context for the next. */
export type Remember = (meaning: Meaning) => TimeContext;

/**
 * Tries rules together over a row of lexemes and puts one lexeme in the place of each time found: the longest match
 * at the earliest place wins, then the earlier rule.
 */
export function matchTogether(
  lexemes: readonly Lexeme[],
  rules: readonly ReadyRule[],
  context: TimeContext,
  remember: Remember,
): Lexeme[] {
  const row = toLetterRow(lexemes);
  const candidates: Candidate[] = [];
  for (const [order, rule] of rules.entries()) {
    for (const match of row.matchAll(rule.compiled)) {
      candidates.push({ rule, order, from: match.index, to: match.index + match[0].length, match });
    }
  }
  candidates.sort((a, b) => a.from - b.from || b.to - a.to || a.order - b.order);
  const found: Lexeme[] = [];
  let at = 0;
  let now = context;
  for (const { rule, from, to, match } of candidates) {
    if (from < at) continue;
    const meaning = rule.read(catchLexemes(lexemes, from, to, match), now);
    if (meaning === undefined) continue;
    now = remember(meaning);
    found.push(...lexemes.slice(at, from), toFound(lexemes, from, to, meaning));
    at = to;
  }
  return [...found, ...lexemes.slice(at)];
}

function catchLexemes(lexemes: readonly Lexeme[], from: number, to: number, match: RegExpExecArray): Caught {
  const get = (name: string): Lexeme | undefined => {
    const span = match.indices?.groups?.[name];
    return span && lexemes[span[0]];
  };
  const inside = lexemes.slice(from, to);
  return {
    get,
    number: (name) => Number(get(name)?.value ?? 0),
    text: (name) => String(get(name)?.value ?? ''),
    first: lexemes[from] as Lexeme,
    last: lexemes[to - 1] as Lexeme,
    ...(from > 0 && { before: lexemes[from - 1] as Lexeme }),
    ...(to < lexemes.length && { after: lexemes[to] as Lexeme }),
    ...(to + 1 < lexemes.length && { afterThat: lexemes[to + 1] as Lexeme }),
    kinds: inside.map(({ kind }) => kind),
    touching: inside.every((lexeme, index) => index === 0 || lexeme.start === inside[index - 1]?.end),
  };
}

function toFound(lexemes: readonly Lexeme[], from: number, to: number, meaning: Meaning): Lexeme {
  const first = lexemes[trimLead(lexemes, from)] as Lexeme;
  const last = lexemes[to - 1] as Lexeme;
  return { ...first, kind: foundKind(meaning), end: last.end, value: 0, meaning };
}

/** A preposition that a pattern needs is no part of the expression. */
function trimLead(lexemes: readonly Lexeme[], from: number): number {
  const kind = lexemes[from]?.kind;
  return kind === 'in' || kind === 'on' ? from + 1 : from;
}

function foundKind({ type, value }: Meaning): TimeKind {
  if (type === 'duration') return 'foundDuration';
  if (type === 'time') return 'foundClock';
  if (type === 'set') return 'foundOther';
  if (/^(?:\d{4}-\d{2}-\d{2}|XXXX-(?:\d{2}-\d{2}|WXX-\d))$/.test(value)) return 'foundDay';
  if (/W/.test(value)) return 'foundWeek';
  if (/^(?:\d{4}|XXXX)-\d{2}$/.test(value)) return 'foundMonth';
  if (/-(?:SP|SU|FA|WI|Q\d|H\d)$/.test(value)) return 'foundSeason';
  if (/^(?:BC)?\d{4}$/.test(value)) return 'foundYear';
  return /^(?:BC)?\d/.test(value) ? 'foundSpan' : 'foundOther';
}
