import type { Token } from '../parse.ts';
import { type Chunk, chunkTokens, type Locks } from './chunk.ts';

/** A sentence cut into chunks, with who governs what read from their order. */
export interface Shallow {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly chunks: readonly Chunk[];
  /** Token index → chunk index. */
  readonly chunkAt: Uint16Array;
  /** What was asked before of this sentence; a pure function's answers, kept because many rules ask the same. */
  readonly memo: { readonly right: Map<number, RightSide>; readonly subject: Map<number, readonly number[]> };
}

/** What stands right of a chunk. */
export interface RightSide {
  readonly objects: readonly (readonly number[])[];
  readonly phrases: readonly Phrase[];
  /** Chunk index where the walk ended. */
  readonly end: number;
}

/** A noun group after a preposition. */
export interface Phrase {
  readonly preposition: string;
  /** Chunk indexes of noun groups, more than one where they are joined. */
  readonly nouns: readonly number[];
  /** Chunk index of the preposition. */
  readonly at: number;
}

/** Chunks one sentence. Sentences hold at most 400 tokens, so indexes fit 16 bits. */
export function readShallow(text: string, tokens: readonly Token[], locks: Locks = []): Shallow {
  const chunks = chunkTokens(text, tokens, locks);
  const chunkAt = new Uint16Array(tokens.length);
  for (const [index, chunk] of chunks.entries()) chunkAt.fill(index, chunk.from, chunk.to);
  return { text, tokens, chunks, chunkAt, memo: { right: new Map(), subject: new Map() } };
}

// a clause is never longer than this many chunks: keeps every walk short on endless lists
const maxWalk = 40;

/** The noun groups joined with one ("A, B and C"), to its left, in text order, itself last. */
export function joinedLeft(shallow: Shallow, noun: number): number[] {
  const { chunks } = shallow;
  const found = [noun];
  let at = noun - 1;
  let sawAnd = false;
  while (at > 0 && found.length < 8) {
    const link = chunks[at];
    if (link?.kind === 'conj') sawAnd = true;
    else if (!(link?.kind === 'comma' && sawAnd)) break;
    let before = at - 1;
    if (chunks[before]?.kind === 'comma') {
      const inserted = chunks[before - 1]?.kind === 'noun' ? -1 : insertionStart(shallow, before);
      before = inserted >= 0 ? inserted : before - 1;
    }
    if (chunks[before]?.kind !== 'noun') break;
    // "In response, A and B agreed": what opens the sentence is no member of the list
    if (link.kind === 'comma' && before === 1 && chunks[0]?.kind === 'prep') break;
    found.unshift(before);
    at = before - 1;
  }
  return found;
}

/** The noun groups joined with one, to its right; one that begins the next clause is left out. */
export function joinedRight({ chunks }: Shallow, noun: number, needsTwo = false): number[] {
  const found = [noun];
  let at = noun + 1;
  while (at < chunks.length - 1 && found.length < 8) {
    let next = at;
    const link = chunks[next]?.kind;
    if (link === 'comma') {
      if (chunks[next + 1]?.kind === 'conj') next += 1;
      else if (!listGoesOn(chunks, next)) break;
    } else if (link !== 'conj') break;
    next += 1;
    if (chunks[next]?.kind !== 'noun' || chunks[next]?.time) break;
    // "between A and B began" needs its second
    if (isFiniteVerb(chunks[next + 1]) && !(needsTwo && found.length === 1)) break;
    found.push(next);
    at = next + 1;
  }
  return found;
}

/** "A, B, C and D": the comma belongs to a list when an "and" closes it before anything else comes. */
function listGoesOn(chunks: readonly Chunk[], comma: number): boolean {
  for (let i = comma + 1; i < chunks.length && i < comma + 12; i += 1) {
    const kind = chunks[i]?.kind;
    if (kind === 'conj') return chunks[i + 1]?.kind === 'noun' && !isFiniteVerb(chunks[i + 2]);
    if (kind !== 'noun' && kind !== 'comma') return false;
  }
  return false;
}

export function isFiniteVerb(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'verb' && chunk.verb?.form === 'finite';
}

/** What stands right of a verb group or noun group: direct noun groups, prepositional phrases, up to the clause's border. */
export function rightOf(shallow: Shallow, chunk: number): RightSide {
  const known = shallow.memo.right.get(chunk);
  if (known !== undefined) return known;
  const found = walkRight(shallow, chunk);
  shallow.memo.right.set(chunk, found);
  return found;
}

function walkRight(shallow: Shallow, chunk: number): RightSide {
  const { chunks, tokens } = shallow;
  const objects: number[][] = [];
  const phrases: Phrase[] = [];
  let at = chunk + 1;
  let preposition: number | undefined;
  for (; at < chunks.length && at < chunk + maxWalk; at += 1) {
    const one = chunks[at] as Chunk;
    if (one.kind === 'noun') {
      if (preposition === undefined && isFiniteVerb(chunks[at + 1]) && (objects.length > 0 || phrases.length > 0))
        break;
      const word = preposition === undefined ? '' : (tokens[chunks[preposition]?.head ?? 0]?.lemma ?? '');
      const nouns = joinedRight(shallow, at, word === 'between');
      if (preposition !== undefined) {
        phrases.push({ preposition: word, nouns, at: preposition });
      } else if (!one.time && phrases.length === 0) objects.push(nouns);
      at = nouns.at(-1) ?? at;
      preposition = undefined;
    } else if (one.kind === 'prep') preposition = at;
    else if (one.kind === 'comma') {
      const next = chunks[at + 1]?.kind;
      if (next !== 'prep' && next !== 'other') break;
    } else if (one.kind === 'verb') {
      // "violated sanctions by selling oil": a gerund after a preposition ends the walk, like any verb
      break;
    } else if (one.kind === 'conj') {
      if (chunks[at + 1]?.kind !== 'prep') break;
    } else if (one.kind !== 'other' && one.kind !== 'quote') break;
  }
  return { objects, phrases, end: at };
}

/** The chunk before, adverbs, quotation marks and bare times left out; -1 where there is none. */
export function previousChunk({ chunks }: Shallow, at: number): number {
  let i = at - 1;
  while (i >= 0 && (chunks[i]?.kind === 'other' || chunks[i]?.kind === 'quote' || chunks[i]?.time)) {
    // "on Tuesday": the preposition goes with the time
    if (chunks[i]?.time && chunks[i - 1]?.kind === 'prep') i -= 1;
    i -= 1;
  }
  return i;
}

/** Going left from a closing comma: where the inserted clause or apposition began, less its comma; -1 if it is none. */
export function insertionStart({ chunks }: Shallow, comma: number): number {
  for (let i = comma - 1; i > 0 && i > comma - 30; i -= 1) {
    if (chunks[i]?.kind === 'stop') return -1;
    if (chunks[i]?.kind === 'comma') {
      const opens = chunks[i + 1];
      if (chunks[i - 1]?.kind === 'noun' && opens && opens.kind !== 'conj') return i - 1;
    }
  }
  return -1;
}
