import { readFileSync } from 'node:fs';
import type { Published, StorySlice } from '../../schema/story.ts';

/** A happening whose anniversaries are counted, and the year it took place in. */
export interface Anniversary {
  readonly id: string;
  readonly year: number;
  readonly example: string;
  readonly source: string;
  readonly test: RegExp;
}

export const ANNIVERSARIES: readonly Anniversary[] = loadAnniversaries();

function loadAnniversaries(): Anniversary[] {
  const file = new URL('../../../data/stories/anniversaries.json', import.meta.url);
  const rows = JSON.parse(readFileSync(file, 'utf8')) as (Omit<Anniversary, 'test'> & { pattern: string })[];
  return rows.map(({ pattern, ...row }) => ({
    ...row,
    test: new RegExp(`(?<!\\d)(\\d{1,3})(?:st|nd|rd|th) anniversary of (?:the )?${pattern}`, 'iu'),
  }));
}

/** A story on an anniversary comes out within that year: an interval, its middle as the value. */
export function dateOfContent(story: StorySlice): Published | undefined {
  for (const { test, year, source } of ANNIVERSARIES) {
    const match = test.exec(story.text);
    if (!match) continue;
    const then = year + Number(match[1]);
    if (then < 1980 || then > 2099) continue;
    const says = `The anniversary is counted from ${source}: it fell in ${then}.`;
    const evidence = [{ text: match[0], start: match.index, end: match.index + match[0].length, says }];
    return { value: `${then}-07-02`, earliest: `${then}-01-01`, latest: `${then}-12-31`, source: 'content', evidence };
  }
  return undefined;
}
