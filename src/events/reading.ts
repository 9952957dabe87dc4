import type { Codebook } from '../ontology/codebook.ts';
import type { Actor } from '../schema/actor.ts';
import type { Span } from '../schema/span.ts';
import type { Sentence, Token } from '../text/parse.ts';
import { readShallow, type Shallow } from '../text/shallow/clause.ts';
import { repairTags } from '../text/shallow/repair-tags.ts';

/** A mention in a sentence, by token. */
export interface MentionAt {
  readonly from: number;
  readonly to: number;
  readonly actor: Actor;
}

/** One sentence made ready for coding: chunks, and which actors stand where. */
export interface Reading {
  readonly index: number;
  readonly sentence: Sentence;
  readonly shallow: Shallow;
  readonly mentions: readonly MentionAt[];
  /** What was worked out before of this sentence. */
  readonly memo: { contexts?: readonly string[] };
}

/** Reads a sentence with its mentions held together as noun groups. */
export function readSentence(
  text: string,
  sentence: Sentence,
  index: number,
  actors: readonly (Span & { readonly actor: Actor })[],
  codebook: Codebook,
): Reading {
  const { verbs, nouns } = codebook.deeds;
  const mentions = actors.flatMap(({ start, end, actor }) => {
    const range = tokenRange(sentence.tokens, start, end);
    return range ? [{ ...range, actor }] : [];
  });
  const named = new Uint8Array(sentence.tokens.length);
  for (const { from, to } of mentions) named.fill(1, from, to);
  const tokens = repairTags(text, sentence.tokens, {
    isVerb: (lemma) => verbs.has(lemma),
    isNoun: (lemma) => nouns.has(lemma),
    irregular: codebook.irregularVerbs,
    isName: (index) => named[index] === 1,
  });
  const shallow = readShallow(text, tokens, outermost(mentions));
  return { index, sentence, shallow, mentions, memo: {} };
}

/** Token indexes that a stretch of text covers; nothing where it covers none. */
export function tokenRange(
  tokens: readonly Token[],
  start: number,
  end: number,
): { from: number; to: number } | undefined {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < tokens.length && (tokens[to]?.start ?? 0) < end) to += 1;
  return to > low ? { from: low, to } : undefined;
}

/** Overlapping mentions hold together as one group. */
function outermost(mentions: readonly MentionAt[]): { from: number; to: number }[] {
  const groups: { from: number; to: number }[] = [];
  for (const { from, to } of [...mentions].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = groups.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else groups.push({ from, to });
  }
  return groups;
}

/** The text span of a token range. */
export function spanOf({ shallow }: Reading, from: number, to: number): Span {
  return { start: shallow.tokens[from]?.start ?? 0, end: shallow.tokens[to - 1]?.end ?? 0 };
}

/**
 * Who a noun group names: the mentions that cover its head, else the last one inside it ("China's policy").
 * An actor stands once.
 */
export function actorsOf({ shallow, mentions }: Reading, chunks: readonly number[]): Actor[] {
  const found = new Map<string, Actor>();
  for (const index of chunks) {
    const chunk = shallow.chunks[index];
    if (chunk === undefined) continue;
    const inside = mentions.filter((mention) => mention.from < chunk.to && mention.to > chunk.from);
    const atHead = inside.filter((mention) => mention.from <= chunk.head && mention.to > chunk.head);
    // of nested mentions at the head the widest names the group
    const widest = atHead.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
    const chosen = widest ?? inside.at(-1);
    if (chosen) found.set(chosen.actor.id, chosen.actor);
  }
  return [...found.values()];
}

/** Whether a noun group is of a wanted sort: by its actors' sectors, kind or body, or by its head noun. */
export function isSort(
  reading: Reading,
  chunks: readonly number[],
  sorts: ReadonlySet<string>,
  codebook: Codebook,
): boolean {
  for (const actor of actorsOf(reading, chunks)) {
    if (sorts.has(actor.kind) || (actor.country !== undefined && sorts.has(actor.country))) return true;
    if (actor.sectors.some((sector) => sorts.has(sector))) return true;
  }
  return chunks.some((index) => {
    const head = reading.shallow.tokens[reading.shallow.chunks[index]?.head ?? -1];
    return (codebook.actorWords.get(head?.lemma ?? '') ?? []).some((sector) => sorts.has(sector));
  });
}
