import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A text of a licensed corpus, cut into paragraphs as news has them. */
export interface Source {
  /** A text that goes on for long on one matter, as an article does; else one to be glued on only. */
  readonly isMain: boolean;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly words: ReadonlySet<string>;
}

export interface GluedPage {
  readonly lines: readonly string[];
  /** Index of the first foreign line of the tail; the number of lines when there is none. */
  readonly tail: number;
  readonly inside: ReadonlySet<number>;
  /** The styles of tail that it may be taken for: 0 cut off, 1 whole. */
  readonly styles: readonly number[];
}

/** Deterministic numbers in [0, 1): mulberry32. */
export function randomFrom(seed: number): () => number {
  let s = seed >>> 0;
  return () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** GUM (train, CC texts) and MEANTIME (train, CC BY): texts, their paragraphs re-cut to one to three sentences. */
export function loadSources(folder: string): Source[] {
  const rows = ['gum/gum.train.jsonl.gz', 'meantime/meantime.train.jsonl.gz'].flatMap((file) =>
    gunzipSync(readFileSync(`${folder}/${file}`))
      .toString()
      .trim()
      .split('\n'),
  );
  const random = randomFrom(7);
  return rows.flatMap((row) => {
    const { text, title, genre } = JSON.parse(row) as Record<string, string>;
    if (genre === 'court') return [];
    const paragraphs = (text ?? '')
      .split(/\n+/)
      .map((line) => line.replace(/(?:\s*\[\d{1,3}\])+/g, '').trim())
      .filter((line) => line.split(' ').length >= 8 && line !== title)
      .flatMap((line) => recut(line, random))
      .slice(0, 40);
    if (paragraphs.length < 3) return [];
    const words = new Set(
      paragraphs
        .join(' ')
        .toLowerCase()
        .match(/\p{L}{4,}/gu) ?? [],
    );
    return [{ isMain: genre !== 'voyage', title: title ?? '', paragraphs, words }];
  });
}

function recut(line: string, random: () => number): string[] {
  const sentences = line.match(/.+?[.!?]["”’)]*(?=\s+["“(]?\p{Lu}|$)|.+$/gu) ?? [line];
  const out: string[] = [];
  for (let i = 0; i < sentences.length; ) {
    const take = 1 + Math.floor(random() * 3);
    out.push(
      sentences
        .slice(i, i + take)
        .map((s) => s.trim())
        .join(' '),
    );
    i += take;
  }
  return out;
}

/** Texts nearer than this report the same happening: one may stand for the other. */
const SAME_MATTER = 0.2;

/** The nearest other texts by shared words. */
export function nearestOf(sources: readonly Source[]): number[][] {
  const spread = new Map<string, number>();
  for (const { words } of sources) for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1);
  const weight = (word: string) => Math.log(sources.length / (spread.get(word) ?? 1)) ** 2;
  const norm = sources.map(({ words }) => Math.sqrt([...words].reduce((sum, word) => sum + weight(word), 0)));
  return sources.map((a, i) =>
    sources
      .map((b, j) => {
        let shared = 0;
        for (const word of a.words) if (b.words.has(word)) shared += weight(word);
        return { j, score: i === j ? -1 : shared / ((norm[i] ?? 1) * (norm[j] ?? 1)) };
      })
      .filter(({ score }) => score < SAME_MATTER)
      .sort((x, y) => y.score - x.score)
      .slice(0, 8)
      .map(({ j }) => j),
  );
}

