import { existsSync, readFileSync } from 'node:fs';
import type { Story } from '../../src/schema/story.ts';
import { type Figure, percent } from '../figure.ts';
import { sample } from '../lib/corpora.ts';
import { groupBy } from '../lib/group.ts';
import type { Setting, Task } from '../task.ts';
import { type GoldPage, loadPages } from './gold-pages.ts';

interface SplitDocument {
  readonly id: string;
  readonly variant: string;
  readonly units: readonly { readonly text: string; readonly story: number }[];
}

interface Glue {
  makeGlued(pages: readonly GoldPage[]): SplitDocument[];
  makeTail(pages: readonly GoldPage[]): SplitDocument[];
  scoreSplit(document: SplitDocument, stories: readonly { text: string }[], main: number | undefined): object;
  splitSummary(
    scores: readonly object[],
    boundaries: boolean,
  ): {
    readonly pages: number;
    readonly exact: number;
    readonly leak: number;
    readonly mainRecall: number;
    readonly mainF1: number;
  };
}

/** Plain text with foreign stories glued on: is every line in its story, and nothing foreign in the article? */
export const splitting: Task = {
  name: 'splitting',
  needs: 'shared',
  async run(setting) {
    const glue = await setting.scorers.load<Glue>('extraction/lib/glue.mjs');
    const pages = await loadPages(setting, ['zyte', 'news2023', 'fundus']);
    const all = [...glue.makeGlued(pages), ...glue.makeTail(pages), ...seedPage(setting)];
    const documents = setting.quick ? all.filter((d) => d.variant === 'seed' || sample([d], 0.15).length > 0) : all;
    const lines = documents.map(({ units }, i) => ({ id: `t${i}`, text: units.map((u) => u.text).join('\n') }));
    const stories = new Map<string, Story[]>();
    for (const line of lines) stories.set(line.id, await setting.reader.stories([line]));
    const scored = documents.map((document, i) => {
      const read = (stories.get(`t${i}`) ?? []).map(withoutFurniture);
      const main = read.findIndex((s) => s.kind === 'article');
      return { variant: document.variant, score: glue.scoreSplit(document, read, main >= 0 ? main : undefined) };
    });
    return [...groupBy(scored, (s) => s.variant)].flatMap(([variant, list]): Figure[] => {
      const s = glue.splitSummary(
        list.map((x) => x.score),
        !variant.startsWith('tail'),
      );
      return [
        percent(`splitting.${variant}.exact`, s.exact, s.pages),
        // Where nothing foreign was glued on, nothing can leak.
        ...(variant === 'glued-none' ? [] : [percent(`splitting.${variant}.leak`, s.leak, s.pages, 'lower')]),
        percent(`splitting.${variant}.recall`, s.mainRecall, s.pages),
      ];
    });
  },
};

const FURNITURE = new Set(['credit', 'caption', 'notice', 'other']);

/** Headlines and kickers tell stories apart, so all but furniture counts here (the scorer's rule). */
function withoutFurniture({ kind, text, blocks }: Story): { kind: string; text: string } {
  const kept = blocks.filter((b) => !FURNITURE.has(b.role)).map((b) => text.slice(b.start, b.end));
  return { kind, text: blocks.length > 0 ? kept.join('\n') : text };
}

/** The real page: an article, a photo credit in its middle, four teasers behind it, one a line. */
function seedPage({ corpora }: Setting): SplitDocument[] {
  const path = `${corpora.folder}/pages/scraped-page.txt`;
  if (!existsSync(path)) return [];
  corpora.use(path);
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim());
  const firstTeaser = lines.length - 4;
  const storyOf = (text: string, i: number): number =>
    i >= firstTeaser ? i - firstTeaser + 1 : /^Photo:/.test(text) ? -1 : 0;
  return [{ id: 'seed', variant: 'seed', units: lines.map((text, i) => ({ text, story: storyOf(text, i) })) }];
}
