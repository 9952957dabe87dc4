import type { PlacePrecision } from '../../schema/place.ts';
import type { Span } from '../../schema/span.ts';
import { longestPhrase } from '../../util/phrases.ts';
import type { Gazetteer, Toponym } from './load-gazetteer.ts';
import { readToponyms } from './read-toponym.ts';
import { isCapitalized, type SentenceWords } from './sentence-words.ts';

/** Words that stand for a place, with every place they may mean and what speaks for each. */
export interface PlaceSpot extends Span {
  readonly words: string;
  /** Empty for a name that only its last word tells ("Orange County"). */
  readonly readings: readonly Toponym[];
  /** Precision told by the name's own last word ("Helmand Province", "Kandahar Airport"). */
  readonly precision?: PlacePrecision;
  /** ISO code or division code of what stands after it: "Paris, Texas". */
  readonly container?: string;
  /** How much the words before it say that a place follows. */
  readonly locative: 'strong' | 'weak' | 'none';
}

/** Finds place names in one sentence; whether a town's name is meant at all is decided with the whole story. */
export function spotPlaces(sentence: SentenceWords, gazetteer: Gazetteer, surnames: ReadonlySet<string>): PlaceSpot[] {
  const spots: PlaceSpot[] = [];
  for (let at = 0; at < sentence.tokens.length; ) {
    const spot = spotAt(sentence, at, gazetteer, surnames, spots.at(-1));
    if (spot !== undefined) spots.push(spot.spot);
    at = spot?.to ?? at + 1;
  }
  return spots;
}

interface SpotAt {
  readonly spot: PlaceSpot;
  readonly to: number;
}

function spotAt(
  sentence: SentenceWords,
  at: number,
  gazetteer: Gazetteer,
  surnames: ReadonlySet<string>,
  last: PlaceSpot | undefined,
): SpotAt | undefined {
  const word = sentence.words[at] ?? '';
  if (!/^\p{L}/u.test(word) || (!isCapitalized(word) && !mayStartLow(word))) return undefined;
  const match = longestPhrase(gazetteer.names, sentence.text, sentence.tokens, at);
  const known =
    match && knownSpot(sentence, at, match.to, readToponyms(match.value, gazetteer), { gazetteer, surnames, last });
  return known ?? describedSpot(sentence, at, gazetteer);
}

/** "al-Raqqa", "el-Fasher". */
function mayStartLow(word: string): boolean {
  return word === 'al' || word === 'el' || word === 'sub' || word === 'eastern' || /^al-|^el-/.test(word);
}

interface Around {
  readonly gazetteer: Gazetteer;
  readonly surnames: ReadonlySet<string>;
  readonly last: PlaceSpot | undefined;
}

function knownSpot(
  sentence: SentenceWords,
  from: number,
  to: number,
  readings: readonly Toponym[],
  around: Around,
): SpotAt | undefined {
  const { gazetteer, surnames, last } = around;
  const words = sentence.text.slice(sentence.tokens[from]?.start, sentence.tokens[to - 1]?.end);
  if (sentence.loud && words.length <= 3) return undefined;
  if (isHyphenedDemonym(sentence, from, to, gazetteer)) return undefined;
  const isState = readings.some(({ kind }) => kind === 'country');
  const end = placeEnd(sentence, to, gazetteer);
  const stop = end?.to ?? to;
  if (isInsideName(sentence, from, stop, { gazetteer, isState })) return undefined;
  const locative = isListed(sentence, from, last) ? (last?.locative ?? 'none') : locativeBefore(sentence, from);
  if (locative !== 'strong' && surnames.has(words)) return undefined;
  const container = containerAfter(sentence, stop, gazetteer);
  const meant = fittingReadings(readings, end?.precision, container);
  return {
    to: stop,
    spot: {
      start: sentence.start + (sentence.tokens[from]?.start ?? 0),
      end: sentence.start + (sentence.tokens[stop - 1]?.end ?? 0),
      words: sentence.text.slice(sentence.tokens[from]?.start, sentence.tokens[stop - 1]?.end),
      readings: meant,
      ...(end && { precision: end.precision }),
      ...(container && { container: container.code }),
      locative,
    },
  };
}

/** "Bissau-Guinean", "Congo-Brazzaville": the whole is another name of a state. */
function isHyphenedDemonym(
  { words, tokens, text }: SentenceWords,
  from: number,
  to: number,
  { countries }: Gazetteer,
): boolean {
  if (words[to] !== '-' || tokens[to]?.start !== tokens[to - 1]?.end) return false;
  return countries.names.has(text.slice(tokens[from]?.start, tokens[to + 1]?.end));
}

/** Thousands of people of a town that a bridge or an airport is named after. */
const largeTown = 100;

