import type { Amount } from '../../schema/amount.ts';
import type { CurrencyCandidate } from './amount-words.ts';
import { boundBefore, type Count, readCount, readQuantity, type SentenceView } from './sentence-view.ts';

/** An amount found at a token, and the token after it. */
export interface Found {
  readonly amount: Amount;
  readonly next: number;
}

/** Reads money that begins at a token: "US$300 million", "five million yen", "10 €", "USD 200". */
export function readMoney(view: SentenceView, at: number): Found | undefined {
  return readSigned(view, at) ?? readNamed(view, at) ?? readGlued(view, at);
}

/** A sign or code before the number. */
function readSigned(view: SentenceView, at: number): Found | undefined {
  const sign = readSign(view, at);
  if (sign === undefined) return undefined;
  const count = readCount(view, sign.next);
  if (count === undefined) return undefined;
  return close(view, at, boundedBy(view, at, readSecondSign(view, sign.code, count)), sign.code);
}

interface Sign {
  readonly code: string;
  readonly next: number;
}

function readSign(view: SentenceView, at: number): Sign | undefined {
  const { lower, words, tokens, text } = view;
  const word = lower[at] ?? '';
  const letters = words.letters.get(word);
  if (lower[at + 1] === '$' && words.codes.has(word.toUpperCase()))
    return { code: toCode(word.toUpperCase()), next: at + 2 };
  if (letters !== undefined && lower[at + 1] === '$' && isLetter(view, at, word))
    return { code: letters, next: at + 2 };
  const sign = words.signs.get(word);
  if (sign !== undefined) return { code: sign, next: at + 1 };
  const token = tokens[at];
  const code = token === undefined ? '' : text.slice(token.start, token.end);
  if (words.codes.has(code) || (words.codes.has(code.toUpperCase()) && code.length === 3 && isLowerCode(code))) {
    return { code: toCode(code.toUpperCase()), next: at + 1 };
  }
  return undefined;
}

/** "A $5" is Australian money; "a $5 note" and "nation's $5" are not. */
function isLetter({ text, tokens }: SentenceView, at: number, word: string): boolean {
  return !/^[asr]$/.test(word) || text.charAt(tokens[at]?.start ?? 0) === word.toUpperCase();
}

/** Codes in lower case that are no English words. */
function isLowerCode(code: string): boolean {
  return /^(?:usd|eur|gbp|jpy|chf|aud|cad|nzd|cny|rmb|hkd|sgd|inr|krw|rub|brl|mxn)$/.test(code);
}

function toCode(code: string): string {
  return code === 'RMB' ? 'CNY' : code;
}

/** "$2 billion to $3 billion", "between $5 and $6". */
function readSecondSign(view: SentenceView, code: string, count: Count): Count {
  const join = view.lower[count.next] ?? '';
  if (!/^(?:to|-|–|and)$/.test(join) || count.min !== undefined || count.max !== undefined) return count;
  if (join === 'and' && view.lower[count.at - 2] !== 'between') return count;
  const sign = readSign(view, count.next + 1);
  const other = sign?.code === code ? readQuantity(view, sign.next) : undefined;
  if (other === undefined || other.value <= count.value || other.value > count.value * 20) return count;
  return { ...count, next: other.next, value: (count.value + other.value) / 2, min: count.value, max: other.value };
}

/** The bound of a signed amount stands before its sign. */
function boundedBy(view: SentenceView, at: number, count: Count): Count {
  if (count.min !== undefined || count.max !== undefined) return count;
  const bound = boundBefore(view, at);
  return { ...count, ...(bound === 'min' && { min: count.value }), ...(bound === 'max' && { max: count.value }) };
}

/** A number before a name, sign or code of money. */
function readNamed(view: SentenceView, at: number): Found | undefined {
  const count = readCount(view, at);
  if (count === undefined || count.closed) return undefined;
  const { lower } = view;
  const from = lower[count.next] === '-' || lower[count.next] === 'of' ? count.next + 1 : count.next;
  for (let gap = 0; gap <= 2; gap++) {
    const money = readCurrency(view, from + gap, lower.slice(from, from + gap));
    if (money === undefined) continue;
    if (gap > 0 && !isAdjectives(view, from, gap)) return undefined;
    return closeNamed(view, at, count, money, from + gap + 1);
  }
  return undefined;
}

/** Only names of countries may stand between number and money: "100 Chinese yuan", "10 US dollars". */
function isAdjectives({ tokens, lower, words }: SentenceView, from: number, gap: number): boolean {
  const between = tokens.slice(from, from + gap);
  return between.every(
    ({ upos }, index) => upos === 'ADJ' || upos === 'PROPN' || words.moneyClues.has(lower[from + index] ?? ''),
  );
}

interface Money {
  readonly code: string;
  readonly share: number;
  readonly name: string;
}

function readCurrency(view: SentenceView, at: number, adjectives: readonly string[]): Money | undefined {
  const { lower, words } = view;
  const word = lower[at] ?? '';
  const name = words.currencies.has(word) ? word : word.replace(/s$/, '');
  const candidates = words.currencies.get(name);
  if (candidates !== undefined) return { code: chooseCurrency(view, candidates, adjectives), share: 1, name };
  const cents = words.cents.get(word) ?? words.cents.get(word.replace(/s$/, ''));
  if (cents !== undefined) return { code: cents, share: 0.01, name: word };
  const sign =
    words.signs.get(word) ??
    (words.codes.has(word.toUpperCase()) && (isLowerCode(word) || isUpper(view, at))
      ? toCode(word.toUpperCase())
      : undefined);
  return sign === undefined ? undefined : { code: sign, share: 1, name: word };
}

