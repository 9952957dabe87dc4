import type { Codebook } from '../ontology/codebook.ts';
import type { Reading } from './reading.ts';

// words of play that a sentence needs before its deeds are taken as play
const enough = 2;
// with so many, even a state among the actors is a team
const plenty = 4;

/** Whether a sentence speaks of sport, stage or the like, where attacks and defeats are figures of speech. */
export function isPlay({ shallow, mentions }: Reading, codebook: Codebook): boolean {
  const seen = new Set<string>();
  for (const token of shallow.tokens) {
    if (codebook.playWords.has(token.lemma)) seen.add(token.lemma);
  }
  if (seen.size < enough) return false;
  return seen.size >= plenty || mentions.length === 0;
}
