import type { Quote } from '../../schema/quote.ts';
import type { Span } from '../../schema/span.ts';

/** Says of each quote which other it is nested in: the narrowest whose content holds its cue and content. */
export function nestQuotes(quotes: readonly Quote[]): Quote[] {
  return quotes.map((inner, index) => {
    let best: Quote | undefined;
    // contents are in text order, so an enclosing one begins before; nesting is never further than a few quotes away
    for (let i = Math.max(0, index - 12); i < Math.min(quotes.length, index + 2); i += 1) {
      const outer = quotes[i];
      if (outer === undefined || outer === inner || !holds(outer, inner)) continue;
      if (best === undefined || length(outer) < length(best)) best = outer;
    }
    return best ? { ...inner, via: best.id } : inner;
  });
}

function holds(outer: Quote, inner: Quote): boolean {
  const reach = [...inner.content, ...(inner.cue ? [inner.cue] : [])];
  if (length(outer) <= length(inner)) return false;
  return reach.every((span) => outer.content.some((content) => within(content, span)));
}

function within(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function length(quote: Quote): number {
  return quote.content.reduce((sum, span) => sum + span.end - span.start, 0);
}
