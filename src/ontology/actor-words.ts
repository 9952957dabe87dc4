import { readRows } from './read-file.ts';

/** Lemma of a common noun → sectors it may stand for. */
export type ActorWords = ReadonlyMap<string, readonly string[]>;

/** Reads `ontology/actor-words.tsv`. @throws AnnalsError CODEBOOK_BROKEN */
export function loadActorWords(): ActorWords {
  const found = new Map<string, string[]>();
  for (const { cells } of readRows('actor-words.tsv', 2)) {
    const [sector = '', words = ''] = cells;
    for (const word of words.split(/\s+/)) found.set(word, [...(found.get(word) ?? []), sector]);
  }
  return found;
}
