import { useState } from 'preact/hooks';
import type { List } from '../../src/server/answers.ts';
import { getJson } from './api.ts';

/** A list that grows page by page: what is shown, how to get more, and why more could not be had. */
export function useMore<T>(url: string, first: List<T>) {
  const [list, setList] = useState(first);
  const [error, setError] = useState<string | undefined>();
  const more = async () => {
    const next = await getJson<List<T>>(`${url}&cursor=${encodeURIComponent(list.cursor ?? '')}`);
    setError(next.error);
    if (next.value) setList({ ...next.value, items: [...list.items, ...next.value.items] });
  };
  return { list, more, error };
}
