import type { Actor } from '../../schema/actor.ts';
import type { Quote, QuoteStyle } from '../../schema/quote.ts';
import type { Span } from '../../schema/span.ts';
import type { Parse } from '../../text/parse.ts';
import { readShallow } from '../../text/shallow/clause.ts';
import { repairTags } from '../../text/shallow/repair-tags.ts';
import { byStart, contains, overlaps } from '../../util/spans.ts';
import { contentAfter, contentBefore } from './content-of.ts';
import { matchDirect, type PlacedCue } from './direct-quotes.ts';
import { findCues } from './find-cues.ts';
import { furthestEnd } from './furthest-end.ts';
import type { CueVerbs } from './load-cue-verbs.ts';
import { type MentionIndex, mentionIndex } from './mention-index.ts';
import { nestQuotes } from './nest-quotes.ts';
import { blocksOf, findQuoted, type Quoted } from './quote-marks.ts';

type Draft = Omit<Quote, 'id' | 'via'>;

const noIrregular = new Map<string, { lemma: string; ambiguous: boolean }>();

// a free-standing quotation of fewer words is a name or a word held at a distance, not a saying
const minFreeWords = 5;

/**
 * Finds who says what: source, cue and content, direct, mixed or indirect.
 *
 * @returns in text order of contents; offsets are UTF-16, half-open, into `parse.text`
 * @see data/quotes/cues.tsv for the words that attribute
 */
export function findQuotes(parse: Parse, actors: readonly Actor[], cues: CueVerbs): Quote[] {
  const mentions = mentionIndex(actors);
  const quoted = findQuoted(parse.text, blocksOf(parse));
  const reach = furthestEnd(quoted);
  const placed: PlacedCue[] = [];
  const drafts = new Map<number, Draft>();
  const quoteVerbsOnly = new Set<number>();
  for (const sentence of parse.sentences) {
    const locks = mentions.locks(sentence);
    const named = new Uint8Array(sentence.tokens.length);
    for (const { from, to } of locks) named.fill(1, from, to);
    const tokens = repairTags(parse.text, sentence.tokens, {
      isVerb: (lemma) => cues.verbs.has(lemma),
      isNoun: (lemma) => cues.nouns.has(lemma),
      irregular: noIrregular,
      isName: (index) => named[index] === 1,
    });
    const shallow = readShallow(parse.text, tokens, locks);
    const sites = findCues(shallow, cues);
    for (const site of sites) {
      const phrase = (chunk: number) =>
        hull(tokenSpan(shallow, chunk), tokenSpan(shallow, lastOf(shallow, chunk, site.chunk)));
      const source = sourceSpan(site.source.map(phrase), mentions);
      const index = placed.length;
      const whole = source ? hull(source, site.cue) : site.cue;
      const inside = reach(site.cue.start) >= site.cue.end;
      placed.push({ cue: site.cue, ...(source && { source }), reach: whole, inside });
      if (site.frames.every((frame) => frame.takes === 'only') && site.kind === 'verb') quoteVerbsOnly.add(index);
      if (site.kind === 'noun' && source === undefined) {
        const owner = ownerBefore(shallow, site.chunk, mentions);
        const after = contentAfter(shallow, site, sites);
        if (owner && after) drafts.set(index, draft(owner, site.cue, [after.span], reach));
        continue;
      }
      const after = contentAfter(shallow, site, sites);
      const isClause = site.frames.some((frame) => frame.takes === 'that' || frame.takes === 'only');
      const found = after ? [after] : isClause && source ? contentBefore(shallow, site) : [];
      if (found.length > 0)
        drafts.set(
          index,
          draft(
            source,
            site.cue,
            found.map(({ span }) => span),
            reach,
          ),
        );
    }
  }
  const direct = matchDirect(parse.text, quoted, placed);
  const used = new Set<number>();
  for (const { cue, pieces } of direct) {
    const site = placed[cue];
    if (site === undefined) continue;
    const spans = pieces.flatMap((piece) => quoted[piece] ?? []).map(({ start, end }) => ({ start, end }));
    for (const piece of pieces) used.add(piece);
    const known = drafts.get(cue);
    // an indirect content that holds the quotation already: mixed
    if (known && spans.every((span) => known.content.some((content) => contains(content, span)))) continue;
    drafts.set(cue, draft(site.source, site.cue, spans, reach));
  }
  const all = [...drafts]
    .filter(([index]) => !quoteVerbsOnly.has(index) || hasQuotation(drafts.get(index)))
    .map(([, one]) => one);
  addFree(parse, { quoted, reach, used }, all);
  return number(parse, dropDoubles(all), mentions);
}

function hasQuotation(one: Draft | undefined): boolean {
  return one !== undefined && one.style !== 'indirect';
}

