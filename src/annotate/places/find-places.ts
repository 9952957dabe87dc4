import type { Place } from '../../schema/place.ts';
import type { Span } from '../../schema/span.ts';
import type { Parse } from '../../text/parse.ts';
import type { Gazetteer, Toponym } from './load-gazetteer.ts';
import { type ResolvedSpot, resolvePlaces } from './resolve-places.ts';
import { isCapitalized, type SentenceWords, toSentenceWords } from './sentence-words.ts';
import { spotPlaces } from './spot-places.ts';

/**
 * Finds named places and resolves them to the gazetteer by size, by what contains them, and by the story's countries.
 *
 * @returns places in text order of first mention; states and regions have no coordinates
 */
export function findPlaces(parse: Parse, gazetteer: Gazetteer): Place[] {
  const sentences = parse.sentences.map((sentence) => toSentenceWords(parse.text, sentence));
  const surnames = findSurnames(sentences, gazetteer);
  const spots = sentences.flatMap((sentence) => spotPlaces(sentence, gazetteer, surnames));
  const resolved = resolvePlaces(spots, countDemonyms(sentences, gazetteer), gazetteer);
  return groupPlaces(parse.story, resolved, gazetteer);
}

/** Last words of names of persons, who may share them with towns ("Michael Jordan", "Mr. Lincoln"). */
function findSurnames(sentences: readonly SentenceWords[], { words: known }: Gazetteer): ReadonlySet<string> {
  const surnames = new Set<string>();
  for (const { words, loud } of sentences) {
    if (loud) continue;
    for (let at = 0; at + 1 < words.length; at++) {
      const word = words[at] ?? '';
      if (!known.givenNames.has(word) && !known.titles.has(word)) continue;
      let last = at + 1;
      while (last < at + 4 && isCapitalized(words[last + 1])) last++;
      const name = words[last] ?? '';
      if (isCapitalized(name) && !known.ends.has(name) && !known.titles.has(name)) surnames.add(name);
    }
  }
  return surnames;
}

function countDemonyms(sentences: readonly SentenceWords[], { countries }: Gazetteer): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of sentences) {
    for (const word of words) {
      if (!isCapitalized(word)) continue;
      const reading = countries.names.get(word)?.find(({ role }) => role !== 'name' && role !== 'capital');
      if (reading) counts.set(reading.iso3, (counts.get(reading.iso3) ?? 0) + 1);
    }
  }
  return counts;
}

function groupPlaces(story: string, resolved: readonly ResolvedSpot[], gazetteer: Gazetteer): Place[] {
  const groups = new Map<string, { first: ResolvedSpot; mentions: Span[] }>();
  for (const each of resolved) {
    const key = keyOf(each);
    const group = groups.get(key) ?? { first: each, mentions: [] };
    group.mentions.push({ start: each.spot.start, end: each.spot.end });
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first, mentions }, index) =>
    toPlace(`${story}/p${index + 1}`, first, mentions, gazetteer),
  );
}

function keyOf({ spot, toponym }: ResolvedSpot): string {
  const own = spot.precision === 'site' || toponym === undefined ? spot.words : '';
  if (toponym === undefined) return `name ${own}`;
  return `${toponym.kind} ${toponym.geonameId ?? `${toponym.country} ${toponym.name}`} ${own}`;
}

function toPlace(id: string, { spot, toponym }: ResolvedSpot, mentions: Span[], gazetteer: Gazetteer): Place {
  const isOwnName = toponym === undefined || spot.precision === 'site';
  const admin1 = toponym?.division && toponym.kind === 'city' ? gazetteer.divisions.get(toponym.division) : undefined;
  return {
    id,
    name: isOwnName ? spot.words : toponym.name,
    ...(toponym?.country && { country: toponym.country }),
    ...(admin1 && { admin1 }),
    ...pinOf(toponym),
    precision: spot.precision === 'site' || toponym === undefined ? (spot.precision ?? 'region') : toponym.precision,
    mentions,
  };
}

function pinOf(toponym: Toponym | undefined): Pick<Place, 'lat' | 'lon' | 'geonameId'> {
  if (toponym?.lat === undefined || toponym.lon === undefined) return {};
  const { lat, lon, geonameId } = toponym;
  return { lat, lon, ...(geonameId !== undefined && { geonameId }) };
}
