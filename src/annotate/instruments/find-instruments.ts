import type { Instrument } from '../../schema/instrument.ts';
import type { Parse } from '../../text/parse.ts';

/** Finds treaties, resolutions, laws and the like. */
export function findInstruments(_parse: Parse): Instrument[] {
  return [];
}
