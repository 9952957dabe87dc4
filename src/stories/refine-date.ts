import type { Annotations, Published } from '../schema/story.ts';

/** Narrows a publication date by the times and actors found in the story. */
export function refineDate(
  published: Published | undefined,
  _found: Pick<Annotations, 'times' | 'actors'>,
): Published | undefined {
  return published;
}
