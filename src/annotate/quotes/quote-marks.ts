import type { Span } from '../../schema/span.ts';
import type { Parse } from '../../text/parse.ts';

/** A stretch between quotation marks; the span holds the marks. */
export interface Quoted extends Span {
  /** Index of the stretch that it goes on from: the paragraph before was left open. */
  readonly continues?: number;
  /** Words between the marks. */
  readonly words: number;
}

const closers: Record<string, string> = { '“': '”', '«': '»', '‹': '›', '„': '“”', '‘': '’', '"': '"', '»': '«' };
// a quotation of more than this many characters without a closing mark is a stray mark
const maxLength = 4000;
const letter = /[\p{L}\p{N}]/u;

/**
 * Finds quoted stretches, block by block, in text order. A paragraph left open by a curly or straight mark goes on in
 * the next one if that begins with an opening mark.
 */
export function findQuoted(text: string, blocks: readonly Span[]): Quoted[] {
  const found: Quoted[] = [];
  let open = -1;
  for (const block of blocks) {
    let at = block.start;
    let last = -1;
    while (at < block.end) {
      const mark = text.charAt(at);
      const closing = closers[mark];
      if (closing === undefined || !opensHere(text, at, block.start)) {
        at += 1;
        continue;
      }
      const end = findClose(text, at, block.end, mark, closing);
      const atStart = text.slice(block.start, at).trim() === '';
      if (end < 0 && (mark === '‘' || (mark !== '"' && mark !== '“') || block.end - at > maxLength)) {
        at += 1;
        continue;
      }
      if (end < 0 && mark === '"' && !atStart) {
        at += 1;
        continue;
      }
      const span = trimmed(text, at, end < 0 ? block.end : end);
      const goesOn = open >= 0 && atStart;
      found.push({ ...span, words: countWords(text.slice(span.start, span.end)), ...(goesOn && { continues: open }) });
      last = end < 0 ? found.length - 1 : -1;
      at = span.end;
    }
    open = last;
  }
  return found;
}

function opensHere(text: string, at: number, from: number): boolean {
  const mark = text.charAt(at);
  if (mark === '»') return false;
  const before = at > from ? text.charAt(at - 1) : ' ';
  const after = text.charAt(at + 1);
  if (mark === '"' || mark === '‘') return !letter.test(before) && after.trim() !== '';
  return true;
}

function findClose(text: string, at: number, end: number, mark: string, closing: string): number {
  const limit = Math.min(end, at + maxLength);
  for (let i = at + 1; i < limit; i += 1) {
    const char = text.charAt(i);
    if (!closing.includes(char)) {
      // a second opening mark of the same kind: the first was stray
      if (char === mark && mark === '“') return -1;
      continue;
    }
    // an apostrophe is no closing mark
    if (mark === '‘' && (letter.test(text.charAt(i + 1)) || text.charAt(i + 1) === '')) continue;
    return i + 1;
  }
  return -1;
}

function trimmed(text: string, start: number, end: number): Span {
  let to = end;
  while (to > start && /\s/.test(text.charAt(to - 1))) to -= 1;
  return { start, end: to };
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => letter.test(word)).length;
}

/** The stretches that a parse's sentences cover, one a block. */
export function blocksOf(parse: Parse): Span[] {
  const blocks: { start: number; end: number; block: number }[] = [];
  for (const { start, end, block } of parse.sentences) {
    const last = blocks.at(-1);
    if (last?.block === block) last.end = end;
    else blocks.push({ start, end, block });
  }
  return blocks;
}
