import type { Actor } from '../../src/schema/actor.ts';
import type { Event } from '../../src/schema/event.ts';
import type { Page } from '../../src/schema/page.ts';
import type { Span } from '../../src/schema/span.ts';
import type { BlockRole, Published, Story } from '../../src/schema/story.ts';
import type { ReadPage } from '../../src/store/store.ts';
import { sha256 } from '../../src/util/hash.ts';

/** The text of a story, block by block. */
export type Blocks = readonly (readonly [BlockRole, string])[];

export type Draft = Omit<Story, 'text' | 'blocks' | 'sentences' | 'id' | 'page' | 'schemaVersion' | 'reader'>;

/** Finds words in a text: `at('Norway', 2)` is the second place where they stand. */
export type At = (words: string, nth?: number) => Span;

function finder(text: string): At {
  return (words, nth = 1) => {
    let start = -1;
    for (let n = 0; n < nth; n++) start = text.indexOf(words, start + 1);
    if (start < 0) throw new Error(`fixture: "${words}" (${nth}) is not in the text`);
    return { start, end: start + words.length };
  };
}

const quiet: ReadonlySet<BlockRole> = new Set(['kicker', 'byline', 'credit', 'caption', 'notice', 'other', 'dateline']);

export interface Draftsman {
  readonly blocks: Blocks;
  readonly draft: (at: At, id: string) => Draft;
}

/** Builds a page whose text is all its blocks, a line feed between two, an empty line between two stories. */
export function buildPage(id: string, pageUrl: string | undefined, drafts: readonly Draftsman[]): ReadPage {
  const texts = drafts.map(({ blocks }) => blocks.map(([, words]) => words).join('\n'));
  const pageText = texts.join('\n\n');
  const bytes = new TextEncoder().encode(pageText);
  const page: Page = {
    id,
    ...(pageUrl && { url: pageUrl }),
    mediaType: 'text/plain',
    sha256: sha256(bytes),
    bytes,
    text: pageText,
    given: {},
  };
  let start = 0;
  const stories = drafts.map(({ blocks, draft }, n): Story => {
    const text = texts[n] ?? '';
    const storyId = `${id}#${n + 1}`;
    const slice = { start, end: start + text.length };
    start = slice.end + 2;
    const spans = layOut(blocks);
    const story: Story = {
      schemaVersion: 1,
      id: storyId,
      page: { id, ...(pageUrl && { url: pageUrl }), mediaType: page.mediaType, sha256: page.sha256, ...slice },
      text,
      blocks: spans,
      sentences: spans.filter((block) => !quiet.has(block.role)).flatMap((block) => sentencesIn(text, block)),
      reader: { version: '0.1.0', model: 'none', codebook: 'fixture', data: 'fixture' },
      ...draft(finder(text), storyId),
    };
    return { ...story, events: story.events.map((event) => ({ ...event, sentence: sentenceOf(story, event) })) };
  });
  return { page, stories };
}

function layOut(blocks: Blocks): Story['blocks'] {
  let start = 0;
  return blocks.map(([role, words]) => {
    const block = { start, end: start + words.length, role };
    start = block.end + 1;
    return block;
  });
}

function sentencesIn(text: string, block: Span): Span[] {
  return [...text.slice(block.start, block.end).matchAll(/\S.*?(?:[.!?]”?(?= )|$)/g)].map((match) => ({
    start: block.start + match.index,
    end: block.start + match.index + match[0].length,
  }));
}

function sentenceOf(story: Story, event: Event): number {
  return story.sentences.findIndex((s) => s.start <= event.trigger.start && event.trigger.end <= s.end);
}

export const none: Draft = {
  kind: 'article',
  language: 'en',
  actors: [],
  places: [],
  times: [],
  amounts: [],
  instruments: [],
  quotes: [],
  events: [],
};

export const day = (value: string, source: Published['source'], text: string, says: string): Published => ({
  value,
  earliest: value,
  latest: value,
  source,
  evidence: [{ text, says }],
});

export const names = (spans: readonly Span[]): Actor['mentions'] => spans.map((span) => ({ ...span, form: 'name' }));

/** What nearly every event of these fixtures shares. */
export const deed = {
  contexts: [],
  attribution: [],
  amounts: [],
  instruments: [],
  sentence: 0,
  importance: 'core',
} as const;
