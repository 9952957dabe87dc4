import { describe, expect, test } from 'vitest';
import { countriesOfDemonym, countryOf, countryOfGovernment, loadCountries } from './countries.ts';

const table = loadCountries();

describe('the country table', () => {
  test('holds every state once, with unique codes', () => {
    expect(table.countries.length).toBe(199);
    for (const key of ['iso3', 'iso2', 'name', 'fips', 'cameo'] as const) {
      expect(new Set(table.countries.map((country) => country[key])).size).toBe(199);
    }
    const cow = table.countries.flatMap((country) => country.cow ?? []);
    expect(new Set(cow).size).toBe(cow.length);
    expect(cow.length).toBe(195);
  });

  test('gives every territory a governing state of the table', () => {
    for (const { country } of table.territories) expect(table.byIso3.has(country)).toBe(true);
    for (const iso3 of table.governing.values()) expect(table.byIso3.has(iso3)).toBe(true);
  });

  test.each([
    ['South Korea', 'KOR'],
    ['Korea', 'KOR'],
    ['North Korea', 'PRK'],
    ['Niger', 'NER'],
    ['Nigeria', 'NGA'],
    ['Guinea', 'GIN'],
    ['Guinea-Bissau', 'GNB'],
    ['Equatorial Guinea', 'GNQ'],
    ['Papua New Guinea', 'PNG'],
    ['Congo', 'COD'],
    ['Republic of the Congo', 'COG'],
    ['Dominica', 'DMA'],
    ['Dominican Republic', 'DOM'],
    ['US', 'USA'],
    ['Turkey', 'TUR'],
    ['Türkiye', 'TUR'],
    ['Georgia', 'GEO'],
    ['Kosovo', 'KOS'],
    ['Taiwan', 'TWN'],
    ['Hong Kong', 'HKG'],
    ['Palestine', 'PSE'],
    ['Holy See', 'VAT'],
    ['Puerto Rico', 'USA'],
    ['Greenland', 'DNK'],
    ['Abkhazia', 'GEO'],
    ['Scotland', 'GBR'],
    ['MKD', 'MKD'],
  ])('reads %s as %s', (name, iso3) => {
    expect(countryOf(table, name)).toBe(iso3);
  });

  test.each([['us'], ['turkey'], ['chad'], ['china'], ['it'], ['Atlantis'], ['']])(
    'knows no state named "%s"',
    (name) => {
      expect(countryOf(table, name)).toBeUndefined();
    },
  );

  test.each([
    ['Congolese', ['COD', 'COG']],
    ['Nigerien', ['NER']],
    ['Nigerian', ['NGA']],
    ['Guinean', ['GIN']],
    ['Dominican', ['DOM']],
    ['North Korean', ['PRK']],
    ['Koreans', ['KOR']],
    ['Turks', ['TUR']],
    ['Swiss', ['CHE']],
    ['Palestinians', ['PSE']],
    ['Chechen', ['RUS']],
    ['turkish', []],
  ])('reads the demonym %s as %j', (word, iso3) => {
    expect(countriesOfDemonym(table, word)).toEqual(iso3);
  });

  test.each([
    ['Seoul', 'KOR'],
    ['Blue House', 'KOR'],
    ['Pyongyang', 'PRK'],
    ['Kremlin', 'RUS'],
    ['White House', 'USA'],
    ['Downing Street', 'GBR'],
    ['Busan', undefined],
  ])('reads %s as the government of %s', (words, iso3) => {
    expect(countryOfGovernment(table, words)).toBe(iso3);
  });

  test('keeps the four code systems apart', () => {
    const { cow, fips, cameo } = table.byIso3.get('ROU') ?? {};
    expect({ cow, fips, cameo }).toEqual({ cow: 360, fips: 'RO', cameo: 'ROM' });
    expect(table.byIso3.get('CHN')?.fips).toBe('CH');
    expect(table.byIso3.get('CHE')?.fips).toBe('SZ');
    expect(table.byIso3.get('TWN')?.cow).toBe(713);
  });
});
