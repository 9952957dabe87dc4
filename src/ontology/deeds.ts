import type { Plover } from './plover.ts';
import { broken, readRows } from './read-file.ts';

/** What one place of a pattern may hold. */
export interface PatternPart {
  /** `word`: follows the head · `object`: the verb's object · `subject`: the verb's subject · `near`: later in the clause. */
  readonly kind: 'word' | 'object' | 'subject' | 'near';
  /** Lemmas or forms, lower case; a word class is already spelled out. */
  readonly words: ReadonlySet<string>;
  /** Sector codes and kinds of actor (`MIL`, `state`) that fit too. */
  readonly actors: ReadonlySet<string>;
}

/** Words that name a deed, and how the parties stand around them. */
export interface Deed {
  /** `ASSAULT open fire` */
  readonly id: string;
  readonly act: string;
  readonly mode?: string;
  readonly cameo?: string;
  readonly pos: 'verb' | 'noun';
  readonly parts: readonly PatternPart[];
  /** Words in row: a noun's further words, which must follow at once. */
  readonly mutual: boolean;
  /** The subject is the one it is done to. */
  readonly swap: boolean;
  /** `object`, or a preposition, in order of trust. */
  readonly target: readonly string[];
  /** Sides that the nearest other actor may fill when no word names them: `source`, `target`. */
  readonly nearest: readonly string[];
}

/** Deeds by the lemma of their first word, the most exact pattern first. */
export interface DeedLexicon {
  readonly verbs: ReadonlyMap<string, readonly Deed[]>;
  readonly nouns: ReadonlyMap<string, readonly Deed[]>;
  /** Verbs that say little beside their object, which then names the deed: "hold talks". */
  readonly light: ReadonlySet<string>;
  /** Verbs whose subject does what their object names: "launched an attack", "resumed talks". */
  readonly support: ReadonlySet<string>;
  /** Nouns that only count what their "of" names: "a series of raids". */
  readonly containers: ReadonlySet<string>;
}

const kinds = new Set(['person', 'state', 'organization', 'group']);
const marks: Record<string, PatternPart['kind']> = { '+': 'object', '^': 'subject', '~': 'near' };

/** Reads a two-column table of word classes. */
export function loadWordClasses(file: string): ReadonlyMap<string, readonly string[]> {
  return new Map(readRows(file, 2).map(({ cells: [name = '', words = ''] }) => [name, words.split(/\s+/)]));
}

/**
 * Reads `ontology/deeds/*.tsv` with their word classes and default frames, and the learnt patterns beside them.
 *
 * @param learnt  false leaves out what `scripts/build-deeds.ts` learnt
 * @throws AnnalsError CODEBOOK_BROKEN
 */
export function loadDeeds(plover: Plover, learnt = true): DeedLexicon {
  const classes = loadWordClasses('word-classes.tsv');
  const frames = new Map(readRows('type-frames.tsv', 4).map(({ cells }) => [cells[0], cells]));
  const verbs = new Map<string, Deed[]>();
  const nouns = new Map<string, Deed[]>();
  for (const act of plover.types.keys()) {
    const file = `deeds/${act.toLowerCase()}.tsv`;
    const defaults = frames.get(act);
    if (defaults === undefined) throw broken('type-frames.tsv', `no row for ${act}`);
    for (const { cells, line } of readRows(file, 5)) {
      const [pos = '', words = '', mode = '', cameo = '', frame = ''] = cells;
      if (pos !== 'v' && pos !== 'n') throw broken(file, `"${pos}" is neither v nor n`, line);
      if (mode !== '' && !plover.types.get(act)?.modes.has(mode)) throw broken(file, `unknown mode ${mode}`, line);
      const steps = [...frame.split(',').filter((step) => step !== ''), ...(pos === 'v' && frame === '' ? ['o'] : [])];
      const fallback = (defaults[pos === 'v' ? 1 : 2] ?? '').split('|');
      for (const pattern of words.split(';').map((part) => part.trim())) {
        const [head = '', ...rest] = pattern.split(/\s+/);
        if (head === '') throw broken(file, 'an empty pattern', line);
        const deed: Deed = {
          id: `${act} ${pattern}`,
          act,
          ...(mode !== '' && { mode }),
          ...(cameo !== '' && { cameo }),
          pos: pos === 'v' ? 'verb' : 'noun',
          parts: rest.map((part) => toPart(part, classes, file, line)),
          mutual: steps.includes('mutual'),
          swap: steps.includes('swap'),
          target: toTargets(steps, fallback),
          nearest: (defaults[3] ?? '').split('|'),
        };
        const index = pos === 'v' ? verbs : nouns;
        index.set(head, [...(index.get(head) ?? []), deed]);
      }
    }
  }
  if (learnt) {
    for (const { cells, line } of readRows('deeds-learnt.tsv', 4)) {
      const [act = '', pos = '', pattern = '', mode = ''] = cells;
      const defaults = frames.get(act);
      if (defaults === undefined) throw broken('deeds-learnt.tsv', `unknown act ${act}`, line);
      const [head = '', ...rest] = pattern.split(' ');
      const deed: Deed = {
        id: `${act} ${pattern}`,
        act,
        ...(mode !== '' && { mode }),
        pos: pos === 'v' ? 'verb' : 'noun',
        parts: rest.map((part) => toPart(part, classes, 'deeds-learnt.tsv', line)),
        mutual: act === 'CONSULT' && mode !== 'visit' && mode !== 'third-party',
        swap: false,
        target: toTargets(pos === 'v' ? ['o'] : [], (defaults[pos === 'v' ? 1 : 2] ?? '').split('|')),
        nearest: (defaults[3] ?? '').split('|'),
      };
      const index = pos === 'v' ? verbs : nouns;
      index.set(head, [...(index.get(head) ?? []), deed]);
    }
  }
  for (const index of [verbs, nouns]) {
    for (const deeds of index.values()) deeds.sort((a, b) => exactness(b) - exactness(a));
  }
  return Object.freeze({
    verbs,
    nouns,
    light: new Set(classes.get('light-verb')),
    support: new Set(classes.get('support-verb')),
    containers: new Set(classes.get('container')),
  });
}

function toTargets(steps: readonly string[], fallback: readonly string[]): string[] {
  const named = steps.flatMap((step) => (step === 'mutual' || step === 'swap' ? [] : step.split('|')));
  const targets = named.map((step) => (step === 'o' ? 'object' : step));
  return [...new Set([...targets, ...fallback])];
}

function toPart(
  part: string,
  classes: ReadonlyMap<string, readonly string[]>,
  file: string,
  line: number,
): PatternPart {
  const kind = marks[part.charAt(0)] ?? 'word';
  const words = new Set<string>();
  const actors = new Set<string>();
  for (const option of (kind === 'word' ? part : part.slice(1)).split('|')) {
    if (option.startsWith('@')) {
      const found = classes.get(option.slice(1));
      if (found === undefined) throw broken(file, `unknown word class ${option}`, line);
      for (const word of found) words.add(word);
    } else if (/^[A-Z]{3}$/.test(option) || (kind !== 'word' && kinds.has(option))) actors.add(option);
    else words.add(option);
  }
  return { kind, words, actors };
}

/** Literal words bind more than word classes and these more than sectors, so the longest and narrowest is tried first. */
function exactness(deed: Deed): number {
  let sum = 0;
  for (const part of deed.parts) {
    const narrow = part.words.size > 0 ? 1 / part.words.size : -2;
    sum += (part.kind === 'object' ? 11 : 10) + narrow;
  }
  return sum;
}
