import type { Quad } from '../schema/event.ts';
import type { Published, Story } from '../schema/story.ts';

export type { CountRow, EventView } from '../store/store.ts';

/** One page of a list: as many items as `limit` allows. The page uses these types too. */
export interface List<T> {
  readonly items: readonly T[];
  /** Opaque; give it back as `cursor` to go on. Absent when there is no more. */
  readonly cursor?: string;
}

/** A story in a list: what tells a reader whether to open it. The whole record is at `/api/v1/stories/{id}`. */
export interface StorySummary {
  readonly id: string;
  readonly page: { readonly id: string; readonly url?: string; readonly start: number; readonly end: number };
  readonly kind: Story['kind'];
  readonly title?: string;
  readonly publisher?: string;
  readonly wire?: string;
  readonly published?: Published;
  readonly language: string;
  readonly notCoded?: Story['notCoded'];
  /** The first words of the story's running text, verbatim, at most 240 characters. */
  readonly opening: string;
  /** How many were found. */
  readonly counts: { readonly events: number; readonly actors: number; readonly quotes: number };
  /** How many events of each kind: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quads: Readonly<Record<Quad, number>>;
}
