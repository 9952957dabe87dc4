import { readFileSync } from 'node:fs';
import { AnnalsError } from '../util/errors.ts';
import type { LemmaExceptions } from './lemmatize.ts';
import { type TagWeights, weightBytes } from './tag-tokens.ts';
import { loadTextRules, type TextRules } from './text-rules.ts';

/** What the text stage reads with: word lists for cutting, weights for parts of speech, irregular forms. */
export interface Tagger {
  readonly rules: TextRules;
  readonly weights: TagWeights;
  readonly lemmas: LemmaExceptions;
}

/**
 * Loads the tagger that ships with the package.
 *
 * @throws AnnalsError `DATA_BROKEN` when the weight file has another size than the code expects
 */
export function loadTagger(): Tagger {
  const bytes = readFileSync(new URL('../../data/text/tag-weights.bin', import.meta.url));
  if (bytes.length !== weightBytes) {
    throw new AnnalsError(
      'DATA_BROKEN',
      `data/text/tag-weights.bin has ${bytes.length} bytes, not ${weightBytes}; install the package again, or build the file with scripts/build-tagger.ts`,
    );
  }
  return {
    rules: loadTextRules(),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    lemmas: loadLemmas(),
  };
}

/** Lines of lemma, part of speech and irregular forms; the hand-written table wins over the learnt one. */
function loadLemmas(): LemmaExceptions {
  const lemmas = new Map<string, string>();
  for (const name of ['lemmas', 'irregular']) addLemmas(name, lemmas);
  return lemmas;
}

function addLemmas(name: string, lemmas: Map<string, string>): void {
  for (const line of readFileSync(new URL(`../../data/text/${name}.tsv`, import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [lemma = '', upos = '', ...forms] = line.split('\t');
    for (const form of forms) lemmas.set(`${form} ${upos}`, lemma);
  }
}
