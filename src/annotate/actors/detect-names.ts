import type { CountryName } from '../../ontology/countries.ts';
import { longestPhrase } from '../../util/phrases.ts';
import type { ActorTables, Organization } from './load-actor-tables.ts';
import { isCapitalized, isGlued, type SentenceView, spanOf } from './story-view.ts';

/** A proper name: tokens `from` … `to` (half-open) of a sentence, without title and article. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  readonly what: 'person' | 'organization' | 'state' | 'other';
  /** Table entries with this very name, where it is known. */
  readonly bodies?: readonly Organization[];
  readonly iso3?: string;
  /** Breakaway areas act with the sector PRE. */
  readonly breakaway?: boolean;
  /** A capital or a palace that may stand for the government. */
  readonly metonym?: boolean;
  /** A palace or street, not a town: "Kremlin". */
  readonly palace?: boolean;
}

export interface NameContext {
  readonly tables: ActorTables;
  /** Starts of the place mentions found before, with their ends: story offsets. */
  readonly places: ReadonlyMap<number, number>;
  /** Last names of persons met in the story under a longer name. */
  readonly surnames: ReadonlySet<string>;
  /** Short forms that the story brings in itself: "the Financial Times (FT)". */
  readonly acronyms: ReadonlySet<string>;
  /** The story speaks of Korea, so that "the North" and "the South" are its states. */
  readonly korea: boolean;
}

/** Finds proper names in a sentence, in text order, never overlapping. */
export function detectNames(view: SentenceView, context: NameContext): NameSpan[] {
  const names: NameSpan[] = [];
  for (let at = 0; at < view.tokens.length; ) {
    const name = nameAt(view, at, context);
    if (name && name.what !== 'other') names.push(name);
    at = name?.to ?? at + 1;
  }
  return names;
}

