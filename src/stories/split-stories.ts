import type { Page } from '../schema/page.ts';
import type { StorySlice } from '../schema/story.ts';
import type { IdentifyLanguage } from './load-language.ts';

/** Splits a page into its stories. */
export function splitStories(page: Page, identifyLanguage: IdentifyLanguage): StorySlice[] {
  return [
    {
      id: `${page.id}#1`,
      page: { id: page.id, mediaType: page.mediaType, sha256: page.sha256, start: 0, end: page.text.length },
      kind: 'article',
      language: identifyLanguage(page.text),
      text: page.text,
      blocks: [{ start: 0, end: page.text.length, role: 'paragraph' }],
    },
  ];
}
