import type { BlockRole } from '../../schema/story.ts';
import { type DomElement, type DomText, isElement } from '../../util/dom.ts';
import { countWords, isFinished, lineRuleOf } from '../line-rules.ts';
import type { PageBlock } from '../to-slice.ts';
import { furnitureFinder, parentElement } from './furniture.ts';
import { fold, type Metadata } from './metadata.ts';
import type { Segment } from './segments.ts';

/** The heading may stand this many lines before the article's first paragraph; share bars and dates lie between. */
const MAX_HEAD_LINES = 40;

/** Roles of the lines from the headline to the last line of the body; empty when no body is left. */
export function articleBlocks(
  segments: readonly Segment[],
  kept: ReadonlySet<DomText>,
  metadata: Metadata,
): PageBlock[] {
  const isTitle = titleTest(metadata);
  const own = segments.map((segment) => isKept(segment, kept));
  const shared = sharedBoxes(segments, own);
  const furniture = furnitureFinder((element) => shared.has(element));
  const roleOf = (segment: Segment): BlockRole | undefined =>
    lineRuleOf(segment.text)?.role ?? furniture(boxOf(segment)) ?? (isPointer(segment) ? 'other' : undefined);
  const body = segments.map((segment, i) => {
    if (!own[i] && !isOverlooked(segment, shared)) return undefined;
    return roleOf(segment) ?? bodyRole(segment);
  });
  const firstBody = findFirstBody(segments, body, isTitle);
  const lastBody = body.findLastIndex((role) => role !== undefined && BODY.has(role));
  if (firstBody < 0) return [];
  const headline = findHeadline(segments, firstBody, isTitle);
  const blocks: PageBlock[] = [];
  for (let i = headline ?? firstBody; i <= lastBody; i++) {
    const segment = segments[i];
    if (!segment) continue;
    const isHeading = i === headline || (i > firstBody && isTitle(segment));
    const role = isHeading
      ? 'headline'
      : (body[i] ??
        roleOf(segment) ??
        (i < firstBody ? headRole(segment, i - (headline ?? i), metadata.description) : 'other'));
    blocks.push({ start: segment.start, end: segment.end, role });
  }
  return blocks;
}

/** A few words above the heading that is the page's title are a kicker or a date, not the article's first paragraph. */
const MAX_WORDS_ABOVE_HEADING = 30;

const isProse = (role: BlockRole | undefined) => role === 'paragraph' || role === 'list' || role === 'quote';

/** The first paragraph: behind the heading that is the page's title, where hardly any words stand above that. */
function findFirstBody(
  segments: readonly Segment[],
  body: readonly (BlockRole | undefined)[],
  isTitle: (segment: Segment) => boolean,
): number {
  const first = body.findIndex(isProse);
  if (first < 0) return first;
  const heading = segments.findIndex(
    (segment, i) => i > first && /^h[1-3]$/.test(segment.block?.localName ?? '') && isTitle(segment),
  );
  if (heading < 0) return first;
  const above = segments.slice(first, heading).filter((_, i) => isProse(body[first + i]));
  if (above.reduce((sum, { text }) => sum + countWords(text), 0) > MAX_WORDS_ABOVE_HEADING) return first;
  const behind = body.findIndex((role, i) => i > heading && isProse(role));
  return behind < 0 ? first : behind;
}

const BODY: ReadonlySet<BlockRole> = new Set<BlockRole>(['paragraph', 'list', 'quote', 'subhead']);

function titleTest(metadata: Metadata): (segment: Segment) => boolean {
  const titles = metadata.titles.map(fold).filter((title) => title.length >= 8);
  return (segment) => {
    if (segment.text.length > 400) return false;
    const own = fold(segment.text);
    return (
      own.length >= 8 &&
      titles.some((title) => title === own || title.startsWith(`${own} `) || title.endsWith(` ${own}`))
    );
  };
}

/** The innermost element around a line: a `<span class="caption">` tells more than the block around it. */
const boxOf = (segment: Segment): DomElement | undefined => {
  const parent = segment.nodes.find((node) => node.data.trim() !== '')?.parentNode;
  return parent && isElement(parent) ? parent : segment.block;
};

/** A paragraph that is one link points to another story; in a list it may be a source, in a heading a section. */
const isPointer = (segment: Segment): boolean =>
  segment.linkShare > 0.9 &&
  countWords(segment.text) >= 4 &&
  !/^(?:li|h\d|td|blockquote)$/.test(segment.block?.localName ?? '');

/** Share of the body from which a box is the article's own frame. */
const SHARED = 0.5;

