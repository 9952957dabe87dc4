import { readFileSync } from 'node:fs';
import { AnnalsError } from '../../util/errors.ts';

/** What a cue may take as its content. */
export interface CueFrame {
  /** The kind of act: say, ask, promise, threaten, deny, accuse, praise, think, cite. */
  readonly act: string;
  /** `that`, `to`, `oto`, `np`, `as`, `only`, or a preposition. */
  readonly takes: string;
}

/** Words that attribute, by lemma. */
export interface CueVerbs {
  readonly verbs: ReadonlyMap<string, readonly CueFrame[]>;
  readonly nouns: ReadonlyMap<string, readonly CueFrame[]>;
}

/** Reads `data/quotes/*.tsv`. @throws AnnalsError DATA_BROKEN */
export function loadCueVerbs(): CueVerbs {
  return Object.freeze({ verbs: readTable('cues.tsv'), nouns: readTable('cue-nouns.tsv') });
}

function readTable(file: string): ReadonlyMap<string, readonly CueFrame[]> {
  const frames = new Map<string, CueFrame[]>();
  const lines = readFileSync(new URL(`../../../data/quotes/${file}`, import.meta.url), 'utf8').split(/\r?\n/);
  lines.forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const [act, takes, words] = line.split('\t');
    if (act === undefined || takes === undefined || words === undefined) {
      const where = `data/quotes/${file}`;
      throw new AnnalsError('DATA_BROKEN', `${where}:${index + 1}: three columns are needed; reinstall the package`, {
        input: where,
        line: index + 1,
      });
    }
    for (const lemma of words.trim().split(/\s+/)) {
      const list = frames.get(lemma) ?? [];
      for (const one of takes.split(',')) list.push({ act, takes: one });
      frames.set(lemma, list);
    }
  });
  return frames;
}
