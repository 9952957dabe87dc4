import type { Attribution } from '../schema/event.ts';
import type { Quote } from '../schema/quote.ts';
import type { Span } from '../schema/span.ts';
import { contains, firstFrom, overlaps } from '../util/spans.ts';

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

/** The quotes that each sentence (by index) has a part in, so that an event looks only at those near it. */
export function quotesBySentence(
  quotes: readonly Quote[],
  sentences: readonly Span[],
): ReadonlyMap<number, readonly Quote[]> {
  const near = new Map<number, Quote[]>();
  for (const quote of quotes) {
    for (const piece of quote.content) {
      for (let i = Math.max(0, firstFrom(sentences, piece.start) - 1); i < sentences.length; i += 1) {
        const sentence = sentences[i];
        if (sentence === undefined || sentence.start >= piece.end) break;
        if (!overlaps(sentence, piece)) continue;
        const here = near.get(i) ?? [];
        if (here.at(-1) !== quote) here.push(quote);
        near.set(i, here);
      }
    }
  }
  return near;
}
