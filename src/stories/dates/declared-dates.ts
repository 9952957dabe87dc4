import { readFileSync } from 'node:fs';
import type { DomDocument } from '../../util/dom.ts';
import { isArticleNode, type LinkedNode, typesOf } from '../html/json-ld.ts';
import { articleNode, readMeta } from '../html/metadata.ts';
import { linkedNodes } from '../html/metadata-linked.ts';
import type { MarkedDate, OwnPart, PageMarks, Stretch } from './page-marks.ts';

/** Words of a page's markup that should hold its date of publication. */
export interface DateClue {
  readonly text: string;
  readonly says: string;
  /** `sure`: made for machines to know the day by; `doubtful`: names used for other days too; `updated`: of a change. */
  readonly trust: 'sure' | 'doubtful' | 'updated';
}

/** Names of meta elements in lower case, the most exact first. */
const META: Readonly<Record<'published' | 'doubtful' | 'updated', readonly string[]>> = JSON.parse(
  readFileSync(new URL('../../../data/stories/date-meta-names.json', import.meta.url), 'utf8'),
);

/** Linked data of these types is about a part of the page, or another thing. */
const NOT_THE_PAGE =
  /^(?:Comment|Review|UserReview|Event|Person|Organization|ImageObject|AggregateRating|Offer|Product|Dataset)$/;

/** All that the markup declares of the day, the surest first within each trust. */
export function* declaredDates(document: DomDocument, marks: PageMarks, own: OwnPart): Generator<DateClue> {
  const nodes = linkedNodes(document);
  const main = articleNode(document);
  yield* linkedDates(main ? [main] : [], ['datePublished'], 'sure');
  const meta = readMeta(document);
  yield* metaDates(meta, META.published, 'sure');
  const near = marks.dates.filter(({ at }) => !isAside(at, marks.asides, own));
  yield* markedDates(near, 'property', 'The page marks these words as its date of publication.', 'sure');
  yield* markedDates(near, 'own-time', 'The page shows this time as its own.', 'sure');
  yield* linkedDates(nodes.filter(isOfPage), ['datePublished'], 'sure');
  yield* linkedDates(main ? [main] : nodes.filter(isOfPage), ['dateCreated', 'uploadDate'], 'sure');
  yield* markedDates(marks.dates, 'property', 'The page marks these words as a date of publication.', 'doubtful');
  yield* metaDates(meta, META.doubtful, 'doubtful');
  yield* linkedDates(main ? [main] : nodes.filter(isOfPage), ['dateModified'], 'updated');
  yield* metaDates(meta, META.updated, 'updated');
  yield* markedDates(near, 'modified', 'The page marks these words as the date of its last change.', 'updated');
}

const isOfPage = (node: LinkedNode): boolean =>
  isArticleNode(node) || !typesOf(node).some((type) => NOT_THE_PAGE.test(type));

/** A line above the headline belongs to it, whatever its box is called. */
const BEFORE_HEADLINE = 300;

/**
 * True of what stands in a part of the page about other things. A part that holds the headline or the beginning of the
 * body is none, nor is any between the two or just above.
 */
export function isAside(at: number, asides: readonly Stretch[], own: OwnPart): boolean {
  if (at >= own.start - BEFORE_HEADLINE && at <= own.body) return false;
  const holds = ({ start, end }: Stretch, place: number) => start <= place && place < end;
  return asides.some((aside) => holds(aside, at) && !holds(aside, own.start) && !holds(aside, own.body));
}

function* linkedDates(
  nodes: readonly LinkedNode[],
  keys: readonly string[],
  trust: DateClue['trust'],
): Generator<DateClue> {
  for (const key of keys) {
    for (const node of nodes) {
      const value = node[key];
      if (typeof value === 'string')
        yield { text: value, says: `The page's linked data (${key}) ${meaning(trust)}.`, trust };
    }
  }
}

function* metaDates(
  meta: ReadonlyMap<string, string>,
  names: readonly string[],
  trust: DateClue['trust'],
): Generator<DateClue> {
  for (const name of names) {
    const content = meta.get(name);
    if (content !== undefined) yield { text: content, says: `The page's metadata (${name}) ${meaning(trust)}.`, trust };
  }
}

function* markedDates(
  dates: readonly MarkedDate[],
  kind: MarkedDate['kind'],
  says: string,
  trust: DateClue['trust'],
): Generator<DateClue> {
  for (const date of dates) if (date.kind === kind) yield { text: date.text, says, trust };
}

const meaning = (trust: DateClue['trust']): string =>
  trust === 'updated' ? 'gives it as last changed then' : 'gives it as published then';
