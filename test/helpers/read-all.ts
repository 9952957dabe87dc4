import { type InputFormat, readPages } from '../../src/input/read-pages.ts';
import { readPage } from '../../src/read.ts';
import type { Resources } from '../../src/resources.ts';
import type { Failure, Page } from '../../src/schema/page.ts';
import type { Story } from '../../src/schema/story.ts';

/** One page with its stories, or why it could not be read. */
export type ReadAnswer = { readonly page: Page; readonly stories: readonly Story[] } | Failure;

/** Reads a text or HTML source to the end, the way the command line does. */
export async function readAll(source: string, format: InputFormat, resources: Resources): Promise<ReadAnswer[]> {
  const answers: ReadAnswer[] = [];
  const bytes = new TextEncoder().encode(source);
  const input =
    format === 'text'
      ? ({ kind: 'text', text: source, id: 'page' } as const)
      : ({ kind: 'stream', stream: once(bytes), name: `page.${format}`, format } as const);
  for await (const answer of readPages(input, { format, published: '2024-03-15' })) {
    answers.push('failure' in answer ? answer : { page: answer, stories: [...readPage(answer, resources)] });
  }
  return answers;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
