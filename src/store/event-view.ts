import type { Event } from '../schema/event.ts';
import type { Story } from '../schema/story.ts';
import type { EventView } from './store.ts';

/** An event of a story with what a reader needs to judge it. */
export function toEventView(story: Story, event: Event): EventView {
  const named = new Set([...event.source, ...event.target, ...event.attribution.flatMap(({ actor }) => actor ?? [])]);
  for (const actor of story.actors)
    if (named.has(actor.id)) for (const member of actor.members ?? []) named.add(member);
  const place = story.places.find(({ id }) => id === event.place)?.name;
  const { start, end } = story.sentences[event.sentence] ?? event.trigger;
  const url = story.page.canonicalUrl ?? story.page.url;
  return {
    event,
    actors: story.actors.filter(({ id }) => named.has(id)),
    ...(place !== undefined && { place }),
    story: {
      id: story.id,
      ...(story.title !== undefined && { title: story.title }),
      ...(story.published !== undefined && { published: story.published.value }),
      ...(url !== undefined && { url }),
      ...(story.publisher !== undefined && { publisher: story.publisher }),
    },
    sentence: {
      text: story.text.slice(start, end),
      trigger: { start: event.trigger.start - start, end: event.trigger.end - start },
    },
  };
}
