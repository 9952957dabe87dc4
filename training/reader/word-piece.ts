/** Longer words are one unknown piece: BERT's own bound, and it keeps the search linear. */
const maxWordLength = 100;

/** Words kept with their pieces, so that the frequent ones are cut once. */
const maxCached = 50_000;

/** Greedy longest-match pieces of a lower-cased, accent-stripped word (BERT uncased). */
export class WordPiece {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #unknown: number;
  readonly #cache = new Map<string, readonly number[]>();

  constructor(vocabulary: readonly string[], unknown: number) {
    this.#ids = new Map(vocabulary.map((piece, id) => [piece, id]));
    this.#unknown = unknown;
  }

  pieces(word: string): readonly number[] {
    const known = this.#cache.get(word);
    if (known !== undefined) return known;
    const pieces = this.#cut(word);
    if (this.#cache.size < maxCached) this.#cache.set(word, pieces);
    return pieces;
  }

  #cut(word: string): number[] {
    if (word.length > maxWordLength) return [this.#unknown];
    const plain = [
      ...word
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{Mn}/gu, ''),
    ];
    const found: number[] = [];
    for (let start = 0; start < plain.length; ) {
      let end = plain.length;
      let id: number | undefined;
      for (; end > start; end -= 1) {
        id = this.#ids.get((start === 0 ? '' : '##') + plain.slice(start, end).join(''));
        if (id !== undefined) break;
      }
      if (id === undefined) return [this.#unknown];
      found.push(id);
      start = end;
    }
    return found.length > 0 ? found : [this.#unknown];
  }
}
