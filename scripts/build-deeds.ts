// Learns from training/data/events (never its held-out files) which words name deeds beside those written by hand in
// ontology/deeds, and how often each pattern is right: writes ontology/deeds-learnt.tsv and ontology/deed-odds.tsv.
//   npx tsx scripts/build-deeds.ts [--without africa-03,asia-07]   leaves further files out, to measure on them
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { compilePassages, passageFiles } from '../eval/lib/passages.ts';
import type { Passage } from '../eval/score/passage.ts';
import { findTriggers } from '../src/events/find-triggers.ts';
import { actorsOf, type Reading, readSentence, spanOf } from '../src/events/reading.ts';
import { type Codebook, loadCodebook } from '../src/ontology/codebook.ts';
import type { Actor } from '../src/schema/actor.ts';
import { loadTagger } from '../src/text/load-tagger.ts';
import { parseText } from '../src/text/parse-text.ts';
import { rightOf } from '../src/text/shallow/clause.ts';
import { subjectOf } from '../src/text/shallow/subject.ts';

// a learnt pattern must have been right this often, and in this share of what it matches; bare words need more proof
const minRight = 3;
const minShare = 0.7;
const tooCommon = new Set(
  'share take give go come hold let put send make get keep move leave bring turn run use work join follow open close cross raise stand say tell see'.split(
    ' ',
  ),
);
const minRightBare = 3;
const minShareBare = 0.5;

const without = process.argv[2] === '--without' ? (process.argv[3] ?? '').split(',') : [];
const files = passageFiles('seen').filter((file) => !without.includes(basename(file, '.txt')));
const passages = compilePassages(files).rows;

const tagger = loadTagger();
const written: Codebook = loadCodebook({ learnt: false });
const readings = passages.flatMap((passage) => readPassage(passage));

interface Read {
  reading: Reading;
  passage: Passage;
}

function readPassage(passage: Passage): Read[] {
  const { text } = passage;
  const end = text.length;
  const block = { start: 0, end, role: 'paragraph' as const };
  const page = { id: passage.id, mediaType: 'text/plain', sha256: '', start: 0, end };
  const parse = parseText({ id: passage.id, page, kind: 'article', language: 'en', text, blocks: [block] }, tagger);
  const bodies = new Set(['IGO', 'NGO', 'ISM', 'IMG', 'MNC']);
  const mentions = passage.mentions
    .filter((mention) => mention.layer === 'actor')
    .flatMap((mention) => {
      const country = mention.country ?? (mention.sectors ?? []).find((sector) => bodies.has(sector));
      const actor = {
        id: mention.id,
        kind: mention.kind === 'org' ? 'organization' : mention.kind,
        name: mention.name ?? '',
        sectors: (mention.sectors ?? []).filter((sector) => !bodies.has(sector)),
        mentions: [],
        ...(country && { country }),
      } as Actor;
      return mention.spans.map((span) => ({ ...span, actor }));
    });
  return parse.sentences.map((sentence, index) => {
    const here = mentions.filter((mention) => mention.start < sentence.end && mention.end > sentence.start);
    return { reading: readSentence(text, sentence, index, here, written), passage };
  });
}

