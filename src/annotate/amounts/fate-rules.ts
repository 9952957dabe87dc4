import type { Fate, FateWords } from './amount-words.ts';
import type { SentenceView } from './sentence-view.ts';

/** Where the people counted stand in their sentence: token indexes. */
export interface Phrase {
  readonly view: SentenceView;
  /** First token with the words that bound the number: "at least 40 people" from "at". */
  readonly from: number;
  /** The number itself. */
  readonly at: number;
  /** After the number. */
  readonly numberEnd: number;
  /** After the noun phrase; `numberEnd` when no noun follows. */
  readonly end: number;
}

/** One way in which a sentence tells what befell the people counted. Rules are tried in order. */
export interface FateRule {
  readonly id: string;
  /** A sentence with the amount in brackets. */
  readonly example: string;
  readonly fate: Fate;
  readonly tells: (phrase: Phrase, words: FateWords) => boolean;
}

/** "were shot dead", "lay dead", within a few words of those counted. */
const doneDead =
  /^(?:\w+ ){0,4}(?:were|was|been|are|lay) (?:\w+ )?(?:shot dead|found dead|gunned down|mowed down|dead|beaten to death|burnt alive|burned alive|blown up)\b/;

/** The rules for every fate: `tells` with the words of that fate. */
export const fateRules: readonly FateRule[] = [
  {
    id: 'fate/shot-dead',
    example: 'Gunmen shot dead [12 people] in the market.',
    fate: 'dead',
    tells: ({ view, from }) =>
      view.lower[from - 1] === 'dead' && /^(?:shot|stabbed|beat|found)$/.test(view.lower[from - 2] ?? ''),
  },
  ...each(
    'fate/toll',
    { dead: 'The death toll rose to [40].', injured: 'The number of injured rose to [40].' },
    tellsToll,
  ),
  ...each(
    'fate/noun',
    {
      dead: 'The report counts [nine deaths].',
      arrested: 'Police made [31 arrests].',
      injured: 'There were [15 casualties].',
    },
    tellsNoun,
  ),
  ...each(
    'fate/noun-of',
    { dead: 'the killing of [24 soldiers] by rebels', arrested: 'the arrest of [six students]' },
    tellsNounOf,
  ),
  {
    id: 'fate/lives',
    example: 'The floods claimed [62 lives].',
    fate: 'dead',
    tells: ({ view, end }, words) => view.lower[end - 1] === 'lives' && lemmaBefore(view, end - 1, words.lives),
  },
  ...each(
    'fate/object',
    {
      dead: 'The blast killed at least [40 people].',
      injured: 'wounding [30 others] on the spot',
      arrested: 'Police have arrested more than [600 young people].',
      displaced: 'The fighting displaced [2,000 families].',
    },
    tellsObject,
  ),
  ...each(
    'fate/inside',
    {
      missing: 'Families of the [43 missing students] marched.',
      injured: 'carried [12 wounded soldiers] out',
      displaced: 'housed [300 displaced families]',
      arrested: 'freed [30 jailed activists]',
    },
    tellsInside,
  ),
  ...each(
    'fate/after',
    {
      dead: 'It left [40] dead.',
      injured: 'with [30] wounded in the clash',
      missing: 'and [seven people] missing after the storm',
      arrested: 'with [31 others] detained overnight',
      displaced: 'leaving [two million people] homeless',
    },
    tellsAfter,
  ),
  {
    id: 'fate/from-homes',
    example: 'The war has driven [700,000 people] from their homes.',
    fate: 'displaced',
    tells: ({ view, end }) => /^from (?:their|its) homes/.test(view.lower.slice(end, end + 3).join(' ')),
  },
  {
    id: 'fate/done-dead',
    example: '[Twelve people] were shot dead at the gate.',
    fate: 'dead',
    tells: ({ view, end }) => doneDead.test(view.lower.slice(end, end + reach).join(' ')),
  },
  ...each(
    'fate/passive',
    {
      dead: '[Twelve soldiers] were killed on Monday.',
      injured: '[Twenty officers] were hurt.',
      arrested: '[Twelve of them] were detained at dawn.',
      displaced: '[Two thousand families] have been displaced.',
    },
    tellsPassive,
  ),
  ...each(
    'fate/predicate',
    { missing: '[Two miners] are still missing.', displaced: '[A thousand families] are now homeless.' },
    tellsPredicate,
  ),
  ...each(
    'fate/own',
    {
      dead: '[Nineteen people] have died.',
      missing: '[Six aid workers] vanished.',
      displaced: '[A thousand villagers] fled.',
    },
    tellsOwn,
  ),
];

function each(id: string, examples: Partial<Record<Fate, string>>, tells: FateRule['tells']): FateRule[] {
  return Object.entries(examples).map(([fate, example]) => ({
    id: `${id}-${fate}`,
    example,
    fate: fate as Fate,
    tells,
  }));
}

