import type { Token } from '../parse.ts';
import { readVerbGroup, type VerbFeatures } from './verb-group.ts';

/** A flat piece of a sentence. */
export interface Chunk {
  readonly kind: 'noun' | 'verb' | 'prep' | 'relative' | 'clause' | 'conj' | 'comma' | 'stop' | 'quote' | 'other';
  /** Token indexes, half-open. */
  readonly from: number;
  readonly to: number;
  /** Token index: the last noun of a noun group, the main verb of a verb group. */
  readonly head: number;
  readonly verb?: VerbFeatures;
  /** A bare time expression such as "Tuesday" or "last week". */
  readonly time?: true;
}

/** Token ranges that are known to be one noun group, such as names of several words. */
export type Locks = readonly { readonly from: number; readonly to: number }[];

const timeNouns = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december week month year day night morning afternoon evening weekend today yesterday tomorrow tonight midnight noon hour minute dawn decade time'.split(
    ' ',
  ),
);
// participles that are adjectives before a noun, with no article needed
const adjectives = new Set(
  'neighbouring neighboring visiting ruling outgoing incoming remaining existing leading former following opposing warring armed united'.split(
    ' ',
  ),
);
const timeAdjectives = new Set('last next this past late early previous following same'.split(' '));
const possessives = new Set('his her its their our my your'.split(' '));
const relatives = new Set(['who', 'which', 'whom', 'whose']);
const clauseWords = new Set(
  'if unless because although though while when until after before since as whether where why how once than so lest whereas provided that'.split(
    ' ',
  ),
);
// before a gerund these are prepositions, whatever the tag set calls them
const gerundMarks = new Set('of by for from in without after before on with at against about into while'.split(' '));
const quoteMarks = /^["“”„‟«»‹›‘’'`]+$/;

/** Cuts a sentence's tokens into noun groups, verb groups and the words between them; every token is in one chunk. */
export function chunkTokens(text: string, tokens: readonly Token[], locks: Locks = []): Chunk[] {
  const locked = new Uint8Array(tokens.length);
  for (const { from, to } of locks) for (let i = from; i < to; i += 1) locked[i] = i === from ? 1 : 2;
  const chunks: Chunk[] = [];
  let at = 0;
  while (at < tokens.length) {
    const chunk =
      (locked[at] ? undefined : readVerb(text, tokens, at, locked)) ??
      readNounGroup(text, tokens, at, locked) ??
      readSingle(text, tokens, at, chunks);
    chunks.push(chunk);
    at = chunk.to;
  }
  return chunks.map((chunk, index) =>
    opensClause(text, tokens, chunks, index) ? { ...chunk, kind: 'clause' } : chunk,
  );
}

// prepositions that open a clause when a subject and its verb follow: "after the treasury reneged"
const clauseOpeners = new Set('after before since until till as than because once'.split(' '));

function opensClause(text: string, tokens: readonly Token[], chunks: readonly Chunk[], index: number): boolean {
  const chunk = chunks[index];
  if (chunk?.kind !== 'prep' || !clauseOpeners.has(formOf(text, tokens[chunk.head] as Token))) return false;
  if (chunks[index + 1]?.kind !== 'noun') return false;
  for (let i = index + 2; i < Math.min(chunks.length, index + 12); i += 1) {
    const next = chunks[i];
    if (next?.kind === 'verb') return next.verb?.form === 'finite';
    if (next?.kind !== 'noun' && next?.kind !== 'prep' && next?.kind !== 'other' && next?.kind !== 'conj') return false;
  }
  return false;
}

function readVerb(text: string, tokens: readonly Token[], at: number, locked: Uint8Array): Chunk | undefined {
  const first = tokens[at] as Token;
  if (first.upos === 'VERB' && adjectives.has(formOf(text, first)) && startsNominal(tokens[at + 1])) return undefined;
  const group = readVerbGroup(text, tokens, at, (index) => locked[index] !== 0);
  return group && { kind: 'verb', from: at, to: group.to, head: group.head, verb: group.features };
}

/** Determiners, numbers, adjectives, nouns, genitives; ends with its head noun. A determiner after a noun begins a new group. */
function readNounGroup(text: string, tokens: readonly Token[], at: number, locked: Uint8Array): Chunk | undefined {
  let head = -1;
  let to = at;
  for (; to < tokens.length; to += 1) {
    const token = tokens[to] as Token;
    const inside = locked[to] === 2 && to > at;
    if (inside || locked[to]) {
      if (locked[to] === 1 && head >= 0 && isTime(tokens, head)) break;
      if (token.upos !== 'PUNCT') head = to;
      continue;
    }
    if (!belongs(text, tokens, to, head)) break;
    if (isNominal(token) && !(isPossessive(text, token) && continuesGroup(text, tokens, to + 1))) head = to;
  }
  // "the other", "the dead": an adjective alone after a determiner
  if (head < 0 && to > at && tokens[to - 1]?.upos === 'ADJ' && tokens[at]?.upos === 'DET') head = to - 1;
  if (head < 0) return undefined;
  const end = head + 1;
  const time = isTime(tokens, head) && !locked[head];
  return { kind: 'noun', from: at, to: end, head, ...(time && { time: true as const }) };
}

function isTime(tokens: readonly Token[], head: number): boolean {
  return timeNouns.has(tokens[head]?.lemma ?? '');
}

function isNominal({ upos }: Token): boolean {
  return upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON' || upos === 'NUM' || upos === 'SYM' || upos === 'X';
}

function belongs(text: string, tokens: readonly Token[], index: number, head: number): boolean {
  const token = tokens[index] as Token;
  const previous = tokens[index - 1];
  switch (token.upos) {
    case 'DET':
      return head < 0;
    case 'ADJ':
      // "to Russia last week": a time begins a group of its own
      if (head >= 0 && timeNouns.has(tokens[index + 1]?.lemma ?? '') && timeAdjectives.has(token.lemma)) return false;
      return head < 0 || index === head + 1 || previous?.upos === 'ADJ' || previous?.upos === 'PART';
    case 'NUM':
    case 'SYM':
      return head < 0 || index === head + 1 || previous?.upos === 'ADJ' || previous?.upos === 'PART';
    case 'NOUN':
    case 'PROPN':
    case 'X':
      if (head >= 0 && timeNouns.has(token.lemma) !== isTime(tokens, head) && !timeNouns.has(token.lemma)) return false;
      return !(head >= 0 && timeNouns.has(token.lemma) && tokens[head]?.upos !== 'NUM' && isDayName(token.lemma));
    case 'PRON':
      if (relatives.has(token.lemma) || relatives.has(formOf(text, token))) return false;
      if (formOf(text, token) === 'that') return false;
      return head < 0;
    case 'PART':
      return head >= 0 && /^['’]s?$/.test(formOf(text, token));
    case 'VERB':
      if (head < 0 && adjectives.has(formOf(text, token)) && startsNominal(tokens[index + 1])) return true;
      // "visiting delegation", "armed men": a participle between determiner or genitive and noun
      return (
        head < 0 &&
        previous !== undefined &&
        (previous.upos === 'DET' ||
          previous.upos === 'ADJ' ||
          previous.upos === 'NUM' ||
          isPossessive(text, previous)) &&
        /(ing|ed|en)$/.test(formOf(text, token)) &&
        startsNominal(tokens[index + 1])
      );
    case 'CCONJ': {
      // "full and unconditional support", "any nuclear or missile threat"
      const next = tokens[index + 1]?.upos;
      return (
        head < 0 &&
        previous?.upos === 'ADJ' &&
        (next === 'ADJ' || (next === 'NOUN' && tokens[index + 2]?.upos === 'NOUN'))
      );
    }
    case 'ADV':
      return head < 0 && (tokens[index + 1]?.upos === 'ADJ' || tokens[index + 1]?.upos === 'NUM');
    case 'PUNCT':
      return head >= 0 && /^[-–/]$/.test(formOf(text, token)) && index === head + 1 && startsNominal(tokens[index + 1]);
    default:
      return false;
  }
}

const days = new Set('monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow'.split(' '));

function isDayName(lemma: string): boolean {
  return days.has(lemma);
}

function startsNominal(token: Token | undefined): boolean {
  return token !== undefined && (token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'ADJ');
}

function formOf(text: string, token: Token): string {
  return text.slice(token.start, token.end).toLowerCase();
}

function readSingle(text: string, tokens: readonly Token[], at: number, before: readonly Chunk[]): Chunk {
  const token = tokens[at] as Token;
  const form = formOf(text, token);
  const one = (kind: Chunk['kind']): Chunk => ({ kind, from: at, to: at + 1, head: at });
  if (relatives.has(form)) return one('relative');
  if (form === 'that') {
    // after a noun "that" opens a relative clause, elsewhere a complement
    const last = before.at(-1);
    return one(last?.kind === 'noun' && token.upos !== 'SCONJ' ? 'relative' : 'clause');
  }
  if (token.upos === 'SCONJ' && gerundMarks.has(form) && isGerund(text, tokens, at + 1)) return one('prep');
  if (token.upos === 'SCONJ' || (clauseWords.has(form) && token.upos !== 'ADP' && token.upos !== 'NOUN')) {
    return one('clause');
  }
  if (token.upos === 'ADP') return one('prep');
  if (token.upos === 'CCONJ') return one('conj');
  if (token.upos === 'PUNCT') {
    if (form === ',') return one('comma');
    if (quoteMarks.test(form)) return one('quote');
    return one(/^[;:.!?…—–]+$|^--+$/.test(form) ? 'stop' : 'other');
  }
  return one('other');
}

function isGerund(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.upos === 'ADV' || token?.upos === 'PART') return isGerund(text, tokens, at + 1);
  return (token?.upos === 'VERB' || token?.upos === 'AUX') && formOf(text, token).endsWith('ing');
}

function isPossessive(text: string, token: Token): boolean {
  return token.upos === 'PRON' && possessives.has(formOf(text, token));
}

/** After "her": whether a noun group goes on, so that the pronoun is no head of its own. */
function continuesGroup(text: string, tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next === undefined) return false;
  if (startsNominal(next) || next.upos === 'NUM') return true;
  return next.upos === 'VERB' && /(ing|ed)$/.test(formOf(text, next)) && startsNominal(tokens[at + 1]);
}
