import { describe, expect, it } from 'vitest';
import { marked } from '../../../test/helpers/marked.ts';
import type { Published, StorySlice } from '../../schema/story.ts';
import type { Time } from '../../schema/time.ts';
import { loadTagger } from '../../text/load-tagger.ts';
import { parseText } from '../../text/parse-text.ts';
import { findTimes } from './find-times.ts';
import { clockRules } from './rules-clock.ts';
import { combineRules, rangeRules } from './rules-combine.ts';
import { dateRules } from './rules-dates.ts';
import { durationRules } from './rules-durations.ts';
import { relativeRules } from './rules-relative.ts';

const tagger = loadTagger();

function timesIn(text: string, published?: Published): Time[] {
  const story = { id: 's#1', text, blocks: text === '' ? [] : [{ start: 0, end: text.length, role: 'paragraph' }] };
  return findTimes(parseText(story as unknown as StorySlice, tagger), published);
}

function on(earliest: string, latest = earliest): Published {
  return { value: earliest, earliest, latest, source: 'given', evidence: [] };
}

const wednesday = on('2023-09-20');

describe('every rule of the time grammar', () => {
  const rules = [...rangeRules, ...dateRules, ...relativeRules, ...durationRules, ...clockRules, ...combineRules];

  it.each(rules)('$id reads its own example', ({ example, gives }) => {
    const { text, spans } = marked(example);
    const found = timesIn(text, wednesday).filter(({ start, end }) =>
      spans.some((span) => span.start === start && span.end === end),
    );
    expect(found.map(({ value }) => value)).toEqual([gives]);
  });

  it('has an id of its own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});

describe('findTimes', () => {
  it.each([
    ['The army seized the airport on [Monday].', '2023-09-18', '2023-09-18/2023-09-18'],
    ['Parliament will vote on [Friday].', '2023-09-22', '2023-09-22/2023-09-22'],
    ['He said on [Tuesday] that he would go.', '2023-09-19', '2023-09-19/2023-09-19'],
    ['Ministers are due to meet on [Tuesday].', '2023-09-26', '2023-09-26/2023-09-26'],
    ['The king died [last week].', '2023-W37', '2023-09-11/2023-09-17'],
    ['Aid doubles [next year].', '2024', '2024-01-01/2024-12-31'],
    ['an [18-month] war', 'P18M', undefined],
    ['It rained in [early May 2010].', '2010-05', '2010-05-01/2010-05-11'],
    ['They ruled [between 2010 and 2014].', '2010/2014', '2010-01-01/2014-12-31'],
    ['It fell over [the past three years].', 'P3Y', '2020-09-20/2023-09-20'],
    ['Officials [recently] met.', 'PAST_REF', undefined],
    ['meet [every Monday] in Rome', 'XXXX-WXX-1', undefined],
  ])('reads %s', (source, value, days) => {
    const { text, spans } = marked(source.replace('[between ', 'between ['));
    const [time] = timesIn(text, wednesday);
    expect(time && { start: time.start, end: time.end }).toEqual(spans[0]);
    expect(time?.value).toBe(value);
    expect(time?.earliest && `${time.earliest}/${time.latest}`).toBe(days);
  });

  it('gives a relative time the width of the publication interval', () => {
    const [time] = timesIn('Aid doubles next year.', on('2023-12-20', '2024-01-10'));
    expect(time).toMatchObject({ value: '2024', earliest: '2024-01-01', latest: '2025-12-31' });
  });

  it('keeps times apart that exist from one end of the interval only', () => {
    const text = 'He left on 29 February. Aid doubles next year.';
    const published: Published = { ...on('2024-03-05'), earliest: '2023-12-20' };
    expect(timesIn(text, published).map(({ value, earliest }) => `${value} ${earliest}`)).toEqual([
      '2024-02-29 2024-02-29',
      '2025 2024-01-01',
    ]);
  });

  it('leaves a relative time unplaced when nobody knows the publication date', () => {
    const [time] = timesIn('He resigned on Wednesday.');
    expect(time).toMatchObject({ value: 'XXXX-WXX-3' });
    expect(time).not.toHaveProperty('earliest');
  });

  it('leans on the year that a history named last', () => {
    const text = 'War broke out in 1914. In 1915, 1916 and 1917 both sides starved. In March, the front broke.';
    expect(timesIn(text, wednesday).at(-1)?.value).toBe('1917-03');
  });

  it.each([
    'Resolution 1701 passed.',
    'They may march.',
    'It cost US$2000.',
    'The sun sat low.',
    'About 1500 people fled.',
    'a 24-year-old man',
    'The ship lay off Jan Mayen.',
  ])('finds no time in "%s"', (text) => {
    expect(timesIn(text, wednesday)).toEqual([]);
  });
});
