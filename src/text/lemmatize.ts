import type { Upos } from './parse.ts';

/** Irregular forms: `"${form} ${upos}"` → lemma. */
export type LemmaExceptions = ReadonlyMap<string, string>;

/**
 * Dictionary form of a word, lower-cased: exceptions from the table, else the regular endings of English.
 *
 * @param form  the word as written
 */
export function lemmatize(form: string, upos: Upos, exceptions: LemmaExceptions): string {
  const lower = form.toLowerCase().replaceAll('’', "'");
  if (lower.length > 40) return lower;
  return exceptions.get(`${lower} ${upos}`) ?? regularLemma(lower, upos);
}

/** The lemma that the endings alone give. */
export function regularLemma(lower: string, upos: Upos): string {
  if (upos === 'NOUN') return singular(lower);
  if (upos === 'VERB' || upos === 'AUX') return infinitive(lower);
  return lower;
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|'s|ics|ews)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes|zzes|oes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function infinitive(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith('ing') && /[aeiouy].*ing$/.test(word)) return restore(word.slice(0, -3));
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ed') && /[aeiouy].*ed$/.test(word)) return restore(word.slice(0, -2));
  if (/(?:ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return /(?:ches|shes|sses|xes|zzes|oes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** Puts back what "-ing" and "-ed" take away: "mak" → "make", "stopp" → "stop". */
function restore(stem: string): string {
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  if (
    /(?:[^aeiou][aeiou][ckglstvz]|[aeiou]{2}[csv]|[aeioulnr][cgsv]|rg|dg|ng|bl|gl|pl|tl|dl|fl|kl|zl|[aeiou]z|u|[aiou]r|at|[^aeiou][io]t)$/.test(
      stem,
    )
  )
    return needsNoE(stem) ? stem : `${stem}e`;
  return stem;
}

function needsNoE(stem: string): boolean {
  return (
    /(?:[aeiou]{2}[cktlgr]|ss|ll|ng|ck|[^aeiou]er|er|or|it|ow|is[ht]|et|in|en|on|[io]t)$/.test(stem) || stem.length < 3
  );
}
