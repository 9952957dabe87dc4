import { expect, test } from 'vitest';
import { makeStory } from '../../test/helpers/make-story.ts';
import { eventColumns, sentenceColumn } from './event-columns.ts';
import { withoutText } from './without-text.ts';

const story = makeStory({
  page: 'p',
  text: 'Norway gave ships to Iceland and two fishermen in Bergen.',
  actors: [
    { name: 'Iceland', country: 'ISL', sectors: ['GOV', 'MIL'] },
    { name: 'two fishermen', kind: 'group' },
    { name: 'Norway', country: 'NOR' },
  ],
  places: [{ name: 'Bergen', country: 'NOR', lat: 60.39, lon: 5.32 }],
  events: [
    {
      trigger: 'gave',
      type: 'AID',
      source: [2],
      target: [0, 1],
      at: 0,
      contexts: ['economic', 'diplomatic'],
      confidence: 0.8,
    },
  ],
});
const [event] = story.events;
if (event === undefined) throw new Error('no event');
const row = Object.fromEntries(eventColumns.map(({ name, cell }) => [name, cell({ event, story })]));

test('lists of one side run in step', () => {
  expect(row.target_names).toBe('Iceland; two fishermen');
  expect(row.target_kinds).toBe('state; group');
  expect(row.target_countries).toBe('ISL; ');
  expect(row.target_sectors).toBe('GOV MIL; ');
});

test('a row holds the trigger, the place and the words of the codebook', () => {
  expect(row).toMatchObject({
    event_id: 'p#1/e1',
    story_id: 'p#1',
    page_id: 'p',
    trigger: 'gave',
    type: 'AID',
    place: 'Bergen',
    place_country: 'NOR',
    lat: 60.39,
    lon: 5.32,
    contexts: 'economic; diplomatic',
    confidence: 0.8,
  });
  expect(row.event_date_earliest).toBeUndefined();
});

test('article text stands in the sentence column only', () => {
  const text = 'Norway gave ships to Iceland and two fishermen in Bergen.';
  expect(sentenceColumn.cell({ event, story })).toBe(text);
  expect(Object.values(row)).not.toContain(text);
  expect(eventColumns.map(({ name }) => name)).not.toContain('sentence');
});

test('a record without text keeps its spans and the words of each trigger', () => {
  const exported = withoutText({ ...story, deck: 'A long sentence of the article.' });
  expect(exported).not.toHaveProperty('text');
  expect(exported).not.toHaveProperty('deck');
  expect(exported.events[0]).toMatchObject({ words: 'gave', trigger: event.trigger });
  expect(JSON.stringify(exported)).not.toContain('gave ships');
});

test('column names are words that R and pandas take, each once', () => {
  const names = [...eventColumns, sentenceColumn].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
});
