import { describe, expect, it } from 'vitest';
import { makeStory, type StorySpec } from '../../test/helpers/make-story.ts';
import type { Event } from '../schema/event.ts';
import type { Story } from '../schema/story.ts';
import { anchorEvent, anchorName, findEvent, findName } from './anchor.ts';

const text = 'They met in Rome. They met in Oslo. They spoke and agreed at once.';

/** Stories with an event at each of these words: `met 2` is the second "met", `met=AID` an event of that type. */
function read(words: readonly string[], spec: Partial<StorySpec> = {}): Story {
  const story = makeStory({ text, ...spec, events: [] });
  const events = words.map((word, i): Event => {
    const [, trigger = '', nth = '1', type = 'CONSULT'] = /^([^=\d]+?)(?: (\d))?(?:=(\w+))?$/.exec(word) ?? [];
    let start = -1;
    for (let n = 0; n < Number(nth); n++) start = story.text.indexOf(trigger, start + 1);
    const sentence = story.sentences.findIndex((one) => one.start <= start && start < one.end);
    const [base] = makeStory({ text: 'met', events: [{ trigger: 'met' }] }).events;
    return {
      ...(base as Event),
      id: `${story.id}/e${i + 1}`,
      type,
      act: type,
      trigger: { start, end: start + trigger.length },
      sentence,
    };
  });
  return { ...story, events };
}

function follow(before: Story, position: number, ...after: Story[]): string | undefined {
  const event = before.events[position];
  if (event === undefined) throw new Error('no such event');
  return findEvent(after, anchorEvent(before, event))?.item.id;
}

describe('findEvent', () => {
  it.each<[string, Story, number, Story, string | undefined]>([
    [
      'the same words at the same place, among equal words',
      read(['met', 'met 2']),
      1,
      read(['spoke', 'met', 'met 2']),
      'page#1/e3',
    ],
    [
      'the same sentence in a text that moved',
      read(['met', 'met 2']),
      1,
      read(['met', 'met 2'], { text: `New lead. ${text}` }),
      'page#1/e2',
    ],
    [
      'equal words in a sentence that changed elsewhere',
      read(['met']),
      0,
      read(['met'], { text: 'They met in Bern. They met in Oslo.' }),
      'page#1/e1',
    ],
    ['a longer trigger in the same sentence', read(['met']), 0, read(['They met in', 'spoke']), 'page#1/e1'],
    ['the same words rather than longer ones', read(['met']), 0, read(['They met', 'met']), 'page#1/e2'],
    ['the type, of two events at one trigger', read(['met=AID', 'met']), 1, read(['met', 'met=AID']), 'page#1/e1'],
    ['the order, of two events alike', read(['met', 'met']), 1, read(['met', 'met']), 'page#1/e2'],
    [
      'the place rather than the type, among equal sentences',
      read(['met'], { text: 'They met. They met.' }),
      0,
      read(['met=AID', 'met 2'], { text: 'They met. They met.' }),
      'page#1/e1',
    ],
    [
      'the same words rather than longer ones, in a text that moved a little',
      read(['met']),
      0,
      read(['They met', 'met'], { text: `\n\n${text}` }),
      'page#1/e2',
    ],
    ['nothing when the sentence has only another deed', read(['spoke']), 0, read(['agreed']), undefined],
    [
      'nothing when words and sentence are gone',
      read(['met']),
      0,
      read(['met'], { text: 'On Monday they met.' }),
      undefined,
    ],
  ])('finds %s', (_, before, position, after, id) => {
    expect(follow(before, position, after)).toBe(id);
  });

  it('looks at the place in the page, so stories may be cut otherwise', () => {
    const whole = read(['met', 'met 2']);
    const cut = 'They met in Rome. '.length;
    const first = read(['met'], { text: text.slice(0, cut) });
    const second = read(['met'], { text: text.slice(cut), number: 2 });
    const placed = { ...second, page: { ...second.page, start: cut } };
    expect(follow(whole, 0, first, placed)).toBe('page#1/e1');
    expect(follow(whole, 1, first, placed)).toBe('page#2/e1');
    expect(follow(placed, 0, whole)).toBe('page#1/e2');
  });
});

describe('findName', () => {
  const words = 'Yoon met Kim. Kim left.';
  const story = (names: readonly (readonly [string, string])[], number = 1) =>
    makeStory({ text: words, number, actors: names.map(([name, as]) => ({ name, as, kind: 'person' })) });
  const followActor = (before: Story, position: number, ...after: Story[]) => {
    const actor = before.actors[position];
    if (actor === undefined) throw new Error('no such actor');
    return findName(after, anchorName('actor', before, actor), ({ actors }) => actors)?.item.id;
  };

  it.each<[string, readonly (readonly [string, string])[], string | undefined]>([
    [
      'by its name, whatever its number',
      [
        ['Kim Jong-un', 'Kim'],
        ['Yoon', 'Yoon'],
      ],
      'page#1/a2',
    ],
    ['by its words, when it is now called otherwise', [['Yoon Suk-yeol', 'Yoon']], 'page#1/a1'],
    [
      'by its name rather than its words',
      [
        ['Someone', 'Yoon'],
        ['Yoon', 'Kim'],
      ],
      'page#1/a2',
    ],
    ['not at all, when neither is there', [['Kim Jong-un', 'Kim']], undefined],
  ])('finds an actor %s', (_, now, id) => {
    expect(followActor(story([['Yoon', 'Yoon']]), 0, story(now))).toBe(id);
  });

  it('prefers the story of the same number when several name it', () => {
    const [one, two] = [story([['Yoon', 'Yoon']]), story([['Yoon', 'Yoon']], 2)];
    expect(followActor(two, 0, one, two)).toBe('page#2/a1');
  });
});
