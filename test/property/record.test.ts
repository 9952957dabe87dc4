import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadResources, type Resources } from '../../src/resources.ts';
import { anyHtml, anyText, newsSentences, newsText } from '../helpers/arbitrary-news.ts';
import { type ReadAnswer, readAll } from '../helpers/read-all.ts';
import { expectTruePage, expectValidRecord } from '../helpers/record-schema.ts';

const seed = 20230918;
let resources: Resources;
beforeAll(async () => {
  resources = await loadResources();
});

function expectTrueAnswers(answers: readonly ReadAnswer[]): void {
  for (const answer of answers) {
    if ('failure' in answer) expectValidRecord(answer, 'Failure');
    else expectTruePage(answer.page, answer.stories);
  }
}

/** Half of a surrogate pair has no bytes in UTF-8: it is read as U+FFFD, one unit for one, so no offset moves. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** A file's byte order mark is no text (docs/decisions/0002-page-text.md). */
const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

/** What may be printed: everything but the bytes and the parsed markup. */
const printed = (answers: readonly ReadAnswer[]): string =>
  JSON.stringify(answers.map((a) => ('failure' in a ? a : a.stories)));

describe('every record is valid and true', () => {
  test.each([
    ['any Unicode string', anyText, 300],
    ['news-like fragments', newsText, 150],
    ['news-like sentences', newsSentences, 150],
  ] as const)('of %s', async (_name, arbitrary, numRuns) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (text) => {
        const answers = await readAll(text, 'text', resources);
        expect(answers).toHaveLength(1);
        const [answer] = answers;
        if (answer && 'page' in answer) expect(answer.page.text).toBe(withoutMark(wellFormed(text)));
        expectTrueAnswers(answers);
      }),
      { numRuns, seed },
    );
  });

  test('of any HTML', async () => {
    await fc.assert(
      fc.asyncProperty(anyHtml, async (html) => expectTrueAnswers(await readAll(html, 'html', resources))),
      { numRuns: 150, seed },
    );
  });

  test.each([
    ['nothing', ''],
    ['one space', ' '],
    ['only white space', ' \n\t\u00a0\r\n\u2003 \ufeff'],
    ['one lone surrogate', '\ud83d'],
    ['one NUL', '\u0000'],
    ['one full stop', '.'],
    ['quotation marks alone', '“”"\'‘’«»'],
  ])('of %s', async (_name, text) => {
    for (const format of ['text', 'html'] as const) {
      const answers = await readAll(text, format, resources);
      expect(answers).toHaveLength(1);
      expectTrueAnswers(answers);
    }
  });

  test('of lines of JSON that hold such strings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(anyText, newsText), { minLength: 1, maxLength: 5 }), async (texts) => {
        const lines = texts.map((text, i) => `${JSON.stringify({ id: `p${i}`, text })}\n`).join('');
        const answers = await readAll(lines, 'jsonl', resources);
        expect(answers).toHaveLength(texts.length);
        // A line's offsets count in the text that was handed over: nothing of it may go.
        answers.forEach((answer, i) => {
          if ('page' in answer) expect(answer.page.text).toBe(wellFormed(texts[i] ?? ''));
        });
        expectTrueAnswers(answers);
      }),
      { numRuns: 60, seed },
    );
  });
});

test('the fragments wake the stages: they are no empty exercise', async () => {
  const found = { sentences: 0, actors: 0, places: 0, times: 0, amounts: 0, quotes: 0, events: 0 };
  for (const text of fc.sample(newsSentences, { numRuns: 50, seed })) {
    for (const answer of await readAll(text, 'text', resources)) {
      if ('failure' in answer) continue;
      for (const story of answer.stories)
        for (const k of Object.keys(found) as (keyof typeof found)[]) found[k] += story[k].length;
    }
  }
  for (const [name, count] of Object.entries(found)) expect(count, name).toBeGreaterThan(20);
});

test('the same input read twice gives the same bytes', async () => {
  const again = await loadResources();
  await fc.assert(
    fc.asyncProperty(fc.oneof(newsSentences, newsText), async (text) => {
      expect(printed(await readAll(text, 'text', again))).toBe(printed(await readAll(text, 'text', resources)));
    }),
    { numRuns: 60, seed },
  );
});

const mebi = 1 << 20;
const fill = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

// What wakes every stage at every word takes a minute a megabyte and more: one must do.
const megabytesOfWords = 1;

describe('one long line is read', () => {
  test.each([
    ['without a space', 'abcdefghij', 5],
    ['of one capital letter', 'A', 5],
    ['of digits', '1234567890', 5],
    ['of full stops', '.', 5],
    ['of opening quotation marks', '“', 5],
    ['of hyphened words', 'Trans-Pacific-', 5],
    ['of white space', ' ', 5],
    ['of emoji', '😀', 5],
    ['of commas and letters', 'a,b.c;', megabytesOfWords],
    ['of ordinary words', 'Ministers met in Seoul on Monday and said that talks would go on. ', megabytesOfWords],
  ] as const)(
    '%s',
    async (_name, unit, megabytes) => {
      expectTrueAnswers(await readAll(fill(unit, megabytes * mebi), 'text', resources));
    },
    600_000,
  );
});

describe('time grows about linearly', () => {
  const shapes: [string, string][] = [
    [
      'news',
      'President Ahn Min-jae said on Monday that “Japan will meet the UN envoy” in Seoul next week, two officials told reporters.\n',
    ],
    ['one line of capitalised words', 'Alpha Beta Gamma '],
    ['nested quotations', 'She said “he said ‘they attacked” and '],
    ['lists of names', 'Japan, South Korea, China and '],
    ['short lines', 'Read more\nPhoto: Reuters\n'],
    ['dates', 'May 3, 2024, 12 June 2023, '],
    ['sums', 'US$3 million, 4 dead, '],
  ];
  // Four times the text may take at most nine times as long: quadratic growth would take sixteen times.
  test.each(shapes)(
    'over %s',
    async (_name, unit) => {
      const small = fill(unit, 40_000);
      const large = fill(unit, 160_000);
      await readAll(small, 'text', resources);
      const [a, b] = [await quickest(small), await quickest(large)];
      // Below 30 ms the clock and the collector say more than the program does.
      expect(b / Math.max(a, 30)).toBeLessThan(9);
    },
    120_000,
  );

  async function quickest(text: string): Promise<number> {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 2; run++) {
      const start = performance.now();
      await readAll(text, 'text', resources);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  }
});
