import { basename } from 'node:path';
import type { Span } from '../../src/schema/span.ts';
import { type Figure, type Prf, percent } from '../figure.ts';
import { type GoldRow, sample } from '../lib/corpora.ts';
import { passageFiles, runOnPassages } from '../lib/passages.ts';
import { toLine } from '../lib/reader.ts';
import type { Setting, Task } from '../task.ts';
import { loadPassages } from './events.ts';

interface Result {
  readonly exact: Readonly<Record<'source' | 'cue' | 'content', Prf>>;
  readonly overlap: Readonly<Record<'source' | 'cue' | 'content', Prf>>;
  readonly quote: Readonly<Record<string, Prf & { nGold: number }>>;
}

interface OwnQuote {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  readonly style: string;
}

/** Who said what, on US political news that may only be measured with. */
export const quotes: Task = {
  name: 'quotes',
  needs: 'shared',
  async run(setting) {
    const gold = sample(setting.corpora.rows('polnear/polnear.dev.jsonl.gz'), setting.quick ? 0.3 : 1);
    return score(setting, 'quotes.polnear', gold, true);
  },
};

/** Who said what, in our own passages: the held-out files, and all others as "seen". */
export const ownQuotes: Task = {
  name: 'own-quotes',
  needs: 'shared',
  async run(setting) {
    const figures: Figure[] = [];
    for (const part of ['held-out', 'seen'] as const) {
      // Every file costs two processes, so the seen part is some whole files.
      const files = passageFiles(part).filter(
        (file) => part === 'held-out' || sample([{ id: basename(file) }], 1 / 8).length > 0,
      );
      const { rows: quoted } = runOnPassages<{ id: string; quotes: readonly OwnQuote[] }>('quotes.mjs', files);
      const marked = new Map(quoted.map((row) => [row.id, row.quotes]));
      const rows = loadPassages(setting, part, files).map(({ id, text, date }) => ({
        id,
        text,
        published: date,
        quotes: (marked.get(id) ?? []).map(({ source, cue, content, style }) => ({
          source,
          cue,
          content,
          direct: style,
        })),
      }));
      figures.push(...(await score(setting, `quotes.own-${part}`, rows, part === 'held-out')));
    }
    return figures;
  },
};

async function score(
  { reader, scorers }: Setting,
  set: string,
  gold: readonly GoldRow[],
  gated: boolean,
): Promise<Figure[]> {
  const stories = await reader.stories(gold.map(toLine));
  const { result, printed } = scorers.score<Result>('quotes', gold, stories);
  const n = result.quote['content found']?.nGold ?? 0;
  const better = gated ? 'higher' : 'none';
  const [, direct = '0', rightSource = '0'] =
    /^ {2}direct\s+gold\s+(\d+)\s.*with its source\s+([\d.]+) %/m.exec(printed) ?? [];
  return [
    percent(`${set}.content-exact-f1`, result.exact.content.f, n, better),
    percent(`${set}.source-exact-f1`, result.exact.source.f, n, better),
    percent(`${set}.cue-exact-f1`, result.exact.cue.f, n, 'none'),
    percent(`${set}.content-overlap-f1`, result.overlap.content.f, n, 'none'),
    percent(`${set}.whole-f1`, result.quote['content + source']?.f ?? 0, n, better),
    percent(`${set}.whole-exact-f1`, result.quote['all exact']?.f ?? 0, n, 'none'),
    { id: `${set}.direct-with-right-source`, value: Number(rightSource), better, n: Number(direct) },
  ];
}
