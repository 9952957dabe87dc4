import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InferenceSession } from 'onnxruntime-node';
import { AnnalsError } from '../../src/util/errors.ts';
import { sha256 } from '../../src/util/hash.ts';
import { type PairScorer, toPairScorer } from './pair-scorer.ts';
import { WordPiece } from './word-piece.ts';

/** The label lists of a model, in the order of its outputs. */
export interface EncoderLabels {
  readonly upos: readonly string[];
  readonly names: readonly string[];
  readonly mentions: readonly string[];
  readonly kind: readonly string[];
  readonly sectors: readonly string[];
  readonly trigger: readonly string[];
  readonly mode: readonly (readonly [string, string | null])[];
  readonly status: readonly string[];
  readonly contexts: readonly string[];
  readonly roles: readonly string[];
}

export interface EncoderConfig {
  readonly format: number;
  readonly special: { readonly cls: number; readonly sep: number; readonly unknown: number };
  readonly heads: readonly { readonly name: string; readonly width: number }[];
  readonly labels: EncoderLabels;
  readonly pairs: Readonly<Record<string, readonly number[]>>;
}

/** A trained model ready to run: one session, one thread, no spinning. */
export interface Encoder {
  /** Folder name and hash of the weights, for the reader stamp. */
  readonly id: string;
  readonly session: InferenceSession;
  readonly pieces: WordPiece;
  readonly pairs: PairScorer;
  readonly config: EncoderConfig;
}

/**
 * Loads a model folder (`model.onnx`, `vocab.txt`, `pairs.f32`, `config.json`).
 *
 * @throws AnnalsError `MODEL_UNUSABLE` when a file is missing or of another format
 */
export async function loadEncoder(folder: URL): Promise<Encoder> {
  try {
    const bytes = (name: string) => readFileSync(new URL(name, folder));
    const config: EncoderConfig = JSON.parse(bytes('config.json').toString('utf8'));
    if (config.format !== 1) throw new Error(`format ${config.format} is not 1`);
    const weights = bytes('model.onnx');
    const scores = bytes('pairs.f32');
    const session = await InferenceSession.create(weights, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
    const name = fileURLToPath(folder).replace(/\/+$/, '').split('/').at(-1);
    return Object.freeze({
      id: `${name}-${sha256(Buffer.concat([weights, scores])).slice(0, 12)}`,
      session,
      pieces: new WordPiece(bytes('vocab.txt').toString('utf8').trimEnd().split('\n'), config.special.unknown),
      pairs: toPairScorer(scores, config.pairs),
      config,
    });
  } catch (cause) {
    const path = fileURLToPath(folder);
    throw new AnnalsError(
      'MODEL_UNUSABLE',
      `The model in ${path} cannot be used: ${(cause as Error).message}. Reinstall annals, or name another folder.`,
      { cause, input: path },
    );
  }
}