function nameAt(view: SentenceView, at: number, context: NameContext): NameSpan | undefined {
  const word = view.words[at] ?? '';
  if (!/^[\p{L}']/u.test(word)) return undefined;
  const { tables } = context;
  const body = longestPhrase(tables.organizations, view.text, view.tokens, at);
  if (body && isKnownBody(view, at, body.to, tables)) {
    const to = extendBody(view, body.to, tables);
    const isWhole = to === body.to;
    return { from: at, to, what: 'organization', ...(isWhole && { bodies: body.value }) };
  }
  const person = longestPhrase(tables.people, view.text, view.tokens, at);
  if (person && isKnownPerson(view, at, person.to, context)) return { from: at, to: person.to, what: 'person' };
  if (!isCapitalized(word)) return lowName(view, at, context);
  const half = context.korea ? koreanHalf(view, at) : undefined;
  if (half) return half;
  const state = stateAt(view, at, context);
  if (state) return state;
  return runAt(view, at, context);
}

function isKnownBody(view: SentenceView, at: number, to: number, { countries, contexts }: ActorTables): boolean {
  const words = view.words.slice(at, to);
  const first = words[0] ?? '';
  if (view.loud && words.length === 1 && first.length <= 4) return false;
  const next = view.words[to] ?? '';
  if (isGlued(view, to) && next === '-' && isGlued(view, to + 1)) return /^\p{Lu}/u.test(first);
  if (words.length > 1 || first.length === 0) return true;
  if (!contexts.plain.has(first)) return !(isCapitalized(next) && first === 'Congress' && countries.names.has(next));
  return at > 0 && view.tags[at] === 'PROPN' && !(isCapitalized(next) && view.tags[to] === 'PROPN');
}

/** A surname alone is the known person unless it is part of another name ("Bush Jr.", "Kate Bush", "Clinton County"). */
function isKnownPerson(view: SentenceView, at: number, to: number, { tables, places }: NameContext): boolean {
  if (to - at > 1) return true;
  const word = view.words[at] ?? '';
  if (view.loud || places.has(view.tokens[at]?.start ?? -1) || tables.nouns.entries.has(view.lower[at] ?? ''))
    return false;
  if (isNameWord(view, to) || (view.words[to] === '-' && isGlued(view, to))) return false;
  const isStart = at === 0 || view.tags[at - 1] === 'PUNCT';
  return view.tags[at] === 'PROPN' || (!isStart && word.length > 3);
}

/** "Senate" + "Judiciary Committee": a known body at the head of a longer name of a body. */
function extendBody(view: SentenceView, to: number, tables: ActorTables): number {
  let last = to;
  for (let at = to; at < to + 5 && isCapitalized(view.words[at]) && view.tags[at] !== 'VERB'; at++) {
    if (tables.nameWords.get(view.words[at] ?? '')?.what === 'organization') last = at + 1;
  }
  return extendOf(view, to - 1, last, tables.nameWords);
}

/** Names that begin low: "al-Nusra", "bin Laden" stand inside runs; only known ones stand alone. */
function lowName(view: SentenceView, at: number, { surnames }: NameContext): NameSpan | undefined {
  const next = view.words[at + 1] ?? '';
  if (/^(?:al|el|bin|ibn|de|van|von)$/.test(view.words[at] ?? '') === false) return undefined;
  const isHyphened = next === '-';
  const last = at + (isHyphened ? 2 : 1);
  return surnames.has(view.words[last] ?? '') ? { from: at, to: last + 1, what: 'person' } : undefined;
}

function stateAt(view: SentenceView, at: number, context: NameContext): NameSpan | undefined {
  const { countries } = context.tables;
  for (let to = Math.min(at + 7, view.tokens.length); to > at; to--) {
    const { start, end } = spanOf(view, at, to);
    const readings = countries.names.get(view.text.slice(start, end).replaceAll('’', "'"));
    const reading =
      readings?.find(({ role }) => role === 'name') ??
      readings?.find(({ role }) => role === 'capital' || role === 'metonym');
    if (reading === undefined || (view.loud && end - start <= 3)) continue;
    if (isPersonsName(view, at, to, context)) return undefined;
    const run = runEnd(view, at, context.tables);
    if (run.to > to && run.end?.what) return undefined;
    if (reading.role === 'capital' && !context.places.has(start)) return undefined;
    const isUnion = reading.role === 'capital' && to - at === 1 && view.words[at] === 'Brussels';
    if (isUnion) return { from: at, to, what: 'organization', metonym: true, ...union(context.tables) };
    return toStateName(at, to, reading);
  }
  return undefined;
}

/** "the North" in a story about Korea. */
function koreanHalf(view: SentenceView, at: number): NameSpan | undefined {
  const word = view.words[at];
  if ((word !== 'North' && word !== 'South') || view.lower[at - 1] !== 'the') return undefined;
  if (isCapitalized(view.words[at + 1]) || view.words[at + 1] === '-') return undefined;
  return { from: at, to: at + 1, what: 'state', iso3: word === 'North' ? 'PRK' : 'KOR' };
}

/** Brussels acts for the European Union rather than for Belgium. */
function union({ organizations }: ActorTables): Pick<NameSpan, 'bodies'> {
  const bodies = organizations.entries.get('European Union');
  return bodies ? { bodies } : {};
}

function toStateName(from: number, to: number, { iso3, role, territory }: CountryName): NameSpan {
  if (territory?.kind === 'region') return { from, to, what: 'other' };
  const palace = role === 'metonym';
  return {
    from,
    to,
    what: palace ? 'organization' : 'state',
    iso3,
    ...(role !== 'name' && { metonym: true }),
    ...(palace && { palace }),
    ...(territory?.kind === 'breakaway' && { breakaway: true }),
  };
}

/** "Jordan Smith", "Michael Jordan", "Mr. Chad". */
function isPersonsName(view: SentenceView, at: number, to: number, { tables, places }: NameContext): boolean {
  if (to - at > 1 || places.has(view.tokens[at]?.start ?? -1)) return false;
  const before = view.words[at - 1] ?? '';
  return tables.givenNames.has(before) || tables.titles.has(before) || tables.givenNames.has(view.words[at] ?? '');
}

interface Run {
  readonly to: number;
  /** What the last word says. */
  readonly end?: { readonly what: 'organization' | 'place' | 'event' };
}

/** Small words inside names of persons. */
const particle =
  /^(?:al|el|bin|ibn|bint|de|da|do|dos|das|del|della|di|la|le|van|von|der|den|ter|ul|ur|ud|uz|abu|y|e|zu)$/i;

/** How far capitalized words go on from `at`. */
function runEnd(view: SentenceView, at: number, tables: ActorTables): Run {
  const { nameWords } = tables;
  let to = at + 1;
  while (to < at + 12 && to < view.tokens.length) {
    const word = view.words[to] ?? '';
    if (startsTitle(view, to, tables)) break;
    if (isNameWord(view, to)) to++;
    else if (
      (word === '-' || word === '–') &&
      isGlued(view, to) &&
      isGlued(view, to + 1) &&
      /^\p{L}/u.test(view.words[to + 1] ?? '')
    )
      to += 2;
    else if (particle.test(word) && isParticleInside(view, to)) to++;
    else if (word === '&' && isCapitalized(view.words[to + 1])) to += 2;
    else if (/^['’]s$/.test(word) || word === '.') break;
    else break;
  }
  const extended = extendOf(view, at, to, nameWords);
  const last = nameWords.get(view.words[extended - 1] ?? '');
  const begins = nameWords.get(view.words[at] ?? '');
  if (extended > to) return { to: extended, end: { what: 'organization' } };
  if (last && to - at > 1) return { to, end: { what: last.what } };
  return { to, ...(begins?.begins && to - at > 1 && { end: { what: begins.what } }) };
}

/** "Indo-Pacific Commander Admiral Samuel Paparo": a title before a capital ends the run before it. */
function startsTitle(view: SentenceView, at: number, { nouns, titles }: ActorTables): boolean {
  if (!isCapitalized(view.words[at]) || !isCapitalized(view.words[at + 1])) return false;
  return titles.has(view.words[at] ?? '') || nouns.entries.get(view.lower[at] ?? '')?.title === true;
}

function isNameWord(view: SentenceView, at: number): boolean {
  const word = view.words[at] ?? '';
  return isCapitalized(word) && !/^(?:I|I'm|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?$/.test(word) && !isMonth(word);
}

const isMonth = (word: string) =>
  /^(?:January|February|April|June|July|August|September|October|November|December|March|May)$/.test(word);

/** "Abd al-Aziz", "Ursula von der Leyen": small words count only where a capital follows. */
function isParticleInside(view: SentenceView, at: number): boolean {
  let next = at + 1;
  while (next < at + 4 && (particle.test(view.words[next] ?? '') || view.words[next] === '-')) next++;
  return isCapitalized(view.words[next]) && view.tags[at] !== 'ADP';
}

/** "Ministry of Trade and Industry", "University of Texas": goes on behind a word that begins such names. */
function extendOf(view: SentenceView, at: number, to: number, nameWords: ActorTables['nameWords']): number {
  const head = nameWords.get(view.words[to - 1] ?? '');
  if (!head?.begins || head.what !== 'organization') return to;
  const link = view.words[to] ?? '';
  if (!/^(?:of|for|on)$/.test(link)) return to;
  let end = to + 1;
  if (view.words[end] === 'the') end++;
  if (!isNameWord(view, end)) return to;
  while (end < at + 14 && end < view.tokens.length) {
    if (isNameWord(view, end)) end++;
    else if (
      /^(?:and|of|for|,|&|the|-)$/.test(view.words[end] ?? '') &&
      isNameWord(view, end + 1) &&
      view.words[end] !== ','
    )
      end += 2;
    else break;
  }
  return end;
}

/** A run of capitalized words that no table knows: told by its words, by a title, by a given name. */
function runAt(view: SentenceView, at: number, context: NameContext): NameSpan | undefined {
  const { tables } = context;
  const from = context.surnames.has(view.words[at] ?? '') ? at : skipBefore(view, at, tables);
  if (from > at) return { from: at, to: from, what: 'other' };
  const run = runEnd(view, at, tables);
  if (run.end) return { from: at, to: run.to, what: run.end.what === 'organization' ? 'organization' : 'other' };
  const titled = isTitled(view, at, tables);
  const to = cutRun(view, at, run.to, context);
  if (view.loud && !titled) return undefined;
  if (isPersonRun(view, at, to, titled, context)) return { from: at, to, what: 'person' };
  if (isAcronym(view, at, to, context)) return { from: at, to, what: 'organization' };
  return { from: at, to, what: 'other' };
}

/** Titles, demonyms and the plain first word of a sentence are no part of a name. */
function skipBefore(view: SentenceView, at: number, tables: ActorTables): number {
  const { titles, nouns, countries, nameWords } = tables;
  const word = view.words[at] ?? '';
  if (view.tags[at] === 'DET' || /^(?:The|A|An)$/.test(word)) return at + 1;
  if (at === 0 && /^(?:ADV|SCONJ|CCONJ|ADP|PRON)$/.test(view.tags[at] ?? '')) return at + 1;
  if (titles.has(word) && isCapitalized(view.words[at + 1])) return at + 1;
  const noun = longestPhrase(nouns, view.lowerText, view.tokens, at);
  const isBodyNoun = noun?.value.kind === 'organization';
  const isOpening = noun?.value.title || runEnd(view, at, tables).end?.what !== 'organization';
  if (noun && isOpening && !isBodyNoun && !nameWords.has(view.words[noun.to - 1] ?? '')) return noun.to;
  const demonym = demonymEnd(view, at, countries);
  if (demonym !== undefined && !startsBodyName(view, at, nameWords)) return demonym;
  if (!isNameWord(view, at)) return at + 1;
  const isPlain =
    view.tags[at] !== 'PROPN' && view.tags[at] !== 'NOUN' && view.tags[at] !== 'ADJ' && view.tags[at] !== 'X';
  return isPlain && (at === 0 || view.tags[at] !== 'VERB') && !isCapitalized(view.words[at + 1]) ? at + 1 : at;
}

/** Token after a demonym of up to three words that begins at `at`: "South Korean", "Americans". */
export function demonymEnd(view: SentenceView, at: number, countries: ActorTables['countries']): number | undefined {
  if (!isCapitalized(view.words[at])) return undefined;
  for (let to = Math.min(at + 3, view.tokens.length); to > at; to--) {
    const { start, end } = spanOf(view, at, to);
    const readings = countries.names.get(view.text.slice(start, end));
    if (readings?.some(({ role }) => role === 'adjective' || role === 'people' || role === 'person')) return to;
  }
  return undefined;
}

/** "Iraqi National Congress", "Ukrainian Orthodox Church". */
function startsBodyName(view: SentenceView, at: number, nameWords: ActorTables['nameWords']): boolean {
  for (let next = at + 1; next < at + 7 && isNameWord(view, next); next++) {
    if (nameWords.get(view.words[next] ?? '')?.what === 'organization')
      return next > at + 1 || nameWords.get(view.words[next] ?? '')?.begins === true || true;
  }
  return false;
}

function isTitled(view: SentenceView, at: number, { titles, nouns }: ActorTables): boolean {
  const before = view.words[at - 1] ?? '';
  if (titles.has(before)) return true;
  return (
    nouns.entries.get(view.lower[at - 1] ?? '')?.title === true ||
    nouns.entries.get(`${view.lower[at - 2]} ${view.lower[at - 1]}`)?.title === true
  );
}

/** A run ends before a title, a known body or a state that begins a name of its own ("Obama Senator Clinton"). */
function cutRun(view: SentenceView, at: number, to: number, { tables, places }: NameContext): number {
  for (let cut = at + 1; cut < to; cut++) {
    const word = view.words[cut] ?? '';
    if (!isCapitalized(word) || isGlued(view, cut)) continue;
    if (tables.titles.has(word) && cut + 1 < to) return cut;
    if (places.has(view.tokens[cut]?.start ?? -1) && !tables.givenNames.has(view.words[at] ?? '')) return cut;
  }
  return to;
}

/** Endings of "unknown" words that are no persons' names. */
const notPerson = /(?:ism|tion|ment|ness|ship|ists|ians|ians)$/;

function isPersonRun(view: SentenceView, at: number, to: number, titled: boolean, context: NameContext): boolean {
  const { tables, surnames, places } = context;
  const first = view.words[at] ?? '';
  const length = to - at;
  const isPlace = places.has(view.tokens[at]?.start ?? -1);
  if (titled && !isPlace) return true;
  if (surnames.has(view.words[to - 1] ?? '') && !isPlace && (length > 1 || view.tags[at] !== 'VERB')) return true;
  if (isPlace && length === 1) return false;
  if (tables.givenNames.has(first)) return length > 1 || isSingleGiven(view, at);
  if (length < 2 || length > 5) return false;
  if (/^\p{Lu}\.?$/u.test(view.words[at + 1] ?? '') && length > 2) return true;
  if (/^(?:\p{Lu}\.)+$/u.test(first)) return true;
  return isUnknownPerson(view, at, to, context);
}

/** Two or three unknown capitalized words, each written like a name. */
function isUnknownPerson(view: SentenceView, at: number, to: number, { tables }: NameContext): boolean {
  for (let each = at; each < to; each++) {
    const word = view.words[each] ?? '';
    if (tables.nameWords.has(word) || notPerson.test(word) || tables.nouns.entries.has(view.lower[each] ?? ''))
      return false;
    if (isCapitalized(word) && !/^\p{Lu}[\p{Ll}\p{M}'’]+(?:\p{Lu}\p{Ll}+)?$/u.test(word)) return false;
    if (isCapitalized(word) && view.tags[each] !== 'PROPN') return false;
  }
  return !/^(?:in|the|a|an|at|on)$/i.test(view.lower[at - 1] ?? '') && !/^\d/.test(view.words[to] ?? '');
}

/** A given name alone is a person when it acts or is spoken of as one. */
function isSingleGiven(view: SentenceView, at: number): boolean {
  const next = view.tags[at + 1];
  return (
    view.tags[at] === 'PROPN' &&
    (next === 'VERB' || next === 'AUX' || next === 'PUNCT' || next === 'PART' || next === 'CCONJ' || at > 0)
  );
}

/** Shortest word in capitals that is taken for a body; "TV", "PM", "AM" are shorter. */
const shortestAcronym = 3;
function isAcronym(view: SentenceView, at: number, to: number, { tables, acronyms }: NameContext): boolean {
  const word = view.words[at] ?? '';
  if (to - at === 1 && acronyms.has(word)) return true;
  if (to - at !== 1 || view.loud || word.length < shortestAcronym || word.length > 7) return false;
  if (!/^\p{Lu}[\p{Lu}\p{N}&]+$/u.test(word) || tables.contexts.acronyms.has(word)) return false;
  return !tables.nameWords.has(word) && view.tags[at] === 'PROPN';
}
