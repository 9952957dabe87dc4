import type { Story } from '../../schema/story.ts';
import { type AnchoredCorrection, applyCorrections } from '../apply-corrections.ts';
import type { Codes } from '../codes.ts';
import { packRecord } from '../pack.ts';
import { makeReady, type ReadyStory } from './write-story.ts';

/** Applies the page's corrections and makes its stories ready to be written. */
export function readyStories(
  stories: readonly Story[],
  corrections: readonly AnchoredCorrection[],
  codes: Codes,
): { readonly ready: readonly ReadyStory[]; readonly applied: readonly boolean[] } {
  const corrected = applyCorrections(stories, corrections, codes);
  const ready = stories.map((story, i) => {
    const now = corrected.stories[i] ?? story;
    const bytes = { record: packRecord(story), ...(now !== story && { corrected: packRecord(now) }) };
    return makeReady(now, bytes, corrected.identities);
  });
  return { ready, applied: corrected.applied };
}
