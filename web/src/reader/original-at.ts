import type { Span } from '../../../src/schema/span.ts';
import type { Story } from '../../../src/schema/story.ts';
import { safeUrl } from '../words.ts';

/** Words at each end of a passage that name it in a text-fragment link: few enough to stay a link, enough to be unique. */
const endWords = 6;

/** Halves of characters, which no address can hold. */
const loneSurrogates = /[\ud800-\udfff]/gu;

/** The address of the original page, at the passage if one is given (`#:~:text=`); undefined when the page has none. */
export function originalAt(story: Story, passage: Span | undefined): string | undefined {
  const url = safeUrl(story.page.url);
  if (!url) return undefined;
  if (!passage) return url.href;
  const words = story.text.slice(passage.start, passage.end).split(/\s+/).filter(Boolean);
  const short = words.length <= endWords * 2;
  const ends = short ? [words] : [words.slice(0, endWords), words.slice(-endWords)];
  const directive = ends
    .map((some) => encodeURIComponent(some.join(' ').replace(loneSurrogates, '')).replaceAll('-', '%2D'))
    .join(',');
  return `${url.href}${url.hash === '' ? '#' : ''}:~:text=${directive}`;
}
