import type { Story } from '../schema/story.ts';
import type { EventView, Store } from '../store/store.ts';
import { AnnalsError } from '../util/errors.ts';

export interface Found {
  readonly story: Story;
  readonly view?: EventView;
}

/** What an id names: an event, a story, or all stories of a page. @throws AnnalsError `ID_UNKNOWN` */
export async function findRecords(store: Store, id: string): Promise<readonly Found[]> {
  const view = await store.event(id);
  if (view !== undefined) {
    const story = await store.story(view.story.id);
    if (story !== undefined) return [{ story, view }];
  }
  const story = await store.story(id);
  if (story !== undefined) return [{ story }];
  const ofPage: Story[] = [];
  for (let n = 1; ; n++) {
    const next = await store.story(`${id}#${n}`);
    if (next === undefined) break;
    ofPage.push(next);
  }
  if (ofPage.length > 0) return ofPage.map((each) => ({ story: each }));
  throw new AnnalsError(
    'ID_UNKNOWN',
    `No story, event or page has the id ${id}. annals query shows ids, at the end of each row.`,
    { input: id },
  );
}
