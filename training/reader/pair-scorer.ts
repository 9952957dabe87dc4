/** The small network that scores how a trigger and a span belong together, run in plain TypeScript. */
export interface PairScorer {
  /** Width of the trigger and span vectors. */
  readonly width: number;
  readonly roles: number;
  readonly distance: Float32Array;
  readonly hidden: Float32Array;
  readonly hiddenBias: Float32Array;
  readonly out: Float32Array;
  readonly outBias: Float32Array;
}

/** Reads the scorer's weights: little-endian floats, one matrix after the other. */
export function toPairScorer(bytes: Uint8Array, shapes: Readonly<Record<string, readonly number[]>>): PairScorer {
  const floats = new Float32Array(bytes.slice().buffer);
  let at = 0;
  const take = (name: string) => {
    const size = (shapes[name] ?? []).reduce((a, b) => a * b, 1);
    at += size;
    return floats.subarray(at - size, at);
  };
  const distance = take('distance');
  const hidden = take('hidden');
  const hiddenBias = take('hiddenBias');
  const out = take('out');
  const outBias = take('outBias');
  return { width: distance.length / 17, roles: outBias.length, distance, hidden, hiddenBias, out, outBias };
}

/** Gauss error function (Abramowitz and Stegun 7.1.26, error below 1.5e-7), for the exact GELU that the model learnt with. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const y =
    1 -
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x);
  return x < 0 ? -y : y;
}

const gelu = (x: number) => 0.5 * x * (1 + erf(x / Math.SQRT2));

/** Signed logarithmic distance between trigger and span in units, -8 to 8, as an index. */
function bucket(apart: number): number {
  return Math.max(-8, Math.min(8, Math.sign(apart) * roundHalfEven(Math.log2(Math.abs(apart) + 1)))) + 8;
}

function roundHalfEven(x: number): number {
  const r = Math.round(x);
  return Math.abs(x % 1) === 0.5 && r % 2 !== 0 ? r - 1 : r;
}

/**
 * Probability of each role for one (trigger, span) pair.
 *
 * @param trigger  vector of the trigger's unit
 * @param span     mean vector of the span's units
 * @param apart    first unit of the span minus the trigger's unit
 */
export function scorePair(scorer: PairScorer, trigger: Float32Array, span: Float32Array, apart: number): Float32Array {
  const { width, roles, distance, hidden, hiddenBias, out, outBias } = scorer;
  const offset = bucket(apart) * width;
  const input = new Float32Array(width);
  for (let i = 0; i < width; i += 1) {
    const t = trigger[i] as number;
    const m = span[i] as number;
    input[i] = gelu(t + m + t * m + (distance[offset + i] as number));
  }
  const middle = multiply(hidden, hiddenBias, input).map(gelu);
  return multiply(out, outBias, middle)
    .map((x) => 1 / (1 + Math.exp(-x)))
    .subarray(0, roles);
}

/** Weight matrix (rows × input width) times input, plus bias. */
function multiply(weight: Float32Array, bias: Float32Array, input: Float32Array): Float32Array {
  const result = new Float32Array(bias.length);
  for (let row = 0; row < bias.length; row += 1) {
    let sum = bias[row] as number;
    const from = row * input.length;
    for (let i = 0; i < input.length; i += 1) sum += (weight[from + i] as number) * (input[i] as number);
    result[row] = sum;
  }
  return result;
}
