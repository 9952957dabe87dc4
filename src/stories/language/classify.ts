import type { LanguageModel } from './read-model.ts';

/** The likeliest label of a text and its probability, as fastText's `predict` computes them. */
export function classify(model: LanguageModel, text: string): { label: string; probability: number } {
  const hidden = averageOf(model, rowsOf(model, text));
  const { left, right } = model.tree;
  const leaves = model.labels.length;
  let best = { label: 'und', probability: 0 };
  const stack: { node: number; score: number }[] = [{ node: left.length - 1, score: 0 }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, score } = top;
    // Deeper nodes are only less likely.
    if (Math.exp(score) <= best.probability) continue;
    if (node < leaves) {
      best = { label: model.labels[node] ?? 'und', probability: Math.exp(score) };
      continue;
    }
    const yes = sigmoid(dot(model, node - leaves, hidden));
    stack.push({ node: left[node] ?? 0, score: score + Math.log(1 - yes + 1e-5) });
    stack.push({ node: right[node] ?? 0, score: score + Math.log(yes + 1e-5) });
  }
  return best;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

function dot(model: LanguageModel, row: number, hidden: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < model.dim; i++) sum += (model.output[row * model.dim + i] ?? 0) * (hidden[i] ?? 0);
  return sum;
}

/** Rows of the words of a text and of their character n-grams, the end of line included. */
function rowsOf(model: LanguageModel, text: string): number[] {
  const rows: number[] = [];
  for (const word of text.split(/[\s\0]+/)) {
    if (word === '') continue;
    const id = model.wordIds.get(word);
    if (id !== undefined) rows.push(id);
    pushNgrams(model, `<${word}>`, rows);
  }
  const end = model.wordIds.get('</s>');
  if (end !== undefined) rows.push(end);
  return rows;
}

/** Character n-grams are of code points, hashed over UTF-8 bytes (FNV-1a on signed bytes). */
function pushNgrams(model: LanguageModel, word: string, rows: number[]): void {
  const points = Array.from(word, (point) => Buffer.from(point));
  for (let i = 0; i < points.length; i++) {
    let hash = 2166136261;
    for (let n = 1; n <= model.maxN && i + n <= points.length; n++) {
      for (const byte of points[i + n - 1] ?? []) hash = Math.imul(hash ^ ((byte << 24) >> 24), 16777619);
      const isEdge = n === 1 && (i === 0 || i + n === points.length);
      if (n < model.minN || isEdge) continue;
      const bucket = (hash >>> 0) % model.buckets;
      const row = model.pruned.size > 0 ? model.pruned.get(bucket) : bucket;
      if (row !== undefined) rows.push(model.words + row);
    }
  }
}

function averageOf(model: LanguageModel, rows: readonly number[]): Float32Array {
  const { codes, subquantisers, subDim, lastSubDim, centroids, norms } = model.input;
  const sum = new Float32Array(model.dim);
  for (const row of rows) {
    const norm = norms ? (norms.table[norms.codes[row] ?? 0] ?? 1) : 1;
    for (let m = 0; m < subquantisers; m++) {
      const width = m === subquantisers - 1 ? lastSubDim : subDim;
      const code = codes[row * subquantisers + m] ?? 0;
      const from = m === subquantisers - 1 ? m * 256 * subDim + code * lastSubDim : (m * 256 + code) * subDim;
      for (let d = 0; d < width; d++) {
        const at = m * subDim + d;
        sum[at] = (sum[at] ?? 0) + norm * (centroids[from + d] ?? 0);
      }
    }
  }
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) / Math.max(1, rows.length);
  return sum;
}
