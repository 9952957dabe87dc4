import type { Plover } from './plover.ts';
import { broken, readRows } from './read-file.ts';

/** Lower-case word or lemma → the contexts it points to, each with the weight of its vote. */
export type ContextWords = ReadonlyMap<string, readonly { readonly context: string; readonly weight: number }[]>;

// a word set down by hand weighs as much as one whose passages have the context in every other case
const writtenWeight = 0.5;

/** Reads `ontology/contexts.tsv` and what was learnt beside it. @throws AnnalsError CODEBOOK_BROKEN */
export function loadContextWords(plover: Plover): ContextWords {
  const words = new Map<string, { context: string; weight: number }[]>();
  const add = (word: string, context: string, weight: number) => {
    const list = words.get(word) ?? [];
    const known = list.find((entry) => entry.context === context);
    if (known) known.weight = Math.max(known.weight, weight);
    else list.push({ context, weight });
    words.set(word, list);
  };
  for (const { cells, line } of readRows('contexts.tsv', 2)) {
    const [context = '', list = ''] = cells;
    if (!plover.contexts.has(context)) throw broken('contexts.tsv', `unknown context ${context}`, line);
    for (const word of list.split(/\s+/)) add(word, context, writtenWeight);
  }
  for (const { cells, line } of readRows('contexts-learnt.tsv', 3)) {
    const [word = '', context = '', share = ''] = cells;
    if (!plover.contexts.has(context)) throw broken('contexts-learnt.tsv', `unknown context ${context}`, line);
    add(word, context, Number(share));
  }
  return words;
}
