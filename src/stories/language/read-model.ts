/**
 * A fastText classifier in its compressed form (`.ftz`): quantised n-gram vectors and a Huffman tree of labels.
 *
 * @see https://github.com/facebookresearch/fastText (MIT), `fasttext.cc`, `dictionary.cc`, `productquantizer.cc`
 */
export interface LanguageModel {
  readonly dim: number;
  readonly minN: number;
  readonly maxN: number;
  readonly words: number;
  readonly buckets: number;
  readonly wordIds: ReadonlyMap<string, number>;
  /** From a bucket to its row, where the model was pruned. */
  readonly pruned: ReadonlyMap<number, number>;
  readonly input: QuantisedMatrix;
  /** One row per inner node of the tree. */
  readonly output: Float32Array;
  readonly tree: LabelTree;
  readonly labels: readonly string[];
}

export interface QuantisedMatrix {
  readonly codes: Uint8Array;
  readonly subquantisers: number;
  readonly subDim: number;
  readonly lastSubDim: number;
  readonly centroids: Float32Array;
  /** Norms of the rows: a code each into a table. Absent when rows were not normalised. */
  readonly norms?: { readonly codes: Uint8Array; readonly table: Float32Array };
}

export interface LabelTree {
  /** Per node: children, -1 for leaves; leaves come first, in label order. */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

const MAGIC = 793712314;
const CENTROIDS = 256;

/** Reads the bytes of a `.ftz` file. The file ships with the package: what it holds is known. */
export function readModel(bytes: Uint8Array): LanguageModel {
  const read = new Reader(bytes);
  if (read.int32() !== MAGIC) throw new TypeError('not a fastText model');
  read.int32();
  const [dim = 0, , , , , , , , buckets = 0, minN = 0, maxN = 0] = Array.from({ length: 12 }, () => read.int32());
  read.skip(8);
  const size = read.int32();
  const words = read.int32();
  read.int32();
  read.skip(8);
  const prunedSize = Number(read.int64());
  const wordIds = new Map<string, number>();
  const labels: string[] = [];
  const counts: number[] = [];
  for (let i = 0; i < size; i++) {
    const entry = read.text();
    const count = Number(read.int64());
    if (read.uint8() === 0) wordIds.set(entry, i);
    else {
      labels.push(entry.replace('__label__', ''));
      counts.push(count);
    }
  }
  const pruned = new Map<number, number>();
  for (let i = 0; i < prunedSize; i++) pruned.set(read.int32(), read.int32());
  read.uint8();
  const input = readQuantised(read);
  read.uint8();
  const rows = Number(read.int64());
  const columns = Number(read.int64());
  const output = read.floats(rows * columns);
  return { dim, minN, maxN, words, buckets, wordIds, pruned, input, output, tree: treeOf(counts), labels };
}

function readQuantised(read: Reader): QuantisedMatrix {
  const hasNorms = read.uint8() !== 0;
  const rows = Number(read.int64());
  read.skip(8);
  const codes = read.bytes(read.int32());
  const { subquantisers, subDim, lastSubDim, centroids } = readQuantiser(read);
  if (!hasNorms) return { codes, subquantisers, subDim, lastSubDim, centroids };
  const normCodes = read.bytes(rows);
  const norms = { codes: normCodes, table: readQuantiser(read).centroids };
  return { codes, subquantisers, subDim, lastSubDim, centroids, norms };
}

function readQuantiser(read: Reader) {
  const dim = read.int32();
  const subquantisers = read.int32();
  const subDim = read.int32();
  const lastSubDim = read.int32();
  return { subquantisers, subDim, lastSubDim, centroids: read.floats(dim * CENTROIDS) };
}

/** The Huffman tree that training built; the labels are sorted by falling count. */
function treeOf(counts: readonly number[]): LabelTree {
  const leaves = counts.length;
  const nodes = 2 * leaves - 1;
  const weight = new Float64Array(nodes).fill(1e15);
  weight.set(counts);
  const left = new Int32Array(nodes).fill(-1);
  const right = new Int32Array(nodes).fill(-1);
  let leaf = leaves - 1;
  let node = leaves;
  for (let i = leaves; i < nodes; i++) {
    const pick = () => (leaf >= 0 && (weight[leaf] ?? 0) < (weight[node] ?? 0) ? leaf-- : node++);
    const a = pick();
    const b = pick();
    left[i] = a;
    right[i] = b;
    weight[i] = (weight[a] ?? 0) + (weight[b] ?? 0);
  }
  return { left, right };
}

/** Little-endian bytes, read one after the other. */
class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  skip(size: number): void {
    this.#at += size;
  }
  uint8(): number {
    return this.#view.getUint8(this.#at++);
  }
  int32(): number {
    this.#at += 4;
    return this.#view.getInt32(this.#at - 4, true);
  }
  int64(): bigint {
    this.#at += 8;
    return this.#view.getBigInt64(this.#at - 8, true);
  }
  bytes(size: number): Uint8Array {
    this.#at += size;
    return this.#bytes.subarray(this.#at - size, this.#at);
  }
  floats(size: number): Float32Array {
    // A copy, for floats must lie at a multiple of four.
    return new Float32Array(Uint8Array.from(this.bytes(size * 4)).buffer);
  }
  text(): string {
    const end = this.#bytes.indexOf(0, this.#at);
    const text = new TextDecoder().decode(this.#bytes.subarray(this.#at, end));
    this.#at = end + 1;
    return text;
  }
}
