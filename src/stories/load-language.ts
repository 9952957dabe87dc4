import { readFileSync } from 'node:fs';
import { classify } from './language/classify.ts';
import { type LanguageModel, readModel } from './language/read-model.ts';
import { FUNCTION_WORDS } from './text/profile.ts';

/** Names the language of a text: BCP 47, `und` when it cannot be told. */
export type IdentifyLanguage = (text: string) => string;

/** The beginning tells: more costs time and changes nothing. */
const MAX_CHARS = 1500;

/** Share of English function words from which a text of ASCII letters is English without asking the model. */
const ENGLISH_SHARE = 0.22;
/** Fewer words than this prove little either way. */
const MIN_WORDS = 8;

/** Below this probability the model does not know; of short texts more is asked, for headlines are mostly names. */
const MIN_PROBABILITY = 0.4;
const MIN_SHORT_PROBABILITY = 0.8;
const SHORT_CHARS = 60;

/**
 * Loads the identification of languages: fastText's `lid.176.ftz` (CC BY-SA 3.0), read from disk when a text first needs
 * it. Plain English is known by its function words.
 */
export async function loadLanguage(): Promise<IdentifyLanguage> {
  let model: LanguageModel | undefined;
  const load = () => {
    model ??= readModel(readFileSync(new URL('../../data/stories/lid.176.ftz', import.meta.url)));
    return model;
  };
  return (text) => identify(text.slice(0, MAX_CHARS), load);
}

function identify(text: string, load: () => LanguageModel): string {
  const prose = text
    .replace(/https?:\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const words = prose.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return 'und';
  const isLatin = !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(prose);
  const english = words.filter((word) => FUNCTION_WORDS.stop.has(word)).length / words.length;
  if (isLatin && words.length >= MIN_WORDS && english >= ENGLISH_SHARE) return 'en';
  const { label, probability } = classify(load(), prose);
  const isShort = prose.length < SHORT_CHARS && isLatin;
  return probability >= (isShort ? MIN_SHORT_PROBABILITY : MIN_PROBABILITY) ? label : 'und';
}
