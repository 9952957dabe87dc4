import type { Plover } from './plover.ts';
import { broken, readRows } from './read-file.ts';

/** Lower-case word or lemma → the contexts it points to. */
export type ContextWords = ReadonlyMap<string, readonly string[]>;

/** Reads `ontology/contexts.tsv`. @throws AnnalsError CODEBOOK_BROKEN */
export function loadContextWords(plover: Plover): ContextWords {
  const words = new Map<string, string[]>();
  for (const { cells, line } of readRows('contexts.tsv', 2)) {
    const [context = '', list = ''] = cells;
    if (!plover.contexts.has(context)) throw broken('contexts.tsv', `unknown context ${context}`, line);
    for (const word of list.split(/\s+/)) words.set(word, [...(words.get(word) ?? []), context]);
  }
  return words;
}
