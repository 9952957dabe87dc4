import { nearestWord } from '../store/nearest-word.ts';

/** ` Did you mean happened?`, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearestWord(word, known);
  return meant === undefined ? '' : ` Did you mean ${meant}?`;
}
