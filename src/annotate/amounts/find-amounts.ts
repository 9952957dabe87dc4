import type { Amount } from '../../schema/amount.ts';
import type { Parse } from '../../text/parse.ts';
import { loadAmountWords } from './amount-words.ts';
import { readCounted, readPercent } from './read-counted.ts';
import { readMoney } from './read-money.ts';
import { type SentenceView, viewSentence } from './sentence-view.ts';

const words = Object.freeze(loadAmountWords());

/**
 * Finds money, casualties, troops, votes and other counted quantities.
 *
 * @returns spans in text order, never overlapping. The words that bound a number ("more than") are left out of the
 *   span and kept in `min` and `max`
 */
export function findAmounts(parse: Parse): Amount[] {
  const found: Amount[] = [];
  for (const sentence of parse.sentences) {
    const view = viewSentence(parse.text, sentence, words);
    for (let at = 0; at < view.tokens.length; ) {
      const next = mayBegin(view, at)
        ? (readMoney(view, at) ?? readPercent(view, at) ?? readCounted(view, at))
        : undefined;
      if (next !== undefined) found.push(next.amount);
      at = next?.next ?? skipNumber(view, at);
    }
  }
  return found;
}

/** Whether an amount may begin at a token: a figure, a number word, a sign or code of money. */
function mayBegin({ lower, words: { numbers, signs, letters } }: SentenceView, at: number): boolean {
  const word = lower[at] ?? '';
  const code = word.charCodeAt(0);
  if (
    (code >= 48 && code <= 57) ||
    signs.has(word) ||
    numbers.ones.has(word) ||
    numbers.tens.has(word) ||
    numbers.many.has(word)
  )
    return true;
  if (/^(?:an?|half|quarter|tens)$/.test(word) || (letters.has(word) && lower[at + 1] === '$')) return true;
  return word.length >= 3 && /^[a-z]{3}\d*(?:\.\d+)?$/.test(word);
}

/** Steps over the rest of a number that is no amount, so that "20 December 1999" does not begin again inside. */
function skipNumber({ lower }: SentenceView, at: number): number {
  return /^\d/.test(lower[at] ?? '') && lower[at + 1] === '-' && /^\d/.test(lower[at + 2] ?? '') ? at + 3 : at + 1;
}
