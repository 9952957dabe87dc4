/** A stretch of a story's text: UTF-16 code units, half-open, never cutting a surrogate pair. */
export interface Span {
  /** @asType integer @minimum 0 */
  readonly start: number;
  /** @asType integer @minimum 0 */
  readonly end: number;
}
