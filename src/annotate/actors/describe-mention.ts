import type { ActorKind } from '../../schema/actor.ts';
import { longestPhrase } from '../../util/phrases.ts';
import { describeBodyName } from './describe-body-name.ts';
import type { DetectedMention } from './detect-mentions.ts';
import type { ActorNoun, ActorTables, Gender, Organization } from './load-actor-tables.ts';
import { isCapitalized, type SentenceView, textOf } from './story-view.ts';

/** What the words of one mention say of their actor, before it is joined to others. */
export interface Description {
  readonly kind: ActorKind;
  /** The bare name as written; absent in nominals. */
  readonly name?: string;
  /** Known bodies with this very name. */
  readonly bodies?: readonly Organization[];
  /** Head noun or title, singular. */
  readonly noun?: string;
  readonly plural: boolean;
  /** The noun leaves the sector to what stands beside it. */
  readonly general?: boolean;
  readonly gender: Gender;
  readonly definite: boolean;
  /** Countries named in the phrase, or codes such as UNO; in text order, each once. */
  readonly countries: readonly string[];
  readonly sectors: readonly string[];
  /** "President", "Foreign Minister": the office, without its state or body. */
  readonly office?: string;
  /** The body an officer speaks or acts for. */
  readonly body?: Organization;
  /** Whose the office or body is where the text names no country. */
  readonly usualCountry?: string;
  /** Of many states or of none: "world leaders", "foreign governments". */
  readonly worldwide: boolean;
}

/** Countries of place mentions by the story offset where they start. */
export type PlaceCountries = ReadonlyMap<number, string>;

export interface DescribeContext {
  readonly tables: ActorTables;
  readonly placeCountries: PlaceCountries;
}

const worldwide = /^(?:foreign|world|international|western|european|global|african|arab|asian|multinational|nato)$/;
const former = /^(?:former|ex|late|ousted|deposed|retired|disgraced|one-time|onetime|fallen)$/;

export function describeMention(view: SentenceView, mention: DetectedMention, context: DescribeContext): Description {
  const { name, noun, people } = mention;
  if (name?.what === 'state') return describeState(view, mention);
  const evidence = readEvidence(view, mention, context);
  const words = view.lower.slice(mention.from, mention.to);
  const nameText = name && textOf(view, name.from, name.to);
  const base = {
    ...(nameText !== undefined && { name: nameText }),
    ...(name?.bodies && { bodies: name.bodies }),
    definite:
      /^(?:the|this|that|these|those|his|her|its|their|both)$/.test(words[0] ?? '') ||
      words.includes("'s") ||
      words.includes('’s'),
    worldwide: isWorldwide(words, mention) && evidence.countries.length === 0,
  };
  if (people) {
    const kind = people.plural ? 'group' : 'person';
    return { ...base, kind, plural: people.plural, gender: 'u', countries: [people.iso3], sectors: ['CVL'] };
  }
  if (name?.palace && name.iso3) {
    return { ...base, kind: 'organization', plural: false, gender: 'u', countries: [name.iso3], sectors: ['GOV'] };
  }
  if (name?.what === 'organization')
    return {
      ...base,
      ...describeBodyName(nameText ?? '', name.bodies, evidence.countries, context.tables),
      plural: false,
      gender: 'u',
    };
  return { ...base, ...describeHuman(view, mention, evidence, context.tables), ...(noun && { noun: noun.entry.noun }) };
}

/** "world leaders", "foreign governments", "our two countries": of no one state. */
function isWorldwide(words: readonly string[], { noun, name }: DetectedMention): boolean {
  if (name || !noun) return false;
  return /^(?:our|my|your)$/.test(words[0] ?? '') || (noun.entry.plural && words.some((word) => worldwide.test(word)));
}

function describeState(view: SentenceView, { name }: DetectedMention): Description {
  const sectors = name?.breakaway ? ['PRE'] : ['GOV'];
  return {
    kind: 'state',
    name: name ? textOf(view, name.from, name.to) : '',
    plural: false,
    gender: 'u',
    definite: true,
    countries: name?.iso3 ? [name.iso3] : [],
    sectors,
    worldwide: false,
  };
}

function describeHuman(
  view: SentenceView,
  mention: DetectedMention,
  evidence: Evidence,
  tables: ActorTables,
): Omit<Description, 'definite' | 'worldwide'> {
  const entry = mention.noun?.entry;
  const words = view.lower.slice(mention.from, mention.to);
  const title = titleBefore(view, mention, tables);
  const titleNoun = entry ?? (title ? tables.nouns.entries.get(title) : undefined);
  // "police" without an article are men on the spot, "the police" the body.
  const isSquad = entry?.noun === 'police' && words[0] !== 'the';
  const kind = mention.name?.what === 'person' ? 'person' : isSquad ? 'group' : (entry?.kind ?? 'person');
  const body = titleNoun && (titleNoun.general || titleNoun.office || titleNoun.weak) ? evidence.body : undefined;
  const isFormer = kind !== 'organization' && words.some((word) => former.test(word));
  const sectors = isFormer ? ['ELI'] : sectorsOf(view, mention, titleNoun, body, tables);
  const countries = body?.country
    ? [body.country, ...evidence.countries.filter((code) => code !== body.country)]
    : evidence.countries;
  return {
    kind,
    plural: entry?.plural ?? false,
    gender: genderOf(view, mention, titleNoun?.gender ?? 'u', tables),
    countries,
    sectors,
    ...(titleNoun?.general && { general: true }),
    ...(titleNoun?.country && { usualCountry: titleNoun.country }),
    ...(titleNoun?.office && kind === 'person' && { office: officeOf(view, mention, titleNoun.noun) }),
    ...(body && { body }),
  };
}

