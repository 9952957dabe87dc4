import { beforeEach, describe, expect, it } from 'vitest';
import type { Filter } from '../../src/schema/filter.ts';
import { makePage, makeStory } from '../helpers/make-story.ts';
import { allPages, now, type Subject } from './subject.ts';

const stories = [
  makeStory({
    page: 'summit',
    title: 'Summit in Seoul',
    url: 'https://www.example.org/summit',
    publisher: 'Example Post',
    text: 'Yoon Suk-yeol met Fumio Kishida in Seoul. The two governments agreed to share data. Pyongyang denounced the deal.',
    published: '2023-05-07',
    actors: [
      { name: 'Yoon Suk-yeol', kind: 'person', country: 'KOR', sectors: ['GOV'] },
      { name: 'Fumio Kishida', kind: 'person', country: 'JPN', sectors: ['GOV', 'PTY'] },
      { name: 'North Korea', as: 'Pyongyang', country: 'PRK', sectors: ['GOV'] },
    ],
    places: [{ name: 'Seoul', country: 'KOR' }],
    events: [
      { trigger: 'met', type: 'CONSULT', source: [0, 1], target: [0, 1], at: 0, confidence: 0.9, quad: 1 },
      {
        trigger: 'agreed',
        type: 'AGREE',
        status: 'planned',
        source: [0],
        target: [1],
        days: ['2023-06-01', '2023-06-30'],
        confidence: 0.7,
      },
      { trigger: 'denounced', type: 'ACCUSE', source: [2], target: [0, 1], days: '2023-05-08', confidence: 0.8 },
    ],
    quotes: [{ speaker: 0, content: 'share data' }],
  }),
  makeStory({
    page: 'albania',
    title: 'Protest in Tirana',
    text: 'Opposition supporters marched in Tirana. Police fired tear gas.',
    published: ['2024-01-10', '2024-01-12'],
    actors: [
      { name: 'opposition supporters', as: 'Opposition supporters', kind: 'group', country: 'ALB', sectors: ['OPP'] },
      { name: 'police (Albania)', as: 'Police', kind: 'organization', country: 'ALB', sectors: ['COP'] },
    ],
    places: [{ name: 'Tirana', country: 'ALB' }],
    events: [
      { trigger: 'marched', type: 'PROTEST', source: [0], at: 0, confidence: 0.6 },
      { trigger: 'fired', type: 'COERCE', source: [1], target: [0], at: 0, confidence: 0.95 },
    ],
  }),
  makeStory({
    page: 'undated',
    text: 'WHO staff reached Gaza.',
    actors: [{ name: 'WHO', kind: 'organization', country: 'UNO' }],
    events: [{ trigger: 'reached', type: 'AID', source: [0], confidence: 0.5 }],
  }),
  makeStory({
    page: 'korean',
    language: 'ko-KR',
    title: '정상회담',
    text: '윤석열은 기시다 후미오와 만났다. 岸田文雄首相は東京で会談した。国家主席习近平在北京会见普京。',
    published: '2023-03-16',
    quotes: [{ content: '岸田文雄首相は東京で会談した' }],
  }),
];