/** The patterns, in the language of ontology/deeds, that a chunk could be matched by; the barest first. */
function patternsOf(reading: Reading, chunk: number): string[] {
  const { shallow } = reading;
  const { chunks, tokens } = shallow;
  const one = chunks[chunk];
  const head = tokens[one?.head ?? -1];
  if (one === undefined || head === undefined || !/^[a-z-]+$/.test(head.lemma)) return [];
  if (one.kind === 'noun') {
    const before = tokens[one.head - 1];
    const pair = before && before.upos !== 'DET' && one.head > one.from && /^[a-z-]+$/.test(before.lemma);
    return [`n ${head.lemma}`, ...(pair ? [`n ${before.lemma} ${head.lemma}`] : [])];
  }
  const found = [`v ${head.lemma}`];
  const { objects, phrases } = rightOf(shallow, chunk);
  const passive = one.verb?.passive;
  for (let i = one.head + 1; i < Math.min(one.head + 5, tokens.length); i += 1) {
    const token = tokens[i];
    if ((token?.upos === 'ADP' || token?.upos === 'ADV') && /^[a-z-]+$/.test(token.lemma)) {
      found.push(`v ${head.lemma} ${token.lemma}`);
      break;
    }
  }
  const object = passive ? subjectOf(shallow, chunk) : (objects[0] ?? []);
  for (const index of object.slice(0, 1)) {
    const noun = tokens[chunks[index]?.head ?? -1];
    if (noun && /^[a-z-]+$/.test(noun.lemma) && noun.upos !== 'PRON') found.push(`v ${head.lemma} +${noun.lemma}`);
  }
  for (const actor of actorsOf(reading, object))
    for (const sort of sortsOf(actor)) found.push(`v ${head.lemma} +${sort}`);
  if (!passive) {
    for (const actor of actorsOf(reading, subjectOf(shallow, chunk))) {
      for (const sort of sortsOf(actor)) found.push(`v ${head.lemma} ^${sort}`);
    }
  }
  for (const phrase of phrases.slice(0, 2)) {
    const noun = tokens[chunks[phrase.nouns[0] ?? -1]?.head ?? -1];
    if (noun && /^[a-z-]+$/.test(noun.lemma) && noun.upos === 'NOUN')
      found.push(`v ${head.lemma} ${phrase.preposition} ${noun.lemma}`);
  }
  return [...new Set(found)];
}

function sortsOf(actor: Actor): string[] {
  return [...new Set([actor.sectors[0] ?? '', actor.kind === 'state' ? 'state' : ''])].filter((sort) => sort !== '');
}

interface Count {
  seen: number;
  right: Map<string, number>;
  modes: Map<string, number>;
}

function learn(): string[] {
  const counts = new Map<string, Count>();
  const handled = new Map<string, number>();
  for (const { reading, passage } of readings) {
    const triggers = findTriggers(reading, written, 0);
    reading.shallow.chunks.forEach((chunk, index) => {
      if (chunk.kind !== 'verb' && chunk.kind !== 'noun') return;
      const span = spanOf(reading, chunk.head, chunk.head + 1);
      const gold = passage.events.find((event) => event.trigger.start < span.end && span.start < event.trigger.end);
      const known = triggers.find((trigger) => trigger.from <= chunk.head && chunk.head < trigger.to);
      const alreadyRight = known !== undefined && gold?.type === known.deed.act;
      for (const pattern of patternsOf(reading, index)) {
        const count = counts.get(pattern) ?? { seen: 0, right: new Map(), modes: new Map() };
        count.seen += 1;
        if (gold) {
          count.right.set(gold.type, (count.right.get(gold.type) ?? 0) + 1);
          const key = `${gold.type} ${gold.mode ?? ''}`;
          count.modes.set(key, (count.modes.get(key) ?? 0) + 1);
        }
        if (alreadyRight) handled.set(pattern, (handled.get(pattern) ?? 0) + 1);
        counts.set(pattern, count);
      }
    });
  }
  const rows: string[] = [];
  const bareType = new Map<string, string>();
  for (const [pattern, count] of [...counts].sort(
    (a, b) => a[0].split(' ').length - b[0].split(' ').length || (a[0] < b[0] ? -1 : 1),
  )) {
    const [type, right] = [...count.right].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
    const [pos = '', lemma = '', ...rest] = pattern.split(' ');
    const bare = rest.length === 0;
    if (bare && tooCommon.has(lemma)) continue;
    if (right < (bare ? minRightBare : minRight) || right / count.seen < (bare ? minShareBare : minShare)) continue;
    // what the written patterns code rightly already needs no learnt one
    if ((handled.get(pattern) ?? 0) >= right * 0.7) continue;
    if (bareType.get(`${pos} ${lemma}`) === type) continue;
    if (bare) bareType.set(`${pos} ${lemma}`, type);
    const [mode] = [...count.modes].filter(([key]) => key.startsWith(`${type} `)).sort((a, b) => b[1] - a[1])[0] ?? [
      '',
    ];
    const share = (count.modes.get(mode) ?? 0) / right;
    rows.push([type, pos, [lemma, ...rest].join(' '), share >= 0.6 ? mode.slice(type.length + 1) : ''].join('\t'));
  }
  return rows.sort();
}

