import { FUNCTION_WORDS, type Profile } from './profile.ts';

/** What stood before a unit, as far as the rules ask. */
export interface Context {
  /** Number of prose units before. */
  readonly before: number;
  /** Stems seen so far, with how often. */
  readonly seen: ReadonlyMap<string, number>;
  readonly names: ReadonlySet<string>;
}

/** A sign that a unit belongs to another story than what stood before it (or, with weight below 0, to the same). */
export interface Signal {
  readonly id: string;
  readonly reason: string;
  /** Lines of an article and a line behind them on which the sign shows. */
  readonly example: { readonly article: readonly string[]; readonly line: string };
  readonly weight: number;
  /** How strongly it shows, 0 to 1. */
  readonly strength: (unit: Profile, context: Context) => number;
}

/** Belief that any unit opens or continues a foreign story, before any sign: few do. */
export const PRIOR = -0.6;

/** From this many units on the article's words and names are known well enough to miss them. */
const KNOWN_AFTER = 3;
/** Below this length a unit has too few words to compare. */
const MIN_WORDS = 8;
/** Share of a unit's content words already seen that an article's own paragraphs usually reach. */
const USUAL_SEEN = 0.33;

const KICKER = /^["“‘'(]?\p{Lu}[\p{Lu}\p{N} .,'’&/-]{2,40}["”’')]?:\s+\S/u;

const seenShare = (unit: Profile, context: Context): number => {
  if (unit.content.size === 0) return USUAL_SEEN;
  let seen = 0;
  for (const word of unit.content) if (context.seen.has(word)) seen++;
  return seen / unit.content.size;
};

const comparable = (unit: Profile, context: Context): boolean =>
  context.before >= KNOWN_AFTER && unit.words >= MIN_WORDS;

const knownNames = (unit: Profile, context: Context): number => {
  let known = 0;
  for (const name of unit.names) if (context.names.has(name)) known++;
  return known;
};

const harbour = [
  'The port of Almera reopened on Monday after dockers ended a strike of three weeks over pay.',
  'Union leader Ana Brook said the dockers had won most of what they asked for.',
  'Brook thanked the dockers and said the union would watch the port closely.',
];

export const SIGNALS: readonly Signal[] = [
  {
    id: 'cut-off',
    reason: 'A teaser is cut off in the middle of a sentence; an article ends its sentences.',
    example: {
      article: harbour,
      line: 'Two climbers were rescued from the north face of Mount Sel yesterday after a night in the',
    },
    weight: 1.6,
    strength: (unit) => (unit.words >= 12 && !unit.finished ? 1 : 0),
  },
  {
    id: 'kicker',
    reason: 'A kicker in capitals opens a story; it does not stand in the middle of one.',
    example: {
      article: harbour,
      line: 'HIGH RISK: Rescuers warn of ice on the north face. Two climbers were saved yesterday.',
    },
    weight: 1.6,
    strength: (unit) => (KICKER.test(unit.text) ? 1 : 0),
  },
  {
    id: 'new-words',
    reason: 'An article speaks of one matter: most paragraphs repeat its words.',
    example: {
      article: harbour,
      line: 'Astronomers measured the temperature of a distant planet with a new infrared telescope in Chile.',
    },
    weight: 1,
    strength: (unit, context) =>
      comparable(unit, context) ? Math.max(0, USUAL_SEEN - seenShare(unit, context)) / USUAL_SEEN : 0,
  },
  {
    id: 'old-words',
    reason: 'A paragraph made of words of the article goes on with it.',
    example: {
      article: harbour,
      line: 'The union said dockers at the port would keep most of the pay that they asked for.',
    },
    weight: -2,
    strength: (unit, context) =>
      comparable(unit, context) ? Math.max(0, seenShare(unit, context) - USUAL_SEEN) / (1 - USUAL_SEEN) : 0,
  },
  {
    id: 'new-names',
    reason: 'Several names, none of them known: other people.',
    example: {
      article: harbour,
      line: 'A court ruled for Marta Quill and against the city of Denver in the case of the old mill.',
    },
    weight: 0.5,
    strength: (unit, context) =>
      comparable(unit, context) && unit.names.size >= 2 && knownNames(unit, context) === 0 ? 1 : 0,
  },
  {
    id: 'known-names',
    reason: 'It speaks of people or places that the article speaks of.',
    example: { article: harbour, line: 'Dockers told Brook in Almera that they would meet Tom Hale again.' },
    weight: -0.4,
    strength: (unit, context) =>
      comparable(unit, context) && unit.names.size >= 2 && knownNames(unit, context) > 0 ? 1 : 0,
  },
  {
    id: 'refers-back',
    reason: 'A paragraph that opens with a pronoun or a joining word goes on from the one before.',
    example: { article: harbour, line: 'She added that a vote would be held in spring.' },
    weight: -0.6,
    strength: (unit) => {
      const first = unit.opening.split(' ')[0] ?? '';
      return FUNCTION_WORDS.anaphora.has(first) || FUNCTION_WORDS.anaphora.has(unit.opening) ? 1 : 0;
    },
  },
];

/** How much speaks for another story, summed over the signs; above 0 more likely than not. */
export function foreignness(unit: Profile, context: Context): number {
  return SIGNALS.reduce((sum, signal) => sum + signal.weight * signal.strength(unit, context), PRIOR);
}
