import { STATUS_CODES } from 'node:http';
import { AnnalsError } from '../util/errors.ts';

/** The one error body of the API: RFC 9457, `application/problem+json`. */
export interface Problem {
  /** `about:blank`: the status says what kind of problem it is, `code` says which. */
  readonly type: 'about:blank';
  /** The HTTP status in words. */
  readonly title: string;
  readonly status: number;
  /** What was wrong with this request and what to do. */
  readonly detail: string;
  /** Path of the request. */
  readonly instance: string;
  /** Stable code, documented in `docs/errors.md`. */
  readonly code: string;
}

/** What goes wrong inside a route: answered with its status and as problem+json. */
export class HttpError extends AnnalsError {
  readonly status: number;

  constructor(status: number, code: string, detail: string) {
    super(code, detail);
    this.status = status;
  }
}

/** Builds a problem response. Never cached: the next try may succeed. */
export function problem(
  request: Request,
  status: number,
  code: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    instance: new URL(request.url).pathname,
    code,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}

/** The status an error is answered with: a bad question 400, a store that cannot answer 503, anything else 500. */
export function statusOf(error: unknown): number {
  if (error instanceof HttpError) return error.status;
  if (!(error instanceof AnnalsError)) return 500;
  if (/^(FILTER|QUERY|CURSOR)_/.test(error.code)) return 400;
  return error.code.startsWith('STORE_') ? 503 : 500;
}
