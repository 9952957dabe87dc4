import type { Attribution } from '../schema/event.ts';
import type { Quote } from '../schema/quote.ts';
import type { Span } from '../schema/span.ts';
import { contains, overlaps } from '../util/spans.ts';

/** Who says that a deed took place: the quotes around its trigger, outermost first; empty when the text itself does. */
export function attributionOf(trigger: Span, quotes: readonly Quote[]): Attribution[] {
  const around = quotes.filter(
    (quote) =>
      quote.content.some((span) => contains(span, trigger)) &&
      !(quote.cue !== undefined && overlaps(quote.cue, trigger)),
  );
  return around
    .toSorted((a, b) => length(b) - length(a))
    .map((quote) => ({
      ...(quote.speaker !== undefined && { actor: quote.speaker }),
      ...(quote.source !== undefined && { source: quote.source }),
      ...(quote.cue !== undefined && { cue: quote.cue }),
      quote: quote.id,
    }));
}

function length(quote: Quote): number {
  return quote.content.reduce((sum, span) => sum + span.end - span.start, 0);
}

/** Quotes by place, so that each event looks only at those near it. */
export function quotesNear(quotes: readonly Quote[], sentence: Span): Quote[] {
  return quotes.filter((quote) => quote.content.some((span) => overlaps(span, sentence)));
}
