import type { Actor } from '../../schema/actor.ts';
import type { Span } from '../../schema/span.ts';
import type { Sentence } from '../../text/parse.ts';
import type { Locks } from '../../text/shallow/chunk.ts';
import { byStart, firstFrom, overlaps } from '../../util/spans.ts';

/** Mentions of actors by place. */
export interface MentionIndex {
  /** Token ranges of the mentions in a sentence. */
  locks(sentence: Sentence): Locks;
  /** The widest mention that shares a unit with a span. */
  around(span: Span): Span | undefined;
  /** The actor whose mention covers most of a span ("the president of Iran" is no state); the last of equals. */
  actorOf(span: Span): string | undefined;
}

/** Sorts all mentions once, so that each look-up walks only its own neighbourhood. */
export function mentionIndex(actors: readonly Actor[]): MentionIndex {
  const all = actors
    .flatMap((actor) => actor.mentions.map(({ start, end }) => ({ start, end, actor: actor.id })))
    .sort(byStart);
  const within = (span: Span) => {
    const found: (typeof all)[number][] = [];
    for (let i = firstFrom(all, span.start - 400); i < all.length; i += 1) {
      const mention = all[i];
      if (mention === undefined || mention.start >= span.end) break;
      if (overlaps(mention, span)) found.push(mention);
    }
    return found;
  };
  return {
    locks: (sentence) =>
      within(sentence).flatMap((mention) => {
        const from = sentence.tokens.findIndex((token) => token.end > mention.start);
        let to = from;
        while (to >= 0 && to < sentence.tokens.length && (sentence.tokens[to]?.start ?? 0) < mention.end) to += 1;
        return from >= 0 && to > from ? [{ from, to }] : [];
      }),
    around: (span) => within(span).toSorted((a, b) => b.end - b.start - (a.end - a.start))[0],
    actorOf: (span) =>
      within(span).toSorted((a, b) => shared(b, span) - shared(a, span) || b.start - a.start)[0]?.actor,
  };
}

const shared = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start);
