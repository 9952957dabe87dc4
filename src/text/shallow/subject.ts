import type { Chunk } from './chunk.ts';
import { insertionStart, isFiniteVerb, joinedLeft, previousChunk, type Shallow } from './clause.ts';

// verbs whose infinitive or gerund is done by their object: "urged X to go", "accused X of going"
const objectControl = new Set(
  'urge ask tell order call request press implore beg appeal invite require pressure exhort encourage persuade advise remind force allow help let make enable cause want permit authorize authorise instruct direct command oblige compel accuse suspect blame charge stop prevent bar prohibit forbid ban warn convict criticise criticize condemn denounce thank praise sentence see keep train push summon lead get'.split(
    ' ',
  ),
);

/** Who does it: chunk indexes of a verb group's subject, in text order; empty where the sentence leaves it out. */
export function subjectOf(shallow: Shallow, verb: number, depth = 0): readonly number[] {
  const known = shallow.memo.subject.get(verb);
  if (known !== undefined) return known;
  const found = findSubject(shallow, verb, depth);
  // deep in a chain of governors the walk is cut short, so only whole answers are kept
  if (depth === 0) shallow.memo.subject.set(verb, found);
  return found;
}

function findSubject(shallow: Shallow, verb: number, depth: number): readonly number[] {
  const { chunks } = shallow;
  const group = chunks[verb];
  if (group?.verb === undefined || depth > 6) return [];
  const { form } = group.verb;
  if (form === 'infinitive' || form === 'gerund') return controlledSubject(shallow, verb, depth);
  const before = previousChunk(shallow, verb);
  const left = chunks[before];
  if ((form === 'participle' || isReducedPassive(shallow, verb)) && left?.kind === 'noun') return [before];
  if (left?.kind === 'conj') {
    const shared = sharedVerb(shallow, verb, before);
    if (shared >= 0) return subjectOf(shallow, shared, depth + 1);
  }
  if (left?.kind === 'relative') return antecedent(shallow, before);
  const found = walkLeft(shallow, verb);
  if (found.length > 0) return found;
  if (left?.kind === 'comma' && group.to - group.from === 1) {
    // "smashed windows, beat officers and drove …"
    const shared = sharedVerb(shallow, verb, before);
    if (shared >= 0 && chunks[verb + 1]?.kind !== 'noun') return subjectOf(shallow, shared, depth + 1);
    if (shared >= 0 && chunks.slice(verb, verb + 12).some((chunk) => chunk.kind === 'conj')) {
      return subjectOf(shallow, shared, depth + 1);
    }
  }
  // "…, said the minister": the subject follows
  if (chunks[verb + 1]?.kind === 'noun' && (before < 0 || left?.kind === 'comma')) return [verb + 1];
  return [];
}

/** "X met Y and signed Z": the verb group that a joined verb shares its subject with, of the same tense if there is one. */
function sharedVerb(shallow: Shallow, verb: number, joint: number): number {
  const { chunks } = shallow;
  const own = chunks[verb]?.verb;
  let other = -1;
  for (let i = joint - 1; i >= 0 && i > joint - 30; i -= 1) {
    const kind = chunks[i]?.kind;
    if (kind === 'stop') break;
    const features = chunks[i]?.verb;
    if (features === undefined || features.form !== 'finite' || isReducedPassive(shallow, i)) continue;
    if (features.past === own?.past && (features.modal === undefined) === (own?.modal === undefined)) return i;
    if (other < 0) other = i;
  }
  return other;
}

/** The noun group that a relative pronoun stands for. */
function antecedent(shallow: Shallow, relative: number): number[] {
  const before = previousChunk(shallow, relative);
  const { chunks } = shallow;
  const noun = chunks[before]?.kind === 'comma' || chunks[before]?.kind === 'prep' ? before - 1 : before;
  if (chunks[noun]?.kind !== 'noun') return [];
  return joinedLeft(shallow, noun);
}

