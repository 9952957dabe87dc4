import { describe, expect, test } from 'vitest';
import { indexPhrases, longestPhrase, phraseKey } from './phrases.ts';

const index = indexPhrases([
  ['New York', 'city'],
  ['New York Times', 'paper'],
  ["Côte d'Ivoire", 'state'],
]);

function match(text: string) {
  const tokens = [...text.matchAll(/[\p{L}'’]+|[^\s\p{L}]/gu)].map(({ index: start, 0: word }) => ({
    start,
    end: start + word.length,
  }));
  return longestPhrase(index, text, tokens, 0);
}

describe('longestPhrase', () => {
  test.each([
    ['New York Times staff', 'paper', 3],
    ['New  York police', 'city', 2],
    ['Cote d’Ivoire voted', 'state', 2],
  ])('finds the longest phrase at the start of "%s"', (text, value, to) => {
    expect(match(text)).toEqual({ value, from: 0, to });
  });

  test.each(['new york', 'New Yorker', 'York', ''])('finds nothing in "%s"', (text) => {
    expect(match(text)).toBeUndefined();
  });

  test('keeps case and takes off accents in a key', () => {
    expect(phraseKey('São  Tomé’s')).toBe("Sao Tome's");
  });
});