/** Queries: each word of the filter, order, paging. */
export function describeQueries({ store }: Subject): void {
  const triggers = async (filter: Filter) =>
    (await allPages((one) => store().queryEvents(one), filter)).map(({ sentence: { text, trigger } }) =>
      text.slice(trigger.start, trigger.end),
    );
  const pages = async (filter: Filter) =>
    (await allPages((one) => store().queryStories(one), filter)).map(({ page }) => page.id);

  describe('querying', () => {
    beforeEach(async () => {
      await store().write(
        stories.map((story) => makePage([story])),
        { now },
      );
    });

    it.each<[Filter, string[]]>([
      [{}, ['fired', 'marched', 'agreed', 'denounced', 'met', 'reached']],
      [{ sort: 'date' }, ['reached', 'met', 'denounced', 'agreed', 'marched', 'fired']],
      [{ sort: '-confidence' }, ['fired', 'met', 'denounced', 'agreed', 'marched', 'reached']],
      [{ sort: 'confidence', limit: 2 }, ['reached', 'marched', 'agreed', 'denounced', 'met', 'fired']],
      [{ actor: 'KOR' }, ['agreed', 'denounced', 'met']],
      [{ source: 'KOR' }, ['agreed', 'met']],
      [{ source: 'PRK', target: 'JPN' }, ['denounced']],
      [{ target: 'PRK' }, []],
      [{ actor: 'COP' }, ['fired']],
      [{ source: 'JPN:PTY' }, ['met']],
      [{ source: 'KOR:PTY' }, []],
      [{ actor: 'WHO' }, ['reached']],
      [{ actor: 'UNO' }, ['reached']],
      [{ actor: 'Yoon' }, ['agreed', 'denounced', 'met']],
      [{ actor: 'suk YEOL' }, ['agreed', 'denounced', 'met']],
      [{ actor: 'kishi' }, []],
      [{ actor: 'kishi*' }, ['agreed', 'denounced', 'met']],
      [{ actor: '%' }, []],
      [{ type: ['AGREE', 'ACCUSE'] }, ['agreed', 'denounced']],
      [{ type: [] }, []],
      [{ status: ['planned'] }, ['agreed']],
      [{ from: '2023-06-15', to: '2023-06-16' }, ['agreed']],
      [{ to: '2023-05-07' }, ['met']],
      [{ from: '2024-01-12' }, ['fired', 'marched']],
      [{ from: '2024-01-13' }, []],
      [{ place: 'ALB' }, ['fired', 'marched']],
      [{ place: 'seoul' }, ['met']],
      [{ place: 'iran' }, []],
      [{ text: 'gas' }, ['fired', 'marched']],
      [{ text: 'seoul', sort: 'rank' }, ['met', 'agreed', 'denounced']],
      [{ language: 'en', text: 'Gaza' }, ['reached']],
      [{ language: 'ko' }, []],
      [{ story: 'albania' }, ['fired', 'marched']],
      [{ story: 'albania#1' }, ['fired', 'marched']],
      [{ story: 'albania#2' }, []],
      [{ actor: 'KOR', type: ['CONSULT'], from: '2023-01-01', to: '2023-12-31', status: ['happened'] }, ['met']],
    ])('finds events by %j', async (filter, expected) => {
      expect(await triggers(filter)).toEqual(expected);
    });

    it.each<[Filter, string[]]>([
      [{}, ['albania', 'summit', 'korean', 'undated']],
      [{ sort: 'date', limit: 1 }, ['undated', 'korean', 'summit', 'albania']],
      [{ actor: 'PRK' }, ['summit']],
      [{ source: 'PRK' }, ['summit']],
      [{ target: 'PRK' }, []],
      [{ actor: 'PRK', type: ['CONSULT'] }, []],
      [{ type: ['CONSULT'], place: 'KOR' }, ['summit']],
      [{ place: 'Tirana' }, ['albania']],
      [{ from: '2024-01-11', to: '2024-01-11' }, ['albania']],
      [{ language: 'KO' }, ['korean']],
      [{ story: 'summit' }, ['summit']],
    ])('finds stories by %j', async (filter, expected) => {
      expect(await pages(filter)).toEqual(expected);
    });

    it.each([
      ['summit', ['summit']],
      ['SUMMIT Kishida', ['summit']],
      ['"tear gas"', ['albania']],
      ['"gas tear"', []],
      ['march*', ['albania']],
      ['gas OR data', ['albania', 'summit']],
      ['seoul -gaza', ['summit']],
      ['seoul -data', []],
      ['suk-yeol', ['summit']],
      ['윤석열', ['korean']],
      ['岸田', ['korean']],
      ['岸田文雄', ['korean']],
      ['东京', []],
      ['東京', ['korean']],
      ['习近平', ['korean']],
      ['普京', ['korean']],
      ['회담', ['korean']],
    ])('finds the words %j in the text', async (text, expected) => {
      expect(await pages({ text })).toEqual(expected);
    });

    it.each([
      '"',
      'AND',
      'NEAR(a b)',
      'title:x',
      'a AND',
      '(',
      '^seoul',
      'a*b',
      "it's",
      '\0',
      '\ud800x',
      '-a b',
      'x'.repeat(9999),
    ])('takes %j as plain words, never as syntax', async (text) => {
      const outcome = await store()
        .queryStories({ text })
        .catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toMatchObject({ name: 'AnnalsError', code: 'FILTER_BAD_VALUE' });
      else expect(outcome).toHaveProperty('items');
    });

    it.each<[Filter, RegExp]>([
      [{ text: '-only' }, /no word to look for/],
      [{ text: '...' }, /no word to look for/],
      [{ sort: 'rank' }, /text/],
      [{ cursor: 'nonsense' }, /cursor/],
      [{ cursor: Buffer.from('["date","2020-01-01",1]').toString('base64url') }, /cursor/],
    ])('refuses %j with a reason', async (filter, reason) => {
      const refusal = { name: 'AnnalsError', code: 'FILTER_BAD_VALUE', message: expect.stringMatching(reason) };
      await expect(store().queryEvents(filter)).rejects.toMatchObject(refusal);
      await expect(store().queryStories(filter)).rejects.toMatchObject(refusal);
    });

    it('shows an event with its actors, place, story and sentence', async () => {
      const view = (await store().queryEvents({ type: ['CONSULT'] })).items[0];
      expect(view).toMatchObject({
        event: { id: 'summit#1/e1' },
        actors: [{ name: 'Yoon Suk-yeol' }, { name: 'Fumio Kishida' }],
        place: 'Seoul',
        story: {
          id: 'summit#1',
          title: 'Summit in Seoul',
          published: '2023-05-07',
          url: 'https://www.example.org/summit',
          publisher: 'Example Post',
        },
        sentence: { text: 'Yoon Suk-yeol met Fumio Kishida in Seoul.', trigger: { start: 14, end: 17 } },
      });
      expect(await store().event('summit#1/e1')).toEqual(view);
      expect(await store().event('summit#1/e9')).toBeUndefined();
      expect(await store().event('nothing')).toBeUndefined();
    });

    it('goes on where a page ended, whatever the order, without gaps or repeats', async () => {
      for (const sort of ['date', '-date', 'confidence', '-confidence'] as const) {
        const whole = await triggers({ sort });
        expect(await triggers({ sort, limit: 1 })).toEqual(whole);
        expect(await triggers({ sort, limit: 4 })).toEqual(whole);
      }
      expect(await triggers({ text: 'in', sort: 'rank', limit: 1 })).toHaveLength(5);
    });

    it('goes on although stories were added in between', async () => {
      const first = await store().queryEvents({ sort: 'date', limit: 3 });
      await store().write(
        [
          makePage([
            {
              ...makeStory({ page: 'late', text: 'They met.', published: '2020-01-01', events: [{ trigger: 'met' }] }),
            },
          ]),
        ],
        { now },
      );
      const rest = await store().queryEvents({
        sort: 'date',
        ...(first.cursor !== undefined && { cursor: first.cursor }),
      });
      expect(rest.items.map(({ event }) => event.id)).toEqual(['summit#1/e2', 'albania#1/e1', 'albania#1/e2']);
    });

    it('lists actors by how often they act, and counts only the events asked for', async () => {
      const names = async (filter: Filter) =>
        (await allPages((one) => store().queryActors(one), filter)).map(({ name, events }) => `${name} ${events}`);
      expect(await names({ limit: 2 })).toEqual([
        'Yoon Suk-yeol 3',
        'Fumio Kishida 3',
        'opposition supporters 2',
        'North Korea 1',
        'police (Albania) 1',
        'WHO 1',
      ]);
      expect(await names({ actor: 'ALB' })).toEqual(['opposition supporters 2', 'police (Albania) 1']);
      expect(await names({ type: ['ACCUSE'] })).toEqual(['Yoon Suk-yeol 1', 'Fumio Kishida 1', 'North Korea 1']);
      expect(await names({ from: '2023-06-01', to: '2023-06-30' })).toEqual([
        'Yoon Suk-yeol 1',
        'Fumio Kishida 1',
        'North Korea 0',
      ]);
      expect(await names({ text: 'tear' })).toEqual(['opposition supporters 2', 'police (Albania) 1']);
      expect((await store().queryActors({ actor: 'KOR' })).items).toEqual([
        { name: 'Yoon Suk-yeol', kind: 'person', country: 'KOR', events: 3, stories: 1 },
      ]);
    });

    it.each<[Filter, string[]]>([
      [{}, ['share data', '岸田文雄首相は東京で会談した']],
      [{ actor: 'KOR' }, ['share data']],
      [{ source: 'Yoon' }, ['share data']],
      [{ actor: 'JPN' }, []],
      [{ text: '"share data"' }, ['share data']],
      [{ text: '岸田', sort: 'rank' }, ['岸田文雄首相は東京で会談した']],
      [{ text: 'Seoul' }, []],
      [{ from: '2023-05-01' }, ['share data']],
      [{ type: ['AGREE'] }, ['share data']],
      [{ language: 'ko', limit: 1 }, ['岸田文雄首相は東京で会談した']],
    ])('finds quotations by %j', async (filter, expected) => {
      expect((await allPages((one) => store().queryQuotes(one), filter)).map(({ text }) => text)).toEqual(expected);
    });

    it('names the speaker and the story of a quotation', async () => {
      expect((await store().queryQuotes({ actor: 'KOR' })).items).toMatchObject([
        { quote: { id: 'summit#1/q1' }, story: 'summit#1', speaker: 'Yoon Suk-yeol', text: 'share data' },
      ]);
    });
  });
}