function isUpper({ text, tokens }: SentenceView, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && /^[A-Z]{3}$/.test(text.slice(token.start, token.end));
}

/** Adjectives decide, else words of the sentence; else the best known currency of that name. */
function chooseCurrency(
  { lower }: SentenceView,
  candidates: readonly CurrencyCandidate[],
  adjectives: readonly string[],
): string {
  const named = candidates.find(({ clues }) => clues.some((clue) => adjectives.includes(clue)));
  const near = named ?? candidates.find(({ clues }) => clues.some((clue) => lower.includes(clue)));
  return (near ?? candidates[0])?.code ?? 'XXX';
}

function closeNamed(view: SentenceView, at: number, count: Count, money: Money, next: number): Found | undefined {
  if (/^(?:won|real|sol|mark|crown|som|dong|pound|kip|dram|colon)$/.test(money.name) && !isMoney(view, count, next - 1))
    return undefined;
  const scale = view.words.numbers.scales.get(view.lower[next] ?? '');
  if (scale !== undefined && money.share === 1) {
    return close(view, at, { ...count, value: count.value * scale, next: next + 1 }, money.code);
  }
  const small = money.share === 1 ? readSmall(view, next) : undefined;
  const value = round(count.value * money.share + (small?.value ?? 0));
  const whole = { ...count, value, next: small?.next ?? next };
  const scaled =
    money.share === 1
      ? whole
      : {
          ...whole,
          ...(count.min !== undefined && { min: round(count.min * money.share) }),
          ...(count.max !== undefined && { max: round(count.max * money.share) }),
        };
  return close(view, at, scaled, money.code);
}

/** "won" is money after millions, a verb after "three"; "pounds" weigh and "marks" grade. */
function isMoney({ tokens, lower }: SentenceView, count: Count, at: number): boolean {
  const word = lower[at] ?? '';
  if (/^pounds?$/.test(word)) return !/^(?:of|in)$/.test(lower[at + 1] ?? '') || count.value >= 10_000;
  if (word === 'won') return tokens[at]?.upos !== 'VERB' && count.value >= 1000;
  if (word === 'real' || word === 'som' || word === 'dong' || word === 'sol')
    return tokens[at]?.upos !== 'ADJ' && tokens[at]?.upos !== 'PROPN';
  return count.value >= 2;
}

/** "thirteen dollars and forty-five cents", "15 dollars 50". */
function readSmall(view: SentenceView, next: number): { value: number; next: number } | undefined {
  const from = view.lower[next] === 'and' ? next + 1 : next;
  const reading = readQuantity(view, from);
  if (reading === undefined || reading.value >= 100 || !Number.isInteger(reading.value)) return undefined;
  const cents = /^(?:cents?|pence|p)$/.test(view.lower[reading.next] ?? '');
  if (cents) return { value: reading.value / 100, next: reading.next + 1 };
  const last = /^[.,;)]?$/.test(view.lower[reading.next] ?? '');
  return from === next && last && reading.value >= 10 ? { value: reading.value / 100, next: reading.next } : undefined;
}

/** "USD115" and "115USD" are one token each. */
function readGlued(view: SentenceView, at: number): Found | undefined {
  const token = view.tokens[at];
  const word = token === undefined || token.end - token.start > 16 ? '' : view.text.slice(token.start, token.end);
  const match = /^([A-Z]{3})(\d[\d.]*)$/.exec(word);
  if (match === null || !view.words.codes.has(match[1] ?? '')) return undefined;
  const count = { at, next: at + 1, value: Number(match[2]), figures: true, closed: false };
  return close(view, at, boundedBy(view, at, count), toCode(match[1] ?? ''));
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function close(view: SentenceView, at: number, count: Count, code: string): Found | undefined {
  const first = view.tokens[at];
  const last = view.tokens[count.next - 1];
  if (first === undefined || last === undefined) return undefined;
  const per = readPer(view, count.next);
  return {
    amount: {
      start: first.start,
      end: last.end,
      kind: 'money',
      value: count.value,
      ...(count.min !== undefined && { min: count.min }),
      ...(count.max !== undefined && { max: count.max }),
      ...(per !== undefined && { per }),
      unit: code,
    },
    next: count.next,
  };
}

const rate =
  /^(?:year|month|week|day|night|hour|minute|quarter|share|barrel|tonne|ton|litre|liter|gallon|head|person|ounce|kilo|kilogram|kg|pound|bushel|vote|seat|family|household|passenger|vehicle|unit|piece|acre|hectare|mile|kilometre)$/;

/** "a year", "per barrel", "each", "annually" right after an amount, as the text has it. */
export function readPer({ lower, text, tokens }: SentenceView, next: number): string | undefined {
  const word = lower[next] ?? '';
  if (
    word === 'each' ||
    word === 'apiece' ||
    word === 'annually' ||
    word === 'monthly' ||
    word === 'daily' ||
    word === 'weekly'
  )
    return word;
  const dash = word === '-' ? 1 : 0;
  const article = lower[next + dash] ?? '';
  const noun = dash === 1 && lower[next + 2] === '-' ? next + 3 : next + dash + 1;
  if (!/^(?:a|an|per|every)$/.test(article) || !rate.test(lower[noun] ?? '')) return undefined;
  const token = tokens[noun];
  return token && `${article} ${text.slice(token.start, token.end).toLowerCase()}`;
}
