import type { Profile } from './profile.ts';

/** How much a unit is made of words read before, the often repeated ones counting more; 0 = all new. */
export function coherence(unit: Profile, seen: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const word of unit.content) sum += Math.log2(1 + (seen.get(word) ?? 0));
  return unit.content.size === 0 ? 0 : sum / unit.content.size;
}
