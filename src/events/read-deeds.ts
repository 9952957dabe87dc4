import type { Codebook } from '../ontology/codebook.ts';
import { shareOf } from '../ontology/deed-odds.ts';
import type { Actor } from '../schema/actor.ts';
import type { Span } from '../schema/span.ts';
import type { Parse } from '../text/parse.ts';
import { isFiniteVerb } from '../text/shallow/clause.ts';
import { isReducedPassive } from '../text/shallow/subject.ts';
import { decideStatus, type StatusFinding } from './decide-status.ts';
import type { Draft } from './draft.ts';
import { findParties, type Parties } from './find-parties.ts';
import { findTriggers, minDeedShare, type Trigger } from './find-triggers.ts';
import { isPlay } from './is-play.ts';
import { type Reading, readSentence, spanOf } from './reading.ts';

type Loose = { -readonly [K in keyof Draft]: Draft[K] };

const speech = new Set(['AGREE', 'REQUEST', 'REJECT', 'THREATEN', 'ACCUSE', 'CONCEDE']);

/** Mentions of all actors in text order. */
export function mentionsOf(actors: readonly Actor[]): (Span & { readonly actor: Actor })[] {
  return actors
    .flatMap((actor) => actor.mentions.map(({ start, end }) => ({ start, end, actor })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Reads the deeds of a whole text, sentence by sentence. */
export function readDeeds(parse: Parse, actors: readonly Actor[], codebook: Codebook): Draft[] {
  const mentions = mentionsOf(actors);
  const drafts: Loose[] = [];
  let next = 0;
  parse.sentences.forEach((sentence, index) => {
    while (next < mentions.length && (mentions[next]?.end ?? 0) <= sentence.start) next += 1;
    const here: (typeof mentions)[number][] = [];
    for (let i = next; i < mentions.length && (mentions[i]?.start ?? 0) < sentence.end; i += 1) {
      const mention = mentions[i];
      if (mention && mention.end > sentence.start) here.push(mention);
    }
    const reading = readSentence(parse.text, sentence, index, here, codebook);
    drafts.push(...readDeedsOf(reading, findTriggers(reading, codebook, minShareWithParties), codebook));
  });
  for (const [index, draft] of drafts.entries()) answer(draft, drafts.slice(Math.max(0, index - maxBack), index));
  return drafts;
}

// how many deeds back, and sentences back, a refusal may answer
const maxBack = 6;
const maxSentencesBack = 2;

/** A refusal or denial with nobody named on its other side answers whoever last acted on the one who refuses. */
function answer(draft: Loose, before: readonly Draft[]): void {
  if (draft.trigger.deed.act !== 'REJECT' || draft.target.length > 0 || draft.source.length === 0) return;
  const asked = before.findLast(
    (other) =>
      draft.reading.index - other.reading.index <= maxSentencesBack &&
      other.target.some((actor) => draft.source.includes(actor)) &&
      other.source.length > 0 &&
      !other.source.some((actor) => draft.source.includes(actor)),
  );
  if (asked === undefined) return;
  draft.target = asked.source;
  draft.partyRules = [...draft.partyRules, 'answers'];
}

/** The deeds of one sentence, the same deed told by two words once, each speech act tied to the deed it speaks of. */
export function readDeedsOf(
  reading: Reading,
  triggers: readonly Trigger[],
  codebook: Codebook,
  options: { readonly keepAll?: boolean } = {},
): Loose[] {
  if (!options.keepAll && isPlay(reading, codebook)) return [];
  const all = triggers.map((trigger) => {
    const parties = findParties(reading, trigger, codebook);
    const status = decideStatus(reading, trigger, codebook);
    return { trigger, parties, status };
  });
  const found = options.keepAll ? all : all.filter((one) => isLikely(one, codebook));
  const drafts = new Map<Trigger, Loose>();
  for (const { trigger, parties, status } of found) {
    drafts.set(trigger, {
      reading,
      trigger,
      span: spanOf(reading, trigger.from, trigger.to),
      source: parties.source,
      target: parties.target,
      status: status.status,
      partyRules: parties.rules,
      statusRules: status.rules,
    });
  }
  const same = sameDeeds(
    reading,
    found.map(({ trigger }) => trigger),
    drafts,
  );
  inheritParties(reading, drafts);
  linkContents(found, drafts, same);
  renamePromises(reading, drafts, codebook);
  const isTold = (draft: Draft) =>
    draft.source.length > 0 || draft.target.length > 0 || (draft.trigger.deed.act === 'ASSAULT' && hasCount(reading));
  return [...drafts].flatMap(([trigger, draft]) =>
    same.has(trigger) || !(options.keepAll || isTold(draft)) ? [] : [draft],
  );
}

// words that seldom name their deed still do when both its sides stand where grammar puts them (chosen on files left out)
const minShareWithParties = 0.12;

function isLikely({ trigger, parties }: { trigger: Trigger; parties: Parties }, codebook: Codebook): boolean {
  if (shareOf(codebook.deedOdds, `${trigger.deed.pos} ${trigger.deed.id}`) >= minDeedShare) return true;
  const guessed = parties.rules.some((rule) => rule.startsWith('nearest'));
  return parties.source.length > 0 && parties.target.length > 0 && !guessed;
}

/** A count of any kind in the sentence: violence is news without anybody named when it says how many. */
function hasCount({ shallow }: Reading): boolean {
  return shallow.tokens.some(({ upos }) => upos === 'NUM');
}

/** Triggers that tell another one's deed again: "the bombing killed 20", "fired shells, killing two". */
function sameDeeds(
  { shallow }: Reading,
  triggers: readonly Trigger[],
  drafts: ReadonlyMap<Trigger, Loose>,
): Map<Trigger, Trigger> {
  const same = new Map<Trigger, Trigger>();
  const { chunks } = shallow;
  triggers.forEach((trigger, index) => {
    for (const other of triggers.slice(Math.max(0, index - 3), index)) {
      if (same.has(other) || other.deed.act !== trigger.deed.act) continue;
      const mine = drafts.get(trigger);
      const its = drafts.get(other);
      if (mine === undefined || its === undefined) continue;
      const gerund = chunks[trigger.chunk]?.verb?.form === 'gerund' && chunks[trigger.chunk - 1]?.kind === 'comma';
      const resultOf =
        gerund && isFiniteVerb(chunks[other.chunk]) && other.deed.act === 'ASSAULT' && sharesSource(mine, its);
      const subjectNoun =
        other.deed.pos === 'noun' && trigger.deed.pos === 'verb' && isSubjectOf(shallow, other, trigger);
      const objectNoun =
        other.deed.pos === 'verb' && trigger.deed.pos === 'noun' && isObjectOf(shallow, trigger, other);
      if (!resultOf && !subjectNoun && !objectNoun) continue;
      same.set(trigger, other);
      if (its.target.length === 0) its.target = mine.target.filter((actor) => !its.source.includes(actor));
      if (its.source.length === 0 && objectNoun) its.source = mine.source;
      return;
    }
  });
  return same;
}

function sharesSource(a: Loose, b: Loose): boolean {
  return a.source.length === 0 || a.source.some((actor) => b.source.includes(actor));
}

function isSubjectOf({ chunks }: Reading['shallow'], noun: Trigger, verb: Trigger): boolean {
  if (verb.chunk <= noun.chunk || verb.chunk - noun.chunk > 6) return false;
  const between = chunks.slice(noun.chunk + 1, verb.chunk);
  return between.every((chunk) => chunk.kind === 'noun' || chunk.kind === 'prep' || chunk.kind === 'other');
}

function isObjectOf({ chunks }: Reading['shallow'], noun: Trigger, verb: Trigger): boolean {
  if (noun.chunk <= verb.chunk || noun.chunk - verb.chunk > 2) return false;
  return chunks.slice(verb.chunk + 1, noun.chunk).every((chunk) => chunk.kind === 'other');
}

/** A speech act's content: the deed whose status its word decides. */
function linkContents(
  found: readonly { trigger: Trigger; status: StatusFinding }[],
  drafts: ReadonlyMap<Trigger, Loose>,
  same: ReadonlyMap<Trigger, Trigger>,
): void {
  for (const { trigger, status } of found) {
    if (status.governor === undefined || same.has(trigger)) continue;
    const over = found.find((one) => one.trigger.chunk === status.governor)?.trigger;
    const outer = over && drafts.get(over);
    const inner = drafts.get(trigger);
    if (over === undefined || outer === undefined || inner === undefined || outer === inner) continue;
    if (!speech.has(over.deed.act) || outer.content !== undefined || createsCycle(inner, outer)) continue;
    outer.content = inner;
    completeParties(outer, inner);
  }
}

/** "vowed to attack" is a threat, "promised to withdraw" a concession: the content decides what a promise is. */
function renamePromises({ shallow }: Reading, drafts: ReadonlyMap<Trigger, Loose>, codebook: Codebook): void {
  const { words, byContent } = codebook.actStatus.speechActs;
  for (const draft of drafts.values()) {
    const { trigger, content } = draft;
    const { act } = trigger.deed;
    if (content === undefined || (act !== 'AGREE' && act !== 'THREATEN')) continue;
    if (!words.has(shallow.tokens[trigger.from]?.lemma ?? '')) continue;
    const becomes = byContent.get(content.trigger.deed.act);
    if (becomes === undefined || becomes === act) continue;
    const { cameo: _, mode: __, ...deed } = trigger.deed;
    draft.trigger = { ...trigger, deed: { ...deed, act: becomes } };
  }
}

/** "would give $300 million …, on top of the $150 million promised": the parties of the sum before are those of the sum after. */
function inheritParties({ shallow }: Reading, drafts: ReadonlyMap<Trigger, Loose>): void {
  let giver: Loose | undefined;
  for (const draft of drafts.values()) {
    const { deed, chunk } = draft.trigger;
    if (deed.act !== 'AID' && deed.act !== 'AGREE') continue;
    const isBare = draft.source.length + draft.target.length === 0;
    if (isBare && giver && deed.pos === 'verb' && isReducedPassive(shallow, chunk)) {
      draft.source = giver.source;
      draft.target = giver.target;
      draft.partyRules = ['parties of the sum before'];
    }
    if (draft.source.length > 0 && draft.target.length > 0) giver = draft;
  }
}

function createsCycle(inner: Draft, outer: Draft): boolean {
  for (let at: Draft | undefined = inner; at !== undefined; at = at.content) if (at === outer) return true;
  return false;
}

/** A demand is put to whoever is to do the deed; a promise is made to whom the deed is done. */
function completeParties(outer: Loose, inner: Draft): void {
  const act = outer.trigger.deed.act;
  const guessed = outer.partyRules.includes('nearest target');
  if (outer.target.length > 0 && !guessed) return;
  const other = act === 'REQUEST' || act === 'ACCUSE' ? inner.source : inner.target;
  const target = other.filter((actor) => !outer.source.includes(actor));
  if (target.length > 0) {
    outer.target = target;
    outer.partyRules = [...outer.partyRules.filter((rule) => rule !== 'nearest target'), 'party of its content'];
  }
}
