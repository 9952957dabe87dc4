import type { Span } from '../../../src/schema/span.ts';

/** A stretch to mark and the class names that mark it. */
export interface ClassedSpan extends Span {
  readonly name: string;
}

interface MarkedTextProps {
  readonly text: string;
  /** Where `text` begins in the text that the spans count in. */
  readonly start: number;
  readonly spans: readonly ClassedSpan[];
}

/** Text with `<mark>` elements, cut wherever a mark begins or ends: for browsers that cannot paint highlights. */
export function MarkedText({ text, start, spans }: MarkedTextProps) {
  const end = start + text.length;
  const here = spans.filter((span) => span.start < end && start < span.end);
  const cuts = new Set([start, end]);
  for (const span of here) {
    cuts.add(Math.max(start, span.start));
    cuts.add(Math.min(end, span.end));
  }
  const at = [...cuts].sort((a, b) => a - b);
  return (
    <>
      {at.slice(0, -1).map((from, n) => {
        const to = at[n + 1] ?? end;
        const names = here.filter((span) => span.start <= from && to <= span.end).map((span) => span.name);
        const words = text.slice(from - start, to - start);
        return names.length === 0 ? words : <mark class={[...new Set(names)].join(' ')}>{words}</mark>;
      })}
    </>
  );
}
