import type { Actor } from '../schema/actor.ts';
import type { Event } from '../schema/event.ts';
import type { Place } from '../schema/place.ts';
import type { Span } from '../schema/span.ts';
import type { Story } from '../schema/story.ts';

/** Words of a page and where they stand in its text (not the story's: a later reader may cut stories otherwise). */
interface Words extends Span {
  readonly words: string;
}

/** An event by its trigger, the sentence around it, and what kind of deed it was read as. */
export interface EventAnchor {
  readonly kind: 'event';
  readonly trigger: Words;
  readonly sentence: string;
  readonly type: string;
  /** Position from 0 among events of the same trigger. */
  readonly nth: number;
}

/** An actor or a place by its canonical name and its first mention. */
export interface NameAnchor {
  readonly kind: 'actor' | 'place';
  readonly story: string;
  readonly name: string;
  readonly country?: string;
  readonly mention?: Words;
}

export interface Found<T> {
  readonly story: Story;
  readonly item: T;
}

export function anchorEvent(story: Story, event: Event): EventAnchor {
  const twins = story.events.filter(({ trigger }) => sameSpan(trigger, event.trigger));
  const { type } = event;
  return {
    kind: 'event',
    trigger: wordsAt(story, event.trigger),
    sentence: sentenceOf(story, event),
    type,
    nth: twins.indexOf(event),
  };
}

export function anchorName(
  kind: NameAnchor['kind'],
  story: Story,
  { name, country, mentions }: Actor | Place,
): NameAnchor {
  const first = mentions[0];
  return {
    kind,
    story: story.id,
    name,
    ...(country !== undefined && { country }),
    ...(first !== undefined && { mention: wordsAt(story, first) }),
  };
}

/**
 * The event that an anchor speaks of, in stories of the same page as they are read now. The same trigger words in the
 * same sentence or at the same place of the page, else a trigger that overlaps in the same sentence.
 */
export function findEvent(stories: readonly Story[], anchor: EventAnchor): Found<Event> | undefined {
  const { trigger, sentence, type, nth } = anchor;
  let best: (Found<Event> & { readonly score: number; readonly away: number }) | undefined;
  for (const story of stories) {
    for (const item of story.events) {
      const here = wordsAt(story, item.trigger);
      const inSentence = sentenceOf(story, item) === sentence;
      const inPlace = sameSpan(here, trigger);
      const touches = inSentence && here.start < trigger.end && trigger.start < here.end;
      const sameWords = here.words === trigger.words;
      if (!(sameWords ? inSentence || inPlace : touches)) continue;
      const twin = story.events.filter((other) => sameSpan(other.trigger, item.trigger)).indexOf(item);
      const score = 8 * Number(sameWords) + 4 * Number(inPlace) + 2 * Number(item.type === type) + Number(twin === nth);
      const away = Math.abs(here.start - trigger.start);
      if (best === undefined || score > best.score || (score === best.score && away < best.away)) {
        best = { story, item, score, away };
      }
    }
  }
  return best;
}

/** The actor or place that an anchor speaks of: by canonical name, or by the same words at the same place. */
export function findName<T extends Actor | Place>(
  stories: readonly Story[],
  anchor: NameAnchor,
  list: (story: Story) => readonly T[],
): Found<T> | undefined {
  let best: (Found<T> & { readonly score: number }) | undefined;
  for (const story of stories) {
    for (const item of list(story)) {
      const named = item.name === anchor.name;
      const mentioned = item.mentions.some((mention) => {
        const here = wordsAt(story, mention);
        return anchor.mention !== undefined && sameSpan(here, anchor.mention) && here.words === anchor.mention.words;
      });
      if (!named && !mentioned) continue;
      const score =
        4 * Number(named) +
        3 * Number(mentioned) +
        2 * Number(story.id === anchor.story) +
        Number(item.country === anchor.country);
      if (best === undefined || score > best.score) best = { story, item, score };
    }
  }
  return best;
}

function wordsAt(story: Story, { start, end }: Span): Words {
  const offset = story.page.start;
  return { words: story.text.slice(start, end), start: offset + start, end: offset + end };
}

function sentenceOf(story: Story, event: Event): string {
  const span = story.sentences[event.sentence];
  return span === undefined ? '' : story.text.slice(span.start, span.end);
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
