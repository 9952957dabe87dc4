import { describe, expect, it } from 'vitest';
import { toMatch, toSearchText, toWords, toWordsPattern } from './search-text.ts';

describe('toSearchText', () => {
  it.each([
    ['Yoon met', 'Yoon met'],
    ['尹锡悦', ' 尹  锡  悦 '],
    ['ｶﾞｻﾞ', ' ガ  ザ '],
    ['ＮＡＴＯ', 'NATO'],
    ['a\0\ud800b', 'a\ufffd\ufffdb'],
  ])('turns %j into %j', (text, expected) => {
    expect(toSearchText(text)).toBe(expected);
  });

  it('takes time in proportion to the length, also of a text without a space', () => {
    const timeOf = (chars: number) => {
      const text = '会'.repeat(chars);
      const start = performance.now();
      toSearchText(text);
      return performance.now() - start;
    };
    timeOf(100_000);
    // Linear is 16; a quadratic step would give 256.
    expect(timeOf(1_600_000) / Math.max(1, timeOf(100_000))).toBeLessThan(100);
  });
});

describe('toMatch', () => {
  it.each([
    ['aid ukraine', '("aid") AND ("ukraine")'],
    ['"aid to ukraine" kyiv', '("aid to ukraine") AND ("kyiv")'],
    ['"open phrase', '("open phrase")'],
    ['a OR b c', '("a" OR "b") AND ("c")'],
    ['OR a', '("a")'],
    ['aid -kyiv -"new york"', '(("aid")) NOT ("kyiv" OR "new york")'],
    ['sanction*', '("sanction" *)'],
    ['AND NEAR', '("AND") AND ("NEAR")'],
    ['title:x', '("title x")'],
    ['윤석열', '("윤 석 열")'],
    ['it\'s "', '("it s")'],
  ])('turns %j into %j', (text, expected) => {
    expect(toMatch(text)).toBe(expected);
  });

  it.each(['', '   ', '"', '--', '-a', '. , ;'])('refuses %j: there is nothing to look for', (text) => {
    expect(() => toMatch(text)).toThrow('no word to look for');
  });

  it('refuses more words than anyone types', () => {
    expect(() => toMatch('a '.repeat(1000))).toThrow('more than 64 words');
  });
});

describe('names', () => {
  const matches = (name: string, part: string) => {
    const pattern = toWordsPattern(part).replaceAll('%', '.*');
    return new RegExp(`^${pattern}$`, 'u').test(toWords(name));
  };

  it.each([
    ['Yoon Suk-yeol', 'yoon'],
    ['Yoon Suk-yeol', 'Suk Yeol'],
    ['Nicolás Maduro', 'nicolas'],
    ['Nicolas Maduro', 'Nicolás MADURO'],
    ['Kishida', 'kish*'],
    ['윤석열', '석열'],
    ['岸田文雄', '岸田'],
  ])('finds %j by %j', (name, part) => {
    expect(matches(name, part)).toBe(true);
  });

  it.each([
    ['Romania', 'Oman'],
    ['Tirana', 'Iran'],
    ['Yoon Suk-yeol', 'Yoo'],
    ['Yoon Suk-yeol', 'Yoon Yeol'],
    ['Anyone', '%'],
    ['Anyone', '_nyone'],
  ])('does not find %j by %j', (name, part) => {
    expect(matches(name, part)).toBe(false);
  });
});
