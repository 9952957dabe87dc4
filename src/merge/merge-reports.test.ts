import { describe, expect, it } from 'vitest';
import { makeStory, type StorySpec } from '../../test/helpers/make-story.ts';
import type { Story } from '../schema/story.ts';
import { mergeReports } from './merge-reports.ts';

const RUSSIA = { name: 'Russia', country: 'RUS' };
const UKRAINE = { name: 'Ukraine', country: 'UKR' };
const KYIV = { name: 'Kyiv', country: 'UKR' };

/** A story with one strike of Russia on Ukraine, changed as a case asks. */
function strike(page: string, spec: Partial<StorySpec> = {}, event: object = {}): Story {
  return makeStory({
    page,
    text: `Russia struck Kyiv in Ukraine, ${Array.from({ length: 20 }, (_, i) => `${page}${i}`).join(' ')}.`,
    published: '2024-05-02',
    publisher: `Outlet ${page}`,
    actors: [RUSSIA, UKRAINE],
    places: [KYIV],
    events: [{ trigger: 'struck', type: 'ASSAULT', source: [0], target: [1], ...event }],
    ...spec,
  });
}

const sizes = (...stories: Story[]) => mergeReports(stories).map(({ reports }) => reports.length);

describe('mergeReports', () => {
  it('joins two reports of one deed and keeps each with its outlet and words', () => {
    const [cluster, ...rest] = mergeReports([strike('b', {}, { confidence: 0.6 }), strike('a', {}, { at: 0 })]);
    expect(rest).toEqual([]);
    expect(cluster).toMatchObject({
      id: 'cluster:a#1/e1',
      type: 'ASSAULT',
      status: 'happened',
      source: ['Russia'],
      target: ['Ukraine'],
      earliest: '2024-05-02',
      latest: '2024-05-02',
      place: 'Kyiv',
      independentSources: 2,
      disagreements: [],
    });
    expect(cluster?.reports).toMatchObject([
      { story: 'a#1', event: 'a#1/e1', outlet: 'Outlet a', confidence: 0.8 },
      { story: 'b#1', event: 'b#1/e1', outlet: 'Outlet b', confidence: 0.6 },
    ]);
  });

  it.each<[string, Story, Story]>([
    ['a day apart', strike('a'), strike('b', { published: '2024-05-03' })],
    [
      'dated by the event in a later story',
      strike('a'),
      strike('b', { published: '2024-06-01' }, { days: '2024-05-02' }),
    ],
    ['in one week that overlaps', strike('a', {}, { days: ['2024-05-01', '2024-05-07'] }), strike('b')],
    ['with one side unnamed', strike('a'), strike('b', {}, { target: [] })],
    [
      'in a city and in its country',
      strike('a', {}, { at: 0 }),
      strike('b', { places: [{ name: 'Ukraine', country: 'UKR', precision: 'country' }] }, { at: 0 }),
    ],
    [
      'by a state and by its army',
      strike('a'),
      strike('b', { actors: [{ name: 'Kyiv', country: 'RUS', kind: 'organization', sectors: ['MIL'] }, UKRAINE] }),
    ],
  ])('joins reports %s', (_, a, b) => {
    expect(sizes(a, b)).toEqual([2]);
    expect(mergeReports([b, a])).toEqual(mergeReports([a, b]));
  });

  it.each<[string, Story, Story]>([
    ['of another type', strike('a'), strike('b', {}, { type: 'COERCE', act: 'ASSAULT' })],
    ['of another act', strike('a'), strike('b', {}, { act: 'COERCE' })],
    ['two days apart', strike('a'), strike('b', { published: '2024-05-04' })],
    ['dated only to a month', strike('a', {}, { days: ['2024-05-01', '2024-05-31'] }), strike('b')],
    ['without a date', strike('a'), undated('b')],
    ['the other way round', strike('a'), strike('b', {}, { source: [1], target: [0] })],
    ['without parties', strike('a', {}, { source: [], target: [] }), strike('b', {}, { source: [], target: [] })],
    [
      'in two cities',
      strike('a', {}, { at: 0 }),
      strike('b', { text: 'In Odesa Russia struck Ukraine.', places: [{ name: 'Odesa', country: 'UKR' }] }, { at: 0 }),
    ],
    [
      'in two countries',
      strike('a', {}, { at: 0 }),
      strike('b', { places: [{ name: 'Kyiv', country: 'USA', precision: 'region' }] }, { at: 0 }),
    ],
    [
      'by an army and by rebels of one country',
      strike('a', { actors: [{ name: 'Russia', country: 'COD' }, UKRAINE] }),
      strike('b', { actors: [{ name: 'Kyiv', country: 'COD', kind: 'organization', sectors: ['REB'] }, UKRAINE] }),
    ],
  ])('keeps reports %s apart', (_, a, b) => {
    expect(sizes(a, b)).toEqual([1, 1]);
  });

  it('does not let days creep: a report must fit all others', () => {
    const days = ['2024-05-01', '2024-05-02', '2024-05-03'].map((published, i) => strike(`s${i}`, { published }));
    expect(sizes(...days)).toEqual([2, 1]);
  });

  it('takes one report from each story', () => {
    const twice = strike('a', {
      text: 'Russia struck Kyiv in Ukraine. Later it hit a depot.',
      events: [
        { trigger: 'struck', type: 'ASSAULT', source: [0], target: [1], at: 0 },
        { trigger: 'hit', type: 'ASSAULT', source: [0], target: [1] },
      ],
    });
    const clusters = mergeReports([twice, strike('b', {}, { at: 0 })]);
    expect(clusters.map(({ reports }) => reports.map(({ event }) => event))).toEqual([
      ['a#1/e1', 'b#1/e1'],
      ['a#1/e2'],
    ]);
  });

  it.each<[string, number, Story[]]>([
    ['outlets with words of their own', 3, [strike('a'), strike('b'), strike('c')]],
    ['two stories of one outlet', 1, [strike('a', { publisher: 'Post' }), strike('b', { publisher: 'post' })]],
    ['copies of one agency', 1, [strike('a', { wire: 'Reuters' }), strike('b', { wire: 'Reuters' })]],
    ['an agency and its copy', 1, [strike('a', { publisher: 'Reuters' }), strike('b', { wire: 'Reuters' })]],
    ['copies of two agencies', 2, [strike('a', { wire: 'Reuters' }), strike('b', { wire: 'AFP' })]],
    [
      'a copy and the own words of its outlet',
      2,
      [strike('a', { publisher: 'Post' }), strike('b', { publisher: 'Post', wire: 'AFP' })],
    ],
    [
      'the same text, uncredited and cut',
      1,
      [strike('a', { text: copied }), strike('b', { text: copied.slice(0, -30) })],
    ],
    [
      'hosts where no publisher is known',
      1,
      [anonymous('a', 'https://www.example.org/1'), anonymous('b', 'https://example.org/2')],
    ],
    ['pages that nothing is known of', 2, [anonymous('a'), anonymous('b')]],
  ])('counts %s as %i', (_, count, stories) => {
    const clusters = mergeReports(stories);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]?.independentSources).toBe(count);
  });

  it('says on what reports differ, and shows first what most sources say', () => {
    const dead = (page: string, value: number, event: object = {}): Story => {
      const story = strike(page, {}, { amounts: [0], days: '2024-05-02', ...event });
      return { ...story, amounts: [{ start: 0, end: 1, kind: 'dead', value, unit: 'people' }] };
    };
    const [cluster] = mergeReports([
      dead('a', 12, { status: 'denied', confidence: 0.99 }),
      dead('b', 17),
      dead('c', 17, { days: '2024-05-03' }),
    ]);
    expect(cluster?.status).toBe('happened');
    expect(cluster?.earliest).toBe('2024-05-02');
    expect(cluster?.disagreements).toEqual([
      {
        field: 'status',
        versions: [
          { value: 'happened', reports: ['b#1/e1', 'c#1/e1'] },
          { value: 'denied', reports: ['a#1/e1'] },
        ],
      },
      {
        field: 'time',
        versions: [
          { value: '2024-05-02', reports: ['a#1/e1', 'b#1/e1'] },
          { value: '2024-05-03', reports: ['c#1/e1'] },
        ],
      },
      {
        field: 'amount:dead',
        versions: [
          { value: '17 people', reports: ['b#1/e1', 'c#1/e1'] },
          { value: '12 people', reports: ['a#1/e1'] },
        ],
      },
    ]);
  });

  it('makes nothing of no stories, and a cluster of each event that nobody else tells', () => {
    expect(mergeReports([])).toEqual([]);
    expect(sizes(strike('a'))).toEqual([1]);
    expect(mergeReports([undated('a')])[0]).not.toHaveProperty('earliest');
  });
});

const copied =
  'Russia struck Kyiv in Ukraine at dawn, officials said, and sirens were heard across the whole city until noon.';

function undated(page: string): Story {
  const { published: _, ...story } = strike(page);
  return story;
}

function anonymous(page: string, url?: string): Story {
  const { publisher: _, ...story } = strike(page);
  return url === undefined ? story : { ...story, page: { ...story.page, url } };
}
