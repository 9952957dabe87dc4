/** What the sender of a page already knows about it; wins over anything the page says of itself. */
export interface Given {
  readonly published?: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly publisher?: string;
  /** BCP 47 */
  readonly language?: string;
}

/** The parsed markup of an HTML page, beside its text. Only the stories stage looks inside. */
export interface PageMarkup {
  /** A linkedom `Document`; stages that need it narrow it themselves. */
  readonly document: object;
  /** Where each text node that the page's text shows begins in `Page.text`. */
  readonly nodeStarts: ReadonlyMap<object, number>;
}

/** One page as read, before it is split into stories. Internal: not part of the record. */
export interface Page {
  /** The given id, else the canonical or given URL, else `sha256:` and 16 hex digits of the bytes' hash. */
  readonly id: string;
  readonly url?: string;
  readonly canonicalUrl?: string;
  readonly path?: string;
  readonly mediaType: string;
  /** Hex SHA-256 of `bytes`. */
  readonly sha256: string;
  /** The bytes as they came; for a JSONL line the UTF-8 bytes of its `text` or `html`. */
  readonly bytes: Uint8Array;
  /** When the bytes were fetched, ISO 8601, if known. */
  readonly retrieved?: string;
  /** The page's own text: see `docs/decisions/0002-page-text.md`. */
  readonly text: string;
  readonly given: Given;
  readonly markup?: PageMarkup;
  readonly pair?: PairQuestion;
}

/** A researcher's own two actors, marked in the text: how does the first act on the second? */
export interface PairQuestion {
  readonly source: readonly { readonly start: number; readonly end: number }[];
  readonly target: readonly { readonly start: number; readonly end: number }[];
}

/** A page that could not be read. The run goes on. */
export interface Failure {
  readonly failure: {
    readonly id?: string;
    readonly path?: string;
    /** Stable, upper case: `PAGE_EMPTY`, `LINE_NOT_JSON` … (docs/errors.md) */
    readonly code: string;
    readonly message: string;
    /** 1-based line of a JSONL input. */
    readonly line?: number;
  };
}
