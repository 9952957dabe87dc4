import type { Failure } from '../../schema/page.ts';
import { toKey, toPlain } from '../plain-text.ts';
import type { Connection } from './connection.ts';
import { insert } from './write-story.ts';

/** Keeps the last failure of each input; it goes when its page is stored. */
export function recordFailures(connection: Connection, failures: readonly Failure[], now: string): void {
  for (const { failure } of failures) {
    const page = failure.id === undefined ? null : toKey(failure.id);
    const path = failure.path === undefined ? null : toKey(failure.path);
    const line = failure.line ?? null;
    connection.run('DELETE FROM failure WHERE page_id IS ? AND path IS ? AND line IS ?', [page, path, line]);
    insert(connection, 'failure', {
      page_id: page,
      path,
      line,
      code: failure.code,
      message: toPlain(failure.message),
      failed_at: now,
    });
  }
}
