import { readFileSync } from 'node:fs';
import { type CountryTable, loadCountries } from '../../ontology/countries.ts';
import type { ActorKind } from '../../schema/actor.ts';
import { indexPhrases, type PhraseIndex } from '../../util/phrases.ts';

export type Gender = 'm' | 'f' | 'u';

/** A noun that names actors: "minister", "rebels", "army". */
export interface ActorNoun {
  /** Singular, lower case. */
  readonly noun: string;
  readonly kind: ActorKind;
  /** PLOVER codes, primary first; IGO and NGO stand here too and move to the country. */
  readonly sectors: readonly string[];
  readonly plural: boolean;
  /** May stand as a title before a name. */
  readonly title: boolean;
  /** An office of a state or a body. */
  readonly office: boolean;
  /** A mention only with a country, a sector word or a number beside it. */
  readonly weak: boolean;
  /** A sector word or a body beside it decides its sector. */
  readonly general: boolean;
  readonly gender: Gender;
  /** Whose it is where the text names no country: a secretary of state is American. */
  readonly country?: string;
}

/** A body known by its own name. */
export interface Organization {
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO alpha-3 or UNO EUR IGO NGO ISM IMG MNC; absent where the name serves in many states ("Supreme Court"). */
  readonly country?: string;
  readonly sectors: readonly string[];
}

/** What a proper name that ends with some word names. */
export interface NameWord {
  readonly what: 'organization' | 'place' | 'event';
  readonly sectors: readonly string[];
  /** May also begin a name: "Ministry of …". */
  readonly begins: boolean;
}

/** One office that a known person has held, or a public part they have played. */
export interface KnownPerson {
  readonly name: string;
  readonly gender: Gender;
  readonly country: string;
  readonly sectors: readonly string[];
  /** "President of South Korea". */
  readonly office?: string;
  /** ISO months, both inclusive; `to` is absent while it lasts. */
  readonly from: string;
  readonly to?: string;
}

export interface ActorTables {
  /** Keys as written; a name has one entry for each office. */
  readonly people: PhraseIndex<readonly KnownPerson[]>;
  /** Keys in lower case. */
  readonly nouns: PhraseIndex<ActorNoun>;
  /** Keys as written; two bodies may share an acronym. */
  readonly organizations: PhraseIndex<readonly Organization[]>;
  /** Word before a noun, lower case → sectors that take the place of the noun's own. */
  readonly domains: ReadonlyMap<string, readonly string[]>;
  readonly nameWords: ReadonlyMap<string, NameWord>;
  readonly givenNames: ReadonlyMap<string, Gender>;
  /** Forms of address and short titles, as written → the noun they stand for; '' for a bare form of address. */
  readonly titles: ReadonlyMap<string, string>;
  readonly countries: CountryTable;
  readonly contexts: ContextWords;
}

/** Words that decide how what stands beside them is read; `context-words.tsv` says what each class is for. */
export type ContextWords = Readonly<Record<(typeof contextClasses)[number], ReadonlySet<string>>>;

const contextClasses = ['plain', 'acronyms', 'nounLikeVerbs', 'pastVerbs', 'telling', 'townVerbs', 'dealings'] as const;

const data = new URL('../../../data/actors/', import.meta.url);

/** Loads the actor tables (`data/actors`, `data/countries.json`; sources in `data/SOURCES.md`). */
export function loadActorTables(): ActorTables {
  return Object.freeze({
    nouns: indexPhrases(readRows('nouns.tsv').flatMap(toNouns)),
    organizations: indexPhrases(readRows('organizations.tsv').flatMap(toOrganizations), (old, added) => [
      ...old,
      ...added,
    ]),
    people: indexPhrases(readRows('people.tsv').flatMap(toPeople), (old, added) => [...old, ...added]),
    domains: new Map(readRows('domain-words.tsv').map(([word = '', sectors]) => [word, plus(sectors)])),
    nameWords: new Map(readRows('name-words.tsv').map(toNameWord)),
    givenNames: new Map(readRows('first-names.tsv').map(([name = '', gender]) => [name, gender as Gender])),
    titles: new Map(readRows('titles.tsv').map(([title = '', noun = '']) => [title, noun])),
    countries: loadCountries(),
    contexts: loadContextWords(),
  });
}

function readRows(name: string): string[][] {
  const lines = readFileSync(new URL(name, data), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
}

const plus = (cell: string | undefined) => (cell ? cell.split('+') : []);

function toNouns([noun = '', plural = '', kind = '', sectors, flags = '', country]: string[]): (readonly [
  string,
  ActorNoun,
])[] {
  const one: ActorNoun = {
    noun,
    kind: kind as ActorKind,
    sectors: plus(sectors),
    plural: plural === '=',
    title: flags.includes('t'),
    office: flags.includes('o'),
    weak: flags.includes('w'),
    general: flags.includes('g'),
    gender: flags.includes('m') ? 'm' : flags.includes('f') ? 'f' : 'u',
    ...(country && { country }),
  };
  if (plural === '-' || plural === '=') return [[noun, one]];
  const many: ActorNoun = { ...one, kind: 'group', plural: true };
  return [
    [noun, one],
    [plural || pluralOf(noun), many],
  ];
}

/** Regular plural of the last word. */
function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function toOrganizations(row: string[]): (readonly [string, readonly Organization[]])[] {
  const [name = '', aliases = '', kind = '', country, sectors] = row;
  const body: Organization = { name, kind: kind as ActorKind, ...(country && { country }), sectors: plus(sectors) };
  return [name, ...aliases.split(';').filter(Boolean)].map((words) => [words, [body]] as const);
}

function toNameWord([word = '', what, more, flags = '']: string[]): readonly [string, NameWord] {
  const kind = what as NameWord['what'];
  return [word, { what: kind, sectors: kind === 'organization' ? plus(more) : [], begins: flags.includes('b') }];
}

function toPeople(row: string[]): (readonly [string, readonly KnownPerson[]])[] {
  const [name = '', others = '', gender, country = '', sectors, office, from = '', to] = row;
  const person: KnownPerson = {
    name,
    gender: gender as Gender,
    country,
    sectors: plus(sectors),
    ...(office && { office }),
    from,
    ...(to && { to }),
  };
  return [name, ...others.split(';').filter(Boolean)].map((words) => [words, [person]] as const);
}

function loadContextWords(): ContextWords {
  const rows = new Map(
    readRows('context-words.tsv').map(([name = '', words = '']) => [name, new Set(words.split(' '))]),
  );
  return Object.fromEntries(
    contextClasses.map((name) => [name, rows.get(name) ?? new Set()]),
  ) as unknown as ContextWords;
}
