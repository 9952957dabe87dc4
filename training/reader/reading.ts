import type { Span } from '../../src/schema/span.ts';

/** A label with its probability, 0 to 1. */
export interface Scored {
  readonly label: string;
  readonly score: number;
}

/** A name that the encoder saw: person, org or place. */
export interface NameReading extends Span {
  readonly type: 'person' | 'org' | 'place';
  readonly score: number;
}

/** A whole noun phrase that takes part in events: "South Korean President Yoon Suk-yeol", "12 soldiers". */
export interface MentionReading extends Span {
  readonly layer: 'actor' | 'place' | 'time' | 'amount';
  readonly score: number;
  /** Of an actor, most likely first. */
  readonly kinds: readonly Scored[];
  /** Of an actor: sectors and special codes with a probability worth naming, most likely first. */
  readonly sectors: readonly Scored[];
}

/** A word that names a deed. */
export interface TriggerReading extends Span {
  /** Index into `Parse.sentences`. */
  readonly sentence: number;
  /** Probability that this word is a trigger at all. */
  readonly score: number;
  /** Types given that it is one, most likely first; likewise modes of the best type, statuses, contexts. */
  readonly types: readonly Scored[];
  readonly modes: readonly Scored[];
  readonly statuses: readonly Scored[];
  readonly contexts: readonly Scored[];
  readonly roles: readonly RoleReading[];
}

/** How a mention takes part in a deed: a probability for each role. */
export interface RoleReading {
  /** Index into `Reading.mentions`. */
  readonly mention: number;
  readonly source: number;
  readonly target: number;
  readonly place: number;
  readonly time: number;
  readonly amount: number;
  readonly by: number;
}

/** A word or group of words that attributes something said or thought. */
export interface CueReading extends Span {
  readonly score: number;
  /** Mentions that may be the speaker (indexes into `Reading.mentions`), most likely first. */
  readonly speakers: readonly { readonly mention: number; readonly score: number }[];
  /** Contents that may belong to it (indexes into `Reading.contents`), most likely first. */
  readonly contents: readonly { readonly content: number; readonly score: number }[];
}

/** What a trained encoder saw in a story, before any rule: lists in text order. */
export interface Reading {
  readonly names: readonly NameReading[];
  readonly mentions: readonly MentionReading[];
  readonly triggers: readonly TriggerReading[];
  readonly cues: readonly CueReading[];
  readonly contents: readonly Span[];
}
