import type { Gazetteer, Toponym } from './load-gazetteer.ts';
import type { PlaceSpot } from './spot-places.ts';

/** A spotted name with the place that it means in this story; none when only its own words tell ("Orange County"). */
export interface ResolvedSpot {
  readonly spot: PlaceSpot;
  readonly toponym?: Toponym;
}

/** What the story as a whole says about where it plays: ISO code → how often it is named. */
export type StoryCountries = ReadonlyMap<string, number>;

/** Decides which place each name means, and drops names of towns for which nothing speaks. */
export function resolvePlaces(
  spots: readonly PlaceSpot[],
  mentioned: StoryCountries,
  gazetteer: Gazetteer,
): ResolvedSpot[] {
  const countries = new Map(mentioned);
  for (const { readings, container } of spots) {
    const state = readings.find(({ kind }) => kind === 'country' || kind === 'territory')?.country;
    for (const iso3 of [state, container && countryOfCode(container, gazetteer)]) {
      if (iso3) countries.set(iso3, (countries.get(iso3) ?? 0) + 1);
    }
  }
  const inAmerica = isInUnitedStates(spots);
  return spots.flatMap((spot): ResolvedSpot[] => {
    if (spot.readings.length === 0) return [{ spot }];
    const toponym = bestReading(spot, countries, inAmerica);
    return toponym && isMeant(spot, toponym, countries, gazetteer) ? [{ spot, toponym }] : [];
  });
}

function countryOfCode(code: string, gazetteer: Gazetteer): string | undefined {
  return gazetteer.countries.governing.get(code.slice(0, 2)) && code.includes('.')
    ? gazetteer.countries.governing.get(code.slice(0, 2))
    : gazetteer.countries.governing.get(code);
}

/** Weights in powers of ten of people: a container beats any size, a named country beats a hundredfold size. */
const weights = { container: 10, country: 2.5, capital: 1.5, usState: 8, division: 5.3, territory: 5, wantedKind: 3 };

function bestReading(spot: PlaceSpot, countries: StoryCountries, inAmerica: boolean): Toponym | undefined {
  const state = spot.readings.find(({ kind }) => kind === 'country' || kind === 'region');
  const rival = spot.readings.find(({ kind }) => kind === 'division');
  if (state) return rival && state.kind === 'country' && inAmerica ? rival : state;
  let best: Toponym | undefined;
  let bestScore = -1;
  for (const reading of spot.readings) {
    const score = scoreOf(reading, spot, countries);
    if (score > bestScore) {
      best = reading;
      bestScore = score;
    }
  }
  return best;
}

/** Georgia is the country unless the story names a place of the United States beside it. */
function isInUnitedStates(spots: readonly PlaceSpot[]): boolean {
  if (spots.some(({ container }) => container === 'US.GA')) return true;
  const others = spots.flatMap(({ readings, words }) => (words === 'Georgia' ? [] : readings.slice(0, 1)));
  const american = others.filter(({ kind, division }) => kind !== 'country' && division?.startsWith('US.')).length;
  const eastern = others.filter(({ country }) => country === 'GEO' || country === 'RUS' || country === 'UKR').length;
  return american > eastern;
}

function scoreOf(reading: Toponym, spot: PlaceSpot, countries: StoryCountries): number {
  let score = Math.log10(reading.people * 1000 + 1);
  if (reading.kind === 'division') score = isAmericanState(reading) ? weights.usState : weights.division;
  if (reading.kind === 'territory') score = weights.territory;
  if (reading.capital) score += weights.capital;
  if (isContained(reading, spot)) score += weights.container;
  if (reading.country && countries.has(reading.country)) score += weights.country;
  if (spot.precision === 'province' && reading.kind !== 'city') score += weights.wantedKind;
  return score;
}

function isContained({ country, division }: Toponym, { container }: PlaceSpot): boolean {
  return container !== undefined && (container === country || container === division);
}

/** A town of this many thousand people is meant wherever its name stands alone. */
const knownAnywhere = 250;
/** A smaller one, when the story names its country. */
const knownAtHome = 60;

function isMeant(spot: PlaceSpot, toponym: Toponym, countries: StoryCountries, gazetteer: Gazetteer): boolean {
  if (toponym.kind === 'country' || toponym.kind === 'territory' || toponym.kind === 'region') return true;
  if (isContained(toponym, spot) || spot.precision !== undefined) return true;
  const { common, givenNames } = gazetteer.words;
  if (common.has(spot.words) || givenNames.has(spot.words)) return spot.locative === 'strong' && isLarge(toponym);
  if (spot.locative === 'strong' || toponym.capital) return true;
  const atHome = toponym.country !== undefined && countries.has(toponym.country);
  if (toponym.kind === 'division') return atHome || toponym.country === 'USA' || spot.locative === 'weak';
  if (toponym.people >= knownAnywhere) return true;
  return (atHome || spot.locative === 'weak') && toponym.people >= knownAtHome;
}

/** "Eastern" and "Central" are divisions of many states; "Victoria" and "Ontario" are known by their names alone. */
function isLarge({ kind, people, country = '' }: Toponym): boolean {
  return kind === 'division' ? ['USA', 'CAN', 'AUS', 'GBR'].includes(country) : people >= knownAtHome;
}

/** Two cities are better known than the states they share their names with. */
function isAmericanState({ name, division }: Toponym): boolean {
  return division?.startsWith('US.') === true && name !== 'New York' && name !== 'Washington';
}
