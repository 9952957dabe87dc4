import { FUNCTION_WORDS, type Profile } from './profile.ts';

/** What stood before a unit, as far as the rules ask. */
export interface Context {
  /** Number of prose units before. */
  readonly before: number;
  /** Stems seen so far, with how often. */
  readonly seen: ReadonlyMap<string, number>;
  readonly names: ReadonlySet<string>;
  /** Stems of the last few prose units. */
  readonly near: ReadonlySet<string>;
  /** Prose units so far that do not end their sentence. */
  readonly unfinished: number;
  /** Mean number of words of the prose units so far. */
  readonly meanWords: number;
  /** Last words of full names so far. */
  readonly fullNames: ReadonlySet<string>;
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

/**
 * What no sign at all says: weights and this are log-odds, from a logistic regression over the glued and flattened pages
 * of the development half of `eval/extraction` (18,794 paragraphs), rounded; the share of foreign ones taken out.
 */
export const NO_SIGN = -1.7;

/** From this many units on the article's words and names are known well enough to miss them. */
const KNOWN_AFTER = 3;
/** A sentence of news has about this many words; shorter lines are headings or items. */
const MIN_SENTENCE_WORDS = 12;
/** Below this length a unit has too few words to compare. */
const MIN_WORDS = 8;
/** Share of a unit's content words already seen that an article's own paragraphs usually reach. */
const USUAL_SEEN = 0.33;

/** From one unfinished line in so many on, a missing stop means nothing. */
const LISTS = 3;

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
    id: 'kicker',
    reason: 'A kicker in capitals opens a story; it does not stand in the middle of one.',
    example: {
      article: harbour,
      line: 'HIGH RISK: Rescuers warn of ice on the north face. Two climbers were saved yesterday.',
    },
    weight: 2.3,
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
    weight: 0.8,
    strength: (unit, context) =>
      comparable(unit, context) && unit.names.size >= 2 && knownNames(unit, context) === 0 ? 1 : 0,
  },
  {
    id: 'refers-back',
    reason: 'A paragraph that opens with a pronoun or a joining word goes on from the one before.',
    example: { article: harbour, line: 'She added that a vote would be held in spring.' },
    weight: -0.4,
    strength: (unit) => {
      const first = unit.opening.split(' ')[0] ?? '';
      return FUNCTION_WORDS.anaphora.has(first) || FUNCTION_WORDS.anaphora.has(unit.opening) ? 1 : 0;
    },
  },
  {
    id: 'apart-from-neighbours',
    reason: 'It shares no word with the paragraphs right before it.',
    example: {
      article: harbour,
      line: 'Astronomers measured the temperature of a distant planet with a new infrared telescope in Chile.',
    },
    weight: 2,
    strength: (unit, context) => {
      if (!comparable(unit, context) || unit.content.size === 0) return 0;
      let shared = 0;
      for (const word of unit.content) if (context.near.has(word)) shared++;
      return Math.max(0, 1 - (shared / unit.content.size) * 5);
    },
  },
  {
    id: 'last-name-only',
    reason: 'A last name alone speaks of someone the story has introduced.',
    example: { article: harbour, line: 'They met late at night in the hall, said Brook.' },
    weight: -0.2,
    strength: (unit, context) => {
      for (const name of unit.names) if (context.fullNames.has(name) && !unit.fullNames.has(name)) return 1;
      return 0;
    },
  },
  {
    id: 'speech',
    reason: 'A paragraph that opens with a quotation goes on from who was speaking; a lead seldom does.',
    example: { article: harbour, line: '“Nothing is settled yet,” the minister said.' },
    weight: -1.5,
    strength: (unit) => (/^["“„«‘]/.test(unit.text) ? 1 : 0),
  },
];

/** How strongly a line looks cut off in mid-sentence, 0 to 1. Where the article lists things without stops, less. */
export function cutOff(unit: Profile, context: Context): number {
  if (unit.words < MIN_SENTENCE_WORDS || unit.finished) return 0;
  return Math.max(0, 1 - (LISTS * context.unfinished) / Math.max(KNOWN_AFTER, context.before));
}

/** What a page may have behind its article. One list of teasers has one style: all cut off, or none. */
export interface TailStyle {
  readonly id: string;
  readonly reason: string;
  /** Weight of a line that is cut off, of one that is not, and of a line too short to compare. */
  readonly cutOff: number;
  readonly finished: number;
  readonly short: number;
  /** One line counts at most so much: signs are not independent. */
  readonly most: number;
  /** All lines together must show more than this: most pages end with their article. */
  readonly cost: number;
}

/** Weights and costs were chosen on the same development pages: 95 of 100 clean articles stay whole. */
export const TAIL_STYLES: readonly TailStyle[] = [
  {
    id: 'cut-off',
    reason: 'Teasers are cut off in the middle of a sentence; an article ends its sentences.',
    cutOff: 3.5,
    finished: -2.5,
    short: -1,
    most: 3,
    cost: 0.8,
  },
  {
    id: 'whole',
    reason: 'Whole leads of other stories, notes and notices: only topic and names tell.',
    cutOff: 1.5,
    finished: 0,
    short: -1.2,
    most: 1.5,
    cost: 1.2,
  },
];

/** The strongest sign that a line is the article's own; else one odd line would outweigh a whole tail. */
const LEAST = -3;

/** How much speaks for another story, as log-odds: above 0 for, below 0 against. */
export function foreignness(unit: Profile, context: Context, style: TailStyle): number {
  const hasKicker = KICKER.test(unit.text);
  if (unit.words < MIN_SENTENCE_WORDS && !hasKicker) return style.short;
  const cut = cutOff(unit, context);
  const ending = cut > 0 ? cut * style.cutOff : hasKicker ? 0 : style.finished;
  const signs = SIGNALS.reduce((sum, signal) => sum + signal.weight * signal.strength(unit, context), NO_SIGN);
  return Math.max(LEAST, signs + ending);
}
