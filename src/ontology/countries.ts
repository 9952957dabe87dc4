import { readFileSync } from 'node:fs';

/** A citizen and the citizens: "Turk", "Turks". */
export interface People {
  readonly one: string;
  readonly many: string;
}

/** A state of the Correlates-of-War membership list, the Holy See, or one of HKG, PSE, ATA. */
export interface Country {
  /** ISO 3166-1 alpha-3; KOS for Kosovo, which has none. */
  readonly iso3: string;
  /** ISO 3166-1 alpha-2; XK for Kosovo. */
  readonly iso2: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly adjectives: readonly string[];
  readonly people: readonly People[];
  /** Seats of government first; their names may stand for the government. */
  readonly capitals: readonly string[];
  /** Buildings and streets that stand for the government ("Kremlin"). */
  readonly metonyms: readonly string[];
  /** Correlates-of-War number; absent for areas outside its membership list. */
  readonly cow?: number;
  /** FIPS 10-4, which GDELT's geography uses. */
  readonly fips: string;
  readonly cameo: string;
  /** AF AN AS EU NA OC SA */
  readonly continent: string;
}

/** An area that is no state of its own. A `breakaway` area has its parent's country and the sector PRE. */
export interface Territory {
  readonly name: string;
  readonly country: string;
  readonly kind: 'dependency' | 'breakaway' | 'nation' | 'region';
  readonly aliases: readonly string[];
  readonly adjectives: readonly string[];
  readonly people: readonly People[];
}

export type CountryNameRole = 'name' | 'adjective' | 'person' | 'people' | 'capital' | 'metonym';

/** One reading of a word or words: "Greek" is an adjective and a person, "Congo" names two states. */
export interface CountryName {
  readonly iso3: string;
  readonly role: CountryNameRole;
  /** Set where the words belong to an area inside the state. */
  readonly territory?: Territory;
}

export interface CountryTable {
  readonly countries: readonly Country[];
  readonly territories: readonly Territory[];
  readonly byIso3: ReadonlyMap<string, Country>;
  /** Readings by the exact words, case-sensitive ("US", "Turkey"), the likelier first. */
  readonly names: ReadonlyMap<string, readonly CountryName[]>;
  /** ISO alpha-2 and alpha-3 of every state and folded area → alpha-3 of the governing state. */
  readonly governing: ReadonlyMap<string, string>;
}

const path = new URL('../../data/countries.json', import.meta.url);

/** Loads the table of states (`data/SOURCES.md` names the source of each column). */
export function loadCountries(): CountryTable {
  const file = JSON.parse(readFileSync(path, 'utf8')) as {
    countries: Country[];
    territories: Territory[];
    folded: Record<string, string>;
  };
  const names = new Map<string, CountryName[]>();
  for (const country of file.countries) addCountry(names, country);
  for (const territory of file.territories) addTerritory(names, territory);
  const governing = new Map(Object.entries(file.folded));
  for (const { iso2, iso3 } of file.countries) governing.set(iso2, iso3).set(iso3, iso3);
  return Object.freeze({
    countries: file.countries,
    territories: file.territories,
    byIso3: new Map(file.countries.map((country) => [country.iso3, country])),
    names,
    governing,
  });
}

/** The state that these exact words name (name, alias, or ISO alpha-3); an area's name gives its governing state. */
export function countryOf(table: CountryTable, name: string): string | undefined {
  return table.names.get(name)?.find((reading) => reading.role === 'name')?.iso3 ?? table.byIso3.get(name)?.iso3;
}

/** The states that an adjective or a word for citizens points to, the likelier first: "Congolese" → COD, COG. */
export function countriesOfDemonym(table: CountryTable, word: string): readonly string[] {
  const readings = table.names.get(word) ?? [];
  const fitting = readings.filter(({ role }) => role === 'adjective' || role === 'person' || role === 'people');
  return [...new Set(fitting.map((reading) => reading.iso3))];
}

/** The state whose government these words may stand for: "Seoul", "Kremlin". */
export function countryOfGovernment(table: CountryTable, words: string): string | undefined {
  return table.names.get(words)?.find(({ role }) => role === 'capital' || role === 'metonym')?.iso3;
}

function addCountry(names: Map<string, CountryName[]>, country: Country): void {
  const add = (words: string, role: CountryNameRole) => addName(names, words, { iso3: country.iso3, role });
  for (const words of [country.name, ...country.aliases]) add(words, 'name');
  for (const words of country.adjectives) add(words, 'adjective');
  for (const { one, many } of country.people) {
    add(one, 'person');
    add(many, 'people');
  }
  for (const words of country.capitals) add(words, 'capital');
  for (const words of country.metonyms) add(words, 'metonym');
}

function addTerritory(names: Map<string, CountryName[]>, territory: Territory): void {
  const iso3 = territory.country;
  const add = (words: string, role: CountryNameRole) => addName(names, words, { iso3, role, territory });
  for (const words of [territory.name, ...territory.aliases]) add(words, 'name');
  for (const words of territory.adjectives) add(words, 'adjective');
  for (const { one, many } of territory.people) {
    add(one, 'person');
    add(many, 'people');
  }
}

/** "Congolese" lists COG before COD in the alphabet; the larger state is the likelier reading. */
const secondReadings: ReadonlySet<string> = new Set(['COG', 'GNB', 'GNQ', 'ATG']);

function addName(names: Map<string, CountryName[]>, words: string, reading: CountryName): void {
  const readings = names.get(words) ?? [];
  if (!secondReadings.has(reading.iso3) && readings.some(({ iso3 }) => secondReadings.has(iso3))) {
    readings.unshift(reading);
  } else {
    readings.push(reading);
  }
  names.set(words, readings);
}
