import type { ReadPage } from '../../src/store/store.ts';
import { type At, type Blocks, buildPage, type Draft, day, deed, names, none } from './build-page.ts';
import { articlePage } from './harbour-pact.ts';

/** Invented news, written for the page's tests: records by hand, so that these tests do not hang on the reader. */

const brief: Blocks = [
  ['headline', 'Japan recalls its ambassador from Pyongyang talks'],
  ['paragraph', 'TOKYO — Japan on Monday protested to North Korea over a missile launch and recalled its envoy.'],
];

const french: Blocks = [
  ['headline', 'Le Sénat adopte le budget de la défense'],
  [
    'paragraph',
    'Le Sénat a adopté mardi soir, par 212 voix contre 98, le budget de la défense pour l’année prochaine.',
  ],
];

const hostile: Blocks = [
  ['headline', '<img src=x onerror="window.pwned=1"> </script><script>window.pwned=2</script>'],
  ['paragraph', 'Attackers wrote </p><svg onload=window.pwned=3> into the ministry’s page, Norway said.'],
];

function draftBrief(at: At, id: string): Draft {
  const [japan, korea] = [`${id}/a1`, `${id}/a2`];
  return {
    ...none,
    title: 'Japan recalls its ambassador from Pyongyang talks',
    wire: 'Reuters',
    published: day('2024-03-04', 'metadata', '2024-03-04', 'The page’s metadata says so.'),
    actors: [
      {
        id: japan,
        kind: 'state',
        name: 'Japan',
        country: 'JPN',
        sectors: ['GOV'],
        mentions: names([at('Japan'), at('Japan', 2)]),
      },
      {
        id: korea,
        kind: 'state',
        name: 'North Korea',
        country: 'PRK',
        sectors: ['GOV'],
        mentions: names([at('North Korea')]),
      },
    ],
    times: [{ ...at('Monday'), type: 'date', value: '2024-03-04', earliest: '2024-03-04', latest: '2024-03-04' }],
    events: [
      {
        ...deed,
        id: `${id}/e1`,
        type: 'ACCUSE',
        act: 'ACCUSE',
        contexts: ['military'],
        cameo: '1110',
        quad: 3,
        intensity: -2,
        status: 'happened',
        trigger: at('protested'),
        source: [japan],
        target: [korea],
        time: { earliest: '2024-03-04', latest: '2024-03-04', precision: 'day', times: [0] },
        confidence: 0.83,
      },
      {
        ...deed,
        id: `${id}/e2`,
        type: 'SANCTION',
        act: 'SANCTION',
        contexts: ['diplomatic'],
        cameo: '1610',
        quad: 4,
        intensity: -4,
        status: 'happened',
        trigger: at('recalled'),
        triggers: [at('recalls')],
        source: [japan],
        target: [korea],
        time: { earliest: '2024-03-04', latest: '2024-03-04', precision: 'day', times: [0] },
        confidence: 0.77,
      },
    ],
  };
}

export const briefPage: ReadPage = buildPage('wire-0304', undefined, [{ blocks: brief, draft: draftBrief }]);

export const frenchPage: ReadPage = buildPage(
  'https://gazette.example/senat?page=2',
  'https://gazette.example/senat?page=2',
  [
    {
      blocks: french,
      draft: () => ({
        ...none,
        language: 'fr',
        notCoded: 'language',
        title: 'Le Sénat adopte le budget de la défense',
      }),
    },
  ],
);

export const hostilePage: ReadPage = buildPage('hostile/1%2F<b>', undefined, [
  {
    blocks: hostile,
    draft: (at, id) => ({
      ...none,
      title: '<img src=x onerror="window.pwned=1"> </script><script>window.pwned=2</script>',
      actors: [
        {
          id: `${id}/a1`,
          kind: 'state',
          name: '<b>Norway</b>',
          country: 'NOR',
          sectors: [],
          mentions: names([at('Norway')]),
        },
      ],
      events: [
        {
          ...deed,
          id: `${id}/e1`,
          type: 'ACCUSE',
          act: 'ACCUSE',
          status: 'happened',
          quad: 3,
          trigger: at('said'),
          source: [`${id}/a1`],
          target: [],
          confidence: 0.5,
        },
      ],
    }),
  },
]);

export const allPages: readonly ReadPage[] = [articlePage, briefPage, frenchPage, hostilePage];

export { articlePage };
