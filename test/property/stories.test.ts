import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPages } from '../../src/input/read-pages.ts';
import type { Page } from '../../src/schema/page.ts';
import type { StorySlice } from '../../src/schema/story.ts';
import { dateStory } from '../../src/stories/date-story.ts';
import { loadLanguage } from '../../src/stories/load-language.ts';
import { splitStories } from '../../src/stories/split-stories.ts';

const identify = await loadLanguage();

async function pageOf(text: string, format: 'text' | 'html'): Promise<Page | undefined> {
  for await (const page of readPages({ kind: 'text', text }, { format })) if (!('failure' in page)) return page;
  return undefined;
}

const cuts = (text: string, at: number) =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');

function check(page: Page, stories: readonly StorySlice[]): void {
  expect(stories.length).toBeGreaterThan(0);
  let after = 0;
  stories.forEach((story, i) => {
    const { start, end } = story.page;
    expect(story.id).toBe(`${page.id}#${i + 1}`);
    expect(start).toBeGreaterThanOrEqual(after);
    expect(end).toBeGreaterThan(start);
    expect(page.text.slice(start, end)).toBe(story.text);
    expect(cuts(page.text, start) || cuts(page.text, end)).toBe(false);
    after = end;
    let behind = 0;
    for (const block of story.blocks) {
      expect(block.start).toBeGreaterThanOrEqual(behind);
      expect(block.end).toBeGreaterThan(block.start);
      expect(cuts(story.text, block.start) || cuts(story.text, block.end)).toBe(false);
      behind = block.end;
    }
    expect(behind).toBeLessThanOrEqual(story.text.length);
    const published = dateStory(story, page);
    for (const { text, start: from, end: to } of published?.evidence ?? []) {
      if (from !== undefined) expect(story.text.slice(from, to)).toBe(text);
    }
  });
}

/** Any units, lone surrogates and control characters among them, and bits that rules and parsers look for. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '\n',
    '\n\n',
    'Photo: ',
    'KICKER: ',
    'By Ana Brook',
    '18 September 2023',
    ' said the ',
    '. ',
    '😀',
    '\u2028',
  ),
);
const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const tag = fc.constantFrom(
  '<p>',
  '</p>',
  '<div class="byline">',
  '</div>',
  '<h1>',
  '<br>',
  '<script>',
  '<',
  '&amp;',
  '<!--',
  '<li hidden>',
  '<time datetime="2023-09-18">',
  '<svg>',
);
const anyHtml = fc.array(fc.oneof(piece, tag), { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('stories of any page', () => {
  it('are slices of any text in order, with their blocks inside', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const page = await pageOf(text, 'text');
        if (page) check(page, splitStories(page, identify));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('are slices of any HTML in order, with their blocks inside', async () => {
    await fc.assert(
      fc.asyncProperty(anyHtml, async (html) => {
        const page = await pageOf(html, 'html');
        if (page) check(page, splitStories(page, identify));
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it.each(['', ' ', '\n\t\n', '\u2028'])('there is none in %j, and nothing throws', async (text) => {
    expect(await pageOf(text, 'text')).toBeUndefined();
    expect(await pageOf(text, 'html')).toBeUndefined();
  });

  it.each([
    ['one line without spaces', 'text', (n: number) => 'x'.repeat(n)],
    ['one line of words', 'text', (n: number) => 'Ana Brook said so. '.repeat(n / 19)],
    ['many lines', 'text', (n: number) => 'The union said that it would go on\n'.repeat(n / 35)],
    ['one paragraph of HTML', 'html', (n: number) => `<p>${'word '.repeat(n / 5)}</p>`],
    ['many paragraphs', 'html', (n: number) => '<p>The union said that it would go on.</p>'.repeat(n / 43)],
    ['open brackets', 'text', (n: number) => '('.repeat(n)],
    ['dashes and capitals', 'text', (n: number) => 'A-'.repeat(n / 2)],
  ] as const)(
    '5 MB of %s are read in about linear time',
    async (_, format, make) => {
      const time = async (size: number) => {
        const page = await pageOf(make(size), format);
        const start = performance.now();
        if (page) check(page, splitStories(page, identify));
        return performance.now() - start;
      };
      await time(100_000);
      const small = await time(500_000);
      const large = await time(5_000_000);
      // Ten times the size: far below the hundred times of quadratic time, with room for a busy machine.
      expect(large).toBeLessThan(40 * Math.max(small, 50));
    },
    120_000,
  );

  it('bears any depth of nesting', async () => {
    const page = await pageOf(`${'<div>'.repeat(10_000)}<p>Deep in the page it stands.</p>`, 'html');
    if (page === undefined) throw new Error('no page');
    check(page, splitStories(page, identify));
  });
});
