import type { Block, Story } from '../schema/story.ts';
import type { StorySummary } from './answers.ts';

/** Two lines of a list on a wide screen. */
const openingChars = 240;

/** Cuts a record down to what a list of stories shows. */
export function summarizeStory(story: Story): StorySummary {
  const { id, page, kind, title, publisher, wire, published, language, notCoded, events } = story;
  return {
    id,
    page: { id: page.id, ...(page.url !== undefined && { url: page.url }), start: page.start, end: page.end },
    kind,
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(wire !== undefined && { wire }),
    ...(published && { published }),
    language,
    ...(notCoded && { notCoded }),
    opening: openingOf(story),
    counts: { events: events.length, actors: story.actors.length, quotes: story.quotes.length },
    quads: { 1: countQuad(story, 1), 2: countQuad(story, 2), 3: countQuad(story, 3), 4: countQuad(story, 4) },
  };
}

function countQuad(story: Story, quad: number): number {
  return story.events.filter((event) => event.quad === quad).length;
}

/** The lead: the deck, else the first paragraph, else the text as it begins; never half a surrogate pair. */
function openingOf(story: Story): string {
  const isLead = (block: Block) => block.role === 'paragraph' || block.role === 'quote' || block.role === 'list';
  const lead = story.blocks.find((block) => block.role === 'deck') ?? story.blocks.find(isLead);
  const start = lead?.start ?? 0;
  let end = Math.min(lead?.end ?? story.text.length, start + openingChars);
  const last = story.text.charCodeAt(end - 1);
  if (end > start && end < story.text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
  return story.text.slice(start, end);
}