/** The boxes that hold most of what Readability kept. */
function sharedBoxes(segments: readonly Segment[], own: readonly boolean[]): ReadonlySet<DomElement> {
  const sizes = new Map<DomElement, number>();
  let all = 0;
  segments.forEach((segment, i) => {
    if (!own[i]) return;
    const size = segment.end - segment.start;
    all += size;
    for (let at = segment.block; at; at = parentElement(at)) sizes.set(at, (sizes.get(at) ?? 0) + size);
  });
  return new Set([...sizes].filter(([, size]) => size > all * SHARED).map(([element]) => element));
}

/** A paragraph this long that Readability left out is prose. */
const MIN_OVERLOOKED_WORDS = 12;

/** A paragraph beside the article's own that Readability dropped: in the same box, finished, without links. */
function isOverlooked(segment: Segment, shared: ReadonlySet<DomElement>): boolean {
  const { block } = segment;
  if (block === undefined || segment.linkShare > 0.3 || !/^(?:p|li|h2|h3|div)$/.test(block.localName)) return false;
  const parent = parentElement(block);
  if (!parent || !shared.has(parent)) return false;
  return countWords(segment.text) >= MIN_OVERLOOKED_WORDS && isFinished(segment.text);
}

/** The line before the body that repeats the page's title, best in a heading; else the last first-level heading. */
function findHeadline(
  segments: readonly Segment[],
  firstBody: number,
  isTitle: (s: Segment) => boolean,
): number | undefined {
  const near = Math.max(0, firstBody - MAX_HEAD_LINES);
  let named: number | undefined;
  let heading: number | undefined;
  for (let i = firstBody; i >= near; i--) {
    const segment = segments[i];
    if (!segment) continue;
    const tag = segment.block?.localName ?? '';
    if (tag === 'h1' && i < firstBody) heading ??= i;
    if (!isTitle(segment)) continue;
    if (/^h[1-3]$/.test(tag)) return i;
    named ??= i;
  }
  return named ?? heading;
}

/** A line is the article's when most of its characters are. */
function isKept(segment: Segment, kept: ReadonlySet<DomText>): boolean {
  let own = 0;
  let all = 0;
  for (const node of segment.nodes) {
    const size = node.data.trim().length;
    all += size;
    if (kept.has(node)) own += size;
  }
  return own * 2 > all;
}

/** The role of a line within the body. */
function bodyRole(segment: Segment): BlockRole {
  for (let at = segment.block; at; at = parentElement(at)) {
    const role = ROLE_OF_ELEMENT[at.localName];
    if (role) return role;
    if (/^(?:article|main|body|section)$/.test(at.localName)) break;
  }
  return 'paragraph';
}

const ROLE_OF_ELEMENT: Readonly<Record<string, BlockRole>> = {
  h1: 'subhead',
  h2: 'subhead',
  h3: 'subhead',
  h4: 'subhead',
  h5: 'subhead',
  h6: 'subhead',
  li: 'list',
  blockquote: 'quote',
};

const DECK = /\b(?:dek|deck|standfirst|strapline|chapo|sub-?title|sub-?head(?:ing|line)?|article-?summary)\b/i;

/** A deck follows its headline within a few lines and is a sentence or nearly one. */
const MAX_DECK_DISTANCE = 3;
const MIN_DECK_WORDS = 8;

/** The role of a line between headline and body. */
function headRole(segment: Segment, distance: number, description: string | undefined): BlockRole {
  for (let at = segment.block; at; at = parentElement(at)) {
    if (DECK.test(`${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}`)) return 'deck';
    if (/^(?:article|main|body|section)$/.test(at.localName)) break;
  }
  const isProse = segment.linkShare < 0.3 && countWords(segment.text) >= MIN_DECK_WORDS;
  if (isProse && distance > 0 && distance <= MAX_DECK_DISTANCE) return 'deck';
  return isProse && description !== undefined && fold(segment.text) === fold(description) ? 'deck' : 'other';
}

/** For pages on which no article was found: the longest run of lines that are mostly prose. */
export function longestRun(segments: readonly Segment[]): PageBlock[] {
  const weight = (segment: Segment) =>
    segment.linkShare < 0.5 && isFinished(segment.text) ? countWords(segment.text) : -10;
  let best = { from: 0, to: 0, sum: 0 };
  let from = 0;
  let sum = 0;
  segments.forEach((segment, i) => {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += weight(segment);
    if (sum > best.sum) best = { from, to: i + 1, sum };
  });
  const run = best.sum > 0 ? segments.slice(best.from, best.to) : segments;
  const furniture = furnitureFinder(() => false);
  const roleOf = (segment: Segment): BlockRole =>
    lineRuleOf(segment.text)?.role ??
    furniture(boxOf(segment)) ??
    (segment.block?.localName === 'h1' ? 'headline' : bodyRole(segment));
  const blocks = run.map((segment) => ({ start: segment.start, end: segment.end, role: roleOf(segment) }));
  // What looks like furniture all over is all that there is.
  return blocks.some(({ role }) => BODY.has(role)) ? blocks : blocks.map((block) => ({ ...block, role: 'paragraph' }));
}
