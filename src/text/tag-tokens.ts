import type { Upos } from './parse.ts';
import {
  featureCount,
  tagNames,
  toCaseStyle,
  toWordCode,
  type WordCode,
  weightRows,
  writeFeatures,
} from './tag-features.ts';

/** Averaged perceptron weights: `weightRows` rows of one signed byte for each tag. */
export type TagWeights = Int8Array;

/** Bytes of a weight table. */
export const weightBytes = weightRows * tagNames.length;

/**
 * Chooses a part of speech for each word of a sentence, left to right, by an averaged perceptron over hashed features
 * (Collins 2002). Equal scores go to the earlier tag of the list, so the answer never depends on anything else.
 *
 * @param seen  hashes of words already met in this story; filled as it goes
 */
export function tagTokens(words: readonly string[], weights: TagWeights, seen = new Map<string, WordCode>()): Upos[] {
  const codes = words.map((word) => recall(word, seen));
  const style = toCaseStyle(codes);
  const rows = new Int32Array(featureCount);
  const scores = new Int32Array(tagNames.length);
  const tags: Upos[] = [];
  let previous = -1;
  let earlier = -1;
  for (let at = 0; at < codes.length; at++) {
    writeFeatures(rows, codes, at, { previous, earlier, style });
    const best = chooseTag(rows, scores, weights);
    tags.push(tagNames[best] ?? 'X');
    earlier = previous;
    previous = best;
  }
  return tags;
}

/** Words come again and again in a story: each is hashed once. */
function recall(word: string, seen: Map<string, WordCode>): WordCode {
  const known = seen.get(word);
  if (known !== undefined) return known;
  const code = toWordCode(word);
  if (word.length <= 32) seen.set(word, code);
  return code;
}

function chooseTag(rows: Int32Array, scores: Int32Array, weights: TagWeights): number {
  const width = scores.length;
  scores.fill(0);
  for (let index = 0; index < rows.length; index++) {
    const base = (rows[index] as number) * width;
    for (let tag = 0; tag < width; tag++) scores[tag] = (scores[tag] as number) + (weights[base + tag] as number);
  }
  let best = 0;
  for (let tag = 1; tag < width; tag++) if ((scores[tag] as number) > (scores[best] as number)) best = tag;
  return best;
}
