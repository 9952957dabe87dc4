import type { ReadPage } from '../../src/store/store.ts';
import { type Blocks, buildPage, deed, names, none } from './build-page.ts';

const line =
  'Norway protested to Russia over the closed harbour on Monday, and sent a note to every port of the coast. ';

/** So many paragraphs of ten such lines make a story of some 950,000 characters. */
const paragraphs = 880;

const blocks: Blocks = Array.from({ length: paragraphs }, () => ['paragraph', line.repeat(10).trimEnd()] as const);

/** An invented story longer than any newspaper's, with an event and two actors in each of its lines. */
export const longPage: ReadPage = buildPage('long', undefined, [
  {
    blocks,
    draft: (_, id) => {
      const starts = Array.from({ length: paragraphs * 10 }, (_, n) => n * line.length);
      const span = (start: number, words: string) => {
        const at = start + line.indexOf(words);
        return { start: at, end: at + words.length };
      };
      return {
        ...none,
        title: 'A very long story',
        actors: [
          {
            id: `${id}/a1`,
            kind: 'state',
            name: 'Norway',
            country: 'NOR',
            sectors: [],
            mentions: names(starts.map((at) => span(at, 'Norway'))),
          },
          {
            id: `${id}/a2`,
            kind: 'state',
            name: 'Russia',
            country: 'RUS',
            sectors: [],
            mentions: names(starts.map((at) => span(at, 'Russia'))),
          },
        ],
        events: starts
          .filter((_, n) => n % 10 === 0)
          .map((at, n) => ({
            ...deed,
            id: `${id}/e${n + 1}`,
            type: 'ACCUSE',
            act: 'ACCUSE',
            status: 'happened',
            quad: 3,
            trigger: span(at, 'protested'),
            source: [`${id}/a1`],
            target: [`${id}/a2`],
            confidence: 0.8,
          })),
      };
    },
  },
]);
