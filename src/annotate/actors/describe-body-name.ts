import type { ActorKind } from '../../schema/actor.ts';
import type { ActorTables, Organization } from './load-actor-tables.ts';

interface BodyDescription {
  readonly kind: ActorKind;
  readonly countries: readonly string[];
  readonly sectors: readonly string[];
}

/** Kind, country and sectors of a body from its name: the table's entry, or the words of the name. */
export function describeBodyName(
  name: string,
  bodies: readonly Organization[] | undefined,
  around: readonly string[],
  tables: ActorTables,
): BodyDescription {
  const entry = bodies && chooseBody(bodies, around);
  if (entry) {
    const own =
      entry.country && (entry.country.length !== 3 || !around.some((code) => code !== entry.country))
        ? [entry.country]
        : [];
    const countries = entry.country ? [entry.country] : around;
    return { kind: entry.kind, countries: own.length > 0 ? own : countries, sectors: entry.sectors };
  }
  const words = name.split(/[\s-]+/);
  return { kind: 'organization', countries: countriesOf(words, around), sectors: sectorsOf(words, tables) };
}

/** Of bodies that share a name ("AFP", "RSF"), the one whose country stands beside it, else the first. */
export function chooseBody(bodies: readonly Organization[], around: readonly string[]): Organization | undefined {
  return bodies.find(({ country }) => country !== undefined && around.includes(country)) ?? bodies[0];
}

const worldwide =
  /^(?:International|World|Global|Inter|European|African|Arab|Asian|Nordic|Baltic|Islamic|Pan|Transatlantic)$/;
const ofStates =
  /^(?:Bank|Court|Tribunal|Fund|Organization|Organisation|Agency|Commission|Union|Assembly|Force|Council)$/;

function countriesOf(words: readonly string[], around: readonly string[]): readonly string[] {
  if (around.length > 0 || !worldwide.test(words[0] ?? '')) return around;
  if (words[0] === 'European') return ['EUR'];
  return words.some((word) => ofStates.test(word)) ? ['IGO'] : ['NGO'];
}

function sectorsOf(words: readonly string[], { nameWords }: ActorTables): readonly string[] {
  if (words.includes('Bank') && words.some((word) => /^(?:Central|Reserve|National|Federal)$/.test(word)))
    return ['GOV'];
  const first = nameWords.get(words[0] ?? '');
  const end =
    first?.begins && first.what === 'organization' && words.some((word) => word === 'of' || word === 'for')
      ? first
      : undefined;
  const last = [...words]
    .reverse()
    .map((word) => nameWords.get(word))
    .find((word) => word?.what === 'organization');
  const sectors = (end ?? last)?.sectors ?? [];
  const isDefence = words.some((word) => word === 'Defense' || word === 'Defence');
  return sectors[0] === 'GOV' && isDefence ? ['GOV', 'MIL'] : sectors;
}
