import type { Actor } from './actor.ts';
import type { Amount } from './amount.ts';
import type { Event } from './event.ts';
import type { Instrument } from './instrument.ts';
import type { Place } from './place.ts';
import type { Quote } from './quote.ts';
import type { Span } from './span.ts';
import type { Time } from './time.ts';

/** What kind of text a story is. A teaser announces another story; it is never part of an article. */
export type StoryKind = 'article' | 'teaser' | 'liveblog' | 'other';

/** The part a block plays. `credit`, `caption`, `notice` and `other` yield no sentences. */
export type BlockRole =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'byline'
  | 'dateline'
  | 'subhead'
  | 'paragraph'
  | 'list'
  | 'quote'
  | 'credit'
  | 'caption'
  | 'notice'
  | 'other';

/** A stretch of a story with one role. Blocks are in text order and never overlap. */
export interface Block extends Span {
  readonly role: BlockRole;
}

/** When a story was published, as an interval with the clues that pin it. */
export interface Published {
  /** ISO 8601 day, or day and time, most likely. */
  readonly value: string;
  /** ISO 8601 day. @format date */
  readonly earliest: string;
  /** ISO 8601 day. @format date */
  readonly latest: string;
  readonly source: 'given' | 'metadata' | 'url' | 'dateline' | 'content';
  readonly evidence: readonly PublishedEvidence[];
}

/** One clue to a publication date. */
export interface PublishedEvidence {
  /** The words or the address part that say so. */
  readonly text: string;
  /** Where in `story.text`, when the clue lies there. @asType integer @minimum 0 */
  readonly start?: number;
  /** @asType integer @minimum 0 */
  readonly end?: number;
  /** What follows from it, in plain words. */
  readonly says: string;
}

/** The page a story was cut from. */
export interface PageReference {
  readonly id: string;
  readonly url?: string;
  readonly path?: string;
  readonly mediaType: string;
  /** Hex SHA-256 of the page's bytes. */
  readonly sha256: string;
  /** The slice of the page's text that this story is: UTF-16 code units, half-open. @asType integer @minimum 0 */
  readonly start: number;
  /** @asType integer @minimum 0 */
  readonly end: number;
  /** When the bytes were fetched, ISO 8601, if known. */
  readonly retrieved?: string;
  readonly canonicalUrl?: string;
}

/** Versions and hashes of everything that decides the output. */
export interface ReaderStamp {
  readonly version: string;
  readonly model: string;
  readonly codebook: string;
  readonly data: string;
}

/** What the stories stage knows of a story: its text, its blocks, what the page says of it. */
export interface StorySlice {
  /** `${page.id}#${n}`, n from 1 in page order. */
  readonly id: string;
  readonly page: PageReference;
  readonly kind: StoryKind;
  readonly title?: string;
  readonly kicker?: string;
  readonly deck?: string;
  readonly authors?: readonly string[];
  readonly publisher?: string;
  /** The news agency credited ("Reuters"). */
  readonly wire?: string;
  /** ISO 8601; when the page says that it was last changed. */
  readonly updated?: string;
  /** BCP 47 */
  readonly language: string;
  /** A verbatim slice of the page's text: nothing is rewritten, joined or trimmed inside. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** One story of a page with everything that was found in it: the record. */
export interface Story extends StorySlice {
  readonly schemaVersion: 1;
  readonly published?: Published;
  /** Why nothing is coded in this story; absent when it was read in full. */
  readonly notCoded?: 'language';
  /** Over paragraph, list, quote, headline, deck and subhead blocks, in text order. */
  readonly sentences: readonly Span[];
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly times: readonly Time[];
  readonly amounts: readonly Amount[];
  readonly instruments: readonly Instrument[];
  readonly quotes: readonly Quote[];
  readonly events: readonly Event[];
  readonly reader: ReaderStamp;
}

/** Everything found in a story before its events are coded. */
export type Annotations = Pick<Story, 'actors' | 'places' | 'times' | 'amounts' | 'instruments' | 'quotes'>;