function officeOf(view: SentenceView, { noun }: DetectedMention, singular: string): string {
  const words = noun && !noun.entry.plural ? textOf(view, noun.from, noun.to) : singular;
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** "Gen." or "Mr." right before the name, as the noun that it stands for. */
function titleBefore(view: SentenceView, { name }: DetectedMention, { titles }: ActorTables): string | undefined {
  const noun = name && titles.get(view.words[name.from - 1] ?? '');
  return noun === '' || noun === 'man' || noun === 'woman' ? undefined : noun;
}

function genderOf(
  view: SentenceView,
  { name }: DetectedMention,
  own: Gender,
  { givenNames, titles }: ActorTables,
): Gender {
  if (own !== 'u' || !name) return own;
  const title = titles.get(view.words[name.from - 1] ?? '');
  if (title === 'man' || title === 'woman') return title === 'man' ? 'm' : 'f';
  return givenNames.get(view.words[name.from] ?? '') ?? 'u';
}

function sectorsOf(
  view: SentenceView,
  { noun, from, to }: DetectedMention,
  entry: Pick<ActorNoun, 'noun' | 'sectors' | 'general'> | undefined,
  body: Organization | undefined,
  tables: ActorTables,
): readonly string[] {
  if (entry === undefined) return [];
  const own = entry.sectors;
  if (body && ofStates.test(entry.noun) && !isStateCode(body.country)) return own;
  if (body && body.sectors.length > 0) return body.sectors;
  if (body && own[0] === 'GOV') return isStateCode(body.country) ? own : [];
  const split = { before: noun?.from ?? to, after: noun?.to ?? to };
  const domain =
    entry.general && (domainIn(view, from, split.before, tables) ?? domainIn(view, split.after, to, tables));
  if (domain) return domain;
  return view.lower.slice(from, split.before).includes('opposition') && !own.includes('OPP') ? [...own, 'OPP'] : own;
}

/** Those who meet in a body of states act for their states: "NATO leaders", "EU ambassadors". */
const ofStates = /(?:^|\s)(?:leader|minister|ambassador|governor|envoy)$/;

const isStateCode = (code: string | undefined) => code !== undefined && !/^(?:UNO|EUR|IGO|NGO|IMG|ISM|MNC)$/.test(code);

/** Sectors told by words of a stretch, the last first: "army", "the rebels' …", "… of the armed forces". */
function domainIn(
  view: SentenceView,
  from: number,
  to: number,
  { domains, nouns }: ActorTables,
): readonly string[] | undefined {
  for (let at = to - 1; at >= from; at--) {
    const pair = domains.get(`${view.lower[at - 1]} ${view.lower[at]}`);
    const noun = longestPhrase(nouns, view.lowerText, view.tokens, at)?.value;
    const isOther = noun !== undefined && !noun.weak && noun.sectors[0] !== 'GOV' && noun.kind !== 'state';
    const sectors = pair ?? domains.get(view.lower[at] ?? '') ?? (isOther ? noun.sectors : undefined);
    if (sectors) return sectors;
  }
  return undefined;
}

interface Evidence {
  readonly countries: readonly string[];
  readonly body?: Organization;
}

/** States, demonyms, places and bodies named inside the phrase. */
function readEvidence(
  view: SentenceView,
  { from, to, name, widerFrom }: DetectedMention,
  { tables, placeCountries }: DescribeContext,
): Evidence {
  const countries: string[] = [];
  let body: Organization | undefined;
  const limit =
    /^(?:in|from|at)$/.test(view.lower[to] ?? '') && (name === undefined || name.what === 'organization') ? to + 4 : to;
  for (let at = Math.min(from, widerFrom ?? from); at < limit; ) {
    if (at >= to && view.tags[at] === 'VERB') break;
    const isOwnName = name?.what === 'person' && at >= name.from && at < name.to;
    const known = isOwnName ? undefined : longestPhrase(tables.organizations, view.text, view.tokens, at);
    if (known && at < to && (name === undefined || at < name.from)) body ??= known.value[0];
    const found = isOwnName ? undefined : countryAt(view, at, limit, tables, placeCountries);
    if (found && !countries.includes(found.iso3)) countries.push(found.iso3);
    at = Math.max(known?.to ?? at + 1, found?.to ?? at + 1);
  }
  return { countries, ...(body && { body }) };
}

function countryAt(
  view: SentenceView,
  at: number,
  limit: number,
  { countries }: ActorTables,
  places: PlaceCountries,
): { iso3: string; to: number } | undefined {
  if (!isCapitalized(view.words[at])) return undefined;
  for (let to = Math.min(at + 6, limit); to > at; to--) {
    const reading = countries.names.get(textOf(view, at, to).replaceAll('’', "'"))?.[0];
    if (reading) return { iso3: reading.iso3, to };
  }
  const place = places.get(view.tokens[at]?.start ?? -1);
  return place ? { iso3: place, to: at + 1 } : undefined;
}