/** Readings that the word after the name allows ("Monroe County" is no town) and its container does not contradict. */
function fittingReadings(
  readings: readonly Toponym[],
  precision: PlacePrecision | undefined,
  container: Container | undefined,
): readonly Toponym[] {
  if (container?.certain && readings.every(({ kind }) => kind === 'city')) {
    return readings.filter(({ country, division }) => container.code === country || container.code === division);
  }
  if (precision === 'region') return readings.filter(({ kind }) => kind === 'region' || kind === 'country');
  if (precision === 'province' || precision === 'district') return readings.filter(({ kind }) => kind !== 'city');
  if (precision === 'site') return readings.filter(({ kind, people }) => kind !== 'city' || people >= largeTown);
  return readings;
}

/** "Helmand Province", "Kandahar Airport": capitalized words for a kind of place that follow a known name. */
function placeEnd(
  { words }: SentenceWords,
  to: number,
  gazetteer: Gazetteer,
): { to: number; precision: PlacePrecision } | undefined {
  for (let at = to; at < to + 3 && isCapitalized(words[at]); at++) {
    const end = gazetteer.words.ends.get(words[at] ?? '');
    if (end?.precision && !isCapitalized(words[at + 1])) return { to: at + 1, precision: end.precision };
  }
  return undefined;
}

/** A name told by its words for a kind of place: "Orange County", "Lake Abaya", "Camp Liberty". */
function describedSpot(sentence: SentenceWords, from: number, gazetteer: Gazetteer): SpotAt | undefined {
  const { words, tokens } = sentence;
  if (sentence.loud || !isCapitalized(words[from]) || isCapitalized(words[from - 1])) return undefined;
  let to = from + 1;
  while (to < from + 6 && isCapitalized(words[to])) to++;
  const first = gazetteer.words.ends.get(words[from] ?? '');
  const final = gazetteer.words.ends.get(words[to - 1] ?? '');
  const begins = first?.precision && gazetteer.words.begins.has(words[from] ?? '') && final === undefined;
  const precision = begins ? first.precision : final?.precision;
  if (to - from < 2 || precision === undefined || (from === 0 && isPlainStart(words, from))) return undefined;
  const start = sentence.start + (tokens[from]?.start ?? 0);
  const end = sentence.start + (tokens[to - 1]?.end ?? 0);
  const name = sentence.text.slice(start - sentence.start, end - sentence.start);
  return { to, spot: { start, end, words: name, readings: [], precision, locative: locativeBefore(sentence, from) } };
}

/** "The River …", "This Bridge …": the sentence's first word is no part of a name. */
function isPlainStart(words: readonly string[], from: number): boolean {
  return /^(?:The|A|An|This|That|These|Those|My|Our|His|Her|Their|Its|In|At|On|From|But|And|For|By)$/.test(
    words[from] ?? '',
  );
}

const strongBefore = new Set([
  'in',
  'near',
  'outside',
  'around',
  'across',
  'throughout',
  'inside',
  'at',
  'within',
  'In',
  'Near',
  'Across',
  'Outside',
]);
const weakBefore = new Set([
  'from',
  'to',
  'into',
  'toward',
  'towards',
  'over',
  'between',
  'via',
  'through',
  'off',
  'reach',
  'reached',
  'left',
  'visit',
  'visited',
  'From',
  'capital',
  'city',
  'town',
  'village',
  'district',
  'province',
]);
const kinds = new Set([
  'city',
  'town',
  'village',
  'port',
  'capital',
  'province',
  'state',
  'region',
  'district',
  'suburb',
  'north',
  'south',
  'east',
  'west',
  'outskirts',
  'streets',
  'island',
  'northwest',
  'northeast',
  'southwest',
  'southeast',
  'people',
]);
const directions = new Set([
  'northern',
  'southern',
  'eastern',
  'western',
  'central',
  'downtown',
  'nearby',
  'greater',
  'northwestern',
  'northeastern',
  'southwestern',
  'southeastern',
  'rural',
  'north',
  'south',
  'east',
  'west',
  'occupied',
]);

function locativeBefore({ words }: SentenceWords, from: number): PlaceSpot['locative'] {
  let at = from - 1;
  if (words[at] === 'the') at--;
  if (directions.has(words[at] ?? '')) return 'strong';
  const before = words[at] ?? '';
  if (strongBefore.has(before) || (before === 'of' && kinds.has(words[at - 1] ?? ''))) return 'strong';
  return weakBefore.has(before) || kinds.has(before) ? 'weak' : 'none';
}

