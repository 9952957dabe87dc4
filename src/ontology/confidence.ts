import { readJson } from './read-file.ts';

/** Weights of a logistic regression from what is known of an event to the chance that it is right in every part. */
export interface ConfidenceWeights {
  readonly bias: number;
  /** Feature name → weight. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Reads `ontology/confidence.json`, written by `scripts/fit-confidence.ts`. @throws AnnalsError CODEBOOK_BROKEN */
export function loadConfidence(): ConfidenceWeights {
  const file = readJson('confidence.json') as unknown as { bias: number; weights: Record<string, number> };
  return Object.freeze({ bias: file.bias, weights: new Map(Object.entries(file.weights)) });
}
