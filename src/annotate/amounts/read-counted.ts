import type { Amount, AmountKind } from '../../schema/amount.ts';
import type { Fate } from './amount-words.ts';
import { fateRules, type Phrase } from './fate-rules.ts';
import type { Found } from './read-money.ts';
import { readPer } from './read-money.ts';
import { type CountedNoun, readNoun } from './read-noun.ts';
import { type Count, readCount, type SentenceView } from './sentence-view.ts';

/** Unit of each fate, as the event data have it. */
const fateUnits: Readonly<Record<Fate, string>> = {
  dead: 'dead',
  injured: 'wounded',
  missing: 'missing',
  arrested: 'arrested',
  displaced: 'displaced',
};

/** Reads a share: "23%", "30 per cent", "two percentage points". */
export function readPercent(view: SentenceView, at: number): Found | undefined {
  const count = readCount(view, at);
  if (count === undefined) return undefined;
  const [word = '', second = ''] = view.lower.slice(count.next, count.next + 2);
  const length = /^(?:%|percent|pc|pct)$/.test(word)
    ? 1
    : /^(?:per cent|percentage points?)$/.test(`${word} ${second}`)
      ? 2
      : 0;
  return length === 0 ? undefined : toFound(view, count, count.next + length, 'percent', 'percent');
}

/** Reads counted people, troops, weapons, votes and things, and what befell the people. */
export function readCounted(view: SentenceView, at: number): Found | undefined {
  if (isNoCount(view, at)) return undefined;
  const count = readCount(view, at);
  if (count === undefined || !Number.isInteger(count.min ?? count.value)) return undefined;
  const noun = readNoun(view, count);
  if (noun === undefined && isYear(view, at, count)) return undefined;
  const fate = readFate(view, count, noun);
  if (fate !== undefined) return toFound(view, count, endOf(view, count, noun), fate, fateUnits[fate]);
  if (noun === undefined || isWeak(view, count, noun)) return undefined;
  return toFound(view, count, noun.next, noun.kind, noun.unit);
}

function endOf({ lower }: SentenceView, count: Count, noun: CountedNoun | undefined): number {
  if (noun !== undefined) return noun.next;
  return lower[count.next] === 'of' && /^(?:them|whom|us)$/.test(lower[count.next + 1] ?? '')
    ? count.next + 2
    : count.next;
}

function readFate(view: SentenceView, count: Count, noun: CountedNoun | undefined): Fate | undefined {
  if (noun !== undefined && (noun.kind === 'weapons' || noun.kind === 'votes')) return undefined;
  const phrase: Phrase = {
    view,
    from: leadOf(view, count.at),
    at: count.at,
    numberEnd: count.next,
    end: noun?.phraseEnd ?? endOf(view, count, noun),
  };
  const isThing = noun?.kind === 'other' && view.words.nouns.has(view.tokens[noun.head]?.lemma ?? '');
  for (const { fate, tells, id } of fateRules) {
    const words = view.words.fates.get(fate);
    if (words === undefined || (isThing && !/^fate\/(?:noun|lives)/.test(id) && !isFamily(noun.unit))) continue;
    if (tells(phrase, words)) return fate;
  }
  return undefined;
}

function isFamily(unit: string): boolean {
  return /^(?:families|households|homes)$/.test(unit);
}

/** First token of the words that bound a number: "at" of "at least 40". */
function leadOf({ lower, words }: SentenceView, at: number): number {
  for (let length = 3; length >= 1; length--) {
    if (at >= length && words.before.has(lower.slice(at - length, at).join(' ')))
      return leadOf({ lower, words } as SentenceView, at - length);
  }
  return /^(?:another|the|these|those|all|a)$/.test(lower[at - 1] ?? '') && at > 1 ? at - 1 : at;
}

/** Dates, ages, numbers of laws and flights, parts of compounds ("a 15-member council"). */
function isNoCount({ lower, tokens, text, words }: SentenceView, at: number): boolean {
  const before = lower[at - 1] ?? '';
  if (words.noCountAfter.has(before) && !(before === 'may' && tokens[at - 1]?.upos === 'AUX')) return true;
  if (/^[-–:.]$/.test(before) && tokens[at - 1]?.end === tokens[at]?.start) return true;
  const after = lower[at + 1] ?? '';
  if (words.noCountBefore.has(after) && !(after === 'may' && tokens[at + 1]?.upos === 'AUX')) return true;
  if (after === '-' && tokens[at + 1]?.end === tokens[at + 2]?.start && !/^\d/.test(lower[at + 2] ?? ''))
    return !isNumberWord(lower[at + 2]);
  if (before === ',' && after === ',' && tokens[at - 2]?.upos === 'PROPN' && /^\d{2}$/.test(lower[at] ?? ''))
    return true;
  return text.charAt((tokens[at]?.start ?? 0) - 1) === '$';
}

function isNumberWord(word: string | undefined): boolean {
  return /^(?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand|million|billion|to)$/.test(word ?? '');
}

function isYear({ lower }: SentenceView, at: number, { value, next }: Count): boolean {
  return next === at + 1 && /^\d{4}$/.test(lower[at] ?? '') && value >= 1500 && value < 2200;
}

/** "one man" and "both sides" are hardly counts; a year before a plural ("the 2010 elections") is none. */
function isWeak(view: SentenceView, count: Count, noun: CountedNoun): boolean {
  if (count.value === 0 || (count.value === 1 && noun.kind !== 'troops')) return true;
  const led = /^(?:the|in|since|of|'s|’s)$/.test(view.lower[count.at - 1] ?? '');
  return isYear(view, count.at, count) && led;
}

function toFound(view: SentenceView, count: Count, next: number, kind: AmountKind, unit: string): Found | undefined {
  const first = view.tokens[count.at];
  const last = view.tokens[next - 1];
  if (first === undefined || last === undefined) return undefined;
  const per = readPer(view, next);
  const amount: Amount = {
    start: first.start,
    end: last.end,
    kind,
    ...(per !== undefined && { per }),
    value: count.value,
    ...(count.min !== undefined && { min: count.min }),
    ...(count.max !== undefined && { max: count.max }),
    unit,
  };
  return { amount, next };
}
