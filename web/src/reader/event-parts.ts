import type { Event } from '../../../src/schema/event.ts';
import type { Span } from '../../../src/schema/span.ts';
import type { Story } from '../../../src/schema/story.ts';

/** The words that light up for one card: the deed, all that its fields were read from, and the sentence around. */
export interface LitParts {
  readonly deed: readonly Span[];
  readonly parts: readonly Span[];
  readonly context: readonly Span[];
}

export const nothingLit: LitParts = { deed: [], parts: [], context: [] };

/** Everything in the text that an event card speaks of. */
export function eventParts(story: Story, event: Event): LitParts {
  const sentence = story.sentences[event.sentence];
  const inside = (span: Span) => sentence !== undefined && sentence.start <= span.start && span.end <= sentence.end;
  const parties = new Set([...event.source, ...event.target]);
  const mentions = story.actors.filter((actor) => parties.has(actor.id)).flatMap((actor) => actor.mentions);
  const place = story.places.find(({ id }) => id === event.place);
  const parts = [
    ...mentions.filter(inside),
    ...(place?.mentions.filter(inside) ?? []),
    ...event.attribution.flatMap(({ source, cue }) => [source, cue].filter((span) => span !== undefined)),
    ...(event.time?.times ?? []).map((n) => story.times[n]).filter((span) => span !== undefined),
    ...event.amounts.map((n) => story.amounts[n]).filter((span) => span !== undefined),
    ...event.instruments.map((n) => story.instruments[n]).filter((span) => span !== undefined),
  ];
  return {
    deed: [event.trigger, ...(event.triggers ?? [])],
    parts: parts.map(({ start, end }) => ({ start, end })),
    context: sentence ? [sentence] : [],
  };
}
