import type { CountryTable } from '../../ontology/countries.ts';
import type { Actor, Mention } from '../../schema/actor.ts';
import { byStart } from '../../util/spans.ts';
import { type Cluster, descriptionsOf, type Item } from './cluster.ts';
import type { Description } from './describe-mention.ts';
import type { ActorTables } from './load-actor-tables.ts';
import { type CountryEvidence, resolveCountry } from './resolve-country.ts';
import { findKnownPerson, type PersonAt } from './resolve-person.ts';
import { spanOf, textOf } from './story-view.ts';

export type ResolvedActor = Omit<Actor, 'id' | 'members'>;

export interface ResolveContext {
  readonly evidence: readonly CountryEvidence[];
  readonly tables: ActorTables;
  /** ISO month of the story, when known: offices are held for a time. */
  readonly month: string | undefined;
}

/** Decides kind, name, country, sectors and office of an actor from all its mentions. */
export function resolveActor(cluster: Cluster, context: ResolveContext): ResolvedActor {
  const { main } = cluster;
  const { countries } = context.tables;
  const known = main.kind === 'person' ? findKnownPerson(cluster, context.month, context.tables) : undefined;
  const country = cluster.members ? undefined : resolveCountry(cluster, context.evidence, known?.person.country);
  const office = officeOf(cluster, country, countries) ?? (known?.when === 'during' ? known.person.office : undefined);
  return {
    kind: main.kind,
    name: known?.person.name ?? nameOf(cluster, main, country, countries),
    ...(country && { country }),
    sectors: sectorsOf(cluster, known),
    ...(office && { office }),
    mentions: mentionsOf(cluster),
  };
}

/** Codes that PLOVER lists in place of a country; in the noun table they stand among the sectors. */
const countryCodes = new Set(['IGO', 'NGO', 'ISM', 'IMG', 'MNC', 'UNO', 'EUR']);

function sectorsOf(cluster: Cluster, known: PersonAt | undefined): string[] {
  const all = descriptionsOf(cluster);
  const telling =
    all.find(({ sectors }) => sectors.some((code) => code !== 'CVL')) ?? all.find(({ sectors }) => sectors.length > 0);
  const inherited = telling?.general ? ownersSectors(cluster) : undefined;
  const isPlain = telling === undefined || telling.sectors.every((code) => code === 'CVL');
  const fromKnown = isPlain ? knownSectors(known) : [];
  const own = fromKnown.length > 0 ? fromKnown : (inherited ?? telling?.sectors ?? []);
  return own.filter((code) => !countryCodes.has(code));
}

/** What a known person is without a word in the text: their office's sector while it lasts, then the elite. */
function knownSectors(known: PersonAt | undefined): readonly string[] {
  if (known === undefined || known.when === 'before') return [];
  return known.when === 'during' || known.person.office === undefined ? known.person.sectors : ['ELI'];
}

/** "its leader": the sector of the body that "its" stands for. */
function ownersSectors({ owner }: Cluster): readonly string[] | undefined {
  const main = owner?.main;
  return main && main.kind !== 'person' && main.kind !== 'state' && main.sectors.length > 0 ? main.sectors : undefined;
}

function nameOf(cluster: Cluster, main: Description, country: string | undefined, countries: CountryTable): string {
  if (main.kind === 'state') return stateName(main, countries);
  const body = main.bodies?.find((each) => each.country === undefined || each.country === country) ?? main.bodies?.[0];
  if (body) return body.country === undefined ? withCountry(body.name, country, countries) : body.name;
  let longest = '';
  for (const name of cluster.names) if (name.length > longest.length) longest = name;
  if (longest !== '') return main.kind === 'organization' ? bodyName(longest, country, countries) : longest;
  return nominalName(cluster, main, country, countries);
}

/** Names that every state has one of. */
const common =
  /^(?:Ministry|Department|Supreme|National|Central|Parliament|Senate|Congress|Constitutional|Foreign|Interior|Defen[cs]e)\b/;

/** "the South Korean Ministry of Defense" is the Ministry of Defense (South Korea). */
function bodyName(name: string, country: string | undefined, countries: CountryTable): string {
  const adjectives = (country && countries.byIso3.get(country)?.adjectives) || [];
  const adjective = adjectives.find((word) => name.startsWith(`${word} `));
  const bare = adjective ? name.slice(adjective.length + 1) : name;
  return common.test(bare) ? withCountry(bare, country, countries) : name;
}

function stateName({ countries: [iso3 = ''], name = '', sectors }: Description, countries: CountryTable): string {
  if (sectors[0] === 'PRE') return countries.names.get(name)?.[0]?.territory?.name ?? name;
  const territory = countries.names.get(name)?.find(({ role }) => role === 'name')?.territory;
  return territory?.name ?? countries.byIso3.get(iso3)?.name ?? name;
}

function withCountry(name: string, country: string | undefined, countries: CountryTable): string {
  const state = country && countries.byIso3.get(country);
  if (!state || state.adjectives.some((word) => name.includes(word)) || name.includes(state.name)) return name;
  return `${name} (${state.name})`;
}

/** An actor without a name is called by its noun: "President of South Korea", "Russian forces". */
function nominalName(
  cluster: Cluster,
  main: Description,
  country: string | undefined,
  countries: CountryTable,
): string {
  const office = officeOf(cluster, country, countries);
  if (office && main.kind === 'person') return office;
  const first = cluster.items[0];
  if (first === undefined) return '';
  const words = textOf(first.view, first.mention.from, first.mention.to);
  return words.replace(/^(?:the|a|an|this|that|these|those|his|her|its|their)\s+/i, '');
}

const withArticle =
  /^United|^Netherlands|^Philippines|^Bahamas|^Maldives|^Comoros|^Gambia|Republic|Islands$|^Seychelles/;

function officeOf(cluster: Cluster, country: string | undefined, countries: CountryTable): string | undefined {
  const holder = descriptionsOf(cluster).find(({ office }) => office !== undefined);
  if (holder?.office === undefined) return undefined;
  if (holder.body) return `${holder.office} of ${holder.body.name}`;
  const state = country === undefined ? undefined : countries.byIso3.get(country)?.name;
  return state ? `${holder.office} of ${withArticle.test(state) ? 'the ' : ''}${state}` : holder.office;
}

/** The whole phrase, and the bare name inside it as a mention of its own. */
function mentionsOf({ items }: Cluster): Mention[] {
  const mentions = items.flatMap((item): Mention[] => {
    const phrase: Mention = { ...spanOf(item.view, item.mention.from, item.mention.to), form: formOf(item) };
    const { name } = item.mention;
    const isWider = name !== undefined && (name.from > item.mention.from || name.to < item.mention.to);
    return isWider ? [phrase, { ...spanOf(item.view, name.from, name.to), form: 'name' }] : [phrase];
  });
  return mentions.sort(byStart);
}

function formOf({ mention }: Item): Mention['form'] {
  if (mention.form !== 'name' || mention.name === undefined) return mention.form;
  return mention.name.from > mention.from || mention.name.to < mention.to ? 'nominal' : 'name';
}
