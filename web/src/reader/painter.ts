import type { Span } from '../../../src/schema/span.ts';
import type { LitParts } from './event-parts.ts';
import { type LayerName, layerNames, type Mark } from './layers.ts';
import type { TextIndex } from './text-index.ts';

/** Whether the browser can paint over text without elements; where not, the text is cut into `<mark>` elements. */
export const canPaint: boolean = typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';

/** Later layers win where two set the same property: the deeds stay visible inside a quote. */
const layerPriority: Readonly<Record<LayerName, number>> = {
  quotes: 0,
  actors: 2,
  places: 3,
  times: 4,
  amounts: 5,
  instruments: 6,
  triggers: 7,
};

/** The lit sentence lies under the layers, the lit words over them. */
const litPriority: Readonly<Record<keyof LitParts, number>> = { context: 1, parts: 8, deed: 9 };

/** Paints the layers of one story by the CSS Custom Highlight API: the document's text nodes stay whole. */
export function paintLayers(index: TextIndex, marks: readonly Mark[], hidden: ReadonlySet<string>): void {
  for (const layer of layerNames) {
    const spans = hidden.has(layer) ? [] : marks.filter((mark) => mark.layer === layer);
    paint(index, `annals-${layer}`, spans, layerPriority[layer]);
  }
}

/** Lights up the words of one card. */
export function paintLit(index: TextIndex, lit: LitParts): void {
  for (const part of ['context', 'parts', 'deed'] as const) {
    paint(index, `annals-lit-${part}`, lit[part], litPriority[part]);
  }
}

export function clearPaint(): void {
  for (const name of [...CSS.highlights.keys()]) if (name.startsWith('annals-')) CSS.highlights.delete(name);
}

function paint(index: TextIndex, name: string, spans: readonly Span[], priority: number): void {
  const highlight = new Highlight();
  for (const span of spans) {
    const range = index.range(span);
    if (range) highlight.add(range);
  }
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}
