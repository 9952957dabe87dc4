import { type Figure, percent } from '../figure.ts';
import type { GoldRow } from '../lib/corpora.ts';
import { toLine } from '../lib/reader.ts';
import type { Setting, Task } from '../task.ts';

interface Row extends GoldRow {
  readonly source: readonly unknown[];
  readonly target: readonly unknown[];
  readonly reciprocal?: boolean;
}

interface Report {
  readonly macroF1: number;
  readonly accuracy: number;
}
interface Classes {
  readonly root: Report;
  readonly quad: Report;
  readonly binary: Report;
  readonly none: number;
}
interface Result {
  readonly sets: {
    readonly plv: {
      readonly rows: number;
      readonly pair?: Classes;
      readonly pairManual?: Classes;
      readonly open?: {
        readonly events: number;
        readonly loose: Classes & { pairFound: number; pairSwapped: number; extraEventsPerSentence: number };
      };
    };
  };
}

const SCORER = 'coding/run.mjs';

/** Event coding on the PLV training rows: with the pair given, and end to end. Measured only, never mined. */
export const pairs: Task = {
  name: 'pairs',
  needs: 'shared',
  async run(setting) {
    const rows = setting.corpora.rows<Row>('coding/plv-train.jsonl');
    const figures: Figure[] = [];
    const given = score(setting, 'pair', await setting.reader.pairs(rows.filter(hasSpan).map(toQuestion)));
    const { pair, pairManual } = given.sets.plv;
    if (pair && pairManual) {
      for (const level of ['root', 'quad', 'binary'] as const) {
        figures.push(percent(`pairs.plv.given-${level}-f1`, pair[level].macroF1, rows.length));
        figures.push(percent(`pairs.plv.given-${level}-f1-manual`, pairManual[level].macroF1, rows.length, 'none'));
      }
      figures.push(percent('pairs.plv.given-root-accuracy', pair.root.accuracy, rows.length, 'none'));
      figures.push(percent('pairs.plv.given-unanswered', pair.none, rows.length, 'none'));
    }
    // The open test reads each distinct sentence once, under the id of its first row.
    const sentences = [...new Map(rows.toReversed().map((r) => [r.text, r])).values()].map(toLine);
    const { open } = score(setting, 'open', await setting.reader.stories(sentences)).sets.plv;
    if (open) {
      figures.push(percent('pairs.plv.open-pair-found', open.loose.pairFound, rows.length));
      figures.push(percent('pairs.plv.open-pair-swapped', open.loose.pairSwapped, rows.length, 'none'));
      figures.push(percent('pairs.plv.open-root-accuracy', open.loose.root.accuracy, rows.length));
      figures.push(percent('pairs.plv.open-root-f1', open.loose.root.macroF1, rows.length, 'none'));
      const extra = open.loose.extraEventsPerSentence;
      figures.push({
        id: 'pairs.plv.open-extra-events-per-sentence',
        value: extra,
        unit: 'count',
        better: 'none',
        n: sentences.length,
      });
    }
    return figures;
  },
};

const hasSpan = (row: Row): boolean => row.source.length > 0 || row.target.length > 0;

function toQuestion({ id, text, source, target, reciprocal }: Row) {
  return { id, text, pair: { source: source[0] ?? null, target: (reciprocal ? source[1] : target[0]) ?? null } };
}

/** The scorer runs a command that answers; ours were given already, so the command only prints them. */
function score({ scorers, corpora }: Setting, mode: 'pair' | 'open', answers: readonly object[]): Result {
  return scorers.run(SCORER, answers, ({ rows, result }) => [
    '--data',
    `${corpora.folder}/coding`,
    '--modes',
    mode,
    '--cmd',
    `cat '${rows}'`,
    '--out',
    result,
  ]);
}
