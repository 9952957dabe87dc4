import type { Span } from '../../src/schema/span.ts';
import { splitStories } from '../../src/stories/split-stories.ts';
import { parseText } from '../../src/text/parse-text.ts';
import { type Figure, percent, prf, share } from '../figure.ts';
import { type GoldRow, sample } from '../lib/corpora.ts';
import { toLine } from '../lib/reader.ts';
import { innerEnds, trimSpan } from '../score/sentence-ends.ts';
import type { Task } from '../task.ts';

interface Row extends GoldRow {
  /** Tokens: start, end, lemma, UPOS, … */
  readonly sentences: readonly (Span & { readonly tokens: readonly (readonly [number, number, string, string])[] })[];
}

const sets = [
  { set: 'gum', path: 'gum/gum.dev.jsonl.gz', quickPart: 1 },
  { set: 'ewt', path: 'ewt/ewt.dev.jsonl.gz', quickPart: 0.5 },
] as const;

/** Sentence boundaries, tokens and parts of speech on raw text, with Intl.Segmenter beside. */
export const sentences: Task = {
  name: 'sentences',
  needs: 'shared',
  async run({ corpora, reader, resources, quick }) {
    const figures: Figure[] = [];
    for (const { set, path, quickPart } of sets) {
      const gold = sample(corpora.rows<Row>(path), quick ? quickPart : 1);
      const [ours, peer] = [tally(), tally()];
      const tokens = { system: 0, gold: 0, aligned: 0, tagged: 0 };
      const pages = new Map((await reader.pages(gold.map(toLine))).map((page) => [page.id, page]));
      for (const row of gold) {
        const page = pages.get(row.id);
        const parsed = page
          ? splitStories(page, resources.language).map((s) => ({
              at: s.page.start,
              parse: parseText(s, resources.tagger),
            }))
          : [];
        const found = parsed.flatMap(({ at, parse }) =>
          parse.sentences.map((s) => ({ start: s.start + at, end: s.end + at })),
        );
        compare(ours, row.text, found, row.sentences);
        compare(peer, row.text, segmenter(row.text), row.sentences);
        const tags = new Map(
          parsed.flatMap(({ at, parse }) =>
            parse.sentences.flatMap((s) => s.tokens.map((t) => [`${t.start + at}:${t.end + at}`, t.upos] as const)),
          ),
        );
        tokens.system += tags.size;
        for (const [start, end, , upos] of row.sentences.flatMap((s) => s.tokens)) {
          tokens.gold++;
          const tag = tags.get(`${start}:${end}`);
          if (tag !== undefined) tokens.aligned++;
          if (tag === upos) tokens.tagged++;
        }
      }
      figures.push(...boundaries(`sentences.${set}`, ours, 'higher'));
      figures.push(...boundaries(`sentences.${set}.intl-segmenter`, peer, 'none'));
      figures.push(
        percent(`sentences.${set}.token-f1`, prf(tokens.aligned, tokens.system, tokens.gold).f, tokens.gold),
      );
      figures.push(percent(`sentences.${set}.upos`, share(tokens.tagged, tokens.gold), tokens.gold));
    }
    return figures;
  },
};

interface Tally {
  readonly inner: { right: number; system: number; gold: number };
  readonly spans: { right: number; system: number; gold: number };
}

const tally = (): Tally => ({ inner: { right: 0, system: 0, gold: 0 }, spans: { right: 0, system: 0, gold: 0 } });

function compare(t: Tally, text: string, system: readonly Span[], gold: readonly Span[]): void {
  const ends = { system: innerEnds(text, system), gold: innerEnds(text, gold) };
  const keys = (spans: readonly Span[]): Set<string> =>
    new Set(spans.map((s) => trimSpan(text, s)).map(({ start, end }) => `${start}:${end}`));
  for (const [part, a, b] of [
    ['inner', ends.system, ends.gold],
    ['spans', keys(system), keys(gold)],
  ] as const) {
    t[part].system += a.size;
    t[part].gold += b.size;
    t[part].right += [...(a as Set<unknown>)].filter((x) => (b as Set<unknown>).has(x)).length;
  }
}

function boundaries(set: string, { inner, spans }: Tally, better: Figure['better']): Figure[] {
  return [
    percent(`${set}.inner-boundary-f1`, prf(inner.right, inner.system, inner.gold).f, inner.gold, better),
    percent(`${set}.span-f1`, prf(spans.right, spans.system, spans.gold).f, spans.gold, better),
  ];
}

/** The platform's own segmenter, given each paragraph by itself. */
function segmenter(text: string): Span[] {
  const cut = new Intl.Segmenter('en', { granularity: 'sentence' });
  return [...text.matchAll(/[^\n]+/g)].flatMap((paragraph) =>
    [...cut.segment(paragraph[0])].map(({ index, segment }) => ({
      start: paragraph.index + index,
      end: paragraph.index + index + segment.length,
    })),
  );
}
