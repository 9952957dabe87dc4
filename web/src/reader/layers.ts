import type { Span } from '../../../src/schema/span.ts';
import type { Story } from '../../../src/schema/story.ts';
import { countWords, dayWords, intervalWords } from '../words.ts';

/** The layers over a story's text, in the order of their keys 1 to 7. */
export const layerNames = ['actors', 'quotes', 'triggers', 'times', 'places', 'amounts', 'instruments'] as const;

export type LayerName = (typeof layerNames)[number];

export const layerWords: Readonly<Record<LayerName, string>> = {
  actors: 'Actors',
  quotes: 'Quotes',
  triggers: 'Deeds',
  times: 'Times',
  places: 'Places',
  amounts: 'Amounts',
  instruments: 'Laws',
};

/** One marked stretch of the text and what it was read as. */
export interface Mark extends Span {
  readonly layer: LayerName;
  /** In words for the line under the pointer. */
  readonly says: string;
  /** Id of the actor, place, quote or event it belongs to. */
  readonly of?: string;
}

/** Every mark of every layer, by start. */
export function collectMarks(story: Story): readonly Mark[] {
  const nameOf = (id: string | undefined) => story.actors.find((actor) => actor.id === id)?.name;
  const marks: Mark[] = [];
  const add = (layer: LayerName, span: Span, says: string, of?: string) =>
    marks.push({ layer, start: span.start, end: span.end, says, ...(of !== undefined && { of }) });
  for (const actor of story.actors) {
    const says = [actor.name, actor.office, actor.kind, actor.country].filter(Boolean).join(', ');
    for (const mention of actor.mentions) add('actors', mention, says, actor.id);
  }
  for (const quote of story.quotes) {
    const says = `${quote.style} quote, ${nameOf(quote.speaker) ?? 'speaker not found'}`;
    for (const span of quote.content) add('quotes', span, says, quote.id);
  }
  for (const event of story.events) {
    const says = `${event.type} (${event.status})`;
    for (const span of [event.trigger, ...(event.triggers ?? [])]) add('triggers', span, says, event.id);
  }
  for (const time of story.times) add('times', time, timeWords(time));
  for (const place of story.places) {
    const says = [place.name, place.country, place.precision].filter(Boolean).join(', ');
    for (const mention of place.mentions) add('places', mention, says, place.id);
  }
  for (const amount of story.amounts) add('amounts', amount, amountWords(amount));
  for (const instrument of story.instruments) add('instruments', instrument, `${instrument.name}, ${instrument.kind}`);
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

export function timeWords(time: Story['times'][number]): string {
  if (time.earliest !== undefined && time.latest !== undefined) return intervalWords(time.earliest, time.latest);
  return time.mod === undefined ? dayWords(time.value) : `${time.value} (${time.mod.toLowerCase()})`;
}

export function amountWords({ value, unit, kind, per, min, max }: Story['amounts'][number]): string {
  const number = value.toLocaleString('en');
  const bound =
    min !== undefined && max === undefined ? 'at least ' : max !== undefined && min === undefined ? 'at most ' : '';
  const what =
    kind === 'money'
      ? `${number} ${unit}`
      : kind === 'people'
        ? countWords(value, 'person', 'people')
        : `${number} ${unit}, ${kind}`;
  return `${bound}${what}${per === undefined ? '' : ` ${per}`}`;
}

/** The marks that meet a stretch of the text. `marks` is sorted by start. */
export function marksWithin(marks: readonly Mark[], { start, end }: Span): readonly Mark[] {
  return marks.filter((mark) => mark.start < end && mark.end > start);
}

/** The marks that cover an offset, innermost last. `marks` is sorted by start. */
export function marksAt(marks: readonly Mark[], offset: number): readonly Mark[] {
  const found: Mark[] = [];
  for (const mark of marks) {
    if (mark.start > offset) break;
    if (mark.end > offset) found.push(mark);
  }
  return found.sort((a, b) => b.end - b.start - (a.end - a.start));
}
