import type { Actor } from '../schema/actor.ts';
import type { Event } from '../schema/event.ts';
import type { Place } from '../schema/place.ts';
import type { Story } from '../schema/story.ts';

/** One story's telling of an event, with what it is compared by. */
export interface StoryReport {
  readonly story: Story;
  readonly event: Event;
  /** Publisher, else the host of the page's address. */
  readonly outlet?: string;
  /** A group whose members are known stands for its members. */
  readonly source: readonly Actor[];
  readonly target: readonly Actor[];
  readonly place?: Place;
  /** The event's own days, else those of the story's publication. ISO 8601. */
  readonly days?: { readonly earliest: string; readonly latest: string };
  /** Whether the days are said of the event itself. */
  readonly ownDays: boolean;
}

/** All reports, by day, then story, then place in the story; undated ones last. */
export function reportsOf(stories: readonly Story[]): StoryReport[] {
  const reports = stories.flatMap((story) =>
    story.events.map((event, position) => ({ ...toReport(story, event), position })),
  );
  return reports.sort(
    (a, b) =>
      compare(a.days?.earliest ?? '~', b.days?.earliest ?? '~') ||
      compare(a.story.id, b.story.id) ||
      a.position - b.position,
  );
}

/** By code units, whatever the locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function toReport(story: Story, event: Event): StoryReport {
  const outlet = story.publisher ?? hostOf(story.page.canonicalUrl ?? story.page.url);
  const place = story.places.find(({ id }) => id === event.place);
  const days = event.time ?? story.published;
  return {
    story,
    event,
    ...(outlet !== undefined && { outlet }),
    source: partiesOf(story, event.source),
    target: partiesOf(story, event.target),
    ...(place !== undefined && { place }),
    ...(days !== undefined && { days: { earliest: days.earliest, latest: days.latest } }),
    ownDays: event.time !== undefined,
  };
}

function partiesOf(story: Story, ids: readonly string[]): Actor[] {
  const byId = new Map(story.actors.map((actor) => [actor.id, actor]));
  const all = ids.flatMap((id) => {
    const members = byId.get(id)?.members?.filter((member) => byId.has(member)) ?? [];
    return members.length > 0 ? members : [id];
  });
  return [...new Set(all)].flatMap((id) => byId.get(id) ?? []);
}

function hostOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  return new URL(address).hostname.replace(/^www\./, '') || undefined;
}