/** "in Mosul, Tikrit and Kirkuk": a list goes on as it began. */
function isListed({ words, tokens, start }: SentenceWords, from: number, last: PlaceSpot | undefined): boolean {
  let at = from - 1;
  if (words[at] === 'and' || words[at] === 'or') at--;
  if (words[at] === ',') at--;
  return at < from - 1 && last !== undefined && start + (tokens[at]?.end ?? -1) === last.end;
}

interface Container {
  /** ISO code or division code. */
  readonly code: string;
  /** Not also the name of a town, which would make it the next of a list. */
  readonly certain: boolean;
}

/** "…, Texas", "…, Iraq", "…, Ga." right after a name. */
function containerAfter(sentence: SentenceWords, to: number, gazetteer: Gazetteer): Container | undefined {
  if (sentence.words[to] !== ',' && sentence.words[to] !== '(') return undefined;
  const abbreviation = longestPhrase(gazetteer.stateAbbreviations, sentence.text, sentence.tokens, to + 1);
  if (abbreviation) return { code: abbreviation.value, certain: true };
  const match = longestPhrase(gazetteer.names, sentence.text, sentence.tokens, to + 1);
  const readings = match ? readToponyms(match.value, gazetteer) : [];
  const area = readings.find(({ kind }) => kind === 'division') ?? readings.find(({ kind }) => kind !== 'city');
  const code = area?.division ?? area?.country;
  const certain = readings.every(({ kind, people }) => kind !== 'city' || people < largeTown);
  return code === undefined ? undefined : { code, certain };
}

interface Inside {
  readonly gazetteer: Gazetteer;
  readonly isState: boolean;
}

/** Whether the words belong to a longer name of a person, a body, an event: "Paris Hilton", "Bank of England". */
function isInsideName({ words }: SentenceWords, from: number, to: number, { gazetteer, isState }: Inside): boolean {
  const { ends, begins, titles, givenNames } = gazetteer.words;
  const before = words[from - 1] ?? '';
  const after = words[to] ?? '';
  if (!isState && isTail(words, from, gazetteer)) return true;
  const single = to - from === 1 ? (words[from] ?? '') : '';
  if (single !== '' && (titles.has(before) || /^\p{Lu}\.$/u.test(before))) return true;
  if (single !== '' && givenNames.has(before) && !isState) return true;
  if (givenNames.has(before) && (single === 'Jordan' || givenNames.has(single))) return true;
  if (before === 'of' && ends.get(words[from - 2] ?? '')?.what !== 'place' && begins.has(words[from - 2] ?? ''))
    return true;
  if (isCapitalized(after) && !endsAtPossessive(after)) return isBeforeName(words, to, { gazetteer, isState }, single);
  if ((after === '-' || after === '–') && /^(?:based|born|led|backed|style|wide)$/.test(words[to + 1] ?? ''))
    return false;
  if (isState || !isCapitalized(before) || from === 1) return false;
  return !titles.has(before) &&
    !gazetteer.countries.names.has(before) &&
    !/^[A-Z.]{2,}$/.test(before) &&
    !isDay(before) &&
    !/^(?:New|San|The)$/.test(before)
    ? ends.get(before)?.what !== 'place'
    : false;
}

/** The end of a longer name: "KwaZulu-Natal", "Ceamurlia de Jos". */
function isTail(words: readonly string[], from: number, gazetteer: Gazetteer): boolean {
  const before = words[from - 1] ?? '';
  const first = words[from - 2] ?? '';
  if (!isCapitalized(first) || gazetteer.names.entries.has(first)) return false;
  if (gazetteer.countries.names.has(first)) return false;
  return before === '-' || /^(?:de|di|da|do|del|la|bin|ibn|van|von|der|le)$/.test(before);
}

const isDay = (word: string) => /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(word);
const endsAtPossessive = (word: string) => /^['’]/.test(word);

/** What a capitalized word after the name makes of it. */
function isBeforeName(words: readonly string[], to: number, { gazetteer, isState }: Inside, single: string): boolean {
  const { ends, titles, givenNames } = gazetteer.words;
  let last = to;
  while (
    last < to + 8 &&
    (isCapitalized(words[last + 1]) ||
      (/^(?:of|and|for|the|&)$/.test(words[last + 1] ?? '') && isCapitalized(words[last + 2])))
  )
    last++;
  for (let at = to; at <= last; at++) {
    const what = ends.get(words[at] ?? '')?.what;
    if (what === 'organization' || what === 'event') return true;
    if (titles.has(words[at] ?? '') || givenNames.has(words[at] ?? '')) break;
  }
  if (titles.has(words[to] ?? '') || isDay(words[to] ?? '')) return false;
  if (single !== '' && givenNames.has(single)) return true;
  return !isState && !givenNames.has(words[to] ?? '') && !gazetteer.countries.names.has(words[to] ?? '');
}
