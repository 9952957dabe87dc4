import { AnnalsError } from '../util/errors.ts';
import { toPlain } from './plain-text.ts';

/** Scripts written without spaces between words, and Hangul, whose particles stick to the word before. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]\p{M}*/gu;
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
/** A phrase in quotation marks (closed or not) or a run without white space, with its signs. */
const TERM = /(?<sign>-?)(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/gu;
/** Far more than anyone types; the database's own expression parser gives up somewhere above. */
const MAX_TERMS = 64;

/**
 * Text as the full-text index takes it: compatibility forms unified, and a space between the characters of scripts that
 * write none between words. A word of such a script is then a phrase of its characters: any name is found whatever
 * stands beside it, and no dictionary (which differs from one Node release to the next) decides where words end.
 */
export function toSearchText(text: string): string {
  return toPlain(text).normalize('NFKC').replace(SPACELESS, ' $& ');
}

/** Words of a name in comparable form, between spaces: " yoon suk yeol ". Case, accents and punctuation are gone. */
export function toWords(name: string): string {
  const plain = toPlain(name).normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').normalize('NFC');
  return ` ${(plain.match(WORD) ?? []).join(' ')} `;
}

/** A LIKE pattern (escape `\`) for whole words of a name; of a spaceless script any part; `Yoon*` asks for a beginning. */
export function toWordsPattern(part: string): string {
  const words = toWords(part).trim();
  const open = part.trimEnd().endsWith('*') || words.search(SPACELESS) >= 0;
  return open ? `%${/^\p{ASCII}/u.test(words) ? ' ' : ''}${words}%` : `% ${words} %`;
}

/**
 * Turns what a person types into an FTS5 expression: words must all occur, "a phrase" in that order, `-word` must not,
 * `word*` is a beginning, `one OR other` either. Everything else is plain text, so no input is a syntax error.
 *
 * @throws AnnalsError FILTER_BAD_VALUE when there is no word to look for
 */
export function toMatch(text: string): string {
  const wanted: string[][] = [];
  const unwanted: string[] = [];
  let joinNext = false;
  for (const { groups = {} } of text.matchAll(TERM)) {
    if (groups.word === 'OR' && groups.sign === '') {
      joinNext = wanted.length > 0;
      continue;
    }
    const term = toTerm(groups.phrase ?? groups.word ?? '');
    if (term === undefined) continue;
    if (groups.sign === '-') unwanted.push(term);
    else if (joinNext) wanted.at(-1)?.push(term);
    else wanted.push([term]);
    joinNext = false;
  }
  if (wanted.length === 0) throw refuse('has no word to look for');
  if (wanted.flat().length + unwanted.length > MAX_TERMS) throw refuse(`has more than ${MAX_TERMS} words`);
  const all = wanted.map((alternatives) => `(${alternatives.join(' OR ')})`).join(' AND ');
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`;
}

/** One word or phrase as an FTS5 string; its tokens are always quoted, so that AND, NEAR and the like are words too. */
function toTerm(source: string): string | undefined {
  const words = toSearchText(source).match(WORD);
  return words === null ? undefined : `"${words.join(' ')}"${source.endsWith('*') ? ' *' : ''}`;
}

function refuse(problem: string): AnnalsError {
  return new AnnalsError('FILTER_BAD_VALUE', `text: ${problem}; give words, or a "phrase in quotation marks".`);
}
