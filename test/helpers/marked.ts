import type { Span } from '../../src/schema/span.ts';

/** A text with its marks taken out, and where each mark stood. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Turns `"give [US$300 million] to Ukraine"` into the text without brackets and the spans that they held. */
export function marked(source: string): Marked {
  const spans: Span[] = [];
  let text = '';
  let from = 0;
  for (const match of source.matchAll(/\[([^[\]]*)\]/g)) {
    text += source.slice(from, match.index);
    const start = text.length;
    text += match[1];
    spans.push({ start, end: text.length });
    from = match.index + match[0].length;
  }
  return { text: text + source.slice(from), spans };
}
