import type { MentionForm } from '../../schema/actor.ts';
import { longestPhrase } from '../../util/phrases.ts';
import { demonymEnd, detectNames, type NameContext, type NameSpan } from './detect-names.ts';
import { isActing } from './is-acting.ts';
import type { ActorNoun, ActorTables } from './load-actor-tables.ts';
import { leftEdge, rightEdge } from './phrase-edges.ts';
import { isCapitalized, isGlued, type SentenceView, textOf } from './story-view.ts';

/**
 * Words that speak of an actor: a whole noun phrase with its title and article ("the South Korean President Yoon
 * Suk-yeol"), tokens `from` … `to` (half-open) of a sentence. A trained reader may fill these in the rules' place.
 */
export interface DetectedMention {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly form: MentionForm;
  /** First token of the wider phrase whose words tell the actor's country ("the Russian daily Izvestia"). */
  readonly widerFrom?: number;
  /** The bare name inside. */
  readonly name?: NameSpan;
  /** The head noun or title with its table entry. */
  readonly noun?: NounMatch;
  /** Demonym used as a noun ("Palestinians", "an American"). */
  readonly people?: { readonly iso3: string; readonly plural: boolean };
}

export interface NounMatch {
  readonly entry: ActorNoun;
  readonly from: number;
  readonly to: number;
}

/** Finds the mentions of one sentence, in text order; they may nest (the name inside its phrase is not listed apart). */
export function detectMentions(view: SentenceView, context: NameContext): DetectedMention[] {
  const names = detectNames(view, context);
  const nameAt = new Map(names.map((name) => [name.from, name]));
  const mentions: DetectedMention[] = [];
  let done = 0;
  for (let at = 0; at < view.tokens.length; at++) {
    if (at < done) continue;
    const found = mentionAt(view, at, nameAt, context.tables);
    if (!found) continue;
    done = found.headTo;
    for (const mention of found.mentions) mentions.push(mention);
  }
  return dropModifiers(mentions);
}

interface Found {
  readonly mentions: readonly DetectedMention[];
  /** Tokens before this one are used up. */
  readonly headTo: number;
}

function mentionAt(
  view: SentenceView,
  at: number,
  nameAt: ReadonlyMap<number, NameSpan>,
  tables: ActorTables,
): Found | undefined {
  const pronoun = pronounAt(view, at);
  if (pronoun) return { mentions: [pronoun], headTo: at + 1 };
  const name = nameAt.get(at);
  if (name && (name.iso3 !== undefined || name.metonym) && !isActing(view, name, tables))
    return { mentions: [], headTo: name.to };
  if (name) return nameMention(view, name, undefined, tables);
  const noun = nounAt(view, at, tables);
  if (noun) {
    const titled = nameAt.get(noun.to);
    if (titled?.what === 'person' && noun.entry.kind === 'person' && !noun.entry.plural)
      return nameMention(view, titled, noun, tables);
    return nounMention(view, noun, tables);
  }
  const people = peopleAt(view, at, tables);
  return people && { mentions: [people], headTo: people.to };
}

const personal = /^(?:he|him|she|her|they|them|it|himself|herself|themselves|itself)$/;

function pronounAt(view: SentenceView, at: number): DetectedMention | undefined {
  if (view.tags[at] !== 'PRON' || !personal.test(view.lower[at] ?? '')) return undefined;
  if (view.lower[at] === 'her' && isPossessiveHer(view, at)) return undefined;
  return { sentence: view.index, from: at, to: at + 1, form: 'pronoun' };
}

/** "her" before a noun owns it; the deeds' sides are marked by "her" alone. */
function isPossessiveHer(view: SentenceView, at: number): boolean {
  const next = view.tags[at + 1];
  return next === 'NOUN' || next === 'ADJ' || next === 'PROPN' || next === 'NUM';
}

function nameMention(view: SentenceView, name: NameSpan, title: NounMatch | undefined, tables: ActorTables): Found {
  const start = title?.from ?? name.from;
  const edge = leftEdge(view, start, tables);
  const mention: DetectedMention = {
    sentence: view.index,
    from: name.what === 'person' ? edge : articleBefore(view, name),
    to: name.to,
    widerFrom: edge,
    form: 'name',
    name,
    ...(title && { noun: title }),
  };
  return { mentions: [mention], headTo: name.to };
}

/** A state or a body takes its article and nothing else. */
function articleBefore(view: SentenceView, name: NameSpan): number {
  return view.lower[name.from - 1] === 'the' ? name.from - 1 : name.from;
}

function nounAt(view: SentenceView, at: number, { nouns }: ActorTables): NounMatch | undefined {
  const tag = view.tags[at];
  if (tag === 'PUNCT' || tag === 'ADP' || tag === 'DET' || tag === 'CCONJ' || tag === 'PRON') return undefined;
  const match = longestPhrase(nouns, view.lowerText, view.tokens, at);
  if (match === undefined) return undefined;
  const last = view.tags[match.to - 1];
  if (last === 'AUX' || last === 'ADV' || (last === 'ADJ' && !match.value.plural)) return undefined;
  if (last === 'VERB' && !isMistaggedNoun(view, at, match.value)) return undefined;
  return { entry: match.value, from: at, to: match.to };
}

