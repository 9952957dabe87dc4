import type { Span } from './span.ts';

export type ActorKind = 'person' | 'state' | 'organization' | 'group';

/** How a mention names its actor. */
export type MentionForm = 'name' | 'nominal' | 'pronoun';

export interface Mention extends Span {
  readonly form: MentionForm;
}

/** Someone who acts or is acted upon in a story: all mentions of one person, state, organization or group. */
export interface Actor {
  /** `${story.id}/a${n}`, n from 1 in text order of first mentions. */
  readonly id: string;
  readonly kind: ActorKind;
  /** Canonical: "Yoon Suk-yeol", "South Korea", "Ministry of National Defense (South Korea)". */
  readonly name: string;
  /** ISO 3166-1 alpha-3 (KOS for Kosovo), or one of IGO UNO EUR NGO ISM IMG MNC. */
  readonly country?: string;
  /** PLOVER sector codes, primary first. */
  readonly sectors: readonly string[];
  /** "President of South Korea". */
  readonly office?: string;
  /** Actor ids of a group such as "both countries". */
  readonly members?: readonly string[];
  readonly wikidata?: string;
  /** Id of the store-level identity this actor was linked to. */
  readonly identity?: string;
  readonly mentions: readonly Mention[];
}
