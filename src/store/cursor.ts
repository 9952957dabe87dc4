import { AnnalsError } from '../util/errors.ts';

export const DEFAULT_LIMIT = 100;
/** One answer is held in memory as a whole; more is asked for page by page. */
export const MAX_LIMIT = 1000;

export type Position = readonly (string | number)[];

/** Where an answer ended, with the order that it was in. */
export function toCursor(order: string, position: Position): string {
  return Buffer.from(JSON.stringify([order, ...position])).toString('base64url');
}

/** @throws AnnalsError FILTER_BAD_VALUE for a cursor that this order did not give */
export function fromCursor(cursor: string | undefined, order: string, length: number): Position | undefined {
  if (cursor === undefined) return undefined;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    throw refuse(error);
  }
  if (!Array.isArray(parts) || parts.length !== length + 1 || parts[0] !== order) throw refuse();
  const position = parts.slice(1);
  if (!position.every((part) => typeof part === 'string' || Number.isFinite(part))) throw refuse();
  return position as Position;
}

export function limitOf(limit: number | undefined): number {
  return Math.max(1, Math.min(limit ?? DEFAULT_LIMIT, MAX_LIMIT));
}

function refuse(cause?: unknown): AnnalsError {
  return new AnnalsError('FILTER_BAD_VALUE', 'cursor: not one that this query gave; ask again without it.', { cause });
}
