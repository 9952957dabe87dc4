import type { Sentence, Token } from '../../text/parse.ts';
import type { ClauseWords } from './time-words.ts';

/** How far, in tokens, a verb may stand from the time that it governs. */
const reach = 14;

interface Clause {
  readonly words: ClauseWords;
  readonly tokens: readonly Token[];
  readonly lower: (index: number) => string;
}

/**
 * Whether the clause around a token speaks of what was (-1) or of what will be (1); 0 when no verb tells. The verb
 * before the time decides, else the first after it; a quotation mark, a bracket or a semicolon ends the search.
 */
export function clauseDirection(text: string, sentence: Sentence, at: number, words: ClauseWords): -1 | 0 | 1 {
  const { tokens } = sentence;
  const lower = (index: number): string => {
    const token = tokens[index];
    return token === undefined || token.end - token.start > 24 ? '' : text.slice(token.start, token.end).toLowerCase();
  };
  const clause = { words, tokens, lower };
  if (/^['’]s$/.test(lower(at + 1))) return -1;
  const from = beforeClock(clause, at);
  const back = lookBack(clause, from + 1);
  if (!words.aheadPreposition.has(lower(from))) return back || lookAhead(clause, at);
  if (lower(from) !== 'by') return 1;
  return isPerfect(clause, from) || (back === 0 && lookAhead(clause, at) < 0) ? -1 : 1;
}

/** Index of the word before a time, stepping over "midnight on", "5 pm on", "the end of". */
function beforeClock({ words, lower, tokens }: Clause, at: number): number {
  let index = at - 1;
  const steps = /^(?:on|at|midnight|noon|am|pm|a\.m\.|p\.m\.|night|the|end|of|mid|-)$/;
  if (!/^(?:on|of|end|-|mid)$/.test(lower(index))) return index;
  while (index > 0 && index > at - 5 && (steps.test(lower(index)) || tokens[index]?.upos === 'NUM')) index--;
  return words.aheadPreposition.has(lower(index)) ? index : at - 1;
}

/** "had arrived by Tuesday". */
function isPerfect({ lower }: Clause, at: number): boolean {
  for (let index = at - 1; index >= 0 && index >= at - 6; index--) if (lower(index) === 'had') return true;
  return false;
}

function lookBack(clause: Clause, at: number): -1 | 0 | 1 {
  for (let index = at - 1; index >= 0 && index >= at - reach; index--) {
    const word = clause.lower(index);
    if (/^[,;:"“”()—–]$/.test(word) && index < at - 1) return 0;
    if (clause.words.aheadWord.has(word) && /^(?:to|for)$/.test(clause.lower(index + 1))) return 1;
    const upos = clause.tokens[index]?.upos;
    const direction = upos === 'VERB' || upos === 'AUX' ? verbDirection(clause, index) : 0;
    if (direction !== 0) return direction;
  }
  return 0;
}

function lookAhead(clause: Clause, at: number): -1 | 0 | 1 {
  for (let index = at + 1; index < clause.tokens.length && index <= at + reach; index++) {
    const upos = clause.tokens[index]?.upos;
    if (/^[,;:"“”()—–]$/.test(clause.lower(index)) && index > at + 1) return 0;
    if ((upos !== 'VERB' && upos !== 'AUX') || clause.lower(index - 1) === 'to') continue;
    const direction = verbDirection(clause, index);
    return direction > 0 && upos === 'VERB' && clause.lower(index).endsWith('s') ? 0 : direction;
  }
  return 0;
}

/** The words just before a verb tell its time: "will", "to", "expected to", "had". */
function verbDirection({ words, tokens, lower }: Clause, index: number): -1 | 0 | 1 {
  const form = lower(index);
  if (/^(?:will|'ll|’ll|shall|wo)$/.test(form)) return 1;
  for (let back = index - 1; back >= 0 && back >= index - 4; back--) {
    const word = lower(back);
    if (word === 'would' && lower(back + 1) === 'not') return -1;
    if (words.aheadAuxiliary.has(word)) return 1;
    if (/^(?:had|has|have|was|were|did|been)$/.test(word)) return -1;
    if (/^(?:is|are|am)$/.test(word)) return form.endsWith('ing') ? 1 : 0;
    const upos = tokens[back]?.upos;
    if (upos !== 'ADV' && upos !== 'AUX' && upos !== 'PART') break;
  }
  const lemma = tokens[index]?.lemma ?? form;
  if (isPast(form, lemma)) return -1;
  return isPresent(form, lemma, words) && tokens[index]?.upos === 'VERB' ? 1 : 0;
}

function isPast(form: string, lemma: string): boolean {
  return form !== lemma && !form.endsWith('ing') && !(form.endsWith('s') && !/^(?:was|has)$/.test(form));
}

/** "arrives on Monday": the present tense of a programme. */
function isPresent(form: string, lemma: string, words: ClauseWords): boolean {
  return form !== lemma && form.endsWith('s') && !words.plainPresent.has(lemma);
}
