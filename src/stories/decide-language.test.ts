import { expect, it } from 'vitest';
import { decideLanguage } from './decide-language.ts';

const asGerman = () => 'de';
const long = 'Die Regierung hat am Montag beschlossen, die Steuern zu senken. '.repeat(5);

it.each([
  ['as given, whatever the page says', long, 'fr', 'en', 'fr'],
  ['as declared, where the text agrees', long, undefined, 'de-AT', 'de-AT'],
  ['as read, where a long text plainly disagrees', long, undefined, 'en-US', 'de'],
  ['as declared, where the text is too short to disagree', 'Die Wahl', undefined, 'en', 'en'],
  ['as read, where the page declares no language tag', long, undefined, 'german!', 'de'],
] as const)('the language is %s', (_, prose, given, declared, language) => {
  expect(decideLanguage(prose, given, declared, asGerman)).toBe(language);
});

it('a text that cannot be told leaves the declared one', () => {
  expect(decideLanguage(long, undefined, 'sv', () => 'und')).toBe('sv');
});
