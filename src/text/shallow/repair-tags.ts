import type { Token } from '../parse.ts';

/**
 * Mends tags that a small tagger often gets wrong in news prose, using a list of verbs that matter: "Kinshasa accuses",
 * "the town was attacked", "Police fired tear gas". Offsets stay as they are.
 *
 * @param isVerb  whether a lemma is a verb of interest
 * @param isNoun  whether it is also a common noun: such a word needs more proof
 */
export function repairTags(
  text: string,
  tokens: readonly Token[],
  isVerb: (lemma: string) => boolean,
  isNoun: (lemma: string) => boolean,
): Token[] {
  const mended: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    const lemma = asVerb(text, tokens, mended, i, isVerb, isNoun);
    mended.push(lemma === undefined ? token : { ...token, upos: 'VERB', lemma });
  }
  return mended;
}

function asVerb(
  text: string,
  tokens: readonly Token[],
  before: readonly Token[],
  at: number,
  isVerb: (lemma: string) => boolean,
  isNoun: (lemma: string) => boolean,
): string | undefined {
  const { upos, start, end } = tokens[at] as Token;
  if (upos !== 'NOUN' && upos !== 'ADJ' && upos !== 'PROPN') return undefined;
  const form = text.slice(start, end);
  if (upos === 'PROPN' && form !== form.toLowerCase()) return undefined;
  const lemma = verbLemma(form.toLowerCase(), isVerb);
  if (lemma === undefined) return undefined;
  const previous = lastWord(before);
  const next = tokens[at + 1]?.upos;
  if (/(ed|en|wn|ought|elt|ung)$/.test(form) && form !== lemma) {
    if (previous === undefined) return undefined;
    if (previous.upos === 'AUX') return lemma;
    // "[Police] fired [tear gas]": after a noun, not after an article or adjective, and not before a noun's own end
    const afterSubject = previous.upos === 'NOUN' || previous.upos === 'PROPN' || previous.upos === 'PRON';
    return afterSubject && next !== undefined && next !== 'PUNCT' ? lemma : undefined;
  }
  if (form.endsWith('s') && form.toLowerCase() !== lemma && !isNoun(lemma)) {
    const subject = previous?.upos === 'PROPN' || previous?.upos === 'NOUN' || previous?.upos === 'PRON';
    return subject ? lemma : undefined;
  }
  if (form.toLowerCase() === lemma && !isNoun(lemma) && upos === 'NOUN') {
    const base = previous?.upos === 'PART' || previous?.upos === 'AUX' || (previous?.upos === 'NOUN' && next === 'DET');
    return base ? lemma : undefined;
  }
  return undefined;
}

function lastWord(tokens: readonly Token[]): Token | undefined {
  for (let i = tokens.length - 1; i >= 0 && i > tokens.length - 4; i -= 1) {
    if (tokens[i]?.upos !== 'ADV') return tokens[i];
  }
  return undefined;
}

/** The lemma of a regular verb form, if it is a verb of interest. */
function verbLemma(form: string, isVerb: (lemma: string) => boolean): string | undefined {
  for (const candidate of candidates(form)) if (isVerb(candidate)) return candidate;
  return undefined;
}

function candidates(form: string): string[] {
  const found = [form];
  if (form.endsWith('ies')) found.push(`${form.slice(0, -3)}y`);
  if (form.endsWith('es')) found.push(form.slice(0, -2));
  if (form.endsWith('s')) found.push(form.slice(0, -1));
  for (const ending of ['ed', 'ing']) {
    if (!form.endsWith(ending)) continue;
    const stem = form.slice(0, -ending.length);
    found.push(stem, `${stem}e`);
    if (stem.endsWith('i')) found.push(`${stem.slice(0, -1)}y`);
    if (stem.length > 2 && stem.at(-1) === stem.at(-2)) found.push(stem.slice(0, -1));
  }
  return found;
}
