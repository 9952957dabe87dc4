import { findActors } from '../src/annotate/actors/find-actors.ts';
import { findAmounts } from '../src/annotate/amounts/find-amounts.ts';
import { findInstruments } from '../src/annotate/instruments/find-instruments.ts';
import { findPlaces } from '../src/annotate/places/find-places.ts';
import { findQuotes } from '../src/annotate/quotes/find-quotes.ts';
import { findTimes } from '../src/annotate/times/find-times.ts';
import { codeEvents } from '../src/events/code-events.ts';
import type { Resources } from '../src/resources.ts';
import type { Page } from '../src/schema/page.ts';
import { dateStory } from '../src/stories/date-story.ts';
import { splitStories } from '../src/stories/split-stories.ts';
import { parseText } from '../src/text/parse-text.ts';

/** Milliseconds that each stage took over these pages, in the order of the line. */
export function timeStages(pages: readonly Page[], resources: Resources): Map<string, number> {
  const spent = new Map<string, number>();
  const timed = <T>(stage: string, run: () => T): T => {
    const start = performance.now();
    const result = run();
    spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - start);
    return result;
  };
  for (const page of pages) {
    for (const slice of timed('stories', () => splitStories(page, resources.language))) {
      const published = timed('dates', () => dateStory(slice, page));
      const parse = timed('text', () => parseText(slice, resources.tagger));
      const times = timed('times', () => findTimes(parse, published));
      const amounts = timed('amounts', () => findAmounts(parse));
      const instruments = timed('instruments', () => findInstruments(parse));
      const places = timed('places', () => findPlaces(parse, resources.gazetteer));
      const actors = timed('actors', () => findActors(parse, places, published, resources.actors));
      const quotes = timed('quotes', () => findQuotes(parse, actors, resources.cues));
      const found = { times, amounts, instruments, places, actors, quotes };
      timed('events', () => codeEvents(parse, found, published, resources.codebook));
    }
  }
  return spent;
}