/** The nearest noun group to the left that is in no prepositional phrase and no clause set off by commas. */
function walkLeft(shallow: Shallow, verb: number): number[] {
  const { chunks } = shallow;
  let at = verb - 1;
  for (let steps = 0; at >= 0 && steps < 40; steps += 1) {
    const chunk = chunks[at] as Chunk;
    if (chunk.kind === 'comma') {
      const inserted = insertionStart(shallow, at);
      if (inserted < 0) return [];
      at = inserted;
      continue;
    }
    if (chunk.kind === 'noun') {
      if (chunks[at - 1]?.kind === 'prep') {
        at -= 2;
        continue;
      }
      if (chunk.time) {
        at -= 1;
        continue;
      }
      const joined = joinedLeft(shallow, at);
      const first = joined[0] ?? at;
      // "leaders of A and B": the joined groups stand in a phrase
      if (chunks[first - 1]?.kind === 'prep') {
        at = first - 2;
        continue;
      }
      // "A met B and C said": the first group is an object already
      return joined.length > 1 && chunks[first - 1]?.kind === 'verb' ? [at] : joined;
    }
    if (chunk.kind === 'relative') return antecedent(shallow, at);
    if (chunk.kind === 'verb') {
      // "the man arrested on Monday said": step over a reduced clause; "the plan to attack Iran failed": over an infinitive
      if (chunk.verb?.form === 'finite' && !chunk.verb.past) return [];
      at -= 1;
      continue;
    }
    if (chunk.kind === 'clause' || chunk.kind === 'stop' || chunk.kind === 'conj') return [];
    at -= 1;
  }
  return [];
}

/** The subject of an infinitive or gerund: its governor's object or subject. */
function controlledSubject(shallow: Shallow, verb: number, depth: number): readonly number[] {
  const { chunks, tokens } = shallow;
  if (chunks[verb - 1]?.kind === 'comma' && chunks[verb]?.verb?.form === 'gerund') {
    // "…, killing two": whoever does the clause's finite verb
    for (let i = verb - 2; i >= 0 && i > verb - 30; i -= 1) {
      if (isFiniteVerb(chunks[i])) return subjectOf(shallow, i, depth + 1);
      if (chunks[i]?.kind === 'stop') break;
    }
    return [];
  }
  const governor = governorOf(shallow, verb);
  if (governor < 0) return headlineSubject(shallow, verb);
  const chunk = chunks[governor] as Chunk;
  if (chunk.kind === 'noun') {
    // "the army's plan to attack", "agreed a plan to attack"
    const over = governorVerb(shallow, governor);
    return over < 0 ? [governor] : subjectOf(shallow, over, depth + 1);
  }
  const lemma = tokens[chunk.head]?.lemma ?? '';
  if (objectControl.has(lemma)) {
    if (chunk.verb?.passive) return subjectOf(shallow, governor, depth + 1);
    for (let i = governor + 1; i < verb; i += 1) {
      if (chunks[i]?.kind === 'noun' && !chunks[i]?.time) return joinedUntil(shallow, i, verb);
    }
  }
  return subjectOf(shallow, governor, depth + 1);
}

function joinedUntil({ chunks }: Shallow, from: number, end: number): number[] {
  const found = [from];
  for (let i = from + 1; i < end; i += 1) {
    if (chunks[i]?.kind === 'noun' && chunks[i - 1]?.kind === 'conj') found.push(i);
    else if (chunks[i]?.kind !== 'conj' && chunks[i]?.kind !== 'comma') break;
  }
  return found;
}

/** Headlines: "Russia to send troops". */
function headlineSubject(shallow: Shallow, verb: number): number[] {
  const before = previousChunk(shallow, verb);
  return shallow.chunks[before]?.kind === 'noun' ? joinedLeft(shallow, before) : [];
}

