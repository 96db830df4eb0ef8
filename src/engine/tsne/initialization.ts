import { columnMeans } from '../neighbors';
import { createGaussian, createRandom } from '../random';

/** Rows that the covariance is taken over, about. */
const COVARIANCE_ROWS = 5_000;

/** Rounds of subspace iteration; the start needs directions, not digits. */
const ROUNDS = 30;

/**
 * The start of a layout: the first two principal components, scaled so that the first has standard deviation
 * 1e-4 (Kobak & Berens 2019). Row-major [n, 2], centred. `vectors` is row-major [n, dimensions].
 *
 * The components come from subspace iteration on the covariance matrix (up to 1,024 dimensions) or on the data
 * itself. Directions without variance are filled with Gaussian noise of the same scale, so that identical or
 * one-dimensional data start spread out. Seeded: signs are fixed by the largest loading.
 */
export function pcaInitialization(vectors: Float32Array, dimensions: number, seed: number): Float32Array {
  const points = vectors.length / dimensions;
  const out = new Float32Array(2 * points);
  const random = createGaussian(createRandom(seed));
  const mean = columnMeans(vectors, dimensions);
  const apply = covarianceOperator(vectors, dimensions, mean);
  let basis: [Float64Array, Float64Array] = [Float64Array.from({ length: dimensions }, random), Float64Array.from({ length: dimensions }, random)];
  orthonormalize(basis);
  for (let round = 0; round < ROUNDS; round++) {
    basis = [apply(basis[0]), apply(basis[1])];
    orthonormalize(basis);
  }
  const loadings = basis.map(fixSign);
  const deviations = [0, 0];
  for (let i = 0; i < points; i++) {
    for (let c = 0; c < 2; c++) {
      let dot = 0;
      for (let d = 0; d < dimensions; d++) dot += (vectors[i * dimensions + d] - mean[d]) * loadings[c][d];
      out[2 * i + c] = dot;
      deviations[c] += (dot * dot) / points;
    }
  }
  const sigma = Math.sqrt(Math.max(deviations[0], deviations[1]));
  const scale = sigma > 0 ? 1e-4 / sigma : 0;
  for (let c = 0; c < 2; c++) {
    const empty = Math.sqrt(deviations[c]) * scale < 1e-9;
    for (let i = 0; i < points; i++) out[2 * i + c] = empty ? 1e-4 * random() : out[2 * i + c] * scale;
  }
  // A trace of noise separates identical rows, which otherwise would feel the same force for ever.
  for (let i = 0; i < out.length; i++) out[i] += 1e-7 * random();
  return out;
}

/** v ↦ (X − μ)ᵀ(X − μ) v, through the matrix itself where that is small. */
function covarianceOperator(vectors: Float32Array, dimensions: number, mean: Float64Array): (v: Float64Array) => Float64Array {
  const points = vectors.length / dimensions;
  if (dimensions > 256 || points < dimensions) {
    return (v) => {
      const out = new Float64Array(dimensions);
      let shift = 0;
      for (let d = 0; d < dimensions; d++) shift += mean[d] * v[d];
      for (let i = 0; i < points; i++) {
        const row = i * dimensions;
        let dot = -shift;
        for (let d = 0; d < dimensions; d++) dot += vectors[row + d] * v[d];
        for (let d = 0; d < dimensions; d++) out[d] += dot * (vectors[row + d] - mean[d]);
      }
      return out;
    };
  }
  const matrix = new Float64Array(dimensions * dimensions);
  const centered = new Float64Array(dimensions);
  // A stride over long lists: some thousand rows fix two directions far beyond what a start needs.
  const stride = Math.max(1, Math.floor(points / COVARIANCE_ROWS));
  for (let i = 0; i < points; i += stride) {
    for (let d = 0; d < dimensions; d++) centered[d] = vectors[i * dimensions + d] - mean[d];
    for (let a = 0; a < dimensions; a++) {
      const value = centered[a];
      const row = a * dimensions;
      for (let b = 0; b <= a; b++) matrix[row + b] += value * centered[b];
    }
  }
  for (let a = 0; a < dimensions; a++) for (let b = a + 1; b < dimensions; b++) matrix[a * dimensions + b] = matrix[b * dimensions + a];
  return (v) => {
    const out = new Float64Array(dimensions);
    for (let a = 0; a < dimensions; a++) {
      let sum = 0;
      for (let b = 0; b < dimensions; b++) sum += matrix[a * dimensions + b] * v[b];
      out[a] = sum;
    }
    return out;
  };
}

/** Gram–Schmidt in place; a vector that vanishes stays zero. */
function orthonormalize([first, second]: [Float64Array, Float64Array]): void {
  normalize(first);
  let dot = 0;
  for (let d = 0; d < first.length; d++) dot += first[d] * second[d];
  for (let d = 0; d < first.length; d++) second[d] -= dot * first[d];
  normalize(second);
}

function normalize(v: Float64Array): void {
  const length = Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
  for (let d = 0; d < v.length; d++) v[d] = length > 1e-30 ? v[d] / length : 0;
}

/** The same direction with its largest loading positive, so that a map is not mirrored from run to run. */
function fixSign(v: Float64Array): Float64Array {
  let largest = 0;
  for (let d = 1; d < v.length; d++) if (Math.abs(v[d]) > Math.abs(v[largest])) largest = d;
  return v[largest] < 0 ? v.map((x) => -x) : v;
}
