import type { NeighborLists } from '../types';

/** A sparse symmetric matrix P in CSR form; its entries sum to 1. */
export interface Affinities {
  /** [points + 1]; row i is entries rowOffsets[i] … rowOffsets[i + 1] − 1. */
  rowOffsets: Int32Array;
  /** [edges]; ascending within a row. */
  columns: Int32Array;
  /** [edges]. */
  weights: Float32Array;
}

/**
 * P = (C + Cᵀ) / (2n) from directed weights c_{j|i}, row-major [n, k] beside `neighbors.indices`;
 * without `conditional` every listed neighbour counts 1/k (uniform affinities, Böhm et al. 2022).
 *
 * Two counting passes and no sort by comparison: writing the transpose row by row leaves every row's columns
 * ascending, and a second transpose does the same for C itself, so that the two merge in one sweep.
 */
export function symmetricAffinities(neighbors: NeighborLists, points: number, conditional?: Float32Array): Affinities {
  const { indices, k } = neighbors;
  const uniform = 1 / Math.max(k, 1);
  const starts = new Int32Array(points + 1);
  for (let e = 0; e < indices.length; e++) starts[indices[e] + 1]++;
  for (let i = 0; i < points; i++) starts[i + 1] += starts[i];

  // Cᵀ in CSR: sources of every target, ascending because i ascends.
  const cursor = starts.slice(0, points);
  const sources = new Int32Array(indices.length);
  const sourceWeights = new Float32Array(indices.length);
  for (let i = 0, e = 0; i < points; i++) {
    for (let j = 0; j < k; j++, e++) {
      const slot = cursor[indices[e]]++;
      sources[slot] = i;
      sourceWeights[slot] = conditional === undefined ? uniform : conditional[e];
    }
  }

  // C with ascending columns: the transpose of Cᵀ.
  const targets = new Int32Array(indices.length);
  const targetWeights = new Float32Array(indices.length);
  const filled = new Int32Array(points);
  for (let j = 0; j < points; j++) {
    for (let s = starts[j]; s < starts[j + 1]; s++) {
      const i = sources[s];
      const slot = i * k + filled[i]++;
      targets[slot] = j;
      targetWeights[slot] = sourceWeights[s];
    }
  }

  const rowOffsets = new Int32Array(points + 1);
  const columns = new Int32Array(2 * indices.length);
  const weights = new Float32Array(2 * indices.length);
  const scale = 1 / (2 * points);
  let edges = 0;
  for (let i = 0; i < points; i++) {
    let a = i * k;
    const aEnd = a + k;
    let b = starts[i];
    const bEnd = starts[i + 1];
    while (a < aEnd || b < bEnd) {
      const left = a < aEnd ? targets[a] : points;
      const right = b < bEnd ? sources[b] : points;
      const column = Math.min(left, right);
      let weight = 0;
      if (left === column) weight += targetWeights[a++];
      if (right === column) weight += sourceWeights[b++];
      columns[edges] = column;
      weights[edges++] = weight * scale;
    }
    rowOffsets[i + 1] = edges;
  }
  return { rowOffsets, columns: columns.slice(0, edges), weights: weights.slice(0, edges) };
}

/**
 * The rows of P of points that join a layout which stays: row standing + i holds the neighbours of `lists`' row i,
 * each 1 / (n k); the rows of standing points are empty.
 */
export function newRowsAffinities({ indices, k }: NeighborLists, standing: number, points: number): Affinities {
  const rowOffsets = Int32Array.from({ length: points + 1 }, (_, i) => Math.max(0, i - standing) * k);
  return { rowOffsets, columns: Int32Array.from(indices), weights: new Float32Array(indices.length).fill(1 / (points * k)) };
}

/** Σ p ln p over the entries of P (0 ln 0 = 0): the part of KL(P‖Q) that no layout changes. */
export function negativeEntropy({ weights }: Affinities): number {
  let sum = 0;
  for (let e = 0; e < weights.length; e++) if (weights[e] > 0) sum += weights[e] * Math.log(weights[e]);
  return sum;
}
