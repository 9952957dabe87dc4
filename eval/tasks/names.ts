import { createHash } from 'node:crypto';
import { type Figure, type Prf, percent } from '../figure.ts';
import { type GoldRow, sample } from '../lib/corpora.ts';
import { toLine } from '../lib/reader.ts';
import type { Task } from '../task.ts';

interface NameSet {
  readonly set: string;
  readonly path: string;
  readonly flags?: readonly string[];
  readonly keep?: (row: GoldRow) => boolean;
  /** Part of the rows that the quick run scores. */
  readonly quickPart: number;
}

// re3d's development part: ids whose SHA-256 begins with 0, 1 or 2 (its README).
const re3dDev = ({ id }: GoldRow): boolean => /^[012]/.test(createHash('sha256').update(id).digest('hex'));

const sets: readonly NameSet[] = [
  { set: 'uner', path: 'uner/uner-ewt.dev.jsonl.gz', quickPart: 0.5 },
  { set: 'crossner', path: 'crossner-politics/crossner-politics.dev.jsonl.gz', quickPart: 0.5 },
  { set: 'wikigold', path: 'wikigold/wikigold.train.jsonl.gz', quickPart: 0.3 },
  { set: 'gum', path: 'gum/gum.dev.jsonl.gz', flags: ['--named'], quickPart: 1 },
  { set: 're3d', path: 're3d/re3d.train.jsonl.gz', keep: re3dDev, quickPart: 1 },
];

interface Result {
  readonly exact: Readonly<Record<string, Prf & { nGold: number }>>;
}

/** Names of persons, organizations and places: exact spans with type. */
export const names: Task = {
  name: 'names',
  needs: 'shared',
  async run({ corpora, reader, scorers, quick }) {
    const figures: Figure[] = [];
    for (const { set, path, flags = [], keep = () => true, quickPart } of sets) {
      const gold = sample(corpora.rows(path).filter(keep), quick ? quickPart : 1);
      const stories = await reader.stories(gold.map(toLine));
      const { exact } = scorers.score<Result>('entities', gold, stories, flags).result;
      for (const [key, name, better] of [
        ['all typed', 'typed', 'higher'],
        ['untyped', 'untyped', 'none'],
        ['person', 'person', 'none'],
        ['org', 'org', 'none'],
        ['place', 'place', 'none'],
      ] as const) {
        const score = exact[key];
        if (score) figures.push(percent(`names.${set}.${name}-exact-f1`, score.f, score.nGold, better));
      }
    }
    return figures;
  },
};
