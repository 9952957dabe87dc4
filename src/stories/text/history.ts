import { coherence } from './coherence.ts';
import type { Profile } from './profile.ts';
import type { Context } from './signals.ts';

/** So many units back count as near. */
const NEAR_UNITS = 3;

/** A stem in so many units is one of the story's own words. */
const OWN_AFTER = 3;

/** The usual coherence is a mean over about so many units. */
const MEMORY = 4;

/** What was read so far; grows with each unit. */
export class History implements Context {
  before = 0;
  unfinished = 0;
  meanWords = 0;
  afterNotice = false;
  usualCoherence = 0;
  addressing = 0;
  readonly seen = new Map<string, number>();
  readonly names = new Set<string>();
  readonly fullNames = new Set<string>();
  readonly ownWords = new Set<string>();
  #unfinishedRun = 0;
  #recent: ReadonlySet<string>[] = [];
  near: ReadonlySet<string> = new Set();

  /** Units of furniture change nothing but what stands right before the next. */
  add(unit: Profile): void {
    this.afterNotice = unit.rule?.role === 'notice' || unit.rule?.role === 'credit';
    if (unit.rule) return;
    if (unit.content.size > 0) {
      const share = coherence(unit, this.seen);
      this.usualCoherence = this.before < 2 ? share : this.usualCoherence + (share - this.usualCoherence) / MEMORY;
    }
    if (unit.addresses) this.addressing++;
    for (const word of unit.content) {
      const units = (this.seen.get(word) ?? 0) + 1;
      this.seen.set(word, units);
      if (units >= OWN_AFTER) this.ownWords.add(word);
    }
    for (const name of unit.names) this.names.add(name);
    for (const name of unit.fullNames) {
      this.fullNames.add(name);
      this.names.add(name);
    }
    this.#recent = [...this.#recent.slice(1 - NEAR_UNITS), unit.content];
    this.near = new Set(this.#recent.flatMap((words) => [...words]));
    // Lines without a stop at the end may be a tail's: they are the article's way of writing once it goes on.
    if (!unit.finished && unit.words >= 5) this.#unfinishedRun++;
    else if (unit.words >= 5) {
      this.unfinished += this.#unfinishedRun;
      this.#unfinishedRun = 0;
    }
    this.meanWords = (this.meanWords * this.before + unit.words) / (this.before + 1);
    this.before++;
  }
}
