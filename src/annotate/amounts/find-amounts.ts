import type { Amount } from '../../schema/amount.ts';
import type { Parse } from '../../text/parse.ts';

/** Finds money, casualties, troops, votes and other counted quantities. */
export function findAmounts(_parse: Parse): Amount[] {
  return [];
}
