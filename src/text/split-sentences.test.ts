import { describe, expect, it } from 'vitest';
import { splitSentences } from './split-sentences.ts';
import { loadTextRules } from './text-rules.ts';

const rules = loadTextRules();

function split(source: string, lines = false): string[] {
  const text = source.replaceAll(' | ', ' ').replaceAll('|', '');
  return splitSentences(text, { start: 0, end: text.length }, rules, lines).map(({ start, end }) =>
    text.slice(start, end),
  );
}

/** Texts with a bar where one sentence ends and the next begins. */
describe('splitSentences', () => {
  it.each([
    'He left. | She stayed.',
    'Sen. John Smith met Gov. Brown on Feb. 3 in Washington. | Nothing was signed.',
    'The U.S. Army moved on Jan. 5. | The U.N. protested.',
    'He lives in the U.S. | He votes there.',
    'Talks ended at 10 p.m. Friday. | They resume at 9 a.m. | Nobody slept.',
    'J. K. Rowling met Mr. A. Brown. | They spoke.',
    '"We will go," he said. | "They will not."',
    'He said: "We go." | Then he left.',
    '“Why now?” Smith asked. | Nobody knew.',
    '"Is it true?" he asked.',
    'He waited ... and waited. | Then it rained.',
    'The price rose 2.5 percent to 3.75 euros. | It fell later.',
    'Apple Inc. reported a loss. | It fell.',
    'It cost Ltd. Co. a fortune.',
    'He is 5 ft. tall.',
    'It was signed (see No. 5). | Then it lapsed.',
    'Was it he? | It was! | Good.',
    'He won.[3] | She lost. [4] | It rained.',
    'Yahoo! said it would pay.',
    'He arrived with apples, pears, etc. and left.',
    'He left (“at once.”) | She stayed.',
    'The vote is on Sept. 5, 2024. | Polls open at 8.',
    'See Art. 5 of the treaty. | It binds.',
  ])('splits "%s"', (source) => {
    expect(split(source)).toEqual(source.split('|').map((part) => part.trim()));
  });

  it('finds the end that a scraped page ran on', () => {
    expect(split('The fine stands.The army left Yahoo.Com alone.')).toEqual([
      'The fine stands.',
      'The army left Yahoo.Com alone.',
    ]);
  });

  it('reads a line feed inside a paragraph as white space and a blank line as an end', () => {
    expect(split('The army\nleft the town\n\nNobody stayed')).toEqual(['The army\nleft the town', 'Nobody stayed']);
  });

  it('takes each line of a list for a sentence', () => {
    expect(split('first item\nsecond item\n', true)).toEqual(['first item', 'second item']);
  });

  it('finds none in white space', () => {
    expect(split(' \n\t\n ')).toEqual([]);
  });
});
