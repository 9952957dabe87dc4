import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { lemmatize, regularLemma } from '../src/text/lemmatize.ts';
import type { Upos } from '../src/text/parse.ts';
import {
  featureCount,
  tagNames,
  toCaseStyle,
  toWordCode,
  weightRows,
  writeFeatures,
} from '../src/text/tag-features.ts';
import { tagTokens } from '../src/text/tag-tokens.ts';

/**
 * Trains the part-of-speech tagger and the table of irregular forms, and writes them to `data/text`.
 *
 *     tsx scripts/build-tagger.ts --train gum.train.jsonl.gz --train ewt.train.jsonl.gz --test gum.dev.jsonl.gz
 *
 * The files are JSON lines with `text` and `sentences[].tokens[[start, end, lemma, upos, …]]`.
 */
const { values } = parseArgs({
  options: {
    train: { type: 'string', multiple: true, default: [] },
    test: { type: 'string', multiple: true, default: [] },
    epochs: { type: 'string', default: '8' },
  },
});

interface GoldSentence {
  readonly words: string[];
  readonly tags: number[];
  readonly lemmas: string[];
}

function readGold(path: string): GoldSentence[] {
  const documents = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
  return documents.flatMap((line) => {
    const { text, sentences } = JSON.parse(line) as {
      text: string;
      sentences: { tokens: [number, number, string, Upos][] }[];
    };
    return sentences.map(({ tokens }) => ({
      words: tokens.map(([start, end]) => text.slice(start, end)),
      tags: tokens.map((token) => tagNames.indexOf(token[3])),
      lemmas: tokens.map((token) => token[2].toLowerCase()),
    }));
  });
}

/** A fixed generator, so that the weights are the same at every build (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle<Item>(items: Item[], random: () => number): void {
  for (let index = items.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [items[index], items[other]] = [items[other] as Item, items[index] as Item];
  }
}

/** Headlines are rare in the treebanks: every so often a sentence is seen again in title case or capitals. */
function withHeadlines(sentences: readonly GoldSentence[]): GoldSentence[] {
  const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const small = new Set([
    'a',
    'an',
    'the',
    'of',
    'in',
    'on',
    'at',
    'to',
    'for',
    'and',
    'or',
    'by',
    'with',
    'from',
    "'s",
    "n't",
  ]);
  const extra: GoldSentence[] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.words.length > 14 || sentence.words.length < 4) continue;
    if (index % 8 === 0)
      extra.push({ ...sentence, words: sentence.words.map((word) => (small.has(word) ? word : title(word))) });
    if (index % 24 === 4) extra.push({ ...sentence, words: sentence.words.map((word) => word.toUpperCase()) });
  }
  return [...sentences, ...extra];
}

function train(sentences: GoldSentence[], epochs: number): Float64Array {
  const width = tagNames.length;
  const weights = new Float64Array(weightRows * width);
  const sums = new Float64Array(weights.length);
  const rows = new Int32Array(featureCount);
  const scores = new Float64Array(width);
  const random = randomFrom(42);
  let step = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(sentences, random);
    let wrong = 0;
    for (const { words, tags } of sentences) {
      const codes = words.map(toWordCode);
      const style = toCaseStyle(codes);
      let previous = -1;
      let earlier = -1;
      for (const [at, gold] of tags.entries()) {
        writeFeatures(rows, codes, at, { previous, earlier, style });
        scores.fill(0);
        for (const row of rows)
          for (let tag = 0; tag < width; tag++) scores[tag] = (scores[tag] ?? 0) + (weights[row * width + tag] ?? 0);
        let best = 0;
        for (let tag = 1; tag < width; tag++) if ((scores[tag] ?? 0) > (scores[best] ?? 0)) best = tag;
        if (best !== gold) {
          wrong++;
          for (const row of rows) {
            weights[row * width + gold] = (weights[row * width + gold] ?? 0) + 1;
            weights[row * width + best] = (weights[row * width + best] ?? 0) - 1;
            sums[row * width + gold] = (sums[row * width + gold] ?? 0) + step;
            sums[row * width + best] = (sums[row * width + best] ?? 0) - step;
          }
        }
        step++;
        earlier = previous;
        previous = best;
      }
    }
    console.error(`epoch ${epoch + 1}: ${wrong} wrong while learning`);
  }
  return weights.map((weight, index) => weight - (sums[index] ?? 0) / step);
}

