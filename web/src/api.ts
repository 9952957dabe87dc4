import { useEffect, useState } from 'preact/hooks';

/** What a request has come to. */
export interface Answer<T> {
  readonly value?: T;
  /** In words for people. */
  readonly error?: string;
  /** The HTTP status of an error; 0 when the server did not answer. */
  readonly status?: number;
}

/** Answers of this visit, newest last, so that Back shows its page at once and where it was. */
const seen = new Map<string, unknown>();
const keptAnswers = 30;

export async function getJson<T>(url: string, signal?: AbortSignal): Promise<Answer<T>> {
  try {
    const response = await fetch(url, { ...(signal && { signal }), headers: { accept: 'application/json' } });
    const body = await response.json();
    if (!response.ok) return { error: String(body.detail ?? response.statusText), status: response.status };
    seen.delete(url);
    seen.set(url, body);
    const [oldest] = seen.keys();
    if (seen.size > keptAnswers && oldest !== undefined) seen.delete(oldest);
    return { value: body as T };
  } catch (error) {
    if (signal?.aborted) return {};
    const reason = error instanceof Error ? error.message : String(error);
    return { error: `The server did not answer (${reason}). Is annals serve still running?`, status: 0 };
  }
}

/** The answer at a URL: what was seen there before at once, then what the server says now. */
export function useJson<T>(url: string): Answer<T> & { readonly loading: boolean } {
  const [state, setState] = useState<Answer<T> & { url: string; loading: boolean }>({ url: '', loading: true });
  useEffect(() => {
    const abort = new AbortController();
    getJson<T>(url, abort.signal).then((answer) => {
      if (!abort.signal.aborted) setState({ ...answer, url, loading: false });
    });
    return () => abort.abort();
  }, [url]);
  if (state.url === url) return state;
  const before = seen.get(url) as T | undefined;
  return before === undefined ? { loading: true } : { value: before, loading: false };
}
