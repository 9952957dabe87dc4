import { describe, expect, it } from 'vitest';
import type { Published } from '../schema/story.ts';
import type { Time } from '../schema/time.ts';
import { CONTENT_RULES } from './dates/content-rules.ts';
import { refineDate } from './refine-date.ts';

const storyOf = (text: string) => ({ text, blocks: [{ start: 0, end: text.length, role: 'paragraph' as const }] });
const interval = (earliest: string, latest: string): Published => ({
  value: earliest,
  earliest,
  latest,
  source: 'url',
  evidence: [{ text: '/2024/10/', says: 'The address names this month; the day is not known.' }],
});
const timeAt = (text: string, words: string): Time => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, type: 'date', value: 'PAST_REF' };
};

describe('rules that date a story by its words', () => {
  it.each(CONTENT_RULES.map((rule) => [rule.id, rule] as const))('%s reads its example', (_, { read, example }) => {
    const clue = read(example.text);
    expect(clue).toMatchObject({ earliest: example.earliest, latest: example.latest });
    const { text, start, end } = clue?.evidence ?? { text: '' };
    expect(example.text.slice(start, end)).toBe(text);
  });

  it.each([
    'The bridge will open on September 18, 2030, the minister said.',
    'Ana Brook, born 3 May 1971, was elected mayor.',
    'The 18-month talks on fishing ended yesterday.',
    'The mill burned down on Monday.',
    'The treaty has been in force since 1 May 2004, the court said.',
  ])('none draws a date from: %s', (text) => {
    expect(refineDate(undefined, storyOf(text), { times: [] })).toBeUndefined();
  });
});

describe('refineDate', () => {
  it('takes the latest of the dates that a lead tells of as past', () => {
    const text = 'The mill burned on May 3, 2019. Its owner was tried and on June 4, 2021 the court set him free.';
    expect(refineDate(undefined, storyOf(text), { times: [] })).toMatchObject({
      earliest: '2021-06-04',
      latest: '2021-06-18',
      source: 'content',
    });
  });

  it("narrows a month by a war's length and keeps both pieces of evidence", () => {
    const known = interval('2023-08-01', '2023-08-31');
    const text = 'Ministers spoke of the 18-month war in Ukraine.';
    const refined = refineDate(known, storyOf(text), { times: [] });
    expect(refined).toMatchObject({ earliest: '2023-08-10', latest: '2023-08-31', source: 'url' });
    expect(refined?.evidence).toHaveLength(2);
  });

  it('passes over a clue that contradicts what is known', () => {
    const known = interval('2019-08-01', '2019-08-31');
    expect(refineDate(known, storyOf('The 18-month war in Ukraine goes on.'), { times: [] })).toBe(known);
  });

  it('takes the weekday of the lead, or the day after, within a few days', () => {
    const text = 'The two ministers signed the paper on Tuesday in Bergen.';
    const refined = refineDate(interval('2024-10-06', '2024-10-10'), storyOf(text), {
      times: [timeAt(text, 'Tuesday')],
    });
    expect(refined).toMatchObject({ earliest: '2024-10-08', latest: '2024-10-09' });
    expect(refined?.evidence.at(-1)).toMatchObject({ text: 'Tuesday' });
  });

  it('leaves a month alone, which has four Tuesdays', () => {
    const known = interval('2024-10-01', '2024-10-31');
    const text = 'The two ministers signed the paper on Tuesday.';
    expect(refineDate(known, storyOf(text), { times: [timeAt(text, 'Tuesday')] })).toBe(known);
  });

  it('never touches a known day', () => {
    const known = interval('2024-10-08', '2024-10-08');
    expect(refineDate(known, storyOf('A fire destroyed the mill on September 18, 2023.'), { times: [] })).toBe(known);
  });
});
