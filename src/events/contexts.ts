import type { Codebook } from '../ontology/codebook.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';

// an event with more contexts than this has its sentence's words mistaken for its own
const maxContexts = 3;
// votes that a context needs (chosen on training passages left out of the learning: F1 of contexts was highest there)
const minVotes = 0.6;
// whatever its votes, the strongest context stays when it has this many
const minBest = 0.4;

/** The contexts that the words of the event's sentence point to, most pointed to first, then in the standard's order. */
export function contextsOf({ reading, trigger }: Draft, codebook: Codebook): string[] {
  const { act, mode } = trigger.deed;
  reading.memo.contexts ??= contextsOfSentence(reading, codebook);
  const always = act === 'COERCE' && (mode === 'cyber' || mode === 'misinformation') ? [mode] : [];
  return [...new Set([...always, ...reading.memo.contexts])].slice(0, maxContexts);
}

function contextsOfSentence({ shallow }: Reading, codebook: Codebook): string[] {
  const votes = new Map<string, number>();
  const seen = new Set<string>();
  for (const { lemma } of shallow.tokens) {
    const entries = codebook.contextWords.get(lemma);
    if (entries === undefined || seen.has(lemma)) continue;
    seen.add(lemma);
    for (const { context, weight } of entries) votes.set(context, (votes.get(context) ?? 0) + weight);
  }
  const order = [...codebook.plover.contexts];
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || order.indexOf(a[0]) - order.indexOf(b[0]));
  return ranked.filter(([, sum], index) => sum >= (index === 0 ? minBest : minVotes)).map(([context]) => context);
}
