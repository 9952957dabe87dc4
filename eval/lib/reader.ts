import { readPages } from '../../src/input/read-pages.ts';
import { readPage, readPair } from '../../src/read.ts';
import type { Resources } from '../../src/resources.ts';
import type { PairAnswer } from '../../src/schema/event.ts';
import type { Failure, Page } from '../../src/schema/page.ts';
import type { Story } from '../../src/schema/story.ts';

/** A line as `annals read --jsonl -` takes it. */
export interface InputLine {
  readonly id: string;
  readonly text?: string;
  readonly html?: string;
  readonly url?: string;
  readonly published?: string;
  readonly pair?: { readonly source: unknown; readonly target: unknown };
}

/** The product's own line, run in this process: it starts once for all sets. */
export interface Reader {
  /** Stories of each line in input order; a page that failed or crashed has none. */
  stories(lines: readonly InputLine[]): Promise<Story[]>;
  pages(lines: readonly InputLine[]): Promise<Page[]>;
  pairs(lines: readonly InputLine[]): Promise<PairAnswer[]>;
  /** Pages on which a stage threw (it never may), with the first line of what it said. */
  readonly crashes: readonly { readonly id: string; readonly error: string }[];
  /** Lines that the input stage answered with a failure: counted as empty, as everywhere. */
  readonly unread: readonly Failure['failure'][];
  readonly words: number;
  readonly seconds: number;
}

export function openReader(resources: Resources): Reader {
  const crashes: { id: string; error: string }[] = [];
  const unread: Failure['failure'][] = [];
  let words = 0;
  let seconds = 0;

  async function* pagesOf(lines: readonly InputLine[]): AsyncGenerator<Page> {
    for await (const page of readPages({ kind: 'stream', stream: bytesOf(lines), name: 'gold', format: 'jsonl' })) {
      if ('failure' in page) unread.push(page.failure);
      else yield page;
    }
  }
  async function each<T>(lines: readonly InputLine[], read: (page: Page) => readonly T[]): Promise<T[]> {
    const all: T[] = [];
    const start = performance.now();
    for await (const page of pagesOf(lines)) {
      words += page.text.split(/\s+/u).length;
      try {
        all.push(...read(page));
      } catch (error) {
        crashes.push({
          id: page.id,
          error: String(error instanceof Error ? error.stack : error)
            .split('\n')
            .slice(0, 2)
            .join(' '),
        });
      }
    }
    seconds += (performance.now() - start) / 1000;
    return all;
  }
  return {
    stories: (lines) => each(lines, (page) => [...readPage(page, resources)]),
    pages: (lines) => each(lines, (page) => [page]),
    pairs: (lines) =>
      each(lines, (page) => {
        const answer = readPair(page, resources);
        return answer ? [answer] : [];
      }),
    crashes,
    unread,
    get words() {
      return words;
    },
    get seconds() {
      return seconds;
    },
  };
}

async function* bytesOf(lines: readonly InputLine[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const line of lines) yield encoder.encode(`${JSON.stringify(line)}\n`);
}

/** The line that a gold row becomes: nothing but its text, its id and the day it was published. */
export function toLine({ id, text, published }: { id: string; text: string; published?: string }): InputLine {
  return published === undefined ? { id, text } : { id, text, published };
}
