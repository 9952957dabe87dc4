import type { Span } from './span.ts';

export type QuoteStyle = 'direct' | 'mixed' | 'indirect';

/** Who says what: a source, a cue word and the content, in one piece or several. */
export interface Quote {
  /** `${story.id}/q${n}`, n from 1 in text order of contents. */
  readonly id: string;
  /** Actor id. */
  readonly speaker?: string;
  readonly source?: Span;
  readonly cue?: Span;
  readonly content: readonly Span[];
  readonly style: QuoteStyle;
  /** Id of the quote this one is nested in. */
  readonly via?: string;
}
