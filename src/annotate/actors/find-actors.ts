import type { Actor } from '../../schema/actor.ts';
import type { Place } from '../../schema/place.ts';
import type { Published } from '../../schema/story.ts';
import type { Parse } from '../../text/parse.ts';
import type { ActorTables } from './load-actor-tables.ts';

/** Finds actors and joins their mentions (names, office words, pronouns) into one actor each. */
export function findActors(
  _parse: Parse,
  _places: readonly Place[],
  _published: Published | undefined,
  _tables: ActorTables,
): Actor[] {
  return [];
}
