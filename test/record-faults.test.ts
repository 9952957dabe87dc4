import { expect, test } from 'vitest';
import type { Story } from '../src/schema/story.ts';
import { recordFaults } from './helpers/record-faults.ts';
import { schemaFaults } from './helpers/record-schema.ts';

const text = 'Japan attacked Peru on Monday. 😀 “We deny it,” it said.';
const named = (words: string): { start: number; end: number } => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const it = { start: text.lastIndexOf('it'), end: text.lastIndexOf('it') + 2 };
const id = 'page#1';

/** A small true record; each case breaks it in one place. */
const story: Story = {
  schemaVersion: 1,
  id,
  page: { id: 'page', mediaType: 'text/plain', sha256: '0'.repeat(64), start: 0, end: text.length },
  kind: 'article',
  language: 'en',
  text,
  blocks: [{ start: 0, end: text.length, role: 'paragraph' }],
  sentences: [
    { start: 0, end: text.indexOf('.') + 1 },
    { start: text.indexOf('😀'), end: text.length },
  ],
  actors: [
    {
      id: `${id}/a1`,
      kind: 'state',
      name: 'Japan',
      country: 'JPN',
      sectors: ['GOV'],
      mentions: [
        { ...named('Japan'), form: 'name' },
        { ...it, form: 'pronoun' },
      ],
    },
    {
      id: `${id}/a2`,
      kind: 'state',
      name: 'Peru',
      country: 'PER',
      sectors: [],
      mentions: [{ ...named('Peru'), form: 'name' }],
    },
  ],
  places: [{ id: `${id}/p1`, name: 'Peru', country: 'PER', precision: 'country', mentions: [named('Peru')] }],
  times: [{ ...named('on Monday'), type: 'date', value: '2023-09-18', earliest: '2023-09-18', latest: '2023-09-18' }],
  amounts: [],
  instruments: [],
  quotes: [
    {
      id: `${id}/q1`,
      speaker: `${id}/a1`,
      source: it,
      cue: named('said'),
      content: [named('We deny it')],
      style: 'direct',
    },
  ],
  events: [
    {
      id: `${id}/e1`,
      type: 'ASSAULT',
      act: 'ASSAULT',
      contexts: [],
      status: 'happened',
      trigger: named('attacked'),
      sentence: 0,
      source: [`${id}/a1`],
      target: [`${id}/a2`],
      attribution: [{ actor: `${id}/a1`, quote: `${id}/q1` }],
      time: { earliest: '2023-09-18', latest: '2023-09-18', precision: 'day', times: [0] },
      place: `${id}/p1`,
      amounts: [],
      instruments: [],
      importance: 'core',
      confidence: 0.5,
    },
  ],
  reader: { version: '0', model: 'rules', codebook: '0', data: '0' },
};
const [actor, other] = story.actors as [Story['actors'][0], Story['actors'][0]];
const [event] = story.events as [Story['events'][0]];
const [quote] = story.quotes as [Story['quotes'][0]];
const emoji = text.indexOf('😀');

test('a true record has no fault', () => {
  expect(schemaFaults(story)).toEqual([]);
  expect(recordFaults({ id: 'page', text }, story)).toEqual([]);
});

test.each<[string, Partial<Story>, RegExp]>([
  ['text that is no slice of the page', { text: text.toUpperCase() }, /not the slice/],
  ['an id that is not numbered', { id: 'page#0' }, /number from 1/],
  [
    'a span outside the text',
    { times: [{ start: 0, end: text.length + 1, type: 'date', value: '2023' }] },
    /outside the text/,
  ],
  ['an empty span', { times: [{ start: 3, end: 3, type: 'date', value: '2023' }] }, /empty or reversed/],
  [
    'a span through a surrogate pair',
    { times: [{ start: emoji + 1, end: emoji + 3, type: 'date', value: '2023' }] },
    /surrogate/,
  ],
  ['sentences out of order', { sentences: story.sentences.toReversed() }, /overlaps or precedes/],
  [
    'a sentence in a caption',
    { blocks: [{ start: 0, end: text.length, role: 'caption' }] },
    /no block that has sentences/,
  ],
  [
    'actors out of text order',
    {
      actors: [
        { ...other, id: `${id}/a1` },
        { ...actor, id: `${id}/a2` },
      ],
    },
    /out of text order/,
  ],
  ['ids not counted from 1', { actors: [{ ...actor, id: `${id}/a0` }, other] }, /should be \/a1/],
  ['an actor that is nowhere', { events: [{ ...event, target: [`${id}/a9`] }] }, /is no actor here/],
  ['a place that is nowhere', { events: [{ ...event, place: `${id}/p9` }] }, /is no place here/],
  ['a quote that is nowhere', { events: [{ ...event, attribution: [{ quote: `${id}/q9` }] }] }, /is no quote here/],
  ['an event of itself', { events: [{ ...event, content: `${id}/e1` }] }, /content is the event itself/],
  ['an index too high', { events: [{ ...event, amounts: [0] }] }, /amounts index 0/],
  ['a trigger outside its sentence', { events: [{ ...event, sentence: 1 }] }, /outside its sentence/],
  ['half a mutual deed', { events: [{ ...event, source: [`${id}/a1`, `${id}/a2`] }] }, /some, but not all/],
  [
    'a time that ends before it begins',
    { events: [{ ...event, time: { earliest: '2023-02-01', latest: '2023-01-01', precision: 'day', times: [] } }] },
    /earliest is after/,
  ],
  ['a quote without content', { quotes: [{ ...quote, content: [] }] }, /no content/],
  ['a quote nested in itself', { quotes: [{ ...quote, via: `${id}/q1` }] }, /no other quote/],
  ['an empty string', { title: '' }, /empty string/],
])('%s is found', (_name, change, fault) => {
  expect(recordFaults({ id: 'page', text }, { ...story, ...change }).join('\n')).toMatch(fault);
});

test.each<[string, object, RegExp]>([
  ['a field that the record does not know', { mood: 'good' }, /additional properties/],
  ['a status of its own', { events: [{ ...event, status: 'maybe' }] }, /allowed values/],
  ['a half offset', { sentences: [{ start: 0.5, end: 1 }] }, /integer/],
  ['a confidence above one', { events: [{ ...event, confidence: 1.5 }] }, /<= 1/],
  ['a number that JSON cannot carry', { events: [{ ...event, confidence: Number.NaN }] }, /number/],
])('the schema refuses %s', (_name, change, fault) => {
  expect(schemaFaults({ ...story, ...change }).join('\n')).toMatch(fault);
});
