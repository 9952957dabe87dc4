import { type Figure, percent } from '../figure.ts';
import type { Setting, Task } from '../task.ts';
import { type GoldPage, loadPages } from './gold-pages.ts';

interface Result {
  readonly pages: number;
  readonly empty: number;
  readonly body?: { readonly f1: number; readonly precision: number; readonly recall: number };
  readonly date?: { readonly pages: number; readonly accuracy: number; readonly f1: number };
  readonly title?: { readonly pages: number; readonly accuracy: number };
  readonly authors?: { readonly pages: number; readonly accuracy: number };
  readonly types?: Readonly<Record<string, { readonly f1: number }>>;
}

interface PageSet {
  readonly set: string;
  /** Pages that the quick run scores, from the first. */
  readonly quick: number;
  /** A set of few pages is shown, not gated. */
  readonly gated: boolean;
}

const sets: readonly PageSet[] = [
  { set: 'zyte', quick: 40, gated: true },
  { set: 'news2023', quick: 40, gated: true },
  { set: 'trafilatura', quick: 0, gated: true },
  { set: 'htmldate', quick: 40, gated: true },
  { set: 'wcxb', quick: 0, gated: true },
  { set: 'fundus', quick: 0, gated: false },
];

/** HTML page to article: body, publication day, title, authors. The address is not handed over, as in the peers' figures. */
export const extraction: Task = {
  name: 'extraction',
  needs: 'shared',
  async run(setting) {
    const figures: Figure[] = [];
    for (const { set, quick, gated } of sets) {
      const limit = setting.quick ? quick : Number.POSITIVE_INFINITY;
      if (limit > 0) figures.push(...(await scoreSet(setting, set, limit, gated)));
    }
    return figures;
  },
};

async function scoreSet(setting: Setting, set: string, limit: number, gated: boolean): Promise<Figure[]> {
  const pages = (await loadPages(setting, [set])).slice(0, limit);
  // One page at a time: a story's annotations are not needed, and hundreds of them would fill the memory.
  const stories: object[] = [];
  for (const page of pages) stories.push(...(await setting.reader.stories([lineOf(page)])).map(slim));
  const [result] = setting.scorers.run<Result[]>('extraction/extraction-eval.mjs', stories, (files) => [
    '--packed',
    `${setting.corpora.folder}/extraction`,
    '--sets',
    set,
    '--stories',
    files.rows,
    '--json',
    files.result,
    ...(Number.isFinite(limit) ? ['--limit', String(limit)] : []),
  ]);
  if (!result) return [];
  const better = gated ? 'higher' : 'none';
  const { body, date, title, authors, types } = result;
  const id = (name: string): string => `extraction.${set}.${name}`;
  return [
    ...(set === 'htmldate' ? [] : [percent(id('body-f1'), body?.f1 ?? 0, result.pages, better)]),
    ...(types?.article ? [percent(id('body-f1-articles'), types.article.f1, result.pages, better)] : []),
    ...(set === 'zyte' || set === 'fundus'
      ? []
      : [percent(id('date-accuracy'), date?.accuracy ?? 0, date?.pages ?? result.pages, better)]),
    ...(title ? [percent(id('title-accuracy'), title.accuracy, title.pages, better)] : []),
    ...(authors ? [percent(id('authors-accuracy'), authors.accuracy, authors.pages, 'none')] : []),
    { id: id('empty'), value: result.empty, unit: 'count', better: 'none', n: result.pages },
  ];
}

const lineOf = ({ id, html }: GoldPage) => ({ id, html: html ?? '' });

/** What the scorer looks at. */
function slim(story: Awaited<ReturnType<Setting['reader']['stories']>>[number]): object {
  const { id, page, kind, title, authors, published, blocks, text } = story;
  return { id, page: { id: page.id }, kind, title, authors, published, blocks, text };
}