/** What an infinitive or gerund hangs on: chunk index of a verb group or of a noun group ("plan to"); -1 if neither. */
export function governorOf({ chunks }: Shallow, verb: number): number {
  const form = chunks[verb]?.verb?.form;
  const afterPreposition = chunks[verb - 1]?.kind === 'prep';
  for (let i = verb - 1; i >= 0 && i > verb - 25; i -= 1) {
    const chunk = chunks[i] as Chunk;
    if (chunk.kind === 'verb') {
      if (form === 'infinitive' && chunk.verb?.form === 'gerund' && chunks[i + 1]?.kind === 'comma') continue;
      return i;
    }
    if (chunk.kind === 'stop' || chunk.kind === 'relative') return -1;
    if (form === 'infinitive' && chunk.kind === 'clause') return -1;
    if (chunk.kind === 'noun' && i === verb - 1 && form === 'infinitive') {
      const over = nearestVerb(chunks, i);
      if (over < 0) return -1;
      // a noun with its own verb: decided by the caller, who knows the words
      return over;
    }
    if (chunk.kind === 'comma' && form === 'infinitive' && !afterPreposition && i === verb - 1) continue;
  }
  return -1;
}

function nearestVerb(chunks: readonly Chunk[], at: number): number {
  for (let i = at - 1; i >= 0 && i > at - 20; i -= 1) {
    if (chunks[i]?.kind === 'verb') return i;
    if (chunks[i]?.kind === 'stop') return -1;
  }
  return -1;
}

/** The verb group that a noun group is the object of, or stands after; -1 where none comes before it in the clause. */
export function governorVerb({ chunks }: Shallow, noun: number): number {
  for (let i = noun - 1; i >= 0 && i > noun - 20; i -= 1) {
    const kind = chunks[i]?.kind;
    if (kind === 'verb') return i;
    if (kind === 'stop' || kind === 'clause' || kind === 'relative') return -1;
    if (kind === 'comma' && chunks[i + 1]?.kind === 'noun' && isFiniteVerb(chunks[i + 2])) return -1;
  }
  return -1;
}

const clauseOpeners = new Set('after before since until till as than because'.split(' '));

/**
 * "citizens abducted in the 1970s": a past form after a noun group that already has its place in the clause, with no
 * object of its own. "The president of France condemned" has no other verb, so it is none.
 */
export function isReducedPassive(shallow: Shallow, verb: number): boolean {
  const { chunks, tokens } = shallow;
  const group = chunks[verb];
  const features = group?.verb;
  if (group === undefined || features === undefined || features.form !== 'finite' || !features.past) return false;
  if (group.to - group.from > 1 && tokens[group.from]?.upos === 'AUX') return false;
  const left = chunks[verb - 1];
  if (left?.kind !== 'noun' || left.time) return false;
  const next = chunks[verb + 1];
  if (next?.kind === 'prep' && tokens[next.head]?.lemma === 'by') return true;
  if (next?.kind === 'noun' && !next.time) return false;
  const before = chunks[verb - 2];
  if (before?.kind !== 'prep' && before?.kind !== 'verb') return false;
  // "after the treasury reneged": these open clauses too
  if (before.kind === 'prep' && clauseOpeners.has(tokens[before.head]?.lemma ?? '')) return false;
  for (let i = verb - 2; i >= 0 && i > verb - 20; i -= 1) {
    const kind = chunks[i]?.kind;
    if (kind === 'stop' || kind === 'clause' || kind === 'relative') break;
    if (isFiniteVerb(chunks[i])) return true;
  }
  for (let i = verb + 1; i < chunks.length && i < verb + 8; i += 1) {
    const kind = chunks[i]?.kind;
    if (kind === 'comma' || kind === 'stop' || kind === 'conj' || kind === 'clause') break;
    if (isFiniteVerb(chunks[i])) return true;
  }
  return false;
}

/** "the man whom the rebels killed": chunk indexes that a verb's relative pronoun makes its object; empty where none. */
export function relativeObject(shallow: Shallow, verb: number): number[] {
  const { chunks } = shallow;
  const first = subjectOf(shallow, verb)[0];
  if (first === undefined || first >= verb) return [];
  const before = previousChunk(shallow, first);
  return chunks[before]?.kind === 'relative' && chunks[first - 1]?.kind !== 'prep' ? antecedent(shallow, before) : [];
}
