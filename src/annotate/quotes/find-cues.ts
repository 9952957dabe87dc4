import type { Span } from '../../schema/span.ts';
import type { Shallow } from '../../text/shallow/clause.ts';
import { governorOf, subjectOf } from '../../text/shallow/subject.ts';
import type { CueFrame, CueVerbs } from './load-cue-verbs.ts';

/** A word that attributes, where it stands and who speaks. */
export interface CueSite {
  /** Chunk index of the cue. */
  readonly chunk: number;
  readonly cue: Span;
  readonly frames: readonly CueFrame[];
  /** Chunk indexes of the speaker, in text order; empty where the sentence names none. */
  readonly source: readonly number[];
  readonly kind: 'verb' | 'noun' | 'according';
}

const notFinite = new Set(['infinitive']);

/** Finds the cues of one sentence, in text order. */
export function findCues(shallow: Shallow, cues: CueVerbs): CueSite[] {
  const { chunks, tokens, text } = shallow;
  const sites: CueSite[] = [];
  for (let i = 0; i < chunks.length; i += 1) {
    const chunk = chunks[i];
    if (chunk === undefined) continue;
    const head = tokens[chunk.head];
    if (head === undefined) continue;
    const form = text.slice(head.start, head.end).toLowerCase();
    if (form === 'according' && isTo(shallow, i + 1) && chunks[i + 2]?.kind === 'noun') {
      const cue = { start: head.start, end: tokens[chunks[i + 1]?.head ?? 0]?.end ?? head.end };
      sites.push({ chunk: i, cue, frames: [], source: [i + 2], kind: 'according' });
      continue;
    }
    if (chunk.kind === 'verb' && !chunk.verb?.copula) {
      const frames = cues.verbs.get(head.lemma);
      if (frames === undefined) continue;
      sites.push({
        chunk: i,
        cue: { start: head.start, end: head.end },
        frames,
        source: speaker(shallow, i, sites),
        kind: 'verb',
      });
    } else if (chunk.kind === 'noun') {
      const frames = cues.nouns.get(head.lemma);
      if (frames === undefined) continue;
      sites.push({ chunk: i, cue: { start: head.start, end: head.end }, frames, source: [], kind: 'noun' });
    }
  }
  return sites;
}

function isTo({ chunks, tokens }: Shallow, at: number): boolean {
  return chunks[at]?.kind === 'prep' && tokens[chunks[at]?.head ?? 0]?.lemma === 'to';
}

function speaker(shallow: Shallow, verb: number, before: readonly CueSite[]): readonly number[] {
  const { chunks } = shallow;
  const features = chunks[verb]?.verb;
  // "…, adding that": whoever spoke before
  if (features?.form === 'gerund' && chunks[verb - 1]?.kind === 'comma') {
    const last = before.findLast(
      (site) => site.kind === 'verb' && !notFinite.has(chunks[site.chunk]?.verb?.form ?? ''),
    );
    if (last !== undefined) return [...last.source];
  }
  if (features?.passive) {
    // "was quoted as saying", "was told by"
    const by = chunks[verb + 1];
    if (by?.kind === 'prep' && shallow.tokens[by.head]?.lemma === 'by' && chunks[verb + 2]?.kind === 'noun')
      return [verb + 2];
    return [];
  }
  if (features?.form === 'infinitive' && governorOf(shallow, verb) < 0) return [];
  return subjectOf(shallow, verb);
}