/** "forces", "guards" right behind an adjective or an article are no verbs. */
function isMistaggedNoun(view: SentenceView, at: number, { plural }: ActorNoun): boolean {
  const before = view.tags[at - 1];
  return plural && (before === 'ADJ' || before === 'DET' || before === 'NUM');
}

/** Nouns after a head that make it a modifier: "police station", "government plan". */
function isModifier(view: SentenceView, to: number, { contexts }: ActorTables): boolean {
  const next = view.tags[to];
  if (view.words[to] === '-' && isGlued(view, to)) return true;
  if (view.lower[to] === 'and' && next === 'CCONJ' && view.tags[to + 1] === 'NOUN' && view.tags[to + 2] === 'NOUN')
    return true;
  if (next !== 'NOUN' && !(next === 'PROPN' && !isCapitalized(view.words[to]))) return false;
  if (contexts.pastVerbs.has(view.lower[to] ?? '')) return false;
  const after = view.tags[to + 1];
  return !(
    contexts.nounLikeVerbs.has(view.lower[to] ?? '') &&
    after !== 'VERB' &&
    after !== 'AUX' &&
    after !== 'PUNCT' &&
    after !== undefined
  );
}

function nounMention(view: SentenceView, noun: NounMatch, tables: ActorTables): Found | undefined {
  const { entry } = noun;
  if (isModifier(view, noun.to, tables)) return undefined;
  const from = leftEdge(view, noun.from, tables);
  const to = rightEdge(view, noun.to, entry);
  if (!isMention(view, from, to, noun, tables)) return undefined;
  return {
    mentions: [{ sentence: view.index, from, to, form: 'nominal', noun }],
    headTo: noun.to,
  };
}

/** Whether a noun speaks of somebody here: a weak noun needs a country, a sector word, a number; a person an article. */
function isMention(view: SentenceView, from: number, to: number, noun: NounMatch, tables: ActorTables): boolean {
  const { entry } = noun;
  const before = view.lower.slice(from, noun.from);
  if (/^(?:no|any|every|what|which|such)$/.test(before[0] ?? '')) return false;
  if (view.lower[from - 1] === 'as' && entry.kind === 'person' && /^an?$/.test(before[0] ?? '')) return false;
  if (entry.weak) return hasEvidence(view, from, to, noun, tables);
  if (view.lower[from] === 'reporters' && /^t(?:old|ell)/.test(view.lower[from - 1] ?? '')) return false;
  if (entry.plural || entry.kind !== 'person') return true;
  return before.length > 0 || to > noun.to || isCapitalized(view.words[noun.from]) || from === 0;
}

function hasEvidence(view: SentenceView, from: number, to: number, noun: NounMatch, tables: ActorTables): boolean {
  const isVague = noun.entry.kind !== 'person' && !noun.entry.plural && /^an?$/.test(view.lower[from] ?? '');
  for (let at = from; at < to; at++) {
    if (at >= noun.from && at < noun.to) continue;
    const word = view.lower[at] ?? '';
    if (tables.countries.names.has(view.words[at] ?? '') || demonymEnd(view, at, tables.countries) !== undefined)
      return true;
    if (tables.domains.has(word) && !isVague) return true;
    if (view.tags[at] === 'NUM' && noun.entry.plural && noun.entry.sectors[0] !== 'GOV') return true;
    if (at < noun.from && tables.contexts.telling.has(word)) return true;
  }
  return false;
}

function peopleAt(view: SentenceView, at: number, tables: ActorTables): DetectedMention | undefined {
  const to = demonymEnd(view, at, tables.countries);
  if (to === undefined || isModifier(view, to, tables) || isCapitalized(view.words[to])) return undefined;
  const readings = tables.countries.names.get(textOf(view, at, to)) ?? [];
  const many = readings.find(({ role }) => role === 'people');
  const one = readings.find(({ role }) => role === 'person');
  const reading = many ?? one;
  if (!reading) return undefined;
  const from = leftEdge(view, at, tables);
  const isAdjective = readings.some(({ role }) => role === 'adjective');
  if (isAdjective && (from === at || qualifies(view, to))) return undefined;
  const isMany = many !== undefined && (!one || !/^(?:an?|one)$/.test(view.lower[from] ?? ''));
  if (!isMany && !/^(?:an?|one|the)$/.test(view.lower[from] ?? '')) return undefined;
  return { sentence: view.index, from, to, form: 'nominal', people: { iso3: reading.iso3, plural: isMany } };
}

/** A demonym before another adjective, a number or a comma qualifies what follows. */
function qualifies(view: SentenceView, to: number): boolean {
  const next = view.tags[to];
  return next === 'ADJ' || next === 'NUM' || view.lower[to] === 'and' || view.lower[to] === ',';
}

/** A state or a body that only qualifies another mention ("China's military", "US officials") is no mention of its own. */
function dropModifiers(mentions: readonly DetectedMention[]): DetectedMention[] {
  return mentions.filter((mention, index) => {
    const next = mentions[index + 1];
    const isInside = next !== undefined && next.from <= mention.from && next.to >= mention.to;
    if (!isInside) return true;
    return mention.form === 'name' && mention.name?.what !== 'state';
  });
}
