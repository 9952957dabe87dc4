import { describe, expect, it } from 'vitest';
import { loadLanguage } from './load-language.ts';

const identify = await loadLanguage();

describe('identifyLanguage', () => {
  it.each([
    ['The president said on Monday that the talks would go on.', 'en'],
    ['Die Regierung hat am Montag beschlossen, die Steuern zu senken.', 'de'],
    ['Le ministre a rencontré son homologue allemand à Berlin.', 'fr'],
    ['Президент встретился с лидером соседней страны.', 'ru'],
    ['台灣總統今天表示，政府將繼續努力。', 'zh'],
  ])('%s', (text, language) => {
    expect(identify(text)).toBe(language);
  });

  it.each([
    'Gaza ceasefire talks stall',
    'Macron Scholz Paris',
    'Yoon to visit UN',
    'Kim, Putin vow support',
    'US senator slams Beijing',
    'EU OKs Ukraine aid',
    'Modi wins',
  ])('a short English headline is English or undetermined: %s', (text) => {
    expect(['en', 'und']).toContain(identify(text));
  });

  it.each(['', '   ', '12345 67', '\ud800'])('%j has no language', (text) => {
    expect(identify(text)).toBe('und');
  });
});
