import type { Codebook } from '../ontology/codebook.ts';
import { shareOf } from '../ontology/deed-odds.ts';
import type { Deed, PatternPart } from '../ontology/deeds.ts';
import { rightOf } from '../text/shallow/clause.ts';
import { isReducedPassive, subjectOf } from '../text/shallow/subject.ts';
import { isSort, type Reading } from './reading.ts';

/** Words that name a deed, found in a sentence. A trained model may give the same. */
export interface Trigger {
  readonly deed: Deed;
  /** Token indexes of the trigger words, half-open. */
  readonly from: number;
  readonly to: number;
  /** Chunk index that holds the head. */
  readonly chunk: number;
  /** Token indexes that the pattern used up, beyond the trigger: they name no deed of their own. */
  readonly used: readonly number[];
}

// how far a particle or a pattern's next word may stand from the word before it, in tokens
const maxGap = 5;
// how far a word that only has to follow in the clause may stand
const maxNear = 14;
const speech = new Set(['AGREE', 'REQUEST', 'REJECT', 'THREATEN', 'ACCUSE']);

// a pattern that names its deed less often than this in the training passages is passed over (chosen on files left out of
// the learning: typed F1 was highest between 0.25 and 0.4)
export const minDeedShare = 0.3;

/**
 * Finds the triggers of one sentence, in text order.
 *
 * @param minShare  patterns that are right less often in training are passed over; 0 takes all
 */
export function findTriggers(reading: Reading, codebook: Codebook, minShare = minDeedShare): Trigger[] {
  const found = allTriggers(reading, codebook).sort((a, b) => a.from - b.from || a.to - b.to);
  return found.filter(({ deed }) => minShare === 0 || shareOf(codebook.deedOdds, `${deed.pos} ${deed.id}`) >= minShare);
}

function allTriggers(reading: Reading, codebook: Codebook): Trigger[] {
  const { shallow, mentions } = reading;
  const found: Trigger[] = [];
  const used = new Set<number>();
  const inMention = new Uint8Array(shallow.tokens.length);
  for (const { from, to } of mentions) inMention.fill(1, from, to);
  shallow.chunks.forEach((chunk, index) => {
    if (chunk.kind === 'verb') {
      if (used.has(chunk.head)) return;
      const trigger = matchVerb(reading, index, codebook);
      if (trigger === undefined) return;
      found.push(trigger);
      for (const token of trigger.used) used.add(token);
    } else if (chunk.kind === 'noun' && !inMention[chunk.head]) {
      const trigger = matchNoun(reading, index, codebook);
      if (trigger && !used.has(chunk.head) && !isContainer(reading, trigger, codebook)) found.push(trigger);
    }
  });
  return found;
}

/** "in return": a bare noun right after its preposition. */
function isIdiom({ shallow }: Reading, chunk: number, codebook: Codebook): boolean {
  const { chunks, tokens } = shallow;
  const group = chunks[chunk];
  const before = chunks[chunk - 1];
  if (group === undefined || group.from !== group.head || before?.kind !== 'prep') return false;
  const nouns = codebook.idioms.get(tokens[before.head]?.lemma ?? '');
  return nouns?.includes(tokens[group.head]?.lemma ?? '') === true;
}

/** "a barrage of missile tests": the first noun only counts the second. */
function isContainer({ shallow }: Reading, { chunk }: Trigger, codebook: Codebook): boolean {
  const { chunks, tokens } = shallow;
  const of = chunks[chunk + 1];
  return (
    codebook.deeds.containers.has(tokens[chunks[chunk]?.head ?? -1]?.lemma ?? '') &&
    of?.kind === 'prep' &&
    tokens[of.head]?.lemma === 'of' &&
    chunks[chunk + 2]?.kind === 'noun' &&
    codebook.deeds.nouns.has(tokens[chunks[chunk + 2]?.head ?? -1]?.lemma ?? '')
  );
}

function matchVerb(reading: Reading, chunk: number, codebook: Codebook): Trigger | undefined {
  const { shallow } = reading;
  const head = shallow.chunks[chunk]?.head ?? -1;
  const token = shallow.tokens[head];
  if (token === undefined) return undefined;
  const passive = shallow.chunks[chunk]?.verb?.passive === true;
  for (const deed of codebook.deeds.verbs.get(token.lemma) ?? []) {
    // "was met with force" is no meeting
    if (passive && deed.mutual && deed.act === 'CONSULT' && deed.parts.length < 2) continue;
    const match = matchParts(reading, chunk, deed, codebook);
    if (match === undefined) continue;
    const named = match.object;
    if (named !== undefined && codebook.deeds.light.has(token.lemma)) {
      return { deed, chunk, from: named, to: named + 1, used: [...match.used, head] };
    }
    return { deed, chunk, from: head, to: match.to, used: match.used };
  }
  return undefined;
}

function matchParts(
  reading: Reading,
  chunk: number,
  deed: Deed,
  codebook: Codebook,
): { to: number; used: number[]; object?: number } | undefined {
  const { shallow } = reading;
  const head = shallow.chunks[chunk]?.head ?? 0;
  let to = head + 1;
  let at = head;
  const used: number[] = [];
  let named: number | undefined;
  for (const part of deed.parts) {
    if (part.kind === 'word') {
      const next = findWord(reading, at + 1, at + 1 + maxGap, part);
      if (next < 0) return undefined;
      if (next === to) to = next + 1;
      used.push(next);
      at = next;
    } else if (part.kind === 'near') {
      if (findWord(reading, head + 1, head + maxNear, part) < 0) return undefined;
    } else if (part.kind === 'subject') {
      const subject = subjectOf(shallow, chunk);
      const features = shallow.chunks[chunk]?.verb;
      const passive = features?.passive || isReducedPassive(shallow, chunk);
      const doer = passive ? byPhrase(reading, chunk) : subject;
      // an agentless passive: the sort of doer is not known, the words decide
      if (doer.length === 0 && passive) continue;
      if (!fits(reading, doer, part, codebook)) return undefined;
    } else {
      const object = objectToken(reading, chunk, part, codebook);
      if (object === undefined) return undefined;
      if (object >= 0 && part.words.size > 0) named ??= object;
      if (object >= 0 && (!speech.has(deed.act) || codebook.deeds.light.has(shallow.tokens[head]?.lemma ?? ''))) {
        used.push(object);
      }
    }
  }
  return { to, used, ...(named !== undefined && { object: named }) };
}

