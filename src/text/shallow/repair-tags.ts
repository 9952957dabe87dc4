import type { Token, Upos } from '../parse.ts';

/** The verbs that matter to whoever asks, and the forms that lead to them. */
export interface KnownVerbs {
  isVerb(lemma: string): boolean;
  /** Whether a lemma is a common noun too: such a word needs more proof. */
  isNoun(lemma: string): boolean;
  /** Irregular past forms. */
  readonly irregular: ReadonlyMap<string, { readonly lemma: string; readonly ambiguous: boolean }>;
  /** Whether a token is part of a known name, whatever its tag. */
  isName?(index: number): boolean;
}

/**
 * Mends tags and lemmas that a small tagger often gets wrong in news prose, using a list of verbs that matter:
 * "Kinshasa accuses", "the town was attacked", "Police fired tear gas". Offsets stay as they are.
 */
export function repairTags(text: string, tokens: readonly Token[], known: KnownVerbs): Token[] {
  const mended: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (known.isName?.(i)) {
      mended.push(token.upos === 'VERB' || token.upos === 'ADJ' ? { ...token, upos: 'PROPN' } : token);
      continue;
    }
    const lemma = token.upos === 'VERB' ? betterLemma(text, token, known) : asVerb(text, tokens, mended, i, known);
    if (lemma !== undefined && lemma === text.slice(token.start, token.end).toLowerCase()) markInfinitive(text, mended);
    if (token.upos === 'VERB' && isBase(text, token)) markInfinitive(text, mended);
    mended.push(lemma === undefined ? token : { ...token, upos: 'VERB', lemma });
  }
  return mended;
}

/** "freed" → "free", not "fre". */
function betterLemma(text: string, token: Token, known: KnownVerbs): string | undefined {
  if (known.isVerb(token.lemma)) return undefined;
  const form = text.slice(token.start, token.end).toLowerCase();
  return known.irregular.get(form)?.lemma ?? verbLemma(form, known);
}

function isBase(text: string, token: Token): boolean {
  return text.slice(token.start, token.end).toLowerCase() === token.lemma;
}

/** "to" before a mended base form is the infinitive's, whatever its tag was. */
function markInfinitive(text: string, before: Token[]): void {
  const last = before.at(-1);
  if (last && last.upos === 'ADP' && text.slice(last.start, last.end).toLowerCase() === 'to') {
    before[before.length - 1] = { ...last, upos: 'PART' };
  }
}

const mendable = new Set<Upos>(['NOUN', 'ADJ', 'PROPN', 'ADV', 'INTJ', 'X']);

function asVerb(
  text: string,
  tokens: readonly Token[],
  before: readonly Token[],
  at: number,
  known: KnownVerbs,
): string | undefined {
  const { upos, start, end } = tokens[at] as Token;
  if (!mendable.has(upos)) return undefined;
  const form = text.slice(start, end);
  if (form !== form.toLowerCase()) return undefined;
  const previous = lastWord(before);
  if (previous === undefined) return undefined;
  const next = tokens[at + 1]?.upos;
  const afterSubject = previous.upos === 'NOUN' || previous.upos === 'PROPN' || previous.upos === 'PRON';
  const irregular = known.irregular.get(form);
  if (irregular !== undefined) {
    if (previous.upos === 'AUX' || (!irregular.ambiguous && upos !== 'ADJ')) return irregular.lemma;
    return afterSubject && opensObject(next) ? irregular.lemma : undefined;
  }
  if (upos === 'ADV' && !form.endsWith('ed')) return undefined;
  const lemma = verbLemma(form, known);
  if (lemma === undefined) return undefined;
  if (form.endsWith('ed') && form !== lemma) {
    if (previous.upos === 'AUX') return lemma;
    // "[Police] fired [tear gas]": after a noun, not after an article or adjective, and not before a noun's own end
    const after = tokens[at + 1];
    const opensQuote = after !== undefined && /^[“"‘«]/.test(text.charAt(after.start));
    return afterSubject && next !== undefined && (next !== 'PUNCT' || opensQuote) ? lemma : undefined;
  }
  if (form.endsWith('s') && form !== lemma) {
    const proof = known.isNoun(lemma) ? opensObject(next) && previous.upos === 'PROPN' : opensAny(next);
    return afterSubject && proof ? lemma : undefined;
  }
  if (form === lemma && upos !== 'ADV') {
    const afterTo = text.slice(previous.start, previous.end).toLowerCase() === 'to';
    if (afterTo && (previous.upos === 'PART' || opensObject(next))) return lemma;
    if (previous.upos === 'AUX' && modalLemmas.has(previous.lemma)) return lemma;
    return !known.isNoun(lemma) && upos === 'NOUN' && previous.upos === 'NOUN' && next === 'DET' ? lemma : undefined;
  }
  return undefined;
}

const modalLemmas = new Set('will would can could may might shall should must do'.split(' '));

function opensObject(upos: Upos | undefined): boolean {
  return upos === 'DET' || upos === 'PRON' || upos === 'NUM' || upos === 'PROPN' || upos === 'ADJ';
}

function opensAny(upos: Upos | undefined): boolean {
  return (
    opensObject(upos) || upos === 'VERB' || upos === 'SCONJ' || upos === 'ADV' || upos === 'NOUN' || upos === 'PART'
  );
}

function lastWord(tokens: readonly Token[]): Token | undefined {
  for (let i = tokens.length - 1; i >= 0 && i > tokens.length - 4; i -= 1) {
    if (tokens[i]?.upos !== 'ADV') return tokens[i];
  }
  return undefined;
}

/** The lemma of a regular verb form, if it is a verb of interest. */
function verbLemma(form: string, known: KnownVerbs): string | undefined {
  return candidates(form).find((candidate) => known.isVerb(candidate));
}

function candidates(form: string): string[] {
  const found = [form];
  if (form.endsWith('ies')) found.push(`${form.slice(0, -3)}y`);
  if (form.endsWith('es')) found.push(form.slice(0, -2));
  if (form.endsWith('s')) found.push(form.slice(0, -1));
  for (const ending of ['ed', 'ing']) {
    if (!form.endsWith(ending)) continue;
    const stem = form.slice(0, -ending.length);
    found.push(`${stem}e`, stem);
    if (ending === 'ed') found.push(`${stem}e`);
    if (stem.endsWith('i')) found.push(`${stem.slice(0, -1)}y`);
    if (stem.length > 2 && stem.at(-1) === stem.at(-2)) found.push(stem.slice(0, -1));
  }
  return found;
}
