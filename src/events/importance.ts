import type { Event } from '../schema/event.ts';
import type { Parse } from '../text/parse.ts';
import type { Draft } from './draft.ts';

// the inverted pyramid: a story tells its news in its first third, and never in fewer sentences than these
const minLead = 3;

/** Told as this story's news (headline, lead, first third), or as background (later, or in the past perfect). */
export function importanceOf(draft: Draft, parse: Parse): Event['importance'] {
  const lead = Math.max(minLead, Math.ceil(parse.sentences.length / 3));
  if (draft.reading.index >= lead) return 'minor';
  const verb = draft.reading.shallow.chunks[draft.trigger.chunk]?.verb;
  const isBackground = verb?.perfect === true && hasHad(draft);
  return isBackground && draft.reading.index > 0 ? 'minor' : 'core';
}

function hasHad({ reading, trigger }: Draft): boolean {
  const { chunks, tokens, text } = reading.shallow;
  const first = tokens[chunks[trigger.chunk]?.from ?? -1];
  return first !== undefined && text.slice(first.start, first.end).toLowerCase() === 'had';
}
