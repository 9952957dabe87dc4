import type { Span } from '../../src/schema/span.ts';
import { overlaps } from '../../src/util/spans.ts';

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** Pairs two lists one to one by overlap: equal spans first, then the largest overlaps. Indexes into both lists. */
export function pairUp(system: readonly Span[], gold: readonly Span[]): [number, number][] {
  const candidates: { size: number; i: number; j: number }[] = [];
  system.forEach((s, i) => {
    gold.forEach((g, j) => {
      if (!overlaps(s, g)) return;
      const size = sameSpan(s, g) ? Number.POSITIVE_INFINITY : Math.min(s.end, g.end) - Math.max(s.start, g.start);
      candidates.push({ size, i, j });
    });
  });
  candidates.sort((a, b) => (a.size === b.size ? a.i - b.i || a.j - b.j : b.size - a.size));
  const [usedSystem, usedGold] = [new Set<number>(), new Set<number>()];
  const pairs: [number, number][] = [];
  for (const { i, j } of candidates) {
    if (usedSystem.has(i) || usedGold.has(j)) continue;
    usedSystem.add(i);
    usedGold.add(j);
    pairs.push([i, j]);
  }
  return pairs;
}

/** Spans without repetition, in text order. */
export function distinct(spans: readonly Span[]): Span[] {
  const known = new Map(spans.map(({ start, end }) => [`${start}:${end}`, { start, end }]));
  return [...known.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

// A head ends where the noun phrase is continued by one of these ("the president | of France", "soldiers | in Gaza").
const ENDS_HEAD =
  /^(?:of|in|at|for|from|to|with|on|by|who|whom|whose|which|that|near|under|against|between|among|over|into|across|including|led|backed)$/iu;
// Of "hundreds of protesters" the protesters are the head, not the hundreds.
const QUANTITY =
  /^(?:hundreds|thousands|dozens|scores|millions|tens|some|many|most|all|none|one|two|three|both|each|half|number|majority)$/iu;

// Nor is a word that only leads over to what follows: "leaders meeting | in Auckland", "forces loyal | to the president".
const LEADS_OVER = /^(?:\p{Ll}+(?:ing|ed)|loyal|close)$/u;

/** The last word of a mention's first noun phrase, by position: "[South Korean President Yoon], the …". */
export function headOf(text: string, span: Span): Span {
  const words: Span[] = [];
  const wordsOf = ({ start, end }: Span): string => text.slice(start, end);
  for (const match of text.slice(span.start, span.end).matchAll(/[\p{L}\p{N}]+(?:[’'.&-][\p{L}\p{N}]+)*|[,;:(–—]/gu)) {
    const start = span.start + match.index;
    const last = words.at(-1);
    if (!ENDS_HEAD.test(match[0]) && /^[\p{L}\p{N}]/u.test(match[0]))
      words.push({ start, end: start + match[0].length });
    else if (last && !(match[0] === 'of' && QUANTITY.test(wordsOf(last)))) {
      const before = words.at(-2);
      const leadsOver =
        before !== undefined && LEADS_OVER.test(wordsOf(last)) && !/^(?:the|an?)$/i.test(wordsOf(before));
      return leadsOver ? before : last;
    }
  }
  return words.at(-1) ?? span;
}

/** Whether two mentions stand for one thing: each holds the other's head. */
export function sameMention(text: string, a: Span, b: Span): boolean {
  return sameSpan(a, b) || (overlaps(a, headOf(text, b)) && overlaps(b, headOf(text, a)));
}
