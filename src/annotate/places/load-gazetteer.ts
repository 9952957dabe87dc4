import { readFileSync } from 'node:fs';
import { type CountryTable, loadCountries, type Territory } from '../../ontology/countries.ts';
import type { PlacePrecision } from '../../schema/place.ts';
import { indexPhrases, type PhraseIndex } from '../../util/phrases.ts';
import { loadPlaceWords, type PlaceWords } from './load-place-words.ts';

/** One place of the world that a name may mean. */
export interface Toponym {
  readonly name: string;
  readonly kind: 'country' | 'territory' | 'division' | 'city' | 'region';
  readonly precision: PlacePrecision;
  /** ISO 3166-1 alpha-3 of the governing state. */
  readonly country?: string;
  /** GeoNames code of the first-order division: "US.TX". */
  readonly division?: string;
  /** Thousands of people; 0 where it does not matter. */
  readonly people: number;
  readonly capital?: boolean;
  readonly lat?: number;
  readonly lon?: number;
  readonly geonameId?: number;
}

/** A reading of a name, or the row of a built table that is read only when the name is met. */
export type Reading = Toponym | string;

/** Place names with every reading of each, and the words that tell a place name from another name. */
export interface Gazetteer {
  readonly names: PhraseIndex<readonly Reading[]>;
  /** Postal and newspaper abbreviations of US states, which stand only after a town and a comma. */
  readonly stateAbbreviations: PhraseIndex<string>;
  /** Division code → its name. */
  readonly divisions: ReadonlyMap<string, string>;
  readonly countries: CountryTable;
  readonly words: PlaceWords;
}

const data = new URL('../../../data/places/', import.meta.url);

/** Loads the place tables (`data/places`, `data/countries.json`; sources in `data/SOURCES.md`). */
export function loadGazetteer(): Gazetteer {
  const countries = loadCountries();
  const divisionRows = readRows('divisions.tsv');
  const divisions = new Map<string, string>();
  for (const row of divisionRows) {
    const [key = '', name, code = ''] = row.split('\t', 3);
    if (!divisions.has(code)) divisions.set(code, name || key);
  }
  const rows = [...divisionRows, ...readRows('cities.tsv')];
  const built = rows.map((row): Entry => [row.slice(0, row.indexOf('\t')), [row]]);
  const entries = [...stateEntries(countries), ...regionEntries(), ...built];
  const names = indexPhrases(entries, (old, added) => [...old, ...added]);
  return Object.freeze({
    names,
    stateAbbreviations: indexPhrases(abbreviationEntries()),
    divisions,
    countries,
    words: loadPlaceWords(),
  });
}

type Entry = readonly [string, readonly Reading[]];

function readRows(name: string): string[] {
  const lines = readFileSync(new URL(name, data), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

const split = (cell: string | undefined) => (cell ? cell.split(';') : []);

function stateEntries({ countries, territories }: CountryTable): Entry[] {
  const states = countries.flatMap(({ iso3, name, aliases }): Entry[] => {
    const state: Toponym = { name, kind: 'country', precision: 'country', country: iso3, people: 0 };
    return [name, ...aliases].map((words): Entry => [words, [state]]);
  });
  const areas = territories.flatMap((territory): Entry[] => {
    const { name, country } = territory;
    const area: Toponym = { name, kind: 'territory', precision: precisionOf(territory), country, people: 0 };
    return [name, ...territory.aliases].map((words): Entry => [words, [area]]);
  });
  return [...states, ...areas];
}

function precisionOf({ kind }: Territory): PlacePrecision {
  return kind === 'dependency' ? 'country' : kind === 'breakaway' ? 'region' : 'province';
}

function regionEntries(): Entry[] {
  return readRows('regions.tsv').flatMap((row): Entry[] => {
    const [names, precision, country] = row.split('\t');
    const all = split(names);
    const region: Toponym = {
      name: all[0] ?? '',
      kind: 'region',
      precision: precision as PlacePrecision,
      ...(country && { country }),
      people: 0,
    };
    return all.map((words): Entry => [words, [region]]);
  });
}

function abbreviationEntries(): (readonly [string, string])[] {
  return readRows('us-abbreviations.tsv').flatMap((row) => {
    const [code = '', short] = row.split('\t');
    return split(short).map((words): readonly [string, string] => [words, code]);
  });
}
