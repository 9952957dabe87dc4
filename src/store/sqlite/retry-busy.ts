import { setTimeout as wait } from 'node:timers/promises';
import { AnnalsError } from '../../util/errors.ts';

/** Longest time a writer waits for others; batches are short, so a lock held longer than this is a stuck process. */
const GIVE_UP_MS = 60_000;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 500;

/** Runs `work` again while another process holds the lock, without blocking this process between tries. */
export async function retryBusy<T>(work: () => T, giveUpMs = GIVE_UP_MS): Promise<T> {
  const until = performance.now() + giveUpMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof AnnalsError) || error.code !== 'STORE_BUSY' || performance.now() > until) throw error;
    }
    await wait(pauseMs);
  }
}
