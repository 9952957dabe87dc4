import { findActors } from './annotate/actors/find-actors.ts';
import { findAmounts } from './annotate/amounts/find-amounts.ts';
import { findInstruments } from './annotate/instruments/find-instruments.ts';
import { findPlaces } from './annotate/places/find-places.ts';
import { findQuotes } from './annotate/quotes/find-quotes.ts';
import { findTimes } from './annotate/times/find-times.ts';
import { codeEvents } from './events/code-events.ts';
import { codePair } from './events/code-pair.ts';
import type { Resources } from './resources.ts';
import type { PairAnswer } from './schema/event.ts';
import type { Page } from './schema/page.ts';
import type { Annotations, Published, Story, StorySlice } from './schema/story.ts';
import { dateStory } from './stories/date-story.ts';
import { refineDate } from './stories/refine-date.ts';
import { splitStories } from './stories/split-stories.ts';
import type { Parse } from './text/parse.ts';
import { parseText } from './text/parse-text.ts';

/** Reads one page into its stories, in page order. The line itself: the only file that knows the order. */
export function* readPage(page: Page, resources: Resources): Generator<Story> {
  for (const slice of splitStories(page, resources.language)) {
    const published = dateStory(slice, page);
    if (!isRead(slice.language)) {
      yield toStory(slice, published, emptyParse(slice), nothingFound, [], resources, 'language');
      continue;
    }
    const parse = parseText(slice, resources.tagger);
    let found = annotate(parse, published, resources);
    const dated = refineDate(published, slice, found);
    if (dated !== published) found = { ...found, times: findTimes(parse, dated) };
    const events = codeEvents(parse, found, dated, resources.codebook);
    yield toStory(slice, dated, parse, found, events, resources);
  }
}

/** Answers a pair question: how the first marked actor acts on the second. Absent when no deed joins them. */
export function readPair(page: Page, resources: Resources): PairAnswer | undefined {
  if (page.pair === undefined) return undefined;
  const slice = wholePage(page);
  const parse = parseText(slice, resources.tagger);
  const published = dateStory(slice, page);
  const answer = codePair(parse, annotate(parse, published, resources), page.pair, resources.codebook);
  return answer && { id: page.id, pair: answer };
}

function annotate(parse: Parse, published: Published | undefined, resources: Resources): Annotations {
  const times = findTimes(parse, published);
  const amounts = findAmounts(parse);
  const instruments = findInstruments(parse);
  const places = findPlaces(parse, resources.gazetteer);
  const actors = findActors(parse, places, published, resources.actors);
  const quotes = findQuotes(parse, actors, resources.cues);
  return { times, amounts, instruments, places, actors, quotes };
}

/** English is what the rules know; an undetermined language (a few words) is tried as English. */
function isRead(language: string): boolean {
  return language === 'und' || /^en\b/.test(language);
}

const nothingFound: Annotations = { times: [], amounts: [], instruments: [], places: [], actors: [], quotes: [] };

const emptyParse = (slice: StorySlice): Parse => ({ story: slice.id, text: slice.text, sentences: [] });

/** The offsets of a pair question count in the page's text, so its page is one story. */
function wholePage(page: Page): StorySlice {
  const { id, mediaType, sha256, text } = page;
  const whole = { start: 0, end: text.length };
  return {
    id: `${id}#1`,
    page: { id, mediaType, sha256, ...whole },
    kind: 'article',
    language: 'en',
    text,
    blocks: text === '' ? [] : [{ ...whole, role: 'paragraph' }],
  };
}

function toStory(
  slice: StorySlice,
  published: Published | undefined,
  parse: Parse,
  found: Annotations,
  events: Story['events'],
  resources: Resources,
  notCoded?: Story['notCoded'],
): Story {
  return {
    schemaVersion: 1,
    ...slice,
    ...(published && { published }),
    ...(notCoded && { notCoded }),
    sentences: parse.sentences.map(({ start, end }) => ({ start, end })),
    ...found,
    events,
    reader: resources.stamp,
  };
}
