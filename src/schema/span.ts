/** A stretch of a story's text: UTF-16 code units, half-open, never cutting a surrogate pair. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
