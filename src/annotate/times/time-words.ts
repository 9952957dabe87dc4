import { readFileSync } from 'node:fs';

/** Each class of lexeme and of found time, with the letter that stands for it in compiled patterns. */
export const timeKinds = {
  day: 'a',
  number: 'b',
  year: 'c',
  decade: 'd',
  ordinal: 'e',
  slashDate: 'f',
  clock: 'g',
  word: 'h',
  month: 'i',
  weekday: 'j',
  weekdays: 'k',
  season: 'l',
  fall: 'm',
  part: 'n',
  midnight: 'o',
  unit: 'p',
  units: 'q',
  few: 'r',
  article: 's',
  half: 't',
  andHalf: 'u',
  the: 'v',
  last: 'w',
  previous: 'x',
  next: 'y',
  following: 'z',
  this: 'A',
  these: 'B',
  that: 'C',
  ago: 'D',
  later: 'E',
  earlier: 'F',
  after: 'G',
  early: 'H',
  mid: 'I',
  late: 'J',
  start: 'K',
  end: 'L',
  deictic: 'M',
  tonight: 'N',
  reference: 'O',
  adverb: 'P',
  every: 'Q',
  about: 'R',
  long: 'S',
  of: 'T',
  in: 'U',
  on: 'V',
  from: 'W',
  to: 'X',
  between: 'Y',
  dash: 'Z',
  comma: '0',
  possessive: '1',
  era: '2',
  clockPart: '3',
  hours: '4',
  oclock: '5',
  zone: '6',
  quarterName: '7',
  holiday: '9',
  other: 'à',
  foundDay: 'á',
  foundWeek: 'â',
  foundMonth: 'ã',
  foundSeason: 'ä',
  foundYear: 'å',
  foundSpan: 'æ',
  foundClock: 'ç',
  foundDuration: 'è',
  foundOther: 'é',
} as const;

export type TimeKind = keyof typeof timeKinds;

/** What one word or phrase says: a class and, where it has one, a value. */
export interface TimeWord {
  /** The words after the first, in lower case. */
  readonly rest: readonly string[];
  readonly kind: TimeKind;
  readonly value: number | string;
}

/** A day with a name: "MM-DD", days from Easter, or the n-th weekday of a month `[month, weekday, n]`. */
export type Holiday = string | { readonly easter: number } | readonly [number, number, number];

/** Words beside a time that tell how to read it. */
export interface ClauseWords {
  /** "will", "to": auxiliaries that point ahead. */
  readonly aheadAuxiliary: ReadonlySet<string>;
  /** Words that point ahead when "to" or "for" follows: "due", "scheduled". */
  readonly aheadWord: ReadonlySet<string>;
  /** Prepositions before a time still to come: "until". */
  readonly aheadPreposition: ReadonlySet<string>;
  /** Verbs whose present tense tells no future: "says". */
  readonly plainPresent: ReadonlySet<string>;
  /** Words after which four figures are no year: "Resolution 1701". */
  readonly notYearAfter: ReadonlySet<string>;
  /** Words after which they are one, even an early year: "since 1453". */
  readonly leadsToYear: ReadonlySet<string>;
}

/** All words of time expressions, by their first word; longer phrases first. */
export interface TimeWords {
  readonly byFirst: ReadonlyMap<string, readonly TimeWord[]>;
  readonly holidays: ReadonlyMap<string, Holiday>;
  readonly clauses: ClauseWords;
}

/** Loads the words from `data/times`. */
export function loadTimeWords(): TimeWords {
  const { note: _, ...classes } = readTable('words') as { note: string } & Record<
    string,
    Record<string, number | string>
  >;
  const { days } = readTable('holidays') as { days: Record<string, Holiday> };
  const byFirst = new Map<string, TimeWord[]>();
  const add = (phrase: string, kind: TimeKind, value: number | string): void => {
    const [first = '', ...rest] = toParts(phrase);
    byFirst.set(first, [...(byFirst.get(first) ?? []), { rest, kind, value }]);
  };
  for (const [kind, words] of Object.entries(classes)) {
    for (const [phrase, value] of Object.entries(words)) add(phrase, kind as TimeKind, value);
  }
  for (const name of Object.keys(days)) add(name, 'holiday', name);
  for (const words of byFirst.values()) words.sort((a, b) => b.rest.length - a.rest.length);
  return { byFirst, holidays: new Map(Object.entries(days)), clauses: loadClauseWords() };
}

function loadClauseWords(): ClauseWords {
  const file = readTable('clauses') as Record<keyof ClauseWords, string[]>;
  return {
    aheadAuxiliary: new Set(file.aheadAuxiliary),
    aheadWord: new Set(file.aheadWord),
    aheadPreposition: new Set(file.aheadPreposition),
    plainPresent: new Set(file.plainPresent),
    notYearAfter: new Set(file.notYearAfter),
    leadsToYear: new Set(file.leadsToYear),
  };
}

/** Cuts a phrase where the tokens of a sentence are cut. */
function toParts(phrase: string): string[] {
  return phrase
    .replaceAll(/(?<=\w)['’]s\b/g, " 's")
    .replaceAll(/(?<=\w)-(?=\w|$)/g, ' - ')
    .trim()
    .split(/\s+/);
}

function readTable(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../data/times/${name}.json`, import.meta.url), 'utf8'));
}
