import type { Span } from '../schema/span.ts';

/** Universal part-of-speech tags (universaldependencies.org/u/pos). */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A word or punctuation mark, as Universal Dependencies cuts them ("don't" is two). */
export interface Token extends Span {
  readonly upos: Upos;
  /** Lower-cased dictionary form ("said" → "say"). */
  readonly lemma: string;
}

/** A sentence with its tokens; never crosses a block border. */
export interface Sentence extends Span {
  /** Index into the story's blocks. */
  readonly block: number;
  readonly tokens: readonly Token[];
}

/**
 * How a story's text is understood, read-only, passed to every stage after it. A trained model fills the same
 * interface: what it adds (mentions, triggers, arguments) becomes further optional fields here.
 */
export interface Parse {
  /** Story id. */
  readonly story: string;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}
