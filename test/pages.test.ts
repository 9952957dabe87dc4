import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPages } from '../src/input/read-pages.ts';
import { readPage } from '../src/read.ts';
import { loadResources } from '../src/resources.ts';
import type { Story } from '../src/schema/story.ts';
import { expectTruePage, expectValidRecord } from './helpers/record-schema.ts';

const folder = new URL('./pages/', import.meta.url);
const resources = await loadResources();

/** What a golden page pins: stories, blocks and dates, each with the words at its offsets. */
function essence({
  id,
  kind,
  title,
  kicker,
  deck,
  authors,
  publisher,
  wire,
  updated,
  language,
  page,
  text,
  ...story
}: Story) {
  return {
    id,
    kind,
    ...{ title, kicker, deck, authors, publisher, wire, updated },
    language,
    slice: [page.start, page.end],
    published: story.published,
    blocks: story.blocks.map(({ role, start, end }) => ({ role, start, end, words: brief(text.slice(start, end)) })),
    sentences: story.sentences.length,
  };
}

const brief = (words: string): string => (words.length <= 90 ? words : `${words.slice(0, 50)} … ${words.slice(-35)}`);

async function read(slug: string): Promise<unknown[]> {
  const source = readdirSync(new URL(`${slug}/`, folder)).find((name) => name.startsWith('source.'));
  // A name of its own, so that messages do not hold the path of this machine.
  const bytes = readFileSync(new URL(`${slug}/${source}`, folder));
  const format = source?.endsWith('.html') ? 'html' : source?.endsWith('.jsonl') ? 'jsonl' : 'text';
  const stream = (async function* () {
    yield new Uint8Array(bytes);
  })();
  const found: unknown[] = [];
  for await (const page of readPages({ kind: 'stream', stream, name: slug, format })) {
    if ('failure' in page) {
      expectValidRecord(page, 'Failure');
      found.push(page);
      continue;
    }
    const stories = [...readPage(page, resources)];
    for (const story of stories) expectValidRecord(story);
    expectTruePage(page, stories);
    found.push(...stories.map(essence));
  }
  return JSON.parse(JSON.stringify(found)) as unknown[];
}

describe('golden pages', () => {
  const slugs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  it.each(slugs.map((entry) => entry.name))('%s', async (slug) => {
    const expected = new URL(`${slug}/expected.json`, folder);
    const found = await read(slug);
    // To make or renew an expectation: UPDATE_PAGES=1, then read the difference.
    if (process.env.UPDATE_PAGES) writeFileSync(expected, `${JSON.stringify(found, null, 1)}\n`);
    expect(existsSync(expected)).toBe(true);
    expect(found).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});