function odds(codebook: Codebook): string[] {
  const counts = new Map<string, { right: number; seen: number }>();
  for (const { reading, passage } of readings) {
    for (const trigger of findTriggers(reading, codebook, 0)) {
      const span = spanOf(reading, trigger.from, trigger.to);
      const gold = passage.events.filter((event) => event.trigger.start < span.end && span.start < event.trigger.end);
      const count = counts.get(`${trigger.deed.pos} ${trigger.deed.id}`) ?? { right: 0, seen: 0 };
      count.seen += 1;
      if (gold.some((event) => event.type === trigger.deed.act)) count.right += 1;
      counts.set(`${trigger.deed.pos} ${trigger.deed.id}`, count);
    }
  }
  return [...counts]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([id, { right, seen }]) => [id, right, seen].join('\t'));
}

// a word points to a context when this share of the passages that hold it have it, and this many more than all passages
const minContextSeen = 5;
const minContextShare = 0.35;
const minContextLift = 2.5;

/** Words whose passages have a context far more often than other passages do. */
function learnContexts(): string[] {
  const seen = new Map<string, number>();
  const together = new Map<string, number>();
  const all = new Map<string, number>();
  const words = new Map<Passage, Set<string>>();
  for (const { reading, passage } of readings) {
    const own = words.get(passage) ?? new Set();
    for (const { lemma, upos } of reading.shallow.tokens) {
      if (/^(NOUN|PROPN|VERB|ADJ)$/.test(upos) && /^[a-z-]{3,}$/.test(lemma)) own.add(lemma);
    }
    words.set(passage, own);
  }
  const coded = [...words].filter(([passage]) => passage.events.length > 0);
  for (const [passage, own] of coded) {
    const contexts = new Set(passage.events.flatMap((event) => event.contexts));
    for (const context of contexts) all.set(context, (all.get(context) ?? 0) + 1);
    for (const word of own) {
      seen.set(word, (seen.get(word) ?? 0) + 1);
      for (const context of contexts) together.set(`${word} ${context}`, (together.get(`${word} ${context}`) ?? 0) + 1);
    }
  }
  const rows: string[] = [];
  for (const [key, count] of together) {
    const [word = '', context = ''] = key.split(' ');
    const times = seen.get(word) ?? 0;
    const share = count / (times + 2);
    const lift = share / ((all.get(context) ?? 1) / coded.length);
    if (times >= minContextSeen && share >= minContextShare && lift >= minContextLift) {
      rows.push([word, context, share.toFixed(2)].join('\t'));
    }
  }
  return rows.sort();
}

const write = (name: string, head: string, rows: readonly string[]) =>
  writeFileSync(new URL(`../ontology/${name}`, import.meta.url), `${head}\n${rows.join('\n')}\n`);
const source = `# Learnt by scripts/build-deeds.ts from training/data/events without its held-out files. Licence: the project's own.`;
write(
  'contexts-learnt.tsv',
  `${source}\n# Columns: word\tcontext\tshare of its passages that have the context`,
  learnContexts(),
);
write('deeds-learnt.tsv', `${source}\n# Columns: act\tpos\tpattern\tmode`, learn());
write('deed-odds.tsv', `${source}\n# How often a pattern names its deed. Columns: pattern\tright\tseen`, []);
write(
  'deed-odds.tsv',
  `${source}\n# How often a pattern names its deed. Columns: pattern\tright\tseen`,
  odds(loadCodebook()),
);
console.log('wrote ontology/deeds-learnt.tsv and ontology/deed-odds.tsv');
