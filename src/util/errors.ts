/** Where an error happened, for the message and for programs. */
export interface ErrorPlace {
  /** Id or path of the input. */
  readonly input?: string;
  /** 1-based line of a line-based input. */
  readonly line?: number;
}

/**
 * The one error class. `code` is stable and documented in `docs/errors.md`; the message says what failed, where, and
 * what to do.
 */
export class AnnalsError extends Error {
  readonly code: string;
  readonly input?: string;
  readonly line?: number;

  constructor(code: string, message: string, options: ErrorPlace & { cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AnnalsError';
    this.code = code;
    if (options.input !== undefined) this.input = options.input;
    if (options.line !== undefined) this.line = options.line;
  }
}
