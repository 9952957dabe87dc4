import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Span } from '../../../src/schema/span.ts';
import type { Story } from '../../../src/schema/story.ts';
import { eventParts, type LitParts, nothingLit } from './event-parts.ts';
import { collectMarks, type Mark } from './layers.ts';

/** What cards, text and keys of one open story share. */
export interface ReaderState {
  readonly story: Story;
  readonly marks: readonly Mark[];
  /** Id of the event, actor, quote … under the pointer. */
  readonly hovered: Signal<string | undefined>;
  /** Id of the event in focus. */
  readonly active: Signal<string | undefined>;
  /** What is lit: the hovered thing, else the one in focus. */
  readonly lit: ReadonlySignal<string | undefined>;
  readonly litParts: ReadonlySignal<LitParts>;
  /** What the marks under the pointer were read as. */
  readonly inspected: Signal<readonly Mark[]>;
  /** Brings words into view; set by the text. */
  readonly reveal: { current: (span: Span, how: { readonly select: boolean }) => void };
}

export function createReaderState(story: Story): ReaderState {
  const hovered = signal<string | undefined>();
  const active = signal<string | undefined>();
  const lit = computed(() => hovered.value ?? active.value);
  return {
    story,
    marks: collectMarks(story),
    hovered,
    active,
    lit,
    litParts: computed(() => (lit.value === undefined ? nothingLit : partsOf(story, lit.value))),
    inspected: signal([]),
    reveal: { current: () => {} },
  };
}

/** The words of anything with an id: event, actor, quote, place; or `times/3` for the lists without ids. */
function partsOf(story: Story, id: string): LitParts {
  const event = story.events.find((event) => event.id === id);
  if (event) return eventParts(story, event);
  const quote = story.quotes.find((quote) => quote.id === id);
  if (quote) {
    const around = [quote.source, quote.cue].filter((span) => span !== undefined);
    return { deed: quote.content, parts: around, context: [] };
  }
  const mentioned = story.actors.find((actor) => actor.id === id) ?? story.places.find((place) => place.id === id);
  if (mentioned) return { ...nothingLit, deed: mentioned.mentions };
  const [list, n] = id.split('/');
  if (list === 'times' || list === 'amounts' || list === 'instruments') {
    const span = story[list][Number(n)];
    return span ? { ...nothingLit, deed: [span] } : nothingLit;
  }
  return nothingLit;
}

/** The part of an event's id after its story's: "e3". */
export function shortId(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
