// Runs an exported model in Node over the held-out passages and prints its figures, to be held beside PyTorch's:
//   npx tsx training/reader/check-export.ts training/work/export
import { pathToFileURL } from 'node:url';
import { compilePassages, passageFiles } from '../../eval/lib/passages.ts';
import { decodeReading } from './decode.ts';
import { loadEncoder } from './load-encoder.ts';
import { runEncoder, toWindows } from './run-encoder.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: check-export.ts FOLDER');
const passages = compilePassages(passageFiles('held-out')).rows;
const encoder = await loadEncoder(pathToFileURL(`${folder.replace(/\/*$/, '')}/`));

const count = { gold: 0, found: 0, trigger: 0, typed: 0, status: 0, goldMentions: 0, foundMentions: 0, mentions: 0 };
for (const { text, mentions, events } of passages) {
  const reading = decodeReading(await runEncoder(toWindows(text, [{ start: 0, end: text.length }]), encoder), encoder);
  const triggers = reading.triggers.filter(({ score }) => score >= 0.5);
  count.gold += events.length;
  count.found += triggers.length;
  for (const event of events) {
    const match = triggers.find(({ start, end }) => start < event.trigger.end && event.trigger.start < end);
    if (match === undefined) continue;
    count.trigger += 1;
    if (match.types[0]?.label === event.type) count.typed += 1;
    if (match.statuses[0]?.label === event.status) count.status += 1;
  }
  const key = (layer: string, { start, end }: Stretch) => `${layer} ${start} ${end}`;
  const gold = new Set(mentions.flatMap(({ layer, spans }) => spans.map((span) => key(layer, span))));
  const found = reading.mentions.map((mention) => key(mention.layer, mention));
  count.goldMentions += gold.size;
  count.foundMentions += found.length;
  count.mentions += found.filter((one) => gold.has(one)).length;
}
const f1 = (right: number, found: number, gold: number) => ((200 * right) / (found + gold)).toFixed(1);
console.log(`mentions F1 ${f1(count.mentions, count.foundMentions, count.goldMentions)}`);
console.log(
  `triggers F1 ${f1(count.trigger, count.found, count.gold)}, typed ${f1(count.typed, count.found, count.gold)}`,
);
console.log(`status of triggers found ${((100 * count.status) / count.trigger).toFixed(1)} %`);
