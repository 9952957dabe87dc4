import type { Upos } from './parse.ts';
import { featureCount, tagNames, toCaseStyle, toWordCode, weightRows, writeFeatures } from './tag-features.ts';

/** Averaged perceptron weights: `weightRows` rows of one signed byte for each tag. */
export type TagWeights = Int8Array;

/** Bytes of a weight table. */
export const weightBytes = weightRows * tagNames.length;

/**
 * Chooses a part of speech for each word of a sentence, left to right, by an averaged perceptron over hashed features
 * (Collins 2002). Equal scores go to the earlier tag of the list, so the answer never depends on anything else.
 */
export function tagTokens(words: readonly string[], weights: TagWeights): Upos[] {
  const codes = words.map(toWordCode);
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

function chooseTag(rows: Int32Array, scores: Int32Array, weights: TagWeights): number {
  scores.fill(0);
  for (const row of rows) {
    const base = row * scores.length;
    for (let tag = 0; tag < scores.length; tag++) scores[tag] = (scores[tag] ?? 0) + (weights[base + tag] ?? 0);
  }
  let best = 0;
  for (let tag = 1; tag < scores.length; tag++) if ((scores[tag] ?? 0) > (scores[best] ?? 0)) best = tag;
  return best;
}
