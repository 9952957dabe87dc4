import { type Cluster, descriptionsOf } from './cluster.ts';

/** A country named somewhere in the story. */
export interface CountryEvidence {
  readonly sentence: number;
  /** Story offset. */
  readonly at: number;
  readonly iso3: string;
}

const isState = (code: string) => !/^(?:UNO|EUR|IGO|NGO|ISM|IMG|MNC)$/.test(code);

/** The actor's country as its own mentions say, else as is known, else as the story around it lets expect. */
export function resolveCountry(
  cluster: Cluster,
  evidence: readonly CountryEvidence[],
  known: string | undefined,
): string | undefined {
  const descriptions = descriptionsOf(cluster);
  if (known) return known;
  for (const { countries, plural } of descriptions) {
    if (plural && countries.filter(isState).length > 1) return undefined;
    if (countries[0] !== undefined) return countries[0];
  }
  if (cluster.owner && cluster.owner !== cluster)
    return resolveCountry({ items: cluster.owner.items }, evidence, undefined);
  if (descriptions.every(({ worldwide }) => worldwide)) return undefined;
  const first = cluster.items[0];
  return first && expectedCountry(evidence, first.view.index, first.view.tokens[first.mention.from]?.start ?? 0);
}

/** The country last named before the mention, in its sentence first; else the next one named after it. */
export function expectedCountry(
  evidence: readonly CountryEvidence[],
  sentence: number,
  at: number,
): string | undefined {
  const before = evidence.filter((each) => each.at < at);
  const here = before.filter((each) => each.sentence === sentence);
  return (here[0] ?? before.at(-1) ?? evidence.find((each) => each.at >= at))?.iso3;
}
