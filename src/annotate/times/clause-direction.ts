import type { Sentence, Token } from '../../text/parse.ts';

/** Words that point ahead: what they govern is still to come. */
const ahead =
  /^(?:will|'ll|’ll|shall|wo|would|going|plan|plans|planned|planning|schedule|scheduled|expect|expected|expects|due|set|slated|intend|intends|hope|hopes|may|might|could|should|must|upcoming|deadline)$/;

/** How far, in tokens, a verb may stand from the time that it governs. */
const reach = 14;

/**
 * Whether the clause around a token speaks of what was (-1) or of what will be (1); 0 when no verb tells. The verb
 * before the time decides, else the first after it; a comma, a quotation mark or a semicolon ends the search.
 */
export function clauseDirection(text: string, sentence: Sentence, at: number): -1 | 0 | 1 {
  return lookBack(text, sentence.tokens, at) || lookAhead(text, sentence.tokens, at);
}

function lookBack(text: string, tokens: readonly Token[], at: number): -1 | 0 | 1 {
  for (let index = at - 1; index >= 0 && index >= at - reach; index--) {
    const token = tokens[index] as Token;
    const word = text.slice(token.start, token.end).toLowerCase();
    if (/^[,;:"“”()—–]$/.test(word) && index < at - 1) return 0;
    if (token.upos === 'VERB' || token.upos === 'AUX') return verbDirection(text, tokens, index);
    if (ahead.test(word)) return 1;
  }
  return 0;
}

function lookAhead(text: string, tokens: readonly Token[], at: number): -1 | 0 | 1 {
  for (let index = at + 1; index < tokens.length && index <= at + reach; index++) {
    const token = tokens[index] as Token;
    if (token.upos !== 'VERB' && token.upos !== 'AUX') continue;
    const word = text.slice(token.start, token.end).toLowerCase();
    if (ahead.test(word) && token.upos === 'AUX') return 1;
    return verbDirection(text, tokens, index);
  }
  return 0;
}

/** The words just before a verb tell its time: "will", "to", "expected to", "had". */
function verbDirection(text: string, tokens: readonly Token[], index: number): -1 | 0 | 1 {
  const verb = tokens[index] as Token;
  const form = text.slice(verb.start, verb.end).toLowerCase();
  if (ahead.test(form) && form !== 'could' && form !== 'would') return 1;
  for (let back = index - 1; back >= 0 && back >= index - 4; back--) {
    const token = tokens[back] as Token;
    const word = text.slice(token.start, token.end).toLowerCase();
    if (/^(?:will|'ll|’ll|shall|wo|would|may|might|to|should|must|can|could)$/.test(word)) return 1;
    if (/^(?:had|has|have|was|were|did|been)$/.test(word)) return -1;
    if (token.upos !== 'ADV' && token.upos !== 'AUX' && token.upos !== 'PART') break;
  }
  return isPast(form, verb.lemma) ? -1 : 0;
}

function isPast(form: string, lemma: string): boolean {
  return form !== lemma && !form.endsWith('ing') && !(form.endsWith('s') && !/^(?:was|has)$/.test(form));
}
