import type { Page } from '../schema/page.ts';
import type { StorySlice } from '../schema/story.ts';
import { splitHtml } from './html/split-html.ts';
import type { IdentifyLanguage } from './load-language.ts';
import { splitText } from './text/split-text.ts';
import { toSlice } from './to-slice.ts';

/**
 * Splits a page into its stories, in page order; their slices never overlap.
 *
 * @returns at least one story when the page has text
 */
export function splitStories(page: Page, identifyLanguage: IdentifyLanguage): StorySlice[] {
  const plans = page.markup ? splitHtml(page, page.markup, identifyLanguage) : splitText(page, identifyLanguage);
  return plans.filter((plan) => plan.blocks.length > 0).map((plan, i) => toSlice(page, plan, i + 1));
}