function findWord({ shallow }: Reading, from: number, to: number, part: PatternPart): number {
  const { tokens, chunks, chunkAt, text } = shallow;
  for (let i = from; i < Math.min(to, tokens.length); i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (part.words.has(token.lemma) || part.words.has(text.slice(token.start, token.end).toLowerCase())) return i;
    const kind = chunks[chunkAt[i] ?? 0]?.kind;
    if (kind === 'stop' || kind === 'relative' || kind === 'clause') break;
  }
  return -1;
}

/** Chunk indexes after "by". */
export function byPhrase({ shallow }: Reading, chunk: number): number[] {
  return (
    rightOf(shallow, chunk)
      .phrases.find((phrase) => phrase.preposition === 'by')
      ?.nouns.slice() ?? []
  );
}

function fits(reading: Reading, chunks: readonly number[], part: PatternPart, codebook: Codebook): boolean {
  const { shallow } = reading;
  if (part.actors.size > 0 && isSort(reading, chunks, part.actors, codebook)) return true;
  return chunks.some((index) => part.words.has(shallow.tokens[shallow.chunks[index]?.head ?? -1]?.lemma ?? ''));
}

/** The token of the object that fits; -1 where an actor of the wanted sort fits; nothing where none does. */
function objectToken(reading: Reading, chunk: number, part: PatternPart, codebook: Codebook): number | undefined {
  const { shallow } = reading;
  const features = shallow.chunks[chunk]?.verb;
  const passive = features?.passive || isReducedPassive(shallow, chunk);
  const right = rightOf(shallow, chunk);
  const groups = passive ? [subjectOf(shallow, chunk), ...right.objects] : right.objects;
  // "an end to the fighting", "a series of raids": the object's own phrase counts too
  const phrases = right.phrases
    .filter((phrase) => phrase.preposition === 'of' || passive)
    .map((phrase) => phrase.nouns);
  for (const nouns of [...groups, ...phrases.slice(0, 1), ...prepositionGroup(reading, chunk, part)]) {
    for (const index of nouns) {
      const group = shallow.chunks[index];
      if (group === undefined) continue;
      for (let i = group.head; i >= group.from; i -= 1) {
        const token = shallow.tokens[i];
        if (token === undefined) continue;
        if (part.words.has(token.lemma)) return i;
        if (part.words.size > 0 && part.words.has(shallow.text.slice(token.start, token.end).toLowerCase())) return i;
      }
    }
    if (part.actors.size > 0 && isSort(reading, nouns, part.actors, codebook)) return -1;
  }
  return undefined;
}

/** "call for +ceasefire": after a particle of the pattern the object stands in its phrase. */
function prepositionGroup({ shallow }: Reading, chunk: number, _part: PatternPart): (readonly number[])[] {
  return rightOf(shallow, chunk)
    .phrases.slice(0, 2)
    .filter((phrase) => phrase.at <= chunk + 2)
    .map((phrase) => phrase.nouns);
}

function matchNoun(reading: Reading, chunk: number, codebook: Codebook): Trigger | undefined {
  const { shallow } = reading;
  const group = shallow.chunks[chunk];
  if (group === undefined || isIdiom(reading, chunk, codebook)) return undefined;
  // the longest run of words that ends with, or begins at, the group's head
  for (let from = group.from; from <= group.head; from += 1) {
    const lemma = shallow.tokens[from]?.lemma ?? '';
    for (const deed of codebook.deeds.nouns.get(lemma) ?? []) {
      const to = matchRun(reading, from, chunk, deed, codebook);
      if (to !== undefined && to > group.head) return { deed, chunk, from, to, used: [] };
    }
  }
  return undefined;
}

function matchRun(reading: Reading, from: number, chunk: number, deed: Deed, codebook: Codebook): number | undefined {
  const { tokens } = reading.shallow;
  let to = from + 1;
  for (const part of deed.parts) {
    if (part.kind === 'word') {
      while (tokens[to] !== undefined && text(reading, to) === '-') to += 1;
      const token = tokens[to];
      if (token === undefined || !(part.words.has(token.lemma) || part.words.has(text(reading, to)))) return undefined;
      to += 1;
    } else if (part.kind === 'near') {
      if (findWord(reading, from + 1, from + maxNear, part) < 0) return undefined;
    } else {
      const owners = reading.mentions.filter((mention) => mention.to <= from + 1 && mention.from >= from - 8);
      const sorts = owners.flatMap(({ actor }) => [...actor.sectors, actor.kind]);
      const words = [chunk].some((index) => isSort(reading, [index], part.actors, codebook));
      if (!words && !sorts.some((sort) => part.actors.has(sort))) return undefined;
    }
  }
  return to;
}

function text({ shallow }: Reading, index: number): string {
  const token = shallow.tokens[index];
  return token ? shallow.text.slice(token.start, token.end).toLowerCase() : '';
}
