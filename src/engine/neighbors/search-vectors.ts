import type { Metric } from '../types';

/** Vectors in the form the searches work on; euclidean distance there orders as `metric` does in the original. */
export interface SearchVectors {
  /** Row-major [points, dimensions]. */
  values: Float32Array;
  /** A multiple of 4: rows are padded with zeros. */
  dimensions: number;
}

/**
 * Copies vectors for a search. For `cosine` rows are L2-normalised, and an all-zero row gets a dimension of its
 * own, so that its cosine distance to every other row is 1. For `euclidean` the column means are taken out, which
 * changes no distance and keeps |a|² + |b|² − 2ab accurate in float32.
 */
export function searchVectors(vectors: Float32Array, dimensions: number, metric: Metric): SearchVectors {
  const extra = metric === 'cosine' && hasZeroRow(vectors, dimensions) ? 1 : 0;
  const padded = Math.ceil((dimensions + extra) / 4) * 4;
  const values = new Float32Array((vectors.length / dimensions) * padded);
  widenRows(values, padded, vectors, dimensions);
  if (metric === 'cosine') normalizeRows(values, padded, dimensions);
  else shiftRows(values, padded, columnMeans(values, padded));
  return { values, dimensions: padded };
}

/** Whether a row is all zeros. */
export function hasZeroRow(vectors: Float32Array, dimensions: number): boolean {
  for (let row = 0; row < vectors.length; row += dimensions) {
    let d = 0;
    while (d < dimensions && vectors[row + d] === 0) d++;
    if (d === dimensions) return true;
  }
  return false;
}

/** Copies rows to the beginning of `target`, whose rows are at least as long. */
export function widenRows(target: Float32Array, targetDimensions: number, rows: Float32Array, dimensions: number): void {
  if (targetDimensions === dimensions) target.set(rows);
  else for (let row = 0; row * dimensions < rows.length; row++) target.set(rows.subarray(row * dimensions, (row + 1) * dimensions), row * targetDimensions);
}

/** Divides rows by their length, in place; in an all-zero row the value behind the `given` ones becomes 1. */
export function normalizeRows(values: Float32Array, dimensions: number, given: number): void {
  for (let row = 0; row < values.length; row += dimensions) {
    let sum = 0;
    for (let d = row; d < row + given; d++) sum += values[d] * values[d];
    if (sum === 0) values[row + given] = 1;
    else {
      const norm = Math.sqrt(sum);
      for (let d = row; d < row + given; d++) values[d] /= norm;
    }
  }
}

/** Takes `shift`, [dimensions], out of every row, in place. */
export function shiftRows(values: Float32Array, dimensions: number, shift: Float64Array): void {
  for (let row = 0; row < values.length; row += dimensions) for (let d = 0; d < dimensions; d++) values[row + d] -= shift[d];
}

/** Means of the columns, [dimensions]. */
export function columnMeans(vectors: Float32Array, dimensions: number): Float64Array {
  const points = vectors.length / dimensions;
  const mean = new Float64Array(dimensions);
  for (let i = 0, at = 0; i < points; i++) for (let d = 0; d < dimensions; d++, at++) mean[d] += vectors[at];
  for (let d = 0; d < dimensions; d++) mean[d] /= Math.max(points, 1);
  return mean;
}

/**
 * Distances in the metric asked for, from search vectors: euclidean, or 1 − cos = |a − b|² / 2 of normalised rows.
 * Differences are summed, not products: identical rows are at distance 0 exactly.
 */
export function exactDistance({ values, dimensions }: SearchVectors, a: number, b: number, metric: Metric): number {
  let even = 0;
  let odd = 0;
  // Two sums: additions need not wait for one another. `dimensions` is a multiple of 4.
  for (let p = a * dimensions, q = b * dimensions, end = p + dimensions; p < end; p += 4, q += 4) {
    const d0 = values[p] - values[q];
    const d1 = values[p + 1] - values[q + 1];
    const d2 = values[p + 2] - values[q + 2];
    const d3 = values[p + 3] - values[q + 3];
    even += d0 * d0 + d2 * d2;
    odd += d1 * d1 + d3 * d3;
  }
  const sum = even + odd;
  return metric === 'cosine' ? sum / 2 : Math.sqrt(sum);
}
