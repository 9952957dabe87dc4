import type { Page, PageMarkup } from '../../schema/page.ts';
import type { DomDocument } from '../../util/dom.ts';
import { decideLanguage } from '../decide-language.ts';
import type { IdentifyLanguage } from '../load-language.ts';
import type { PageBlock, StoryPlan } from '../to-slice.ts';
import { articleBlocks, longestRun } from './article-blocks.ts';
import { findArticle } from './find-article.ts';
import { readMetadata } from './metadata.ts';
import { segmentsOf } from './segments.ts';

/** Below this much prose a page without any word of being an article is taken for another kind of page. */
const MIN_ARTICLE_CHARS = 100;

/** A live blog shows the clock at each entry; the report of a match whose page also holds one does not. */
const MIN_TIMED_ENTRIES = 4;
const ENTRY_TIME = /(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?!\d)/;

function hasTimedEntries(text: string, blocks: readonly PageBlock[]): boolean {
  const timed = blocks.filter(({ start, end }) => end - start < 80 && ENTRY_TIME.test(text.slice(start, end)));
  return timed.length >= MIN_TIMED_ENTRIES;
}

/** Plans the stories of an HTML page: its article, or what prose it has. */
export function splitHtml(page: Page, markup: PageMarkup, identifyLanguage: IdentifyLanguage): StoryPlan[] {
  const segments = segmentsOf(page, markup);
  const metadata = readMetadata(markup.document as DomDocument);
  const kept = findArticle(markup, metadata.title ?? '');
  const found = kept && articleBlocks(segments, kept, metadata);
  const chosen = found?.some((block) => block.role === 'paragraph') ? found : longestRun(segments);
  const prose = chosen.filter((b) => b.role === 'paragraph').map((b) => page.text.slice(b.start, b.end));
  const isArticle = metadata.isArticle || (kept !== undefined && prose.join('').length >= MIN_ARTICLE_CHARS);
  const words = (role: string) => {
    const block = chosen.find((b) => b.role === role);
    return block && page.text.slice(block.start, block.end).replace(/\s+/g, ' ');
  };
  const { given } = page;
  const title = given.title ?? metadata.title ?? words('headline');
  const authors = given.authors ?? metadata.authors;
  const publisher = given.publisher ?? metadata.publisher;
  const kicker = words('kicker');
  const deck = words('deck');
  return [
    {
      kind: metadata.isLiveBlog && hasTimedEntries(page.text, chosen) ? 'liveblog' : isArticle ? 'article' : 'other',
      language: decideLanguage(prose.join('\n'), given.language, metadata.language, identifyLanguage),
      ...(title !== undefined && { title }),
      ...(kicker !== undefined && { kicker }),
      ...(deck !== undefined && { deck }),
      ...(authors !== undefined && { authors }),
      ...(publisher !== undefined && { publisher }),
      ...(metadata.updated !== undefined && { updated: metadata.updated }),
      blocks: chosen,
    },
  ];
}
