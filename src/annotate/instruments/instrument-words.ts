import { readFileSync } from 'node:fs';
import type { Instrument } from '../../schema/instrument.ts';

export type InstrumentKind = Instrument['kind'];

/** Word lists of the instruments stage; case counts. */
export interface InstrumentWords {
  /** "Treaty" → treaty. */
  readonly nouns: ReadonlyMap<string, InstrumentKind>;
  /** Nouns that are an instrument's only with a capitalised word before them or a number after. */
  readonly needsWord: ReadonlySet<string>;
  /** Bodies that pass resolutions, and their full names. */
  readonly bodies: ReadonlyMap<string, string>;
  /** Instruments known by a name without such a noun, by their first word. */
  readonly named: ReadonlyMap<string, readonly NamedInstrument[]>;
  /** Capitalised words that begin a sentence and no name. */
  readonly notBefore: ReadonlySet<string>;
}

export interface NamedInstrument {
  readonly words: readonly string[];
  readonly kind: InstrumentKind;
}

interface WordFile {
  readonly nouns: Record<string, InstrumentKind>;
  readonly needsWord: string[];
  readonly bodies: Record<string, string>;
  readonly named: Record<string, InstrumentKind>;
  readonly notBefore: string[];
}

/** Loads the word lists from `data/instruments`. */
export function loadInstrumentWords(): InstrumentWords {
  const path = new URL('../../../data/instruments/words.json', import.meta.url);
  const file = JSON.parse(readFileSync(path, 'utf8')) as WordFile;
  const named = new Map<string, NamedInstrument[]>();
  for (const [name, kind] of Object.entries(file.named)) {
    const words = name.replaceAll('-', ' - ').split(' ');
    const [first = ''] = words;
    named.set(first, [...(named.get(first) ?? []), { words, kind }]);
  }
  return {
    nouns: new Map(Object.entries(file.nouns)),
    needsWord: new Set(file.needsWord),
    bodies: new Map(Object.entries(file.bodies)),
    named,
    notBefore: new Set(file.notBefore),
  };
}
