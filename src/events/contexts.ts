import type { Codebook } from '../ontology/codebook.ts';
import type { Draft } from './draft.ts';

// an event with more contexts than this has its sentence's words mistaken for its own
const maxContexts = 3;

/** The contexts that the words of the event's sentence point to, most pointed to first, then in the standard's order. */
export function contextsOf(draft: Draft, codebook: Codebook): string[] {
  const votes = new Map<string, number>();
  const { tokens, text } = draft.reading.shallow;
  const seen = new Set<string>();
  for (const token of tokens) {
    const form = text.slice(token.start, token.end).toLowerCase();
    for (const word of new Set([token.lemma, form])) {
      if (seen.has(word)) continue;
      seen.add(word);
      for (const context of codebook.contextWords.get(word) ?? []) votes.set(context, (votes.get(context) ?? 0) + 1);
    }
  }
  const { act, mode } = draft.trigger.deed;
  const always = act === 'COERCE' && (mode === 'cyber' || mode === 'misinformation') ? [mode] : [];
  const order = [...codebook.plover.contexts];
  const ranked = [...votes]
    .sort((a, b) => b[1] - a[1] || order.indexOf(a[0]) - order.indexOf(b[0]))
    .map(([name]) => name);
  return [...new Set([...always, ...ranked])].slice(0, maxContexts);
}
