import type { Page } from '../schema/page.ts';
import type { Block, BlockRole, StoryKind, StorySlice } from '../schema/story.ts';
import { findWire } from './find-wire.ts';

/** A block with offsets into the page's text. */
export interface PageBlock {
  readonly start: number;
  readonly end: number;
  readonly role: BlockRole;
}

/** A story as planned: its blocks lie in page order and do not overlap. */
export interface StoryPlan
  extends Partial<Pick<StorySlice, 'title' | 'kicker' | 'deck' | 'authors' | 'publisher' | 'updated'>> {
  readonly kind: StoryKind;
  readonly language: string;
  readonly blocks: readonly PageBlock[];
}

/** Makes the slice of a planned story: from its first block to its last, all of the text between in it. */
export function toSlice(page: Page, plan: StoryPlan, number: number): StorySlice {
  const { blocks, kind, language, ...named } = plan;
  const start = blocks[0]?.start ?? 0;
  const end = blocks.at(-1)?.end ?? page.text.length;
  const own: Block[] = blocks.map((block) => ({
    start: block.start - start,
    end: block.end - start,
    role: block.role,
  }));
  const lead = blocks.find((block) => block.role === 'paragraph');
  const wire = lead && findWire(page.text.slice(lead.start, lead.end));
  return {
    id: `${page.id}#${number}`,
    page: {
      id: page.id,
      ...(page.url !== undefined && { url: page.url }),
      ...(page.path !== undefined && { path: page.path }),
      mediaType: page.mediaType,
      sha256: page.sha256,
      start,
      end,
      ...(page.retrieved !== undefined && { retrieved: page.retrieved }),
      ...(page.canonicalUrl !== undefined && { canonicalUrl: page.canonicalUrl }),
    },
    kind,
    ...named,
    ...(wire !== undefined && { wire }),
    language,
    text: page.text.slice(start, end),
    blocks: own,
  };
}
