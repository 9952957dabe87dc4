import type { Span } from '../schema/span.ts';
import type { BlockRole, StorySlice } from '../schema/story.ts';
import { lemmatize } from './lemmatize.ts';
import type { Tagger } from './load-tagger.ts';
import type { Parse, Sentence, Token } from './parse.ts';
import { splitSentences } from './split-sentences.ts';
import { splitTokens } from './split-tokens.ts';
import type { WordCode } from './tag-features.ts';
import { tagTokens } from './tag-tokens.ts';

/** Blocks that hold sentences; credits, captions, notices and the like yield none. */
const sentenceRoles: ReadonlySet<BlockRole> = new Set(['paragraph', 'list', 'quote', 'headline', 'deck', 'subhead']);

/** Longer "sentences" are page debris or data; they are cut so that every later stage stays linear. */
const maxTokens = 400;

/**
 * Splits a story's blocks into sentences and tagged tokens.
 *
 * @returns sentences in text order; none crosses a block, none is empty
 */
export function parseText(story: StorySlice, tagger: Tagger): Parse {
  const sentences: Sentence[] = [];
  const seen = new Map<string, WordCode>();
  for (const [index, block] of story.blocks.entries()) {
    if (!sentenceRoles.has(block.role)) continue;
    const lines = block.role === 'list';
    for (const span of splitSentences(story.text, block, tagger.rules, lines)) {
      const spans = splitTokens(story.text, span, tagger.rules);
      for (let from = 0; from < spans.length; from += maxTokens) {
        const tokens = toTokens(story.text, spans.slice(from, from + maxTokens), tagger, seen);
        const whole = spans.length <= maxTokens;
        const start = whole ? span.start : (tokens[0]?.start ?? span.start);
        const end = whole ? span.end : (tokens.at(-1)?.end ?? span.end);
        sentences.push({ start, end, block: index, tokens });
      }
    }
  }
  return { story: story.id, text: story.text, sentences };
}

function toTokens(text: string, spans: readonly Span[], tagger: Tagger, seen: Map<string, WordCode>): Token[] {
  const words = spans.map(({ start, end }) => text.slice(start, end));
  const tags = tagTokens(words, tagger.weights, seen);
  return spans.map(({ start, end }, index) => {
    const upos = tags[index] ?? 'X';
    return { start, end, upos, lemma: lemmatize(words[index] ?? '', upos, tagger.lemmas) };
  });
}
