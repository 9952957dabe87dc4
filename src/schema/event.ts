import type { Span } from './span.ts';

/** The sixteen event types of PLOVER. */
export type PloverType =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT';

/** What the text says of the deed: whether it took place, is to come, is asked for, feared or denied. */
export type EventStatus = 'happened' | 'ongoing' | 'planned' | 'conditional' | 'called-for' | 'speculated' | 'denied';

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export type Quad = 1 | 2 | 3 | 4;

/** One link of the chain of who says so. */
export interface Attribution {
  /** Actor id. */
  readonly actor?: string;
  readonly source?: Span;
  readonly cue?: Span;
  /** Quote id. */
  readonly quote?: string;
}

/** The days an event falls in. */
export interface EventTime {
  /** ISO 8601 day. @format date */
  readonly earliest: string;
  /** ISO 8601 day. @format date */
  readonly latest: string;
  readonly precision: 'day' | 'week' | 'month' | 'season' | 'year' | 'span';
  /** Indexes into `story.times`. */
  readonly times: readonly number[];
}

/** One deed told in one story: who did what to whom, with the exact words that say so. */
export interface Event {
  /** `${story.id}/e${n}`, n from 1 in text order of triggers. */
  readonly id: string;
  /** The standard's final category: a `PloverType`, or a user's own type (upper case with a hyphen). */
  readonly type: string;
  /** The deed itself: a pledge of aid is type AGREE, act AID, status planned. */
  readonly act: string;
  /** Modes of `type`; nearly always one. */
  readonly mode?: readonly string[];
  /** Modes of `act`, where that differs from `type`. */
  readonly actMode?: readonly string[];
  /** PLOVER contexts. */
  readonly contexts: readonly string[];
  /** CAMEO code of `type`: two to four digits, with the leading zero. */
  readonly cameo?: string;
  readonly quad?: Quad;
  /** PLOVER intensity, -10 to 10, of `type` and `mode`. */
  readonly intensity?: number;
  /** Of a promise, threat, demand, refusal, denial or accusation: id of the event it speaks of. */
  readonly content?: string;
  readonly status: EventStatus;
  /** The fewest words that name the deed. */
  readonly trigger: Span;
  /** Further words that tell the same event in this story. */
  readonly triggers?: readonly Span[];
  /** Index into `story.sentences`. @asType integer @minimum 0 */
  readonly sentence: number;
  /** Actor ids; a mutual deed has all its parties in both lists. */
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** Who says so, outermost first; empty when the text itself does. */
  readonly attribution: readonly Attribution[];
  readonly time?: EventTime;
  /** Place id. */
  readonly place?: string;
  /** Indexes into `story.amounts`. */
  readonly amounts: readonly number[];
  /** Indexes into `story.instruments`. */
  readonly instruments: readonly number[];
  /** Told as this story's news, or as background. */
  readonly importance: 'core' | 'minor';
  /** Calibrated: of events given 0.8, about 80 % are right. @minimum 0 @maximum 1 */
  readonly confidence: number;
}

/** The answer to a pair question. */
export interface PairAnswer {
  readonly id: string;
  readonly pair: {
    readonly type: string;
    readonly act: string;
    readonly mode?: readonly string[];
    readonly cameo: string;
    readonly status: EventStatus;
    readonly confidence: number;
  };
}