/** One byte for each weight; the few beyond the 99.9th percentile are clipped. */
function toBytes(weights: Float64Array): Int8Array {
  const sizes = Array.from(weights, Math.abs)
    .filter((size) => size > 0)
    .sort((a, b) => a - b);
  const top = sizes[Math.floor(sizes.length * 0.999)] ?? 1;
  return Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round((weight * 127) / top))));
}

/** Lemmas that the regular endings get wrong, for forms whose lemma the data agree on. */
function lemmaTable(sentences: readonly GoldSentence[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { words, tags, lemmas } of sentences) {
    for (const [index, word] of words.entries()) {
      const upos = tagNames[tags[index] ?? 0] ?? 'X';
      if (upos === 'PROPN' || upos === 'PUNCT' || upos === 'SYM' || upos === 'X' || upos === 'NUM') continue;
      const form = word.toLowerCase().replaceAll('’', "'");
      if (!/^[a-z']+$/.test(form)) continue;
      const key = `${form} ${upos}`;
      const lemmasOfForm = counts.get(key) ?? new Map<string, number>();
      const lemma = lemmas[index] ?? form;
      lemmasOfForm.set(lemma, (lemmasOfForm.get(lemma) ?? 0) + 1);
      counts.set(key, lemmasOfForm);
    }
  }
  const table = new Map<string, string>();
  for (const [key, lemmasOfForm] of counts) {
    const [form = '', upos = 'X'] = key.split(' ');
    const [[lemma, count] = ['', 0], ...others] = [...lemmasOfForm].sort((a, b) => b[1] - a[1]);
    const sure = others.every(([, other]) => other * 2 < count);
    if (sure && lemma !== regularLemma(form, upos as Upos) && /^[a-z']+$/.test(lemma)) table.set(key, lemma);
  }
  return table;
}

function writeLemmas(table: ReadonlyMap<string, string>): void {
  const lines = new Map<string, string[]>();
  for (const [key, lemma] of table) {
    const [form = '', upos = ''] = key.split(' ');
    const line = `${lemma}\t${upos}`;
    lines.set(line, [...(lines.get(line) ?? []), form]);
  }
  const sorted = [...lines].map(([line, forms]) => `${line}\t${forms.sort().join('\t')}`).sort();
  const header = '# lemma, part of speech, irregular forms; built by scripts/build-tagger.ts (see data/SOURCES.md)';
  writeFileSync(new URL('../data/text/lemmas.tsv', import.meta.url), `${[header, ...sorted].join('\n')}\n`);
}

function test(path: string, weights: Int8Array, lemmas: ReadonlyMap<string, string>): void {
  let all = 0;
  let right = 0;
  let lemmaRight = 0;
  for (const gold of readGold(path)) {
    const tags = tagTokens(gold.words, weights);
    for (const [index, tag] of tags.entries()) {
      all++;
      if (tagNames[gold.tags[index] ?? 0] === tag) right++;
      if (lemmatize(gold.words[index] ?? '', tag, lemmas) === gold.lemmas[index]) lemmaRight++;
    }
  }
  const share = (part: number): string => ((100 * part) / all).toFixed(2);
  console.error(`${path}: UPOS ${share(right)} %, lemma ${share(lemmaRight)} % on gold tokens`);
}

const sentences = values.train.flatMap(readGold);
const lemmas = lemmaTable(sentences);
const weights = toBytes(train(withHeadlines(sentences), Number(values.epochs)));
writeFileSync(new URL('../data/text/tag-weights.bin', import.meta.url), weights);
writeLemmas(lemmas);
for (const path of values.test) test(path, weights, lemmas);
