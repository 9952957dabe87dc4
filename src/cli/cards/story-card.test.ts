import { expect, test } from 'vitest';
import { makeStory } from '../../../test/helpers/make-story.ts';
import { paintFor } from '../paint.ts';
import { displayWidth } from './plain.ts';
import { storyCard } from './story-card.ts';

const inPlain = { paint: paintFor({}, { env: {}, noColor: true }), width: 80, hasColor: false };
const inColor = { paint: paintFor({}, { env: { FORCE_COLOR: '1' }, noColor: false }), width: 80, hasColor: true };

const story = makeStory({
  page: 'https://harbour.example/a',
  title: 'Truce',
  publisher: 'The Harbour Gazette',
  published: ['2024-10-07', '2024-10-09'],
  text: 'The ministers of Iceland and Norway met in Bergen. Norway denied that its ship had rammed a trawler of Iceland.',
  actors: [{ name: 'Iceland' }, { name: 'Norway' }],
  places: [{ name: 'Bergen' }],
  events: [
    { trigger: 'met', source: [0, 1], target: [0, 1], days: '2024-10-08', at: 0, quad: 1 },
    {
      trigger: 'rammed',
      type: 'ASSAULT',
      source: [1],
      target: [0],
      status: 'denied',
      quad: 4,
      attribution: [{ actor: 'https://harbour.example/a#1/a2' }],
    },
    {
      trigger: 'denied',
      type: 'THREATEN',
      act: 'SANCTION',
      actMode: ['expel'],
      source: [1],
      status: 'planned',
      quad: 3,
    },
  ],
});

test('a card tells who does what to whom, status, who says so, when and where, and marks the words', () => {
  const card = storyCard(story, inPlain);
  expect(card).toContain('Iceland ⇄ Norway → consult · ● happened · 8 Oct 2024 · in Bergen');
  expect(card).toContain('│ The ministers of Iceland and Norway *met* in Bergen.');
  expect(card).toContain('Norway → assault → Iceland · × denied · says Norway');
  expect(card).toContain('Norway → sanction, expel · ○ planned (THREATEN)');
});

test('the labels behind the id of the story make the id of an event', () => {
  const card = storyCard(story, inPlain);
  for (const event of story.events) {
    const label = event.id.slice(story.id.length + 1);
    expect(card).toMatch(new RegExp(`^ *${label}  \\S`, 'm'));
  }
});

test('in colour the trigger is marked by style, not by signs', () => {
  const card = storyCard(story, inColor);
  expect(card).toContain('\u001b[1;4mmet\u001b[22;24m');
  expect(card).not.toContain('*met*');
});

test('no line is wider than the terminal', () => {
  const long = makeStory({
    title:
      'A headline that goes on and on until nobody remembers how it began or why it was ever thought to be news at all',
    text: `${'Norway, which had said otherwise for many weeks and in several languages, '.repeat(6)}signed.`,
    actors: [{ name: 'Norway' }],
    events: [{ trigger: 'signed', source: [0] }],
  });
  for (const each of [story, long]) {
    for (const line of storyCard(each, inPlain).split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  }
  expect(storyCard(long, inPlain)).toMatch(/│ … [\s\S]*\*signed\*\./);
});

test('a story that is not read says why', () => {
  const card = storyCard({ ...makeStory({ text: '渔民林海', language: 'zh' }), notCoded: 'language' }, inPlain);
  expect(card).toContain('Not coded: the story is in Chinese (zh)');
  expect(card).toContain('undated');
});

test('a story in full lists its actors and quotes', () => {
  const quoted = makeStory({
    text: 'Norway said: we will sign.',
    actors: [{ name: 'Norway', country: 'NOR', sectors: ['GOV'] }],
    quotes: [{ speaker: 0, content: 'we will sign' }],
  });
  const card = storyCard(quoted, { ...inPlain, inFull: true });
  expect(card).toContain('Norway · state · NOR:GOV · 1×');
  expect(card).toContain('Norway: we will sign');
  expect(storyCard(quoted, inPlain)).not.toContain('NOR:GOV');
});