function draft(
  source: Span | undefined,
  cue: Span | undefined,
  content: readonly Span[],
  reach: (at: number) => number,
): Draft {
  const sorted = [...content].sort(byStart);
  return { ...(source && { source }), ...(cue && { cue }), content: sorted, style: styleOf(sorted, reach) };
}

/** @param reach  furthest end of the quotations that begin at or before a place */
function styleOf(content: readonly Span[], reach: (at: number) => number): QuoteStyle {
  if (content.every((span) => reach(span.start + 1) + 1 >= span.end)) return 'direct';
  return content.some((span) => reach(span.end - 1) > span.start) ? 'mixed' : 'indirect';
}

/** A quotation with no cue of its own goes on from the one before it. */
function addFree(
  parse: Parse,
  { quoted, reach, used }: { quoted: readonly Quoted[]; reach: (at: number) => number; used: ReadonlySet<number> },
  all: Draft[],
): void {
  const sorted = [...all].sort((a, b) => start(a) - start(b));
  const said = furthestEnd(sorted.flatMap((one) => one.content));
  let next = 0;
  let before: Draft | undefined;
  quoted.forEach((stretch, index) => {
    for (let one = sorted[next]; one !== undefined && start(one) < stretch.start; one = sorted[next]) {
      if (one.style !== 'indirect') before = one;
      next += 1;
    }
    if (used.has(index) || stretch.words < minFreeWords) return;
    if (said(stretch.end - 1) > stretch.start) return;
    const near = before && parse.text.slice(Math.max(end(before), before.cue?.end ?? 0), stretch.start);
    const goesOn = near !== undefined && near.length < 200;
    all.push(
      draft(goesOn ? before?.source : undefined, undefined, [{ start: stretch.start, end: stretch.end }], reach),
    );
  });
}

function start(one: Draft): number {
  return one.content[0]?.start ?? 0;
}

function end(one: Draft): number {
  return one.content.at(-1)?.end ?? 0;
}

/** One content, one cue: where two cues claim the same words, the first with a speaker keeps them. */
function dropDoubles(all: readonly Draft[]): Draft[] {
  const kept = new Map<string, Draft>();
  for (const one of all) {
    const key = one.content.map((span) => `${span.start}-${span.end}`).join(' ');
    const other = kept.get(key);
    if (other === undefined || (other.source === undefined && one.source !== undefined)) kept.set(key, one);
  }
  return [...kept.values()];
}

function number(parse: Parse, all: readonly Draft[], mentions: MentionIndex): Quote[] {
  const sorted = [...all].sort(
    (a, b) => start(a) - start(b) || end(b) - end(a) || (a.cue?.start ?? 0) - (b.cue?.start ?? 0),
  );
  const quotes = sorted.map((one, index): Quote => {
    const speaker = one.source && mentions.actorOf(one.source);
    return { id: `${parse.story}/q${index + 1}`, ...(speaker && { speaker }), ...one };
  });
  return nestQuotes(quotes);
}

function tokenSpan(shallow: ReturnType<typeof readShallow>, chunk: number): Span {
  const { chunks, tokens } = shallow;
  const first = tokens[chunks[chunk]?.from ?? 0];
  const last = tokens[(chunks[chunk]?.to ?? 1) - 1];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

function sourceSpan(nouns: readonly Span[], mentions: MentionIndex): Span | undefined {
  let all: Span | undefined;
  for (const noun of nouns) {
    const mention = mentions.around(noun);
    const one = mention && overlaps(mention, noun) ? hull(mention, noun) : noun;
    all = all ? hull(all, one) : one;
  }
  return all;
}

/** "leaders of the two parties said": the last noun group of a speaker's of-phrases. */
function lastOf({ chunks, tokens }: ReturnType<typeof readShallow>, chunk: number, cue: number): number {
  let last = chunk;
  while (
    chunks[last + 1]?.kind === 'prep' &&
    tokens[chunks[last + 1]?.head ?? 0]?.lemma === 'of' &&
    chunks[last + 2]?.kind === 'noun' &&
    (chunk > cue || last + 2 < cue)
  ) {
    last += 2;
  }
  return last;
}

/** "Iran's claim that": the mention right before a cue noun. */
function ownerBefore(shallow: ReturnType<typeof readShallow>, chunk: number, mentions: MentionIndex): Span | undefined {
  const noun = tokenSpan(shallow, chunk);
  const mention = mentions.around(noun);
  if (mention && mention.end < noun.end) return mention;
  const { chunks, tokens } = shallow;
  const first = tokens[chunks[chunk]?.from ?? 0];
  return first?.upos === 'PRON' ? { start: first.start, end: first.end } : undefined;
}

function hull(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
