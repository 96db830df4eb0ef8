import type { Affinities } from '../../../src/engine/tsne/affinities';

/** Repulsion as the definition has it, in float64, all pairs. */
export interface ExactRepulsion {
  /** Row-major [n, 2]: Σ_j q_ij² (y_i − y_j). */
  forces: Float64Array;
  /** Z = Σ_{i≠j} q_ij. */
  normalization: number;
}

export function exactRepulsion(positions: ArrayLike<number>): ExactRepulsion {
  const points = positions.length / 2;
  const forces = new Float64Array(2 * points);
  let normalization = 0;
  for (let i = 0; i < points; i++) {
    for (let j = 0; j < i; j++) {
      const dx = positions[2 * i] - positions[2 * j];
      const dy = positions[2 * i + 1] - positions[2 * j + 1];
      const q = 1 / (1 + dx * dx + dy * dy);
      normalization += 2 * q;
      forces[2 * i] += q * q * dx;
      forces[2 * i + 1] += q * q * dy;
      forces[2 * j] -= q * q * dx;
      forces[2 * j + 1] -= q * q * dy;
    }
  }
  return { forces, normalization };
}

/** A sparse P as a dense matrix, row-major [n, n]. */
export function densify({ rowOffsets, columns, weights }: Affinities): Float64Array {
  const points = rowOffsets.length - 1;
  const dense = new Float64Array(points * points);
  for (let i = 0; i < points; i++) for (let e = rowOffsets[i]; e < rowOffsets[i + 1]; e++) dense[i * points + columns[e]] += weights[e];
  return dense;
}

/** KL(exaggeration · P‖Q) − (exaggeration · ln exaggeration), nats: the function whose slope a step follows; `p` dense [n, n]. */
export function exactDivergence(positions: ArrayLike<number>, p: Float64Array, exaggeration = 1): number {
  const points = positions.length / 2;
  const { normalization } = exactRepulsion(positions);
  let sum = 0;
  for (let i = 0; i < points; i++) {
    for (let j = 0; j < points; j++) {
      const pij = p[i * points + j];
      if (pij === 0) continue;
      const squared = (positions[2 * i] - positions[2 * j]) ** 2 + (positions[2 * i + 1] - positions[2 * j + 1]) ** 2;
      sum += exaggeration * pij * (Math.log(pij) + Math.log(1 + squared));
    }
  }
  return sum + Math.log(normalization);
}

/** |a − b| / |b|: the relative root mean square error of a vector field. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let apart = 0;
  let length = 0;
  for (let i = 0; i < expected.length; i++) {
    apart += (actual[i] - expected[i]) ** 2;
    length += expected[i] ** 2;
  }
  return Math.sqrt(apart / length);
}
