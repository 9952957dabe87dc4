/** What the rule tagger needs: closed-class words, suffix rules, irregular forms. */
export interface Tagger {
  readonly words: ReadonlyMap<string, string>;
}

export function loadTagger(): Tagger {
  return { words: new Map() };
}
