import type { Span } from '../../src/schema/span.ts';

/** A span without white space at its ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: Math.min(from, end), end: start + words.trimEnd().length };
}

/**
 * Where sentences end inside a paragraph: the ends (white space aside) after which the next sentence follows with no
 * line feed between. Paragraph ends are given by the layout and prove nothing.
 */
export function innerEnds(text: string, sentences: readonly Span[]): Set<number> {
  const trimmed = sentences.map((s) => trimSpan(text, s)).filter((s) => s.end > s.start);
  const ends = new Set<number>();
  for (let i = 1; i < trimmed.length; i++) {
    const [a, b] = [trimmed[i - 1], trimmed[i]];
    if (a && b && !text.slice(a.end, b.start).includes('\n')) ends.add(a.end);
  }
  return ends;
}
