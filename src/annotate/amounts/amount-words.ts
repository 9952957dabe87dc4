import { readFileSync } from 'node:fs';
import type { AmountKind } from '../../schema/amount.ts';
import { loadNumberWords, type NumberWords } from '../../text/read-number.ts';

/** A currency that a name may mean, and the words nearby that tell so; the first candidate needs none. */
export interface CurrencyCandidate {
  readonly code: string;
  readonly clues: readonly string[];
}

/** What befell the people counted. */
export type Fate = 'dead' | 'injured' | 'missing' | 'arrested' | 'displaced';

/** Words that tell of one fate, as lemmas; `tolls` as written. */
export interface FateWords {
  readonly active: ReadonlySet<string>;
  readonly passive: ReadonlySet<string>;
  /** Verbs that the people counted are the subject of ("died"). */
  readonly own: ReadonlySet<string>;
  readonly adjectives: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
  /** Nouns of deeds, before "of" and those whom they befell ("the massacre of 40 people"). */
  readonly deeds: ReadonlySet<string>;
  readonly tolls: ReadonlySet<string>;
  /** Verbs that take lives ("claimed 12 lives"). */
  readonly lives: ReadonlySet<string>;
}

export type Bound = 'min' | 'max' | 'near';

/** All word lists of the amounts stage. */
export interface AmountWords {
  readonly numbers: NumberWords;
  readonly signs: ReadonlyMap<string, string>;
  /** Letters that stand apart before a dollar sign ("C $"). */
  readonly letters: ReadonlyMap<string, string>;
  readonly codes: ReadonlySet<string>;
  readonly currencies: ReadonlyMap<string, readonly CurrencyCandidate[]>;
  /** Words that tell currencies of one name apart. */
  readonly moneyClues: ReadonlySet<string>;
  readonly cents: ReadonlyMap<string, string>;
  readonly nouns: ReadonlyMap<string, AmountKind>;
  readonly notCounted: ReadonlySet<string>;
  readonly notPeople: ReadonlySet<string>;
  /** Words after which a number counts nothing: "Resolution 1701", "May 3". */
  readonly noCountAfter: ReadonlySet<string>;
  /** Words before which it counts nothing: "3 May", "10 p.m.". */
  readonly noCountBefore: ReadonlySet<string>;
  readonly fates: ReadonlyMap<Fate, FateWords>;
  readonly before: ReadonlyMap<string, Bound>;
  readonly after: ReadonlyMap<string, Bound>;
}

interface CurrencyFile {
  readonly signs: Record<string, string>;
  readonly letters: Record<string, string>;
  readonly codes: string[];
  readonly names: Record<string, string[]>;
  readonly cents: Record<string, string>;
}

type FateFile = Record<Fate, Record<keyof FateWords, string[]>>;

/** Loads the word lists from `data/amounts`. */
export function loadAmountWords(): AmountWords {
  const money = readTable('currencies') as CurrencyFile;
  const nouns = readTable('nouns') as Record<string, string[]>;
  const { note: _, ...fates } = readTable('contexts') as FateFile & { note: string };
  const bounds = readTable('bounds') as Record<'before' | 'after', Record<string, Bound>>;
  return {
    numbers: loadNumberWords(),
    signs: new Map(Object.entries(money.signs)),
    letters: new Map(Object.entries(money.letters)),
    codes: new Set(money.codes),
    currencies: new Map(Object.entries(money.names).map(([name, candidates]) => [name, candidates.map(toCandidate)])),
    moneyClues: new Set(
      Object.values(money.names).flatMap((candidates) => candidates.flatMap((line) => toCandidate(line).clues)),
    ),
    cents: new Map(Object.entries(money.cents)),
    nouns: toNounKinds(nouns),
    notCounted: new Set(nouns.notCounted),
    notPeople: new Set(nouns.notPeople),
    noCountAfter: new Set(nouns.noCountAfter),
    noCountBefore: new Set(nouns.noCountBefore),
    fates: new Map(Object.entries(fates).map(([fate, words]) => [fate as Fate, toFateWords(words)])),
    before: new Map(Object.entries(bounds.before)),
    after: new Map(Object.entries(bounds.after)),
  };
}

function toCandidate(line: string): CurrencyCandidate {
  const [code = '', ...clues] = line.split(' ');
  return { code, clues };
}

function toNounKinds(nouns: Record<string, string[]>): ReadonlyMap<string, AmountKind> {
  const kinds = new Map<string, AmountKind>();
  for (const kind of ['people', 'troops', 'weapons', 'votes'] as const)
    for (const noun of nouns[kind] ?? []) kinds.set(noun, kind);
  for (const noun of nouns.measures ?? []) kinds.set(noun, 'other');
  return kinds;
}

function toFateWords(words: Record<keyof FateWords, string[]>): FateWords {
  return {
    active: new Set(words.active),
    passive: new Set(words.passive),
    own: new Set(words.own),
    adjectives: new Set(words.adjectives),
    nouns: new Set(words.nouns),
    deeds: new Set(words.deeds),
    tolls: new Set(words.tolls),
    lives: new Set(words.lives),
  };
}

function readTable(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../data/amounts/${name}.json`, import.meta.url), 'utf8'));
}
