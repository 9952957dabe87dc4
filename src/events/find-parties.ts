import type { Codebook } from '../ontology/codebook.ts';
import type { Actor } from '../schema/actor.ts';
import { isFiniteVerb, type Phrase, rightOf } from '../text/shallow/clause.ts';
import { governorVerb, isReducedPassive, relativeObject, subjectOf } from '../text/shallow/subject.ts';
import type { Trigger } from './find-triggers.ts';
import { actorsOf, type MentionAt, type Reading } from './reading.ts';

/** Who does a deed and to whom it is done. A trained model may give the same. */
export interface Parties {
  readonly source: readonly Actor[];
  readonly target: readonly Actor[];
  /** Ids of the syntax rules that gave them, for `explain`. */
  readonly rules: readonly string[];
}

/** Reads the parties of a trigger from the order of chunks around it. */
export function findParties(reading: Reading, trigger: Trigger, codebook: Codebook): Parties {
  const found = trigger.deed.pos === 'verb' ? ofVerb(reading, trigger) : ofNoun(reading, trigger, codebook);
  const filled = nearestParties(reading, trigger, found);
  return trigger.deed.mutual ? mutualParties(filled) : filled;
}

/** Fills a side that no word names with the nearest other actor of the sentence, where the act's frame allows it. */
function nearestParties(reading: Reading, { deed, from, to }: Trigger, found: Parties): Parties {
  const { mentions } = reading;
  let { source, target } = found;
  const rules = [...found.rules];
  // an agentless passive leaves its doer out on purpose
  if (source.length === 0 && deed.nearest.includes('source') && !rules.includes('passive subject')) {
    const left = mentions.filter((mention) => mention.to <= from && !target.includes(mention.actor)).at(-1);
    if (left) {
      source = [left.actor];
      rules.push('nearest source');
    }
  }
  if (target.length === 0 && deed.nearest.includes('target') && deed.pos === 'verb') {
    const right = mentions.find((mention) => mention.from >= to && !source.includes(mention.actor));
    if (right) {
      target = [right.actor];
      rules.push('nearest target');
    }
  }
  return { source, target, rules };
}

function mutualParties({ source, target, rules }: Parties): Parties {
  // "it met Iran and Iraq" with a subject that is no actor says nothing of what these two did to each other
  if (source.length === 0) return { source, target, rules };
  const all = unique([...source, ...target]);
  // one party alone does it with somebody unnamed, unless it is several itself ("the two leaders met")
  const only = all.length === 1 ? all[0] : undefined;
  if (only && only.kind !== 'group') return { source: all, target: [], rules };
  return { source: all, target: all, rules: [...rules, 'mutual'] };
}

function ofVerb(reading: Reading, trigger: Trigger): Parties {
  const { shallow } = reading;
  const { deed, chunk } = trigger;
  const passive = shallow.chunks[chunk]?.verb?.passive === true || isReducedPassive(shallow, chunk);
  // a particle of the deed itself ("shot down") is no preposition: what follows it is the object
  const last = shallow.chunkAt[trigger.to - 1] ?? chunk;
  const { objects, phrases } = rightOf(shallow, Math.max(chunk, last));
  const subject = actorsOf(reading, subjectOf(shallow, chunk));
  const by = phrases.find((phrase) => phrase.preposition === 'by');
  const rules: string[] = [];
  let source: Actor[] = [];
  let target: Actor[] = [];
  if (passive && !deed.mutual) {
    rules.push('passive subject', ...(by ? ['by-phrase'] : []));
    source = by ? actorsOf(reading, by.nouns) : [];
    target = deed.target[0] === 'object' || deed.target.length === 0 ? subject : [];
  } else {
    if (subject.length > 0) rules.push('subject');
    source = subject;
  }
  if (target.length === 0) {
    const relative = passive || objects.length > 0 ? [] : relativeObject(shallow, chunk);
    const all = relative.length > 0 ? [relative, ...objects] : objects;
    const other = otherSide(reading, trigger, all, phrases, new Set(source));
    target = other.actors;
    if (other.rule) rules.push(other.rule);
    if (passive && target.length === 0) target = subject;
  }
  return deed.swap ? { source: target, target: source, rules: [...rules, 'swap'] } : { source, target, rules };
}

/** Tries the places of a deed's frame in order: its object, then its prepositions. */
function otherSide(
  reading: Reading,
  { deed }: Trigger,
  objects: readonly (readonly number[])[],
  phrases: readonly Phrase[],
  taken: ReadonlySet<Actor>,
): { actors: Actor[]; rule?: string } {
  for (const place of deed.target) {
    if (place === 'object') {
      for (const nouns of objects) {
        const actors = actorsOf(reading, nouns).filter((actor) => !taken.has(actor));
        if (actors.length > 0) return { actors, rule: 'object' };
      }
      // "killed two of the hostages", "criticised the policy of Iran"
      const of = phrases[0];
      if (objects.length > 0 && of?.preposition === 'of') {
        const actors = actorsOf(reading, of.nouns).filter((actor) => !taken.has(actor));
        if (actors.length > 0) return { actors, rule: 'of the object' };
      }
      continue;
    }
    for (const phrase of phrases) {
      if (phrase.preposition !== place) continue;
      const actors = actorsOf(reading, phrase.nouns).filter((actor) => !taken.has(actor));
      if (actors.length > 0) return { actors, rule: `${place}-phrase` };
    }
  }
  return { actors: [] };
}

