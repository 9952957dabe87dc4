import type { ActorNoun, ActorTables } from './load-actor-tables.ts';
import { isCapitalized, isGlued, type SentenceView } from './story-view.ts';

/** No noun phrase reaches farther to either side, in tokens. */
const reach = 14;

const determiner =
  /^(?:the|a|an|this|that|these|those|some|several|many|all|both|most|each|another|his|her|its|their|our|my|your|few)$/;
const quantity =
  /^(?:about|around|nearly|almost|over|roughly|some|approximately|than|least|more|fewer|less|at|up|to|most|only|just)$/;
/** Counting nouns: "thousands of people", "a handful of colonels". */
const amount =
  /^(?:thousands|hundreds|dozens|scores|tens|millions|number|handful|group|majority|some|all|most|many|few|half|crowd|crowds|band|column)$/;

/** First token of the noun phrase whose head begins at `head`. */
export function leftEdge(view: SentenceView, head: number, tables: ActorTables): number {
  let from = head;
  const floor = Math.max(0, head - reach);
  while (from > floor) {
    const step = stepLeft(view, from, tables);
    if (step === 0) break;
    from -= step;
    if (determiner.test(view.lower[from] ?? '') && !isAfterPossessor(view, from)) return from;
  }
  return trimLeft(view, from, head);
}

/** How many tokens before `from` still belong to the phrase. */
function stepLeft(view: SentenceView, from: number, tables: ActorTables): number {
  const at = from - 1;
  const word = view.lower[at] ?? '';
  const tag = view.tags[at];
  if (determiner.test(word) && (tag === 'DET' || (word !== 'that' && (tag === 'PRON' || tag === 'ADJ')))) return 1;
  if (word === 'of' && amount.test(view.lower[at - 1] ?? '')) return 2;
  if (view.tags[from] === 'NUM' && /^(?:NOUN|PROPN|ADJ|VERB)$/.test(tag ?? '')) return 0;
  if (tag === 'ADJ' || tag === 'NUM') return 1;
  if (tag === 'NOUN' || tag === 'PROPN') return isOpenNoun(view, at) && !isBeforeDemonym(view, at, tables) ? 1 : 0;
  if (/^(?:'s|’s|'|’)$/.test(word) && tag !== 'AUX' && tag !== 'VERB')
    return /^(?:NOUN|PROPN)$/.test(view.tags[at - 1] ?? '') ? 2 : 0;
  if ((word === '-' || word === '–') && isGlued(view, at) && isGlued(view, from)) return at > 0 ? 2 : 0;
  // "state-run", "US-led": the verb at the end of a compound.
  if (tag === 'VERB' && view.words[at - 1] === '-' && isGlued(view, at)) return 1;
  if (tag === 'VERB' && /(?:ed|ing|en)$/.test(word)) return isParticiple(view, at) ? 1 : 0;
  if (view.tags[from] === 'NUM' && quantity.test(word)) return 1;
  if (tag === 'ADV' && view.tags[from] === 'ADJ' && /ly$/.test(word)) return 1;
  return isJoined(view, at, tables) ? 2 : 0;
}

/** A noun before the phrase is its modifier, unless it is a person's own name or a time ("Tuesday"). */
function isOpenNoun(view: SentenceView, at: number): boolean {
  return !/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|tomorrow|%|percent|tonight)$/.test(
    view.lower[at] ?? '',
  );
}

/** A plain noun does not qualify a demonym: "a precedent Brazilian boats …". */
function isBeforeDemonym(view: SentenceView, at: number, { countries }: ActorTables): boolean {
  if (isCapitalized(view.words[at])) return false;
  return countries.names.get(view.words[at + 1] ?? '')?.some(({ role }) => role === 'adjective') === true;
}

/** "armed men", "the displaced people": after an article, an adjective, a number or nothing. */
function isParticiple(view: SentenceView, at: number): boolean {
  if (at === 0) return true;
  const before = view.tags[at - 1];
  return before === 'DET' || before === 'ADJ' || before === 'NUM' || determiner.test(view.lower[at - 1] ?? '');
}

/** "British, German and Dutch sappers", "Trade and Industry Minister". */
function isJoined(view: SentenceView, at: number, { countries }: ActorTables): boolean {
  const word = view.lower[at] ?? '';
  if (word !== 'and' && word !== ',') return false;
  const isDemonym = (index: number) => {
    const readings = countries.names.get(view.words[index] ?? '');
    return readings?.some(({ role }) => role === 'adjective' || role === 'name') === true;
  };
  return isDemonym(at - 1) && isDemonym(at + 1);
}

function isAfterPossessor(view: SentenceView, from: number): boolean {
  return /^(?:'s|’s)$/.test(view.lower[from - 1] ?? '');
}

/** Takes off what the steps swallowed too much of: stray punctuation, a lone possessive mark. */
function trimLeft(view: SentenceView, from: number, head: number): number {
  let at = from;
  while (
    at < head &&
    /^(?:PUNCT|SYM|ADP|ADV|CCONJ|PART)$/.test(view.tags[at] ?? '') &&
    !quantity.test(view.lower[at] ?? '')
  )
    at++;
  if (view.lower[at] === 'than') at++;
  return at;
}

/** Token after the noun phrase whose head ends before `to`: takes in "of …", an office's "for …" and "to …". */
export function rightEdge(view: SentenceView, to: number, noun: ActorNoun): number {
  const link = view.lower[to] ?? '';
  if (link === 'of') return phraseEnd(view, to + 1, to);
  const reaches = /^(?:for|to)$/.test(link) && speaksFor.test(noun.noun) && view.tags[to + 1] !== 'VERB';
  return reaches || (link === 'on' && noun.noun.endsWith('rapporteur')) ? phraseEnd(view, to + 1, to) : to;
}

/** Offices whose charge follows with "for" or "to". */
const speaksFor =
  /(?:spokesman|spokeswoman|spokesperson|minister|secretary|envoy|ambassador|commissioner|representative|coordinator|adviser|advisor|aide|lawyer)$/;

/** End of the simple noun phrase that begins at `at`; `otherwise` when there is none. */
function phraseEnd(view: SentenceView, at: number, otherwise: number): number {
  let end = at;
  let heads = 0;
  while (end < at + reach && end < view.tokens.length) {
    const tag = view.tags[end];
    const word = view.lower[end] ?? '';
    if (tag === 'NOUN' || tag === 'PROPN') heads++;
    else if (tag === 'DET' || (tag === 'PRON' && determiner.test(word))) {
      if (heads > 0) break;
    } else if (word === '-' && isGlued(view, end)) heads++;
    else if (/^(?:'s|’s)$/.test(word)) heads = 0;
    else if (word === 'of' && heads > 0) heads = 0;
    else if (word === 'and' && heads > 0 && isCapitalized(view.words[end + 1]) && isCapitalized(view.words[end - 1]))
      heads = 0;
    else if (tag !== 'ADJ' && tag !== 'NUM') break;
    else if (tag === 'NUM' && heads > 0) break;
    end++;
  }
  while (end > at && view.tags[end - 1] !== 'NOUN' && view.tags[end - 1] !== 'PROPN' && view.tags[end - 1] !== 'ADJ')
    end--;
  return end > at ? end : otherwise;
}
