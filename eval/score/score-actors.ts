import { type Prf, prf, share } from '../figure.ts';
import { distinct, pairUp, sameMention, sameSpan } from '../lib/match.ts';
import type { Compared, Party } from './passage.ts';

/** How well actors are found and coded on the passages. */
export interface ActorScores {
  readonly mentionsExact: Prf;
  /** Mentions that share their head with the gold one. */
  readonly mentionsHead: Prf;
  readonly goldMentions: number;
  /** Share of gold actors of which some mention was found. */
  readonly found: number;
  /** Of gold actors found that have a country: the same code. */
  readonly country: number;
  readonly withCountry: number;
  /** Of gold actors found that have no country: none given. */
  readonly noCountry: number;
  readonly withoutCountry: number;
  /** Of gold actors found that have sectors: the first one right; all right. */
  readonly primarySector: number;
  readonly sectors: number;
  readonly withSectors: number;
}

// Bodies of states stand as IGO in the gold; the record names two of them (ontology.md section 6).
const sameCountry = (system: string | undefined, gold: string): boolean =>
  system === gold || (gold === 'IGO' && (system === 'UNO' || system === 'EUR'));

export function scoreActors(passages: readonly Compared[]): ActorScores {
  const mentions = { exact: 0, head: 0, system: 0, gold: 0 };
  const n = {
    gold: 0,
    found: 0,
    country: 0,
    withCountry: 0,
    none: 0,
    withoutCountry: 0,
    primary: 0,
    all: 0,
    withSectors: 0,
  };
  for (const { text, gold, system } of passages) {
    const s = distinct(system.parties.flatMap((p) => p.mentions));
    const g = distinct(gold.parties.flatMap((p) => p.mentions));
    mentions.system += s.length;
    mentions.gold += g.length;
    for (const [i, j] of pairUp(s, g)) {
      const [a, b] = [s[i], g[j]];
      if (!a || !b) continue;
      if (sameSpan(a, b)) mentions.exact++;
      if (sameMention(text, a, b)) mentions.head++;
    }
    for (const actor of gold.parties) {
      n.gold++;
      const answer = nearest(text, actor, system.parties);
      if (!answer) continue;
      n.found++;
      if (actor.country === undefined) {
        n.withoutCountry++;
        if (answer.country === undefined) n.none++;
      } else {
        n.withCountry++;
        if (sameCountry(answer.country, actor.country)) n.country++;
      }
      if (actor.sectors.length === 0) continue;
      n.withSectors++;
      if (answer.sectors[0] === actor.sectors[0]) n.primary++;
      if (sameSet(answer.sectors, actor.sectors)) n.all++;
    }
  }
  return {
    mentionsExact: prf(mentions.exact, mentions.system, mentions.gold),
    mentionsHead: prf(mentions.head, mentions.system, mentions.gold),
    goldMentions: mentions.gold,
    found: share(n.found, n.gold),
    country: share(n.country, n.withCountry),
    withCountry: n.withCountry,
    noCountry: share(n.none, n.withoutCountry),
    withoutCountry: n.withoutCountry,
    primarySector: share(n.primary, n.withSectors),
    sectors: share(n.all, n.withSectors),
    withSectors: n.withSectors,
  };
}

/** The answered actor that shares most mentions with the gold one; the first of equals. */
function nearest(text: string, gold: Party, answers: readonly Party[]): Party | undefined {
  let best: Party | undefined;
  let most = 0;
  for (const answer of answers) {
    const shared = gold.mentions.filter((g) => answer.mentions.some((s) => sameMention(text, s, g))).length;
    if (shared > most) [best, most] = [answer, shared];
  }
  return best;
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x) => b.includes(x));
