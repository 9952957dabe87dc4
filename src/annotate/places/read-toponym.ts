import type { Gazetteer, Reading, Toponym } from './load-gazetteer.ts';

/** The readings of a name; rows of the built tables are parsed here, when their name is met. */
export function readToponyms(readings: readonly Reading[], gazetteer: Gazetteer): Toponym[] {
  return readings.map((reading) => (typeof reading === 'string' ? readRow(reading, gazetteer) : reading));
}

/** City rows have eight columns or seven, division rows six. */
function readRow(row: string, gazetteer: Gazetteer): Toponym {
  const cells = row.split('\t');
  return cells.length > 6 ? toCity(cells, gazetteer) : toDivision(cells, gazetteer);
}

function toCity(
  [key = '', name, division = '', people, lat, lon, id, capital]: string[],
  gazetteer: Gazetteer,
): Toponym {
  const country = gazetteer.countries.governing.get(division.slice(0, 2));
  return {
    name: name || key,
    kind: 'city',
    precision: 'city',
    ...(country && { country }),
    division,
    people: Number(people),
    ...(capital && { capital: true }),
    lat: Number(lat),
    lon: Number(lon),
    geonameId: Number(id),
  };
}

function toDivision([key = '', name, code = '', id, lat, lon]: string[], gazetteer: Gazetteer): Toponym {
  const country = gazetteer.countries.governing.get(code.slice(0, 2));
  return {
    name: name || key,
    kind: 'division',
    precision: 'province',
    ...(country && { country }),
    division: code,
    people: 0,
    ...(lat && lon && { lat: Number(lat), lon: Number(lon) }),
    ...(id && { geonameId: Number(id) }),
  };
}
