import { coherence } from './coherence.ts';
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
  /** Prose units so far that do not end their sentence and have one behind them that does. */
  readonly unfinished: number;
  /** Mean number of words of the prose units so far. */
  readonly meanWords: number;
  /** Last words of full names so far. */
  readonly fullNames: ReadonlySet<string>;
  /** Number of prose units so far that each stem stands in, of stems in several: the story's own words. */
  readonly ownWords: ReadonlySet<string>;
  /** Mean coherence of the last units, each with what stood before it. */
  readonly usualCoherence: number;
  /** Number of units so far that speak to the reader. */
  readonly addressing: number;
  /** The unit right before is a notice or a credit of the newsroom. */
  readonly afterNotice: boolean;
}

/** A sign that a unit belongs to another story than what stood before it (or, with weight below 0, to the same). */
export interface Signal {
  readonly id: string;
  readonly reason: string;
  /** Lines of an article and a line behind them on which the sign shows. */
  readonly example: { readonly article: readonly string[]; readonly line: string };
  /** How strongly it shows, 0 to 1. */
  readonly strength: (unit: Profile, context: Context) => number;
}

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

/** "… urged both countries", "… the two sides": those that the story has named. */
const POINTS_BACK = /^(?:[^\s.]{1,30} ){0,7}(?:both(?! \p{L}{1,20} and\b)|the two|these|those|the pair)\s/iu;

const refersBack = (unit: Profile): number =>
  FUNCTION_WORDS.anaphora.has(unit.opening.split(' ')[0] ?? '') ||
  FUNCTION_WORDS.anaphora.has(unit.opening) ||
  POINTS_BACK.test(unit.text)
    ? 1
    : 0;

/** A lead's first sentence is long and names the day. */
const MIN_LEAD_WORDS = 18;
const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/;

