// Measures the line on gold data and holds every figure against its floor: see README.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadResources } from '../src/resources.ts';
import type { Figure } from './figure.ts';
import { breaches, changedCorpora, type Floors, raise } from './gate.ts';
import { openCorpora } from './lib/corpora.ts';
import { openReader } from './lib/reader.ts';
import { openScorers } from './lib/scorers.ts';
import { type EvalOptions, parseOptions, usage } from './options.ts';
import { tableOf } from './table.ts';
import type { Setting, Task } from './task.ts';
import { amounts } from './tasks/amounts.ts';
import { coreference } from './tasks/coreference.ts';
import { dating } from './tasks/dating.ts';
import { events } from './tasks/events.ts';
import { extraction } from './tasks/extraction.ts';
import { factuality } from './tasks/factuality.ts';
import { names } from './tasks/names.ts';
import { pairs } from './tasks/pairs.ts';
import { places } from './tasks/places.ts';
import { ownQuotes, quotes } from './tasks/quotes.ts';
import { sentences } from './tasks/sentences.ts';
import { splitting } from './tasks/splitting.ts';
import { times } from './tasks/times.ts';

const tasks: readonly Task[] = [
  events,
  pairs,
  names,
  coreference,
  times,
  amounts,
  places,
  quotes,
  ownQuotes,
  factuality,
  sentences,
  extraction,
  splitting,
  dating,
];
const floorsFile = new URL('floors.json', import.meta.url);
const readJson = (file: URL) => JSON.parse(readFileSync(file, 'utf8'));
const say = (line: string): void => console.error(line);

async function main(options: EvalOptions): Promise<number> {
  const unknown = options.only.filter((name) => !tasks.some((t) => t.name === name));
  if (unknown.length > 0) throw new TypeError(`no such task: ${unknown.join(', ')}`);
  const resources = await loadResources();
  const reader = openReader(resources);
  const corpora = openCorpora(resolve(options.shared, 'data'));
  const scorers = openScorers(resolve(options.shared, 'scorers'));
  const { quick, errors } = options;
  const setting: Setting = { resources, reader, corpora, scorers, quick, errors, say };

  const figures: Figure[] = [];
  const failed: string[] = [];
  const skipped: string[] = [];
  const beside = corpora.folder !== undefined && existsSync(resolve(options.shared, 'scorers'));
  for (const task of tasks) {
    if (options.only.length > 0 && !options.only.includes(task.name)) continue;
    if (task.needs === 'shared' && !beside) {
      skipped.push(task.name);
      continue;
    }
    const start = performance.now();
    try {
      figures.push(...(await task.run(setting)));
      say(`${task.name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    } catch (error) {
      failed.push(`${task.name} could not be measured: ${error instanceof Error ? error.stack : error}`);
    }
  }
  const floors: Floors = readJson(floorsFile);
  const part = quick ? 'quick' : 'full';
  console.log(
    tableOf(figures, { floors, anchors: readJson(new URL('anchors.json', import.meta.url)), part, all: options.all }),
  );
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(figures, null, 1)}\n`);
  say(
    `\nread ${reader.words} words in ${reader.seconds.toFixed(1)} s: ${Math.round(reader.words / reader.seconds)} words/s`,
  );
  if (skipped.length > 0) {
    say(`\nNOT MEASURED, since ${resolve(options.shared)} holds no data and scorers: ${skipped.join(', ')}`);
  }
  if (reader.unread.length > 0) {
    const [first] = reader.unread;
    const ids = reader.unread.slice(0, 5).map((f) => f.id);
    say(`\n${reader.unread.length} pages could not be read and count as empty (${ids.join(', ')} …): ${first?.code}`);
  }
  for (const { id, error } of reader.crashes.slice(0, 20)) failed.push(`a stage threw on ${id}: ${error}`);
  if (reader.crashes.length > 20) failed.push(`… and on ${reader.crashes.length - 20} more pages`);

  const hashes = corpora.hashes();
  const changed = changedCorpora(hashes, floors);
  if (options.update && failed.length === 0) {
    const day = new Date().toISOString().slice(0, 10);
    const reason = options.allowRegression;
    const next = raise(floors, { figures, hashes, part }, reason === undefined ? undefined : { reason, day });
    writeFileSync(floorsFile, `${JSON.stringify(next, null, 2)}\n`);
    say(`\nfloors written: ${Object.keys(next[part]).length} (${part})`);
    for (const line of breaches(figures, next, part))
      failed.push(`${line} (lowering it needs --allow-regression "reason")`);
  } else {
    for (const file of changed)
      failed.push(`${file} is not the data that the floors were measured on: run with --update`);
    failed.push(...breaches(figures, floors, part));
  }
  for (const line of failed) say(`FAILED ${line}`);
  say(failed.length === 0 ? `\nall ${figures.length} figures hold` : `\n${failed.length} failures`);
  return failed.length === 0 ? 0 : 1;
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(usage);
  else process.exitCode = await main(options);
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
}
