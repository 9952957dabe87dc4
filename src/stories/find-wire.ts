import { readFileSync } from 'node:fs';

/** News agencies by the names that datelines and credits give them. */
const AGENCIES = JSON.parse(
  readFileSync(new URL('../../data/stories/agencies.json', import.meta.url), 'utf8'),
) as readonly string[];

/** A dateline stands in front of the first paragraph: "TAIPEI, Sept. 18 (Reuters) — …", "KYIV (AP) - …". */
const DATELINE = new RegExp(`^.{2,80}?\\((${AGENCIES.join('|')})\\)\\s*[—–-]`, 'u');

/** The agency that a story's dateline credits. */
export function findWire(firstParagraph: string): string | undefined {
  return DATELINE.exec(firstParagraph.slice(0, 120))?.[1];
}
