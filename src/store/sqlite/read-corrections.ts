import type { Correction } from '../../schema/correction.ts';
import type { AnchoredCorrection, CorrectionAnchor } from '../apply-corrections.ts';
import type { Connection } from './connection.ts';

export interface StoredCorrection extends AnchoredCorrection {
  readonly key: number;
}

/** The corrections that touch a page (by key: see `toKey`), in the order in which they were made. */
export function correctionsOf(connection: Connection, pageId: string): StoredCorrection[] {
  const rows = connection.all(
    `SELECT key, page_id, into_page_id, record, anchor FROM correction
     WHERE page_id = ? OR into_page_id = ? ORDER BY made_at, key`,
    [pageId, pageId],
  );
  return rows.map((row) => {
    const onTarget = row.page_id === pageId;
    const onInto = row.into_page_id === null || row.into_page_id === pageId;
    return {
      key: Number(row.key),
      correction: JSON.parse(String(row.record)) as Correction,
      anchor: JSON.parse(String(row.anchor)) as CorrectionAnchor,
      side: onTarget && onInto ? 'both' : onTarget ? 'target' : 'into',
    };
  });
}

/** Remembers which corrections found their words on their own page. */
export function saveStates(
  connection: Connection,
  corrections: readonly StoredCorrection[],
  applied: readonly boolean[],
): void {
  for (const [i, { key, side }] of corrections.entries()) {
    if (side === 'into') continue;
    connection.run('UPDATE correction SET state = ? WHERE key = ?', [applied[i] === true ? 'applied' : 'waiting', key]);
  }
}