function isLead(text: string): boolean {
  const first = /^.{0,600}?[.!?](?=["”’]?(?:\s|$))/u.exec(text)?.[0] ?? text.slice(0, 600);
  return WEEKDAY.test(first) && first.split(' ').length >= MIN_LEAD_WORDS && !/^["“„«‘]/.test(text);
}

function lossOfCoherence(unit: Profile, context: Context): number {
  if (!comparable(unit, context) || context.usualCoherence === 0) return 0;
  return Math.max(0, 1 - coherence(unit, context.seen) / context.usualCoherence);
}

const harbour = [
  'The port of Almera reopened on Monday after dockers ended a strike of three weeks over pay.',
  'Union leader Ana Brook said the dockers had won most of what they asked for.',
  'Brook thanked the dockers and said the union would watch the port closely.',
];

/** How strongly a line looks cut off in mid-sentence, 0 to 1. Where the article lists things without stops, less. */
export function cutOff(unit: Profile, context: Context): number {
  if (unit.words < MIN_SENTENCE_WORDS || unit.finished) return 0;
  return Math.max(0, 1 - (LISTS * context.unfinished) / Math.max(KNOWN_AFTER, context.before));
}

export const SIGNALS: readonly Signal[] = [
  {
    id: 'cut-off',
    reason: 'Teasers are cut off in the middle of a sentence; an article ends its sentences.',
    example: {
      article: harbour,
      line: 'Rescuers on the north face of the mountain said on Friday that two climbers had',
    },
    strength: cutOff,
  },
  {
    id: 'finished',
    reason: 'A paragraph of full sentences: an article is made of them, a list of teasers mostly not.',
    example: { article: harbour, line: 'The union is going to vote on the offer of the port by the end of the month.' },
    strength: (unit) => (unit.words >= MIN_SENTENCE_WORDS && unit.finished ? 1 : 0),
  },
  {
    id: 'short',
    reason: 'A line too short to compare: a heading, an item, a spoken line.',
    example: { article: harbour, line: 'What happens next' },
    strength: (unit) => (unit.words < MIN_SENTENCE_WORDS && !KICKER.test(unit.text) ? 1 : 0),
  },
  {
    id: 'kicker',
    reason: 'A kicker in capitals opens a story; it does not stand in the middle of one.',
    example: {
      article: harbour,
      line: 'HIGH RISK: Rescuers warn of ice on the north face. Two climbers were saved yesterday.',
    },
    strength: (unit) => (KICKER.test(unit.text) ? 1 : 0),
  },
  {
    id: 'new-words',
    reason: 'An article speaks of one matter: most paragraphs repeat its words.',
    example: {
      article: harbour,
      line: 'Astronomers measured the temperature of a distant planet with a new infrared telescope in Chile.',
    },
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
    strength: (unit, context) =>
      comparable(unit, context) && unit.names.size >= 2 && knownNames(unit, context) === 0 ? 1 : 0,
  },
  {
    id: 'refers-back',
    reason: 'A paragraph that opens with a pronoun or a joining word goes on from the one before.',
    example: { article: harbour, line: 'She added that a vote would be held in spring.' },
    strength: (unit) => refersBack(unit),
  },
  {
    id: 'apart-from-neighbours',
    reason: 'It shares no word with the paragraphs right before it.',
    example: {
      article: harbour,
      line: 'Astronomers measured the temperature of a distant planet with a new infrared telescope in Chile.',
    },
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
    strength: (unit, context) => {
      for (const name of unit.names) if (context.fullNames.has(name) && !unit.fullNames.has(name)) return 1;
      return 0;
    },
  },
  {
    id: 'speech',
    reason: 'A paragraph that opens with a quotation goes on from who was speaking; a lead seldom does.',
    example: { article: harbour, line: '“Nothing is settled yet,” the minister said.' },
    strength: (unit) => (/^["“„«‘]/.test(unit.text) ? 1 : 0),
  },
  {
    id: 'known-names',
    reason: 'It names those that the article has named.',
    example: {
      article: harbour,
      line: 'On Monday the head of the dockers, Brook, thanked all who had come to the hall.',
    },
    strength: (unit, context) =>
      comparable(unit, context) && unit.names.size > 0 ? knownNames(unit, context) / unit.names.size : 0,
  },
  {
    id: 'introduces-anew',
    reason: 'A lead gives full names and titles; an article that has given them does not do so again.',
    example: {
      article: harbour,
      line: 'A court heard Ana Brook on the fire at the mill, which had killed two guards.',
    },
    strength: (unit, context) => {
      for (const name of unit.fullNames) if (context.fullNames.has(name)) return 1;
      return 0;
    },
  },
  {
    id: 'without-own-words',
    reason: 'The words that an article keeps using are missing: it is on another matter.',
    example: {
      article: harbour,
      line: 'Astronomers measured the temperature of a distant planet with a new infrared telescope in Chile.',
    },
    strength: (unit, context) => {
      if (!comparable(unit, context) || context.ownWords.size === 0) return 0;
      let own = 0;
      for (const word of unit.content) if (context.ownWords.has(word)) own++;
      return own === 0 ? 1 : 0;
    },
  },
  {
    id: 'lead-shaped',
    reason: 'A lead tells at length in one sentence who did what on which day, with a name not yet known.',
    example: {
      article: harbour,
      line: 'A court in Denver on Friday ordered the owners of the old mill to pay Marta Quill for the loss of her house and land.',
    },
    strength: (unit, context) =>
      context.before > 0 && isLead(unit.text) && [...unit.names].some((name) => !context.names.has(name)) ? 1 : 0,
  },
  {
    id: 'longer',
    reason: 'Lines of a list of teasers have another length than the paragraphs of the article.',
    example: {
      article: ['He came.', 'He saw.'],
      line: 'The union said on Friday that all of the dockers had gone back to their work at the port.',
    },
    strength: (unit, context) =>
      context.before > 0 ? Math.min(1, Math.max(0, unit.words / Math.max(1, context.meanWords) - 1)) : 0,
  },
  {
    id: 'less-coherent',
    reason: 'It repeats less of what was said, and less of what was said often, than the paragraphs before it did.',
    example: {
      article: harbour,
      line: 'Astronomers measured the temperature of a distant planet with a new infrared telescope in Chile.',
    },
    strength: lossOfCoherence,
  },
  {
    id: 'addresses-reader',
    reason: 'Notes of the outlet speak to the reader; news does outside of quotations only where it always does.',
    example: { article: harbour, line: 'We would like to hear what you think about this or any of our articles.' },
    strength: (unit, context) =>
      unit.addresses ? Math.max(0, 1 - (LISTS * context.addressing) / Math.max(KNOWN_AFTER, context.before)) : 0,
  },
];

/** Signs of a whole tail at its first line. */
export const EDGE_SIGNALS: readonly Signal[] = [
  {
    id: 'early',
    reason: 'So near to its beginning an article seldom ends, and little is known of it.',
    example: { article: harbour.slice(0, 1), line: 'Two climbers were saved.' },
    strength: (_, context) => (context.before < KNOWN_AFTER ? 1 : 0),
  },
  {
    id: 'after-notice',
    reason: 'Notices and credits of the newsroom stand behind an article.',
    example: { article: [...harbour, 'Additional reporting by Tom Hale'], line: 'Two climbers were saved.' },
    strength: (_, context) => (context.afterNotice ? 1 : 0),
  },
  {
    id: 'edge-new-words',
    reason: 'The first line of a tail is where the matter changes.',
    example: {
      article: harbour,
      line: 'Astronomers measured the temperature of a distant planet with a new infrared telescope in Chile.',
    },
    strength: (unit, context) =>
      comparable(unit, context) ? Math.max(0, USUAL_SEEN - seenShare(unit, context)) / USUAL_SEEN : 0,
  },
  {
    id: 'edge-refers-back',
    reason: 'A tail does not begin by pointing back.',
    example: { article: harbour, line: 'She added that a vote would be held in spring.' },
    strength: (unit) => refersBack(unit),
  },
  {
    id: 'edge-short',
    reason: 'A tail often begins with a heading.',
    example: { article: harbour, line: 'In other news' },
    strength: (unit) => (unit.words < MIN_SENTENCE_WORDS && !unit.finished ? 1 : 0),
  },
  {
    id: 'edge-less-coherent',
    reason: 'The first line of a tail is where the matter changes.',
    example: {
      article: harbour,
      line: 'Astronomers measured the temperature of a distant planet with a new infrared telescope in Chile.',
    },
    strength: lossOfCoherence,
  },
];
