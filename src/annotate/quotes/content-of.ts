import type { Span } from '../../schema/span.ts';
import { isFiniteVerb, rightOf, type Shallow } from '../../text/shallow/clause.ts';
import type { CueSite } from './find-cues.ts';

/** What a cue attributes, within its own sentence and outside direct quotation. */
export interface Content {
  readonly span: Span;
  /** How it is joined to the cue. */
  readonly by: 'that' | 'to' | 'np' | 'preposition' | 'before' | 'whole';
}

/** Finds the content right of a cue: a clause, an infinitive, a phrase or an object, in the order of its frames. */
export function contentAfter(shallow: Shallow, site: CueSite, sites: readonly CueSite[]): Content | undefined {
  if (site.kind === 'according') return afterAccording(shallow, site);
  const takes = new Set(site.frames.map((frame) => frame.takes));
  const { chunks, tokens } = shallow;
  let at = site.chunk + 1;
  at = skipLoose(shallow, at);
  // "told reporters that …": over the one addressed, but not over the subject of a bare clause
  const direct = chunks[at];
  let over = at;
  if (direct?.kind === 'noun' && site.kind === 'verb') {
    if (direct.time || !startsClause(shallow, at)) over = skipLoose(shallow, at + 1);
    if (chunks[over]?.kind === 'conj' && chunks[over + 1]?.kind === 'noun') over += 2;
  }
  // "said in Rome on Monday that …"
  while (chunks[over]?.kind === 'prep' && chunks[over + 1]?.kind === 'noun' && over < site.chunk + 9) {
    const preposition = tokens[chunks[over]?.head ?? 0]?.lemma ?? '';
    if (takes.has(preposition) && preposition !== 'to') return phrase(shallow, over, site, sites);
    over = skipLoose(shallow, over + 2);
  }
  const next = chunks[over];
  if (next === undefined) return undefined;
  const word = tokens[next.head]?.lemma ?? '';
  if (next.kind === 'prep' && takes.has(word) && word !== 'to') return phrase(shallow, over, site, sites);
  if (next.kind === 'verb' && next.verb?.form === 'infinitive' && (takes.has('to') || takes.has('oto'))) {
    return span(shallow, over, borderAfter(shallow, over, site, sites), 'to');
  }
  if (takes.has('that')) {
    if (next.kind === 'clause' || next.kind === 'relative') {
      const from = word === 'that' ? over + 1 : over;
      if (word === 'that' || /^(whether|if|how|why|what|when|where)$/.test(word)) {
        return span(shallow, from, borderAfter(shallow, from, site, sites), 'that');
      }
    }
    if (direct?.kind === 'noun' && startsClause(shallow, at)) {
      return span(shallow, at, borderAfter(shallow, at, site, sites), 'that');
    }
    if (over !== at && startsClause(shallow, over)) {
      return span(shallow, over, borderAfter(shallow, over, site, sites), 'that');
    }
  }
  if (takes.has('as') && direct?.kind === 'noun') return asContent(shallow, at, site, sites);
  if (takes.has('np') && direct?.kind === 'noun') {
    return span(shallow, at, borderAfter(shallow, at, site, sites), 'np');
  }
  return undefined;
}

/** "called the ruling absurd", "described it as an insult": from the second element on. */
function asContent(shallow: Shallow, at: number, site: CueSite, sites: readonly CueSite[]): Content | undefined {
  return span(shallow, at, borderAfter(shallow, at, site, sites), 'np');
}

function phrase(shallow: Shallow, preposition: number, site: CueSite, sites: readonly CueSite[]): Content | undefined {
  return span(shallow, preposition + 1, borderAfter(shallow, preposition + 1, site, sites), 'preposition');
}

/** Over adverbs, bare times and commas that set them off. */
function skipLoose({ chunks }: Shallow, from: number): number {
  let at = from;
  while (
    chunks[at]?.kind === 'other' ||
    chunks[at]?.kind === 'quote' ||
    (chunks[at]?.kind === 'noun' && chunks[at]?.time)
  )
    at += 1;
  return at;
}

const subjectKinds = new Set<string>(['prep', 'noun', 'other', 'conj', 'quote']);

/** Whether a noun group is the subject of a clause: a finite verb follows it, over phrases and joined groups. */
function startsClause({ chunks }: Shallow, at: number): boolean {
  if (chunks[at]?.kind !== 'noun') return false;
  for (let i = at + 1; i < chunks.length && i < at + 10; i += 1) {
    const chunk = chunks[i];
    if (isFiniteVerb(chunk)) return true;
    if (!subjectKinds.has(chunk?.kind ?? '')) return false;
  }
  return false;
}

