import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compilePassages, passageFiles } from '../eval/lib/passages.ts';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));

/** A text as it is handed to the reader. */
export interface BenchPage {
  readonly id: string;
  readonly text?: string;
  readonly html?: string;
}

// 542 words are 600 wordpieces: the article that design/runtime.md counts in.
const ARTICLE_WORDS = 542;

/** Articles of about 542 words, made of our own passages, one a paragraph; the held-out ones are left alone. */
export function articles(count: number): BenchPage[] {
  const paragraphs = compilePassages(passageFiles('seen')).rows.map(({ text }) => text);
  const made: BenchPage[] = [];
  let [text, words, at] = ['', 0, 0];
  while (made.length < count) {
    const paragraph = paragraphs[at++ % paragraphs.length] ?? '';
    text += `${paragraph}\n`;
    words += countWords(paragraph);
    if (words < ARTICLE_WORDS) continue;
    made.push({ id: `article-${made.length}`, text });
    [text, words] = ['', 0];
  }
  return made;
}

/** The example page as HTML; on a checkout without examples, none. */
export function htmlPages(): BenchPage[] {
  return readdirSync(examples)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({ id: file, html: readFileSync(examples + file, 'utf8') }));
}

export const countWords = (text: string): number => text.split(/\s+/u).filter(Boolean).length;
