// Fits the confidence of events: a logistic regression from what is known of a deed to the chance that its trigger, act,
// both sides and status are right, with the reader's own actors, on training passages that the deed words were not learnt
// from. Run after `build-deeds.ts --without FILES`, with the same FILES; then run `build-deeds.ts` on all.
//   npx tsx scripts/fit-confidence.ts FILES [--show]
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { compilePassages, passageFiles } from '../eval/lib/passages.ts';
import type { Passage } from '../eval/score/passage.ts';
import { findActors } from '../src/annotate/actors/find-actors.ts';
import { findPlaces } from '../src/annotate/places/find-places.ts';
import { confidenceFeatures } from '../src/events/confidence.ts';
import { readDeeds } from '../src/events/read-deeds.ts';
import { loadResources } from '../src/resources.ts';
import type { Actor } from '../src/schema/actor.ts';
import type { Span } from '../src/schema/span.ts';
import { parseText } from '../src/text/parse-text.ts';

const rounds = 4000;
const rate = 0.3;
// a weak pull towards zero keeps weights of rare signs small
const decay = 0.002;

const named = (process.argv[2] ?? '').split(',');
const passages = compilePassages(passageFiles('seen').filter((file) => named.includes(basename(file, '.txt')))).rows;
const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

const { tagger, gazetteer, actors: tables, codebook } = await loadResources();
const rows: { features: Record<string, number>; right: boolean }[] = [];
for (const passage of passages) {
  const { text } = passage;
  const whole = { start: 0, end: text.length };
  const page = { id: passage.id, mediaType: 'text/plain', sha256: '', ...whole };
  const blocks = [{ ...whole, role: 'paragraph' as const }];
  const parse = parseText({ id: passage.id, page, kind: 'article', language: 'en', text, blocks }, tagger);
  const { date } = passage;
  const published = { value: date, earliest: date, latest: date, source: 'given' as const, evidence: [] };
  const actors = findActors(parse, findPlaces(parse, gazetteer), published, tables);
  const used = new Set<object>();
  for (const draft of readDeeds(parse, actors, codebook)) {
    const gold = passage.events.find((event) => !used.has(event) && overlaps(event.trigger, draft.span));
    if (gold) used.add(gold);
    const right =
      gold !== undefined &&
      gold.type === draft.trigger.deed.act &&
      gold.status === draft.status &&
      sameSide(passage, gold.source, draft.source) &&
      sameSide(passage, gold.target, draft.target);
    rows.push({ features: confidenceFeatures(draft, codebook), right });
  }
}

/** Every gold party named by an actor of the reader, and no actor beside them. */
function sameSide(passage: Passage, gold: readonly string[], found: readonly Actor[]): boolean {
  const spansOf = (id: string) => passage.mentions.find((mention) => mention.id === id)?.spans ?? [];
  const names = (actor: Actor, id: string) =>
    actor.mentions.some((mention) => spansOf(id).some((span) => overlaps(mention, span)));
  return (
    gold.every((id) => found.some((actor) => names(actor, id))) &&
    found.every((actor) => gold.some((id) => names(actor, id)))
  );
}

const names = Object.keys(rows[0]?.features ?? {});
const weights = new Map(names.map((name) => [name, 0]));
let bias = 0;
const chance = (features: Record<string, number>) => {
  let sum = bias;
  for (const name of names) sum += (features[name] ?? 0) * (weights.get(name) ?? 0);
  return 1 / (1 + Math.exp(-sum));
};
for (let round = 0; round < rounds; round += 1) {
  const slope = new Map(names.map((name) => [name, 0]));
  let slopeBias = 0;
  for (const { features, right } of rows) {
    const error = (right ? 1 : 0) - chance(features);
    slopeBias += error;
    for (const name of names) slope.set(name, (slope.get(name) ?? 0) + error * (features[name] ?? 0));
  }
  bias += (rate * slopeBias) / rows.length;
  for (const name of names) {
    const old = weights.get(name) ?? 0;
    weights.set(name, old + rate * ((slope.get(name) ?? 0) / rows.length - decay * old));
  }
}

const three = (value: number) => Math.round(value * 1000) / 1000;
const sorted = [...rows].sort((a, b) => chance(a.features) - chance(b.features));
for (let i = 0; i < 10; i += 1) {
  const bin = sorted.slice(Math.floor((i * sorted.length) / 10), Math.floor(((i + 1) * sorted.length) / 10));
  const mean = bin.reduce((sum, row) => sum + chance(row.features), 0) / bin.length;
  const share = bin.filter((row) => row.right).length / bin.length;
  console.log(`said ${mean.toFixed(2)}  right ${share.toFixed(2)}  of ${bin.length}`);
}
const content = {
  source: `Fitted by scripts/fit-confidence.ts on ${rows.length} deeds read in ${passages.length} training passages (${named.join(', ')}), which the deed words were not learnt from.`,
  licence: "the project's own",
  bias: three(bias),
  weights: Object.fromEntries([...weights].map(([name, value]) => [name, three(value)])),
};
writeFileSync(new URL('../ontology/confidence.json', import.meta.url), `${JSON.stringify(content, null, 2)}\n`);
