import { Tensor } from 'onnxruntime-node';
import type { Encoder } from './load-encoder.ts';
import { continuationShape, shapeOf, splitUnits, type Unit } from './split-units.ts';

/** Units in a window: as in training (`WINDOW` in corpora.py), three or four sentences of news. */
const maxUnits = 110;

/** Pieces in a window: the encoder knows 512 positions. A window of stranger words is cut here. */
const maxPieces = 500;

/** Padded pieces in a batch: keeps memory flat on long stories (about 40 MB of activations). */
const maxBatchPieces = 4096;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A run of whole sentences that the encoder reads at once. */
export interface Window {
  readonly units: readonly Unit[];
  /** For each unit, the index of its sentence. */
  readonly sentences: readonly number[];
}

/** What the network says of one window. */
export interface WindowOutput {
  readonly window: Window;
  /** units × sum of head widths */
  readonly logits: Float32Array;
  readonly triggerSide: Float32Array;
  readonly mentionSide: Float32Array;
}

/** Groups sentences into windows; a sentence longer than a window is cut. */
export function toWindows(text: string, sentences: readonly Stretch[]): Window[] {
  const windows: Window[] = [];
  let units: Unit[] = [];
  let indexes: number[] = [];
  const close = () => {
    if (units.length > 0) windows.push({ units, sentences: indexes });
    units = [];
    indexes = [];
  };
  sentences.forEach((sentence, index) => {
    const found = splitUnits(text, sentence.start, sentence.end);
    if (units.length + found.length > maxUnits) close();
    for (const unit of found) {
      if (units.length >= maxUnits) close();
      units.push(unit);
      indexes.push(index);
    }
  });
  close();
  return windows;
}

interface Encoded {
  readonly window: Window;
  readonly ids: number[];
  readonly shapes: number[];
  readonly first: number[];
}

function encode(window: Window, encoder: Encoder): Encoded {
  const { cls, sep } = encoder.config.special;
  const ids = [cls];
  const shapes = [0];
  const first: number[] = [];
  for (const { word } of window.units) {
    // a unit past the encoder's reach is read at the last piece it knows
    first.push(Math.min(ids.length, maxPieces));
    if (ids.length > maxPieces) continue;
    encoder.pieces.pieces(word).forEach((piece, k) => {
      ids.push(piece);
      shapes.push(k === 0 ? shapeOf(word) : continuationShape);
    });
  }
  ids.length = Math.min(ids.length, maxPieces + 1);
  shapes.length = ids.length;
  return { window, ids: [...ids, sep], shapes: [...shapes, 0], first };
}

/**
 * Runs the network over the windows of one story. Batches never hold windows of two stories: activations are scaled
 * batch by batch, so a record would else depend on what was read beside it.
 *
 * @returns one output for each window, in the order given
 */
export async function runEncoder(windows: readonly Window[], encoder: Encoder): Promise<WindowOutput[]> {
  const encoded = windows.map((window) => encode(window, encoder));
  const order = encoded.map((_, k) => k).sort((a, b) => lengthAt(encoded, a) - lengthAt(encoded, b) || a - b);
  const outputs = new Array<WindowOutput>(windows.length);
  for (let at = 0; at < order.length; ) {
    let size = 1;
    while (at + size < order.length && lengthAt(encoded, order[at + size] as number) * (size + 1) <= maxBatchPieces)
      size += 1;
    const batch = order.slice(at, at + size);
    const results = await runBatch(
      batch.map((k) => encoded[k] as Encoded),
      encoder,
    );
    batch.forEach((k, i) => {
      outputs[k] = results[i] as WindowOutput;
    });
    at += size;
  }
  return outputs;
}

const lengthAt = (encoded: readonly Encoded[], k: number) => encoded[k]?.ids.length ?? 0;

async function runBatch(batch: readonly Encoded[], encoder: Encoder): Promise<WindowOutput[]> {
  const pieces = Math.max(...batch.map((e) => e.ids.length));
  const units = Math.max(...batch.map((e) => e.first.length));
  const tensor = (rows: readonly (readonly number[])[], width: number) => {
    const values = new BigInt64Array(rows.length * width);
    rows.forEach((row, r) => {
      row.forEach((value, k) => {
        values[r * width + k] = BigInt(value);
      });
    });
    return new Tensor('int64', values, [rows.length, width]);
  };
  const result = await encoder.session.run({
    ids: tensor(
      batch.map((e) => e.ids),
      pieces,
    ),
    shapes: tensor(
      batch.map((e) => e.shapes),
      pieces,
    ),
    mask: tensor(
      batch.map((e) => e.ids.map(() => 1)),
      pieces,
    ),
    first: tensor(
      batch.map((e) => e.first),
      units,
    ),
  });
  const slice = (name: string, row: number, count: number) => {
    const { data, dims } = result[name] as Tensor;
    const width = dims[2] as number;
    return (data as Float32Array).slice(row * units * width, (row * units + count) * width);
  };
  return batch.map(({ window, first }, row) => ({
    window,
    logits: slice('logits', row, first.length),
    triggerSide: slice('trigger_side', row, first.length),
    mentionSide: slice('mention_side', row, first.length),
  }));
}
