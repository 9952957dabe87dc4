import type { BlockRole } from '../../schema/story.ts';
import type { PageBlock } from '../to-slice.ts';
import { FUNCTION_WORDS, type Profile } from './profile.ts';

const KICKER = /^["“‘'(]?\p{Lu}[\p{Lu}\p{N} .,'’&/-]{2,40}["”’')]?:(?=\s+\S)/u;

/** A deck has a few words at least; fewer would be a kicker's rest. */
const MIN_DECK_WORDS = 5;
/** Decks of lists end within this. */
const MAX_DECK_CHARS = 300;

/** Blocks of one line of a teaser: "KICKER: deck without a stop The lead begins here …" is three. */
export function teaserBlocks(unit: Profile, role: BlockRole): PageBlock[] {
  const kicker = role === 'paragraph' ? KICKER.exec(unit.text) : null;
  if (!kicker) return [{ start: unit.start, end: unit.end, role }];
  const blocks: PageBlock[] = [{ start: unit.start, end: unit.start + kicker[0].length, role: 'kicker' }];
  const rest = kicker[0].length + (/^\s+/.exec(unit.text.slice(kicker[0].length))?.[0].length ?? 0);
  const lead = findLead(unit.text, rest);
  if (lead !== undefined) {
    const deckEnd = unit.text.slice(0, lead).trimEnd().length;
    blocks.push({ start: unit.start + rest, end: unit.start + deckEnd, role: 'deck' });
  }
  blocks.push({ start: unit.start + (lead ?? rest), end: unit.end, role: 'paragraph' });
  return blocks;
}

/** Where a sentence begins in the middle of another: a capital function word behind a small-letter word without stop. */
function findLead(text: string, from: number): number | undefined {
  const head = text.slice(from, from + MAX_DECK_CHARS);
  for (const match of head.matchAll(/(?<=[\p{Ll}\p{N})’”]\s)\p{Lu}\p{L}*(?=\s)/gu)) {
    const before = head.slice(0, match.index);
    if (/[.!?:]["”’]?\s*$/.test(before)) return undefined;
    const words = before.trim().split(/\s+/).length;
    if (words >= MIN_DECK_WORDS && FUNCTION_WORDS.leadOpeners.has(match[0])) return from + match.index;
  }
  return undefined;
}
