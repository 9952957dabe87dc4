import type { Actor } from '../../schema/actor.ts';
import type { Place } from '../../schema/place.ts';
import type { Published } from '../../schema/story.ts';
import type { Parse } from '../../text/parse.ts';
import type { Cluster, Item } from './cluster.ts';
import { describeMention } from './describe-mention.ts';
import { detectMentions } from './detect-mentions.ts';
import { findAcronyms, findSurnames } from './find-surnames.ts';
import { joinMentions } from './join-mentions.ts';
import type { ActorTables } from './load-actor-tables.ts';
import { type ResolveContext, type ResolvedActor, resolveActor } from './resolve-actor.ts';
import type { CountryEvidence } from './resolve-country.ts';
import { toSentenceViews } from './story-view.ts';

/**
 * Finds actors and joins their mentions (names, office words, pronouns) into one actor each.
 *
 * @param places  mentions of places found before; a place name that acts is an actor too
 * @returns actors in text order of first mention; a phrase with a title holds its bare name as a mention of its own
 */
export function findActors(
  parse: Parse,
  places: readonly Place[],
  published: Published | undefined,
  tables: ActorTables,
): Actor[] {
  const views = toSentenceViews(parse);
  const placeSpans = new Map(places.flatMap(({ mentions }) => mentions.map(({ start, end }) => [start, end] as const)));
  const placeCountries = new Map(
    places.flatMap(({ mentions, country }) =>
      mentions.flatMap(({ start }) => (country ? [[start, country] as const] : [])),
    ),
  );
  const context = {
    tables,
    places: placeSpans,
    surnames: findSurnames(views, tables),
    acronyms: findAcronyms(views),
    korea: /Korea|Pyongyang|Seoul/.test(parse.text),
  };
  const items = views.flatMap((view) =>
    detectMentions(view, context).map((mention): Item => {
      if (mention.form === 'pronoun') return { view, mention };
      return { view, mention, description: describeMention(view, mention, { tables, placeCountries }) };
    }),
  );
  const clusters = joinMentions(items);
  const evidence = toEvidence(items, placeCountries, parse);
  const month = published?.value.slice(0, 7);
  return toActors(parse.story, clusters, { evidence, tables, month });
}

function toEvidence(items: readonly Item[], places: ReadonlyMap<number, string>, parse: Parse): CountryEvidence[] {
  const evidence = items.flatMap(({ view, mention, description }): CountryEvidence[] => {
    const iso3 = description?.countries.find((code) => !/^(?:UNO|EUR|IGO|NGO|ISM|IMG|MNC)$/.test(code));
    return iso3 ? [{ sentence: view.index, at: view.tokens[mention.from]?.start ?? 0, iso3 }] : [];
  });
  let sentence = 0;
  for (const [at, iso3] of [...places].sort(([a], [b]) => a - b)) {
    while (sentence < parse.sentences.length - 1 && (parse.sentences[sentence]?.end ?? 0) <= at) sentence++;
    evidence.push({ sentence, at, iso3 });
  }
  return evidence.sort((a, b) => a.at - b.at);
}

function toActors(story: string, clusters: readonly Cluster[], context: ResolveContext): Actor[] {
  const resolved = clusters.map((cluster): { cluster: Cluster; actor: ResolvedActor } => {
    return { cluster, actor: resolveActor(cluster, context) };
  });
  resolved.sort((a, b) => (a.actor.mentions[0]?.start ?? 0) - (b.actor.mentions[0]?.start ?? 0));
  const ids = new Map(resolved.map(({ cluster }, index) => [cluster, `${story}/a${index + 1}`]));
  return resolved.map(({ cluster, actor }): Actor => {
    const members = cluster.members?.flatMap((member) => ids.get(member) ?? []);
    const { mentions, ...rest } = actor;
    return { id: ids.get(cluster) ?? '', ...rest, ...(members && { members }), mentions };
  });
}