function ofNoun(reading: Reading, trigger: Trigger, codebook: Codebook): Parties {
  const { shallow } = reading;
  const { deed, chunk } = trigger;
  const rules: string[] = [];
  const { phrases } = rightOf(shallow, chunk);
  const near = phrases.slice(0, 4);
  const between = near.find((phrase) => phrase.preposition === 'between' || phrase.preposition === 'among');
  if (between) {
    const actors = actorsOf(reading, between.nouns);
    if (actors.length > 0) return { source: actors, target: actors, rules: ['between'] };
  }
  // a noun whose "of" names the one it is done to ("the arrest of X"): its genitive does so too ("X's arrest")
  const ofIsTarget = deed.target[0] === 'of';
  let source: Actor[] = [];
  let target: Actor[] = [];
  const owner = ownerOf(reading, trigger);
  if (owner && ofIsTarget && owner.genitive) {
    target = [owner.mention.actor];
    rules.push('genitive is target');
  } else if (owner) {
    source = [owner.mention.actor];
    rules.push('genitive');
  }
  const by = near.find((phrase) => phrase.preposition === 'by');
  if (by) {
    source = unique([...source, ...actorsOf(reading, by.nouns)]);
    rules.push('by-phrase');
  }
  if (target.length === 0) {
    const other = otherSide(reading, trigger, [], near, new Set(source));
    target = other.actors;
    if (other.rule) rules.push(other.rule);
  }
  if (source.length === 0 && !ofIsTarget) {
    const of = near.find((phrase) => phrase.preposition === 'of' || phrase.preposition === 'from');
    const actors = of ? actorsOf(reading, of.nouns).filter((actor) => !target.includes(actor)) : [];
    if (actors.length > 0) {
      source = actors;
      rules.push('of-phrase');
    }
  }
  return aroundNoun(reading, trigger, { source, target, rules }, codebook);
}

/** "held talks with", "the attack was carried out by": what the verb over or after a noun adds. */
function aroundNoun(reading: Reading, { deed, chunk }: Trigger, found: Parties, codebook: Codebook): Parties {
  const { shallow } = reading;
  const { chunks } = shallow;
  let { source, target } = found;
  const rules = [...found.rules];
  const over = governorVerb(shallow, chunk);
  const isSupport = over >= 0 && codebook.deeds.support.has(shallow.tokens[chunks[over]?.head ?? 0]?.lemma ?? '');
  // "travelled to Russia for a summit"
  const attends = deed.mutual && chunks[chunk - 1]?.kind === 'prep';
  if (over >= 0 && source.length === 0 && (isSupport || attends)) {
    const passive = chunks[over]?.verb?.passive === true;
    const subject = passive ? [] : actorsOf(reading, subjectOf(shallow, over));
    source = subject.filter((actor) => !target.includes(actor));
    if (source.length > 0) rules.push('subject of its verb');
  }
  // "During a summit with Putin, Kim vowed"
  if (over < 0 && source.length === 0 && deed.mutual && chunks[chunk - 1]?.kind === 'prep') {
    const next = chunks.findIndex((one, index) => index > chunk && isFiniteVerb(one));
    const subject = next < 0 ? [] : actorsOf(reading, subjectOf(shallow, next));
    source = subject.filter((actor) => !target.includes(actor));
    if (source.length > 0) rules.push('subject of the sentence');
  }
  const after = chunk + 1;
  if (over < 0 && chunks[after]?.kind === 'verb' && source.length === 0) {
    const by = rightOf(shallow, after).phrases.find((phrase) => phrase.preposition === 'by');
    if (by) {
      source = actorsOf(reading, by.nouns);
      rules.push('by-phrase of its verb');
    }
  }
  if (target.length === 0 && over >= 0 && !deed.mutual) {
    const { objects, phrases } = rightOf(shallow, over);
    const given = objects.length > 1 ? actorsOf(reading, objects[0] ?? []) : [];
    target = given.filter((actor) => !source.includes(actor));
    for (const phrase of phrases) {
      if (target.length > 0) break;
      if (!deed.target.includes(phrase.preposition)) continue;
      target = actorsOf(reading, phrase.nouns).filter((actor) => !source.includes(actor));
    }
    if (target.length > 0) rules.push('object of its verb');
  }
  return { source, target, rules };
}

/** "Israel's attack", "the Israeli attack": the mention right before a deed's noun, in its own group. */
function ownerOf(
  { shallow, mentions }: Reading,
  { chunk, from }: Trigger,
): { mention: MentionAt; genitive: boolean } | undefined {
  const group = shallow.chunks[chunk];
  if (group === undefined) return undefined;
  const before = mentions.filter((mention) => mention.from >= group.from && mention.to <= from);
  const mention = before.at(-1);
  if (mention === undefined) return undefined;
  const next = shallow.tokens[mention.to];
  const genitive =
    next?.upos === 'PART' || shallow.tokens[mention.to - 1]?.upos === 'PART' || isPossessive(mention, shallow);
  return { mention, genitive };
}

function isPossessive(mention: MentionAt, shallow: Reading['shallow']): boolean {
  const token = shallow.tokens[mention.from];
  return mention.to - mention.from === 1 && token?.upos === 'PRON';
}

function unique(actors: readonly Actor[]): Actor[] {
  return [...new Map(actors.map((actor) => [actor.id, actor])).values()];
}
