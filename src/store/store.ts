import type { Actor } from '../schema/actor.ts';
import type { EventCluster } from '../schema/cluster.ts';
import type { Correction } from '../schema/correction.ts';
import type { Event } from '../schema/event.ts';
import type { CountField, Filter } from '../schema/filter.ts';
import type { Failure, Page } from '../schema/page.ts';
import type { Quote } from '../schema/quote.ts';
import type { Story } from '../schema/story.ts';

/** A page with the stories read from it: what is written in one piece. */
export interface ReadPage {
  readonly page: Page;
  readonly stories: readonly Story[];
}

/** What the store knows of a page by its id. */
export interface StoredPage {
  readonly id: string;
  readonly sha256: string;
  /** The reader stamp its current records were made with, as one string. */
  readonly reader: string;
  /** From 1; rises with every re-reading of other bytes or by another reader. */
  readonly version: number;
  /** ISO 8601 */
  readonly addedAt: string;
  /** Set when the page was taken down. */
  readonly removedAt?: string;
}

export type WriteOutcome = 'new' | 'changed' | 'unchanged' | 'removed';

/** One answer of a query: as many items as `limit` allows, and how to go on. */
export interface Answer<T> {
  readonly items: readonly T[];
  /** Absent when there is no more. */
  readonly cursor?: string;
}

/** An event with what a reader needs to judge it without opening its story. */
export interface EventView {
  readonly event: Event;
  readonly actors: readonly Actor[];
  readonly place?: string;
  readonly story: {
    readonly id: string;
    readonly title?: string;
    readonly published?: string;
    readonly url?: string;
    readonly publisher?: string;
  };
  /** The sentence that holds the trigger, verbatim, and where the trigger lies in it. */
  readonly sentence: { readonly text: string; readonly trigger: { readonly start: number; readonly end: number } };
}

/** A row of a count: the values of the fields counted by, in the order asked, and how many events. */
export interface CountRow {
  readonly values: Readonly<Partial<Record<CountField, string>>>;
  readonly events: number;
}

/** One version of a page's records: what changed, when, and by which reader. */
export interface PageVersion {
  readonly version: number;
  /** ISO 8601 */
  readonly madeAt: string;
  /** Why it was made: the page is new, its bytes changed, or another reader read the same bytes. */
  readonly cause: 'new' | 'bytes' | 'reader';
  readonly reader: string;
  readonly sha256: string;
  readonly current: boolean;
}

/** A stored correction, and whether the words that it speaks of are found in the page as it is read now. */
export interface StoredCorrection {
  readonly correction: Correction;
  readonly applied: boolean;
}

/**
 * Where records are kept. Every driver passes `test/contract/store.ts`. All methods reject with an `AnnalsError`
 * (`STORE_…`) when the store cannot be used.
 */
export interface Store {
  /** What is known of these pages; unknown ids are absent. */
  pages(ids: readonly string[]): Promise<ReadonlyMap<string, StoredPage>>;
  /** Writes all pages in one short transaction; when it resolves they are durable. Taken-down pages stay so: `removed`. */
  write(
    batch: readonly ReadPage[],
    options: { readonly now: string; readonly reread?: boolean },
  ): Promise<readonly WriteOutcome[]>;
  recordFailures(failures: readonly Failure[], options: { readonly now: string }): Promise<void>;
  /** The current record of a story, corrections applied; or as it was read, or as an earlier version of its page had it. */
  story(id: string, options?: { readonly version?: number; readonly asRead?: boolean }): Promise<Story | undefined>;
  /** The versions of a page's records, oldest first; empty for an unknown page. */
  versions(pageId: string): Promise<readonly PageVersion[]>;
  /** The bytes of a page as they came. */
  original(
    pageId: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string; readonly retrieved?: string } | undefined>;
  event(id: string): Promise<EventView | undefined>;
  queryEvents(filter: Filter): Promise<Answer<EventView>>;
  queryStories(filter: Filter): Promise<Answer<Story>>;
  queryActors(filter: Filter): Promise<
    Answer<{
      readonly name: string;
      readonly kind: string;
      readonly country?: string;
      readonly events: number;
      readonly stories: number;
    }>
  >;
  queryQuotes(
    filter: Filter,
  ): Promise<
    Answer<{ readonly quote: Quote; readonly story: string; readonly speaker?: string; readonly text: string }>
  >;
  count(by: readonly CountField[], filter: Filter): Promise<readonly CountRow[]>;
  clusters(filter: Filter): Promise<Answer<EventCluster>>;
  /** Takes a page down: text, bytes and records go, a dated trace of what was removed and why stays. */
  remove(pageId: string, trace: { readonly at: string; readonly by?: string; readonly why: string }): Promise<boolean>;
  /** Stores hand corrections and applies them; unknown targets are named in the answer and change nothing. */
  correct(
    corrections: readonly Correction[],
  ): Promise<{ readonly applied: number; readonly unknown: readonly string[] }>;
  /** All stored corrections in the order in which they were made. */
  corrections(): Promise<readonly StoredCorrection[]>;
  statistics(): Promise<
    Readonly<
      Record<'pages' | 'stories' | 'events' | 'actors' | 'quotes' | 'failures' | 'corrections' | 'removed', number>
    >
  >;
  close(): Promise<void>;
}
