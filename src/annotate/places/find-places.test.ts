import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { marked } from '../../../test/helpers/marked.ts';
import type { StorySlice } from '../../schema/story.ts';
import { loadTagger } from '../../text/load-tagger.ts';
import { parseText } from '../../text/parse-text.ts';
import { phraseKey } from '../../util/phrases.ts';
import { findPlaces } from './find-places.ts';
import { loadGazetteer } from './load-gazetteer.ts';
import { readToponyms } from './read-toponym.ts';

const tagger = loadTagger();
const gazetteer = loadGazetteer();

function parse(text: string) {
  const whole = { start: 0, end: text.length };
  const page = { id: 't', mediaType: 'text/plain', sha256: '', ...whole };
  const blocks = [{ ...whole, role: 'paragraph' as const }];
  const story: StorySlice = { id: 't#1', page, kind: 'article', language: 'en', text, blocks };
  return parseText(story, tagger);
}

const find = (text: string) => findPlaces(parse(text), gazetteer);
const spansOf = (text: string) =>
  find(text)
    .flatMap(({ mentions }) => mentions)
    .sort((a, b) => a.start - b.start);

describe('findPlaces', () => {
  test.each([
    'Troops from [Chad] crossed into [Niger] on Monday.',
    'Rockets fell on [Kharkiv] and [Odesa], [Ukraine], overnight.',
    'Talks will resume in [Geneva], the envoy told the Washington Post.',
    'Paris Hilton was seen in [Berlin].',
    'Michael Jordan praised the team.',
    'The ship left [Port-au-Prince] for [New York] last week.',
    'A turkey ran past us in the china shop.',
    'He teaches at the University of Texas and advises the Bank of England.',
    'The strike shut mines in [Helmand Province].',
    'Mr. Lincoln spoke for an hour.',
    'They signed the Paris Agreement in a hurry.',
    'GIVE US MORE TIME, MINERS SAY IN LONG LETTER',
    'Ships waited off [Sri Lanka] and in the [South China Sea].',
    'The Iraq War began that year.',
    '[US] troops stayed in [South Korea].',
  ])('marks the places of "%s"', (source) => {
    const { text, spans } = marked(source);
    const found = spansOf(text).map(({ start, end }) => text.slice(start, end));
    const wanted = spans.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(wanted);
  });

  test.each([
    ['He moved to Paris, Texas, in May.', 'Paris', { country: 'USA', admin1: 'Texas' }],
    ['He moved to Paris in May.', 'Paris', { country: 'FRA' }],
    ['Police in London, Ontario, arrested two men.', 'London', { country: 'CAN' }],
    ['French police in Hyderabad met Pakistani officials in Karachi, Pakistan.', 'Hyderabad', { country: 'PAK' }],
    ['Georgia and Russia broke off relations; Tbilisi blamed Moscow.', 'Georgia', { country: 'GEO' }],
    ['Voters in Georgia, Florida and Ohio go to the polls.', 'Georgia', { country: 'USA' }],
  ])('resolves a name by what stands beside it: %s', (text, name, wanted) => {
    expect(find(text).find((place) => place.name === name)).toMatchObject(wanted);
  });

  test('never pins a state or a region, and pins towns', () => {
    const places = find('Envoys of Ukraine met in Ankara, far from the Black Sea.');
    const pins = places.map(({ name, precision, lat }) => [name, precision, lat !== undefined]);
    expect(pins).toEqual([
      ['Ukraine', 'country', false],
      ['Ankara', 'city', true],
      ['Black Sea', 'region', false],
    ]);
  });

  test('joins the mentions of one place and numbers places in text order', () => {
    const places = find('Mosul fell. Aid left Baghdad for Mosul.');
    expect(places.map(({ id, name, mentions }) => [id, name, mentions.length])).toEqual([
      ['t#1/p1', 'Mosul', 2],
      ['t#1/p2', 'Baghdad', 1],
    ]);
  });
});

describe('the gazetteer', () => {
  const { countries } = gazetteer;
  const stateWords = countries.countries.flatMap(({ name, aliases, adjectives, people }) => [
    name,
    ...aliases,
    ...adjectives,
    ...people.flatMap(({ one, many }) => [one, many]),
  ]);

  test('has no town or division under the name, adjective, people or abbreviation of a state', () => {
    const towns = stateWords.flatMap((words) =>
      readToponyms(gazetteer.names.entries.get(phraseKey(words)) ?? [], gazetteer)
        .filter(({ kind }) => kind === 'city' || kind === 'division')
        .map(({ kind, country }) => `${words} ${kind} ${country}`),
    );
    // One federation has a state that shares its name with a country; it is chosen only beside places of that federation.
    expect(towns).toEqual(['Georgia division USA']);
  });

  test('never reads a state, its people or its abbreviation as a town, whatever stands around it', () => {
    for (const words of new Set(stateWords)) {
      const places = find(`He arrived in ${words} on Monday.`);
      expect(places.filter(({ precision, name }) => precision === 'city' && words.includes(name))).toEqual([]);
    }
  });

  test('knows every capital as a town of its state', () => {
    const unknown = countries.countries.flatMap(({ iso3, capitals, name }) => {
      const readings = capitals.flatMap((seat) =>
        readToponyms(gazetteer.names.entries.get(phraseKey(seat)) ?? [], gazetteer),
      );
      return capitals.length === 0 || readings.some(({ country }) => country === iso3) ? [] : [name];
    });
    expect(unknown).toEqual([]);
  });

  test('keeps its built tables below two megabytes', () => {
    const bytes = ['cities.tsv', 'divisions.tsv'].map(
      (name) => readFileSync(new URL(`../../../data/places/${name}`, import.meta.url)).length,
    );
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(2_000_000);
  });
});
