import type { Event } from '../schema/event.ts';
import type { Story } from '../schema/story.ts';

/**
 * A record without the article's text: what may be passed on. The title stays, as any bibliography has it, and so do
 * the words of each trigger; every span stays, and is true once the page is fetched again.
 */
export interface ExportedStory extends Omit<Story, 'text' | 'deck' | 'events'> {
  readonly events: readonly ExportedEvent[];
}

export interface ExportedEvent extends Event {
  /** The words of the trigger. */
  readonly words: string;
}

export function withoutText(story: Story): ExportedStory {
  const { text, deck: _deck, events, ...rest } = story;
  return {
    ...rest,
    events: events.map((event) => ({ ...event, words: text.slice(event.trigger.start, event.trigger.end) })),
  };
}
