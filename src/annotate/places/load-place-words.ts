import { readFileSync } from 'node:fs';
import type { PlacePrecision } from '../../schema/place.ts';

/** What a name that ends with some word names. */
export interface NameEnd {
  readonly what: 'organization' | 'place' | 'event';
  readonly precision?: PlacePrecision;
}

/** Words beside a name that say what it names. */
export interface PlaceWords {
  /** Word that ends a name → what it then names ("River", "University", "War"). */
  readonly ends: ReadonlyMap<string, NameEnd>;
  /** Words that begin a name and are followed by "of" or by a name ("University", "Lake"). */
  readonly begins: ReadonlySet<string>;
  readonly givenNames: ReadonlySet<string>;
  /** Capitalized titles that may stand before a person's name ("President", "Mr."). */
  readonly titles: ReadonlySet<string>;
  /** Words that are common in English, or surnames, and also the name of some town. */
  readonly common: ReadonlySet<string>;
}

const data = new URL('../../../data/', import.meta.url);

export function loadPlaceWords(): PlaceWords {
  const ends = new Map<string, NameEnd>();
  const begins = new Set<string>();
  for (const [word = '', what, more, flags = ''] of readRows('actors/name-words.tsv')) {
    const precision = what === 'place' ? { precision: more as PlacePrecision } : {};
    ends.set(word, { what: what as NameEnd['what'], ...precision });
    if (flags.includes('b')) begins.add(word);
  }
  const titles = new Set(forms);
  for (const [noun = '', , , , flags = ''] of readRows('actors/nouns.tsv')) {
    if (flags.includes('t')) titles.add(noun.slice(0, 1).toUpperCase() + noun.slice(1));
  }
  return {
    ends,
    begins,
    titles,
    givenNames: new Set(readRows('actors/first-names.tsv').map(([name = '']) => name)),
    common: new Set(readRows('places/common-words.tsv').map(([word = '']) => word)),
  };
}

/** Forms of address; the offices come from the actor tables. */
const forms = [
  'Mr',
  'Mr.',
  'Mrs',
  'Mrs.',
  'Ms',
  'Ms.',
  'Dr',
  'Dr.',
  'Sir',
  'Lord',
  'Lady',
  'Gen.',
  'Sen.',
  'Rep.',
  'Gov.',
];

function readRows(path: string): string[][] {
  const lines = readFileSync(new URL(path, data), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
}
