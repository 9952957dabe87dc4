import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { describeClusters } from './store-clusters.ts';
import { describeCorrections } from './store-corrections.ts';
import { describeCounts } from './store-counts.ts';
import { describeQueries } from './store-queries.ts';
import { describeRemoval } from './store-removal.ts';
import { describeWriting } from './store-writing.ts';
import type { StoreFixture, Subject } from './subject.ts';

/** The behaviour that every driver must show, told through `Store` alone. */
export function describeStore(driver: string, create: () => Promise<StoreFixture>): void {
  describe(`a ${driver} store`, () => {
    let fixture: StoreFixture;
    let current: Store;
    beforeEach(async () => {
      fixture = await create();
      current = fixture.store;
    });
    afterEach(() => fixture.dispose());

    const subject: Subject = {
      store: () => current,
      reopen: async () => {
        current = await fixture.reopen();
        return current;
      },
    };
    describeWriting(subject);
    describeQueries(subject);
    describeCounts(subject);
    describeRemoval(subject);
    describeCorrections(subject);
    describeClusters(subject);

    it('is empty at first', async () => {
      expect(await current.statistics()).toEqual({
        pages: 0,
        stories: 0,
        events: 0,
        actors: 0,
        quotes: 0,
        failures: 0,
        corrections: 0,
        removed: 0,
      });
      expect(await current.queryEvents({})).toEqual({ items: [] });
      expect(await current.clusters({})).toEqual({ items: [] });
    });
  });
}
