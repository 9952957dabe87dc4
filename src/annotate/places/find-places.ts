import type { Place } from '../../schema/place.ts';
import type { Parse } from '../../text/parse.ts';
import type { Gazetteer } from './load-gazetteer.ts';

/** Finds named places and resolves them to the gazetteer. */
export function findPlaces(_parse: Parse, _gazetteer: Gazetteer): Place[] {
  return [];
}
