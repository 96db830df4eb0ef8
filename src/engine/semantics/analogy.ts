import { nearestByValue } from '../pick/nearest-by-value';
import { inSlices } from '../time-slices';
import { cosineScores } from './cosine-scores';
import { offsetDirection } from './direction';

const STEP = 65_536;

/** Keeps the quotient of {@link AnalogyMethod} `multiply` finite; Levy & Goldberg's value. */
const EPSILON = 0.001;

/**
 * `add`: the cosine with the sum of the unit vectors (3CosAdd; Mikolov, Yih & Zweig 2013). `multiply`: the product of the
 * cosines with the words added over that with those taken away, cosines moved to 0 … 1 (3CosMul; Levy & Goldberg 2014).
 */
export type AnalogyMethod = 'add' | 'multiply';

/** A row that answers an analogy. */
export interface AnalogyMatch {
  id: number;
  /** By `add` the cosine with the target, −1 … 1; by `multiply` the quotient, 0 and up. Higher is better. */
  score: number;
  /** 1 − cosine with the target of `add`, in either method: how far the row is from where the arrows lead. */
  distance: number;
}

/** What an analogy is asked of. */
export interface AnalogyOptions {
  dimensions: number;
  /** Rows that are added. */
  positive: readonly number[];
  /** Rows that are taken away. */
  negative: readonly number[];
  /** Number of answers; default 10. */
  k?: number;
  /** Default `add`. */
  method?: AnalogyMethod;
  /** Only the leading rows answer; default all. */
  rows?: number;
  signal?: AbortSignal;
}

/** The `k` rows that answer an analogy best, among vectors row-major [n, dimensions]; the words it is made of are left out. */
export async function findAnalogies(vectors: Float32Array, options: AnalogyOptions): Promise<AnalogyMatch[]> {
  const { dimensions, positive, negative, k = 10, method = 'add', rows = vectors.length / dimensions, signal } = options;
  const leading = vectors.subarray(0, rows * dimensions);
  const target = offsetDirection(vectors, dimensions, positive, negative);
  const cosines = await cosineScores(leading, target, signal);
  const scores = method === 'add' ? cosines : await products(vectors, leading, options);
  const costs = new Float32Array(rows);
  await inSlices(rows, STEP, (from, to) => {
    for (let row = from; row < to; row++) costs[row] = Number.isNaN(scores[row]) ? Infinity : -scores[row];
  }, signal);
  for (const row of [...positive, ...negative]) if (row < rows) costs[row] = Infinity;
  return Array.from(nearestByValue(costs, k)).filter((id) => costs[id] < Infinity).map((id) => ({ id, score: scores[id], distance: 1 - cosines[id] }));
}

/** Π (1 + cos(row, p)) / 2 over Π (1 + cos(row, q)) / 2 + ε, of the leading rows. */
async function products(vectors: Float32Array, leading: Float32Array, { dimensions, positive, negative, signal }: AnalogyOptions): Promise<Float32Array> {
  const above = new Float32Array(leading.length / dimensions).fill(1);
  const below = new Float32Array(above.length).fill(1);
  for (const [rows, product] of [[positive, above], [negative, below]] as const) {
    for (const row of rows) {
      const cosines = await cosineScores(leading, offsetDirection(vectors, dimensions, [row], []), signal);
      for (let i = 0; i < product.length; i++) product[i] *= (1 + cosines[i]) / 2;
    }
  }
  return above.map((value, i) => value / (below[i] + EPSILON));
}
