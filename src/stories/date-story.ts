import type { Page } from '../schema/page.ts';
import type { Published, StorySlice } from '../schema/story.ts';

/** Dates a story before reading: from given data, metadata, address or dateline. */
export function dateStory(_story: StorySlice, _page: Page): Published | undefined {
  return undefined;
}
