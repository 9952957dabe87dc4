import type { BlockRole } from '../../schema/story.ts';
import { type DomElement, type DomText, isElement } from '../../util/dom.ts';
import { countWords, isFinished, lineRuleOf } from '../line-rules.ts';
import type { PageBlock } from '../to-slice.ts';
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
  const body = segments.map((segment) => (isKept(segment, kept) ? bodyRole(segment) : undefined));
  const titles = metadata.titles.map(fold).filter((title) => title.length >= 8);
  const isTitle = (segment: Segment) => {
    const own = fold(segment.text);
    return (
      own.length >= 8 &&
      titles.some((title) => title === own || title.startsWith(`${own} `) || title.endsWith(` ${own}`))
    );
  };
  const firstBody = body.findIndex((role) => role === 'paragraph' || role === 'list' || role === 'quote');
  const lastBody = body.findLastIndex(
    (role) => role === 'paragraph' || role === 'list' || role === 'quote' || role === 'subhead',
  );
  if (firstBody < 0) return [];
  const headline = findHeadline(segments, firstBody, isTitle);
  const from = headline ?? firstBody;
  const blocks: PageBlock[] = [];
  for (let i = from; i <= lastBody; i++) {
    const segment = segments[i];
    if (!segment) continue;
    const role =
      i === headline || (i > firstBody && isTitle(segment))
        ? 'headline'
        : (body[i] ?? asideRole(segment, i < firstBody));
    blocks.push({ start: segment.start, end: segment.end, role });
  }
  return blocks;
}

function findHeadline(
  segments: readonly Segment[],
  firstBody: number,
  isTitle: (s: Segment) => boolean,
): number | undefined {
  const near = Math.max(0, firstBody - MAX_HEAD_LINES);
  let found: number | undefined;
  for (let i = firstBody; i >= near; i--) {
    const segment = segments[i];
    if (!segment || !isTitle(segment)) continue;
    const heading = /^h[1-3]$/.test(segment.block?.localName ?? '');
    if (heading) return i;
    found ??= i;
  }
  return found;
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
  const byRule = lineRuleOf(segment.text)?.role;
  if (byRule) return byRule;
  for (let at: DomElement | undefined = segment.block; at; at = parentOf(at)) {
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
  figcaption: 'caption',
  caption: 'caption',
};

/** The role of a line that lies within the slice but is not the body's. */
function asideRole(segment: Segment, inHead: boolean): BlockRole {
  const byRule = lineRuleOf(segment.text)?.role;
  if (byRule) return byRule;
  for (let at: DomElement | undefined = segment.block; at; at = parentOf(at)) {
    if (at.localName === 'figcaption') return 'caption';
    const named = `${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}`;
    if (inHead && /\b(?:dek|deck|standfirst|sub-?title|sub-?head(?:ing|line)?|article-?summary)\b/i.test(named))
      return 'deck';
    if (inHead && /byline|author/i.test(named)) return 'byline';
    if (/^(?:article|main|body|section)$/.test(at.localName)) break;
  }
  return 'other';
}

const parentOf = (element: DomElement): DomElement | undefined =>
  element.parentNode && isElement(element.parentNode) ? element.parentNode : undefined;

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
  return run.map((segment) => ({
    start: segment.start,
    end: segment.end,
    role: lineRuleOf(segment.text)?.role ?? 'paragraph',
  }));
}
