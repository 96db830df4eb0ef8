import type { Metric } from '../types';

/** How a row's neighbours are told: the layout's metrics, and the dot product, which favours long vectors. */
export type NeighborMetric = Metric | 'dot';

/**
 * Distances from row `id` to rows `from` … `to` − 1 of vectors row-major [n, dimensions], into the same places of `into` [n]:
 * 1 − cos for `cosine` (1 where a row is zero), L2 for `euclidean`, minus the dot product for `dot`. Sums are float64.
 */
export function rowDistances(
  vectors: Float32Array,
  { dimensions, id, metric }: { dimensions: number; id: number; metric: NeighborMetric },
  from: number,
  to: number,
  into: Float32Array,
): void {
  // Float64 once for the query, instead of once for every pair.
  const query = Float64Array.from(vectors.subarray(id * dimensions, (id + 1) * dimensions));
  if (metric === 'euclidean') {
    for (let row = from, at = from * dimensions; row < to; row++) {
      let sum = 0;
      for (let d = 0; d < dimensions; d++, at++) {
        const difference = vectors[at] - query[d];
        sum += difference * difference;
      }
      into[row] = Math.sqrt(sum);
    }
    return;
  }
  if (metric === 'dot') {
    for (let row = from, at = from * dimensions; row < to; row++) {
      let dot = 0;
      for (let d = 0; d < dimensions; d++, at++) dot += vectors[at] * query[d];
      into[row] = -dot;
    }
    return;
  }
  const queryNorm = Math.sqrt(query.reduce((sum, value) => sum + value * value, 0));
  for (let row = from, at = from * dimensions; row < to; row++) {
    let dot = 0;
    let squares = 0;
    for (let d = 0; d < dimensions; d++, at++) {
      const value = vectors[at];
      dot += value * query[d];
      squares += value * value;
    }
    const norms = queryNorm * Math.sqrt(squares);
    into[row] = norms > 0 ? 1 - dot / norms : 1;
  }
}
