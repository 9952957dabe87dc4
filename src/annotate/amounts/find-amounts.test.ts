import { describe, expect, it } from 'vitest';
import { marked } from '../../../test/helpers/marked.ts';
import type { Amount } from '../../schema/amount.ts';
import type { StorySlice } from '../../schema/story.ts';
import { loadTagger } from '../../text/load-tagger.ts';
import { parseText } from '../../text/parse-text.ts';
import { fateRules } from './fate-rules.ts';
import { findAmounts } from './find-amounts.ts';

const tagger = loadTagger();

function amountsIn(text: string): Amount[] {
  const story = { id: 's#1', text, blocks: [{ start: 0, end: text.length, role: 'paragraph' }] };
  return findAmounts(parseText(story as unknown as StorySlice, tagger));
}

/** The amount that stands exactly at the mark. */
function amountAt(source: string): Amount | undefined {
  const { text, spans } = marked(source);
  return amountsIn(text).find(({ start, end }) => spans.some((span) => span.start === start && span.end === end));
}

describe('every rule of what befell people', () => {
  it.each(fateRules)('$id reads its own example', ({ example, fate }) => {
    expect(amountAt(example)?.kind).toBe(fate);
  });
});

describe('findAmounts', () => {
  it.each([
    ['gave more than [US$300 million] to Ukraine', { kind: 'money', value: 3e8, min: 3e8, unit: 'USD' }],
    [
      'up to [€1.5bn a year] in aid'.replace(' a year]', '] a year'),
      { value: 1.5e9, max: 1.5e9, per: 'a year', unit: 'EUR' },
    ],
    ['a [110 billion-euro] rescue', { value: 1.1e11, unit: 'EUR' }],
    ['paid [five million yen] back', { value: 5e6, unit: 'JPY' }],
    ['A [A$90 billion] contract', { value: 9e10, unit: 'AUD' }],
    ['cost [half a billion dollars] more', { value: 5e8, unit: 'USD' }],
    ['[$2 billion to $3 billion] in loans', { value: 2.5e9, min: 2e9, max: 3e9, unit: 'USD' }],
    ['fined [300 Pakistani rupees] on the spot', { value: 300, unit: 'PKR' }],
    ['[70 cents] a litre', { value: 0.7, unit: 'USD', per: 'a litre' }],
    ['Turnout fell to [45.3%] in May', { kind: 'percent', value: 45.3, unit: 'percent' }],
    ['cut pay by [30 per cent] at once', { kind: 'percent', value: 30 }],
    ['sent [2,000 more troops] to the border', { kind: 'troops', value: 2000, unit: 'troops' }],
    ['fired [59 cruise missiles] at the base', { kind: 'weapons', value: 59, unit: 'missiles' }],
    ['won by [12,000 votes] in all', { kind: 'votes', value: 12000, unit: 'votes' }],
    ['at least [40 people] were killed', { kind: 'dead', value: 40, min: 40, unit: 'dead' }],
    [
      '[Dozens of]people were hurt'.replace('[Dozens of]people', '[Dozens of people]'),
      { kind: 'injured', min: 24, unit: 'wounded' },
    ],
    ['[20 to 30 tanks] crossed', { kind: 'weapons', value: 25, min: 20, max: 30 }],
    ['[13] of its soldiers were killed', { kind: 'dead', value: 13 }],
    ['shipped [400,000 tonnes] of rice', { kind: 'other', value: 400000, unit: 'tonnes' }],
  ])('reads "%s"', (source, expected) => {
    expect(amountAt(source)).toMatchObject(expected);
  });

  it('leaves out bounds that the text does not give', () => {
    expect(amountAt('killed [12 people] there')).toEqual({ start: 7, end: 16, kind: 'dead', value: 12, unit: 'dead' });
  });

  it.each([
    'The 15-member council met on 3 May 2010.',
    'Resolution 1701 of 2006 holds.',
    'John Smith, 34, resigned.',
    'They won.',
    'It happened at 10 p.m. two years ago.',
    'A share of the money was given to nation\u2019s poor.',
  ])('finds no amount in "%s"', (text) => {
    expect(amountsIn(text)).toEqual([]);
  });
});
