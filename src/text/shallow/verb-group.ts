import type { Token } from '../parse.ts';

/** What a verb group says about time, voice and truth. */
export interface VerbFeatures {
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'participle';
  readonly passive: boolean;
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly past: boolean;
  /** Token index of "not" or "never". */
  readonly negation?: number;
  /** Lemma of the modal verb. */
  readonly modal?: string;
  /** A form of "be" with no verb after it. */
  readonly copula: boolean;
}

const modals = new Set("will would shall should can could may might must ought 'll 'd wo ca".split(' '));
const negations = new Set(['not', "n't", 'n’t', 'never', 'no-longer']);
const participles = new Set(
  'taken given driven seen known beaten broken chosen fallen forgotten frozen hidden stolen sworn thrown torn withdrawn written shown gone done begun sunk forbidden overthrown undertaken ridden risen slain shaken woken worn'.split(
    ' ',
  ),
);

/** Reads the verb group that begins at a token; nothing where none begins. */
export function readVerbGroup(
  text: string,
  tokens: readonly Token[],
  at: number,
  isLocked: (index: number) => boolean,
): { to: number; head: number; features: VerbFeatures } | undefined {
  let head = -1;
  let to = at;
  let negation: number | undefined;
  let modal: string | undefined;
  let infinitive = false;
  let perfect = false;
  let be = false;
  let being = false;
  let past = false;
  let lastAux = -1;
  for (; to < tokens.length && to < at + 12; to += 1) {
    if (isLocked(to)) break;
    const token = tokens[to] as Token;
    const form = text.slice(token.start, token.end).toLowerCase();
    if (token.upos === 'VERB') {
      head = to;
      break;
    }
    if (negations.has(form)) {
      if (to === at && !leadsToVerb(tokens, to)) return undefined;
      negation = to;
    } else if (token.upos === 'AUX') {
      lastAux = to;
      if (modals.has(form) || modals.has(token.lemma)) modal = modals.has(form) ? form : token.lemma;
      else if (token.lemma === 'have') perfect = true;
      else if (token.lemma === 'be' || token.lemma === 'get') {
        if (form === 'being') being = true;
        be = true;
      }
      if (/^(was|were|had|did|'d)$/.test(form)) past = true;
    } else if (token.upos === 'PART' && form === 'to') {
      if (to !== at && !(to === at + 1 && negation !== undefined)) break;
      if (!leadsToVerb(tokens, to)) return undefined;
      infinitive = true;
    } else if (token.upos === 'ADV' && to > at) {
    } else break;
  }
  if (head < 0) {
    if (lastAux < 0) return undefined;
    // a copula or an auxiliary alone: the group ends with it (and a negation after it)
    const end = negation !== undefined && negation > lastAux ? negation + 1 : lastAux + 1;
    const form = infinitive ? 'infinitive' : 'finite';
    const copula = tokens[lastAux]?.lemma === 'be';
    return {
      to: end,
      head: lastAux,
      features: { form, passive: false, perfect, progressive: false, past, copula, ...named(negation, modal) },
    };
  }
  const verb = tokens[head] as Token;
  const form = text.slice(verb.start, verb.end).toLowerCase();
  const ing = form.endsWith('ing') && verb.lemma !== form;
  const finite = lastAux >= 0 || infinitive;
  const features: VerbFeatures = {
    form: infinitive
      ? 'infinitive'
      : finite
        ? 'finite'
        : ing
          ? 'gerund'
          : participles.has(form)
            ? 'participle'
            : 'finite',
    passive: (be && !ing) || (being && !ing) || (!finite && participles.has(form)),
    perfect,
    progressive: be && ing,
    past: past || perfect || (!finite && !ing && form !== verb.lemma && !form.endsWith('s')),
    copula: false,
    ...named(negation, modal),
  };
  return { to: head + 1, head, features };
}

function named(negation: number | undefined, modal: string | undefined) {
  return { ...(negation !== undefined && { negation }), ...(modal !== undefined && { modal }) };
}

/** Whether a verb follows, with nothing but adverbs, particles and auxiliaries before it. */
function leadsToVerb(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < tokens.length && i < at + 5; i += 1) {
    const upos = tokens[i]?.upos;
    if (upos === 'VERB' || upos === 'AUX') return true;
    if (upos !== 'ADV' && upos !== 'PART') return false;
  }
  return false;
}
