// How fast the line is, beside a limit measured in the same run on the same text: see README.md.
import { Readability } from '@mozilla/readability';
import { DOMParser } from 'linkedom';
import { Bench } from 'tinybench';
import { openReader } from '../eval/lib/reader.ts';
import { readPage } from '../src/read.ts';
import { loadResources } from '../src/resources.ts';
import { timeIngest } from './ingest.ts';
import { timeStages } from './stages.ts';
import { articles, countWords, htmlPages } from './texts.ts';

// Measured on GUM news (design/runtime.md): there is no tokenizer in the package yet, so pieces are words times this.
const PIECES_PER_WORD = 1.106;
const ARTICLES = 200;
const MEASURE_MS = 3000;

const print = (label: string, value: string, beside = ''): void =>
  console.log(`${label.padEnd(34)} ${value.padStart(18)}   ${beside}`.trimEnd());
const rate = (n: number, unit: string): string =>
  `${n < 100 ? n.toFixed(1) : Math.round(n).toLocaleString('en-US')} ${unit}/s`;
const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;
const rss = (): number => process.resourceUsage().maxRSS * 1024;

const bare = rss();
let start = performance.now();
const resources = await loadResources();
const loadMs = performance.now() - start;
const loaded = rss();
const reader = openReader(resources);

const texts = articles(ARTICLES);
const words = texts.reduce((n, { text = '' }) => n + countWords(text), 0);
const pages = await reader.pages(texts);
const html = htmlPages();

const bench = new Bench({ time: MEASURE_MS, warmupTime: 1000, iterations: 2, warmupIterations: 1 });
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
bench.add('read', () => {
  for (const page of pages) for (const _ of readPage(page, resources));
});
bench.add('segment', () => {
  for (const { text = '' } of texts) for (const _ of segmenter.segment(text));
});
bench.add('read html', async () => {
  await reader.stories(html);
});
bench.add('readability', () => {
  for (const page of html)
    new Readability(new DOMParser().parseFromString(page.html ?? '', 'text/html') as never).parse();
});
start = performance.now();
const cpu = process.cpuUsage();
await bench.run();
const used = process.cpuUsage(cpu);
const cores = (used.user + used.system) / 1000 / (performance.now() - start);

const perSecond = (name: string, items: number): number => {
  const result = bench.getTask(name)?.result;
  const ms = result && 'latency' in result ? result.latency.p50 : Number.NaN;
  return (1000 * items) / ms;
};
const storiesPerSecond = perSecond('read', ARTICLES);
const wordsPerSecond = (storiesPerSecond * words) / ARTICLES;
const segmented = perSecond('segment', words);
console.log(
  `${ARTICLES} articles of ${Math.round(words / ARTICLES)} words, one worker, Node ${process.version}, ${cores.toFixed(2)} cores busy\n`,
);
print('start-up (tables loaded)', `${Math.round(loadMs)} ms`, `${mebibytes(loaded - bare)} more memory`);
print('read, text', rate(storiesPerSecond, 'stories'), '');
print(
  '',
  rate(wordsPerSecond, 'words'),
  `Intl.Segmenter alone, same text: ${rate(segmented, 'words')} (${(segmented / wordsPerSecond).toFixed(1)} times as fast)`,
);
print(
  '',
  rate(wordsPerSecond * PIECES_PER_WORD, 'wordpieces'),
  `words × ${PIECES_PER_WORD}: no tokenizer in the package yet`,
);
if (html.length > 0) {
  const ours = perSecond('read html', html.length);
  const peer = perSecond('readability', html.length);
  print(
    'read, HTML',
    rate(ours, 'pages'),
    `linkedom + Readability alone, same pages: ${rate(peer, 'pages')} (${(peer / ours).toFixed(1)} times as fast)`,
  );
}

console.log('\nshares of the stages');
const stages = timeStages(pages, resources);
const total = [...stages.values()].reduce((a, b) => a + b, 0);
for (const [stage, ms] of stages) {
  print(`  ${stage}`, `${((100 * ms) / total).toFixed(1)} %`, `${((1000 * ms) / words).toFixed(1)} µs a word`);
}

console.log('');
const read = pages.map((page) => ({ page, stories: [...readPage(page, resources)] }));
const ingest = await timeIngest(read);
print(
  'store',
  rate(ingest.storesPerSecond, 'stories'),
  `the same records as JSON lines, flushed as often: ${rate(ingest.appendsPerSecond, 'stories')} (${(ingest.appendsPerSecond / ingest.storesPerSecond).toFixed(1)} times as fast)`,
);
print('', `${(ingest.bytesPerStory / 1024).toFixed(1)} KiB a story`, 'on disk, with full text, bytes and records');
print('peak memory', mebibytes(rss()), `of it before anything was loaded ${mebibytes(bare)}`);