/** Chunk index where the content ends: the sentence's end, a new clause by the narrator, or another speaker. */
function borderAfter({ chunks, tokens }: Shallow, from: number, site: CueSite, sites: readonly CueSite[]): number {
  const cueAt = new Set(sites.map((one) => one.chunk));
  for (let i = from; i < chunks.length; i += 1) {
    const chunk = chunks[i];
    if (chunk?.kind === 'stop') {
      const mark = tokens[chunk.head];
      if (i >= chunks.length - 2 || (mark !== undefined && mark.lemma === ';')) return i;
    }
    if (chunk?.kind !== 'comma' && chunk?.kind !== 'conj') continue;
    const next = chunks[i + 1];
    // ", adding that", ", while Iran", ", and Iran said"
    if (chunk.kind === 'comma' && next?.kind === 'verb' && next.verb?.form === 'gerund' && cueAt.has(i + 1)) return i;
    if (chunk.kind === 'comma' && next?.kind === 'clause') {
      const word = tokens[next.head]?.lemma;
      if (word === 'while' || word === 'whereas' || word === 'although' || word === 'though' || word === 'as') return i;
    }
    const start = chunk.kind === 'comma' && next?.kind === 'conj' ? i + 2 : i + 1;
    for (const one of sites) {
      if (one.chunk <= site.chunk || one.kind !== 'verb') continue;
      if (one.source.includes(start) && one.chunk > start && one.chunk < start + 8) return i;
      if (one.chunk === start && chunk.kind === 'conj' && sameSpeaker(one, site) && isFiniteVerb(chunks[start]))
        return i;
    }
  }
  return chunks.length;
}

function sameSpeaker(a: CueSite, b: CueSite): boolean {
  return a.source[0] !== undefined && a.source[0] === b.source[0];
}

function afterAccording(shallow: Shallow, site: CueSite): Content | undefined {
  const { chunks } = shallow;
  const { end } = rightOf(shallow, site.chunk + 2);
  if (site.chunk === 0 || chunks[site.chunk - 1]?.kind === 'stop') {
    return span(shallow, Math.min(end + 1, chunks.length), chunks.length, 'whole');
  }
  const to = chunks[site.chunk - 1]?.kind === 'comma' ? site.chunk - 1 : site.chunk;
  return span(shallow, 0, to, 'before');
}

/** "…, Yoon said.": the clause before an inserted or closing cue; its other half too where the cue stands inside. */
export function contentBefore(shallow: Shallow, site: CueSite): Content[] {
  const { chunks, tokens } = shallow;
  const first = Math.min(site.chunk, ...site.source);
  const before = first - 1;
  if (site.kind !== 'verb' || chunks[before]?.kind !== 'comma') return [];
  if (!chunks.slice(0, before).some((chunk) => chunk.kind === 'verb')) {
    // "The tax, the treasury said, would be raised"
    const after = closingComma(shallow, Math.max(site.chunk, ...site.source) + 1);
    if (after < 0 || chunks[after + 1]?.kind !== 'verb') return [];
    return both(shallow, before, after);
  }
  let start = 0;
  for (let i = before - 1; i >= 0; i -= 1) {
    if (chunks[i]?.kind === 'stop' && tokens[chunks[i]?.head ?? 0]?.lemma !== ':') {
      start = i + 1;
      break;
    }
  }
  const after = closingComma(shallow, Math.max(site.chunk, ...site.source) + 1);
  if (after > 0 && after < chunks.length - 2 && chunks[after + 1]?.kind === 'verb' && isFiniteVerb(chunks[after + 1])) {
    return both(shallow, before, after);
  }
  const content = span(shallow, start, before, 'before');
  return content ? [content] : [];
}

function closingComma({ chunks }: Shallow, from: number): number {
  for (let i = from; i < chunks.length && i < from + 8; i += 1) {
    if (chunks[i]?.kind === 'comma') return i;
    if (chunks[i]?.kind === 'verb' || chunks[i]?.kind === 'stop') return -1;
  }
  return -1;
}

function both(shallow: Shallow, before: number, after: number): Content[] {
  const pieces = [span(shallow, 0, before, 'before'), span(shallow, after + 1, shallow.chunks.length, 'before')];
  return pieces.filter((piece) => piece !== undefined);
}

function span({ chunks, tokens }: Shallow, from: number, to: number, by: Content['by']): Content | undefined {
  let end = to;
  while (end > from && (chunks[end - 1]?.kind === 'stop' || chunks[end - 1]?.kind === 'comma')) end -= 1;
  const start = chunks[from]?.from ?? -1;
  // a "that" taken for a determiner still only leads in the clause
  let first = by === 'that' && tokens[start]?.lemma === 'that' ? tokens[start + 1] : tokens[start];
  let last = tokens[(chunks[end - 1]?.to ?? 0) - 1];
  if (first === undefined || last === undefined || last.end <= first.start) return undefined;
  // marks that touch the content belong to it
  const opening = chunks[from - 1]?.kind === 'quote' ? tokens[chunks[from - 1]?.head ?? -1] : undefined;
  if (opening?.end === first.start) first = opening;
  const closing = chunks[end]?.kind === 'quote' ? tokens[chunks[end]?.head ?? -1] : undefined;
  if (closing?.start === last.end) last = closing;
  return { span: { start: first.start, end: last.end }, by };
}
