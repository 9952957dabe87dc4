import type { Codebook } from '../ontology/codebook.ts';
import type { PairAnswer } from '../schema/event.ts';
import type { PairQuestion } from '../schema/page.ts';
import type { Annotations } from '../schema/story.ts';
import type { Parse } from '../text/parse.ts';

/** Codes only how the first marked actor acts on the second; absent when the text joins them by no deed. */
export function codePair(
  _parse: Parse,
  _found: Annotations,
  _pair: PairQuestion,
  _codebook: Codebook,
): PairAnswer['pair'] | undefined {
  return undefined;
}
