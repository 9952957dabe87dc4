import type { AmountKind } from '../../schema/amount.ts';
import type { Token } from '../../text/parse.ts';
import type { Count, SentenceView } from './sentence-view.ts';

/** What a number counts. Token indexes. */
export interface CountedNoun {
  /** Index of the head noun. */
  readonly head: number;
  /** Index after the amount expression: after the head, or after the number in "13 of its soldiers". */
  readonly next: number;
  /** Index after the whole noun phrase. */
  readonly phraseEnd: number;
  readonly kind: AmountKind;
  /** Plain plural, lower case. */
  readonly unit: string;
}

/** How many words may stand between a number and its noun. */
const maxWords = 6;

/** Finds the noun that a number counts: "2,000 unarmed verifiers", "13 of its soldiers". */
export function readNoun(view: SentenceView, count: Count): CountedNoun | undefined {
  const { lower } = view;
  const partitive =
    lower[count.next] === 'of' && /^(?:the|its|their|his|her|these|those|our|whose)$/.test(lower[count.next + 1] ?? '');
  const vague = lower[count.next] === 'of' && view.words.numbers.many.has(lower[count.next - 1] ?? '');
  const head = findHead(view, count.next + (partitive ? 2 : vague ? 1 : 0));
  if (head === undefined) return undefined;
  const kind = kindOf(view, head, count.value);
  if (kind === undefined) return undefined;
  return { head, next: partitive ? count.next : head + 1, phraseEnd: head + 1, kind, unit: toUnit(view, head, kind) };
}

function findHead({ tokens, lower }: SentenceView, from: number): number | undefined {
  let head: number | undefined;
  for (let index = from; index < tokens.length && index < from + maxWords; index++) {
    const token = tokens[index];
    const word = lower[index] ?? '';
    if (token === undefined || word === '') break;
    if (token.upos === 'NOUN') head = index;
    else if (token.upos === 'PROPN' && head === undefined && isPluralName(lower, index, word)) head = index;
    else if (head !== undefined && word !== '-') break;
    else if (token.upos !== 'ADJ' && token.upos !== 'PROPN' && word !== '-' && !isFiller(word) && token.upos !== 'VERB')
      break;
    else if (token.upos === 'VERB' && !/(?:ed|ing|en)$/.test(word)) break;
    if (head === index && word.endsWith('s') && !/s$/.test(lower[index + 1] ?? '') && lower[index + 1] !== '-') break;
  }
  return head;
}

/** "Marines", "Rohingya", "Kenyans": a people's name counts as a noun when nothing else follows. */
function isPluralName(lower: readonly string[], index: number, word: string): boolean {
  return /(?:s|ese)$/.test(word) && !/^(?:states|nations)$/.test(lower[index + 1] ?? '') && word.length > 3;
}

function isFiller(word: string): boolean {
  return /^(?:more|additional|further|extra|new|such|unarmed|suspected|mainly|mostly|so|called)$/.test(word);
}

const human = /(?:[^aeiou]ers|tors|ists|ians|ants|ees|men|women|folk|nationals|ese)$/;

function kindOf({ text, tokens, lower, words }: SentenceView, head: number, value: number): AmountKind | undefined {
  const token = tokens[head];
  const word = lower[head] ?? '';
  const lemma = token?.lemma ?? word;
  const singular = word.replace(/s$/, '');
  if (words.notCounted.has(lemma) || words.notCounted.has(singular)) return undefined;
  const known = words.nouns.get(lemma) ?? words.nouns.get(singular) ?? words.nouns.get(word);
  if (known !== undefined) return known;
  if (human.test(word) && !words.notPeople.has(singular) && !words.notPeople.has(lemma)) return 'people';
  const plural = /(?:[^s]s|ese)$/.test(word);
  if (!plural || value < 2) return undefined;
  return isCapital(text, token) ? 'people' : 'other';
}

/** "Tibetans", "Rohingya": a people. */
function isCapital(text: string, token: Token | undefined): boolean {
  const first = text.charAt(token?.start ?? 0);
  return first !== first.toLowerCase();
}

function toUnit({ text, tokens, lower }: SentenceView, head: number, kind: AmountKind): string {
  const token = tokens[head];
  const word = token !== undefined && isCapital(text, token) ? text.slice(token.start, token.end) : (lower[head] ?? '');
  if (kind === 'troops') return 'troops';
  if (kind !== 'people') return word;
  return /^(?:people|person|persons|men|women|man|woman|lives|souls|individuals|others?)$/i.test(word)
    ? 'people'
    : word;
}