/** "death toll rose to 40", "the number of injured at 30". */
function tellsToll({ view, from, end, numberEnd }: Phrase, words: FateWords): boolean {
  if (end > numberEnd && !/^(?:people|persons|men|victims)$/.test(view.lower[end - 1] ?? '')) return false;
  for (let index = from - 1; index >= 0 && index >= from - 14; index--) {
    const word = view.lower[index] ?? '';
    if (words.tolls.has(word))
      return view.tokens
        .slice(index, from)
        .some(({ lemma }) => /^(?:to|at|of|be|stand|reach|rise|climb|hit|exceed|pass|top)$/.test(lemma));
    if (/^[;:."”“]$/.test(word)) return false;
  }
  return false;
}

function tellsNoun({ view, end, numberEnd }: Phrase, words: FateWords): boolean {
  return end > numberEnd && words.nouns.has(view.tokens[end - 1]?.lemma ?? '');
}

/** "the deaths of 24 soldiers". */
function tellsNounOf({ view, from }: Phrase, words: FateWords): boolean {
  return view.lower[from - 1] === 'of' && words.deeds.has(view.tokens[from - 2]?.lemma ?? '');
}

/** "killed at least 40 people", "rounding up 31". */
function tellsObject({ view, from }: Phrase, words: FateWords): boolean {
  const particle = /^(?:up|down|another|the|a|dead)$/.test(view.lower[from - 1] ?? '') ? 2 : 1;
  return isVerb(view, from - particle, words.active) && !isPassive(view, from - particle);
}

/** An auxiliary before a participle: who was killed stands before it, not after. */
function isPassive({ lower }: SentenceView, at: number): boolean {
  return /^(?:was|were|been|being|are|is|be)$/.test(lower[at - 1] ?? '');
}

function isVerb({ tokens }: SentenceView, at: number, lemmas: ReadonlySet<string>): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    (token.upos === 'VERB' || token.upos === 'ADJ' || token.upos === 'NOUN') &&
    hasStem(lemmas, token.lemma)
  );
}

/** Whether a list has a verb, also where the tagger took its participle for an adjective ("killed"). */
function hasStem(lemmas: ReadonlySet<string>, lemma: string): boolean {
  if (lemmas.has(lemma)) return true;
  if (!lemma.endsWith('ed')) return false;
  const stem = lemma.slice(0, -2);
  return lemmas.has(stem) || lemmas.has(`${stem}e`) || lemmas.has(stem.slice(0, -1));
}

function lemmaBefore({ tokens }: SentenceView, before: number, lemmas: ReadonlySet<string>): boolean {
  return tokens.slice(Math.max(0, before - 6), before).some(({ lemma }) => lemmas.has(lemma));
}

/** "43 missing students". */
function tellsInside({ view, numberEnd, end }: Phrase, words: FateWords): boolean {
  return view.lower.slice(numberEnd, end - 1).some((word) => words.adjectives.has(word));
}

/** "40 dead", "12 people killed", "30 others wounded". */
function tellsAfter({ view, end }: Phrase, words: FateWords): boolean {
  const other = /^(?:others?|more|people)$/.test(view.lower[end] ?? '') ? 1 : 0;
  const word = view.lower[end + other] ?? '';
  return words.adjectives.has(word) && !/^(?:a|an|the|his|its)$/.test(view.lower[end + other + 1] ?? '');
}

/** How far the verb may stand from the people counted. */
const reach = 10;

/** "Twelve American soldiers were killed": an auxiliary and the participle after the phrase. */
function tellsPassive({ view, end }: Phrase, words: FateWords): boolean {
  let auxiliary = false;
  for (let index = afterAside(view, end); index < end + reach; index++) {
    const token = view.tokens[index];
    const word = view.lower[index] ?? '';
    if (token === undefined || (stops(word) && !isJoined(view, index, end))) return false;
    if (/^(?:was|were|are|is|been|being|be|got)$/.test(word)) auxiliary = true;
    else if (token.upos === 'NUM') return false;
    else if (auxiliary && hasStem(words.passive, token.lemma)) return true;
    else if (auxiliary && token.upos === 'VERB') return false;
  }
  return false;
}

/** "two miners are still missing". */
function tellsPredicate({ view, end }: Phrase, words: FateWords): boolean {
  for (let index = end; index < end + 4; index++) {
    if (!/^(?:is|are|was|were|remain|remained|still|now|also|been|have|has|had|left)$/.test(view.lower[index] ?? '')) {
      return index > end && words.adjectives.has(view.lower[index] ?? '');
    }
  }
  return false;
}

/** "Nineteen people have died": the first full verb after the phrase. */
function tellsOwn({ view, end }: Phrase, words: FateWords): boolean {
  for (let index = afterAside(view, end); index < end + reach; index++) {
    const token = view.tokens[index];
    if (token === undefined || token.upos === 'NUM') return false;
    if (stops(view.lower[index] ?? '') && !isJoined(view, index, end)) return false;
    if (token.upos === 'VERB') return words.own.has(token.lemma);
  }
  return false;
}

/** "eight women and children": the second noun belongs to the count. */
function isJoined({ lower, tokens }: SentenceView, at: number, end: number): boolean {
  return at === end && lower[at] === 'and' && tokens[at + 1]?.upos === 'NOUN';
}

/** In "thirteen people, two of them gendarmes, died" the verb comes after the aside. */
function afterAside({ lower }: SentenceView, end: number): number {
  if (lower[end] !== ',') return end;
  const close = lower.indexOf(',', end + 1);
  return close > 0 && close <= end + 8 ? close + 1 : end;
}

function stops(word: string): boolean {
  return /^[;:.!?"“”()]$/.test(word) || word === 'and' || word === 'but';
}