/** Lines that outlets put behind articles, invented. */
const NOTES = [
  'Sign up for our daily newsletter and get the news in your inbox.',
  'Comments will be moderated. Keep comments relevant to the article.',
  'Ana Brook is a senior correspondent based in Almera who covers the harbours of the north.',
  '© 2023 Northern Press. All rights reserved.',
  'Follow us on the usual networks',
  'Related stories',
  'Your donation keeps our reporting free. Become a member today.',
  'The views expressed here are those of the author and not of this newspaper or its owners.',
  'We use essential tools to make our site work and would also like to measure how it is used so that we can improve it.',
  'Have you seen something that we should know? Our desk reads every message, and we never name those who write to us.',
  'If you buy something through a link on this page we may earn a small share, which never decides what we write about.',
  'Tell us what you think about this or any of our articles, and we may print your letter in the weekend edition.',
  'By going on you accept our terms and the way in which we keep your data, as set out in the rules of this site.',
  'To comment you must be a member and use your real name. We will take down what breaks the rules of our community.',
  'Prices and times were right when this page was made and may have changed since; please check before you travel.',
  'The information on this page is general and does not take the place of the advice of a doctor or a lawyer.',
  'Almera Port Group runs four harbours in the north and employs about 1,300 people in six countries.',
  'Our readers ask us every day whether a story is true. Finding out takes time and money, and most of it comes from you.',
  'Thank you for reading. You have two free articles left this month; with an account you could read as many as you like.',
  'An earlier version of this story was printed in the magazine of the same name in the first week of May.',
  'Tom Hale joined the Gazette in 2011 after ten years with a news agency in Brussels. He lives in Almera with two cats.',
  'Listen to our weekly programme on harbours and trade wherever you get your podcasts.',
  'You are about to leave our site. We are not answerable for what others publish on theirs.',
  'Want the best of our reporting every Friday morning? Leave your address and we will send it to you.',
];
const CREDITS = ['Photo: Northern Press', 'Photograph by Dana Reyes', 'By Ana Brook'];
const KICKERS = ['HIGH RISK', 'PORT STRIKE', 'TRADE', 'NEW RULES', 'OPINION', 'SPACE RACE'];
const ODD_ENDS = [
  'What happens next',
  'With files from the Almera desk',
  'Updated at noon with the reply of the ministry',
];

const cutWords = (text: string, count: number) =>
  text
    .split(' ')
    .slice(0, count)
    .join(' ')
    .replace(/[.!?”"')\]]+$/u, '');

/** Glues a page: an article and, in two of three, lines of other texts behind it or between its own. */
export function gluePage(sources: readonly Source[], nearest: readonly number[][], seed: number): GluedPage {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const mains = sources.map((_, i) => i).filter((i) => sources[i]?.isMain && sources[i].paragraphs.length >= 8);
  const main = pick(mains);
  const own = [...(sources[main]?.paragraphs ?? [])].slice(0, 8 + Math.floor(random() * 32));
  if (random() < 0.4) own.splice(1 + Math.floor(random() * 3), 0, pick(CREDITS));
  if (random() < 0.1) own.splice(3 + Math.floor(random() * (own.length - 3)), 0, pick(ODD_ENDS));
  if (random() < 0.02) own[own.length - 1] = (own.at(-1) ?? '').replace(/[.!?”"]+$/u, '');
  if (random() < 0.05) own.splice(2, 0, pick(NOTES));
  const variant = pick([
    'none',
    'none',
    'none',
    'cut',
    'cut',
    'whole',
    'whole',
    'kicker',
    'notes',
    'notes',
    'notes-whole',
    'inside',
  ]);
  if (variant === 'none') return { lines: own, tail: own.length, inside: new Set(), styles: [] };
  const isNear = random() < 0.6;
  const teasers: string[] = [];
  const count = 1 + Math.floor(random() * (variant === 'inside' ? 2 : variant === 'whole' ? 3 : 5));
  for (let t = 0; t < count; t++) {
    const at = isNear ? (nearest[main]?.[t] ?? 0) : Math.floor(random() * sources.length);
    if (at === main) continue;
    const { paragraphs, title } = sources[at] as Source;
    const isCut = variant === 'cut' || variant === 'kicker' || variant === 'inside';
    const lead = isCut
      ? cutWords(paragraphs.slice(0, 8).join(' '), 40 + Math.floor(random() * 70))
      : paragraphs.slice(0, 1 + Math.floor(random() * 2)).join(' ');
    teasers.push(variant === 'kicker' ? `${pick(KICKERS)}: ${title} ${lead}` : lead);
  }
  if (variant === 'inside') {
    const inside = new Set<string>(teasers);
    for (const line of teasers) own.splice(2 + Math.floor(random() * (own.length - 3)), 0, line);
    return {
      lines: own,
      tail: own.length,
      inside: new Set(own.flatMap((line, i) => (inside.has(line) ? [i] : []))),
      styles: [],
    };
  }
  const notes = variant.startsWith('notes')
    ? Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(NOTES))
    : [];
  const isCut = variant === 'cut' || variant === 'kicker';
  const withNotes = isCut && random() < 0.2 ? [pick(NOTES)] : notes;
  const tail = variant === 'notes' ? notes : random() < 0.5 ? [...withNotes, ...teasers] : [...teasers, ...withNotes];
  const styles = !isCut ? [1] : withNotes.length > 0 ? [0, 1] : [0];
  return { lines: [...own, ...tail], tail: own.length, inside: new Set(), styles };
}
