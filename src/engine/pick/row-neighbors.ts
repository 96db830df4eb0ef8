import type { Metric } from '../types';
import { inSlices } from '../time-slices';

/** A row and its distance to the one asked about. */
export interface RowNeighbor {
  id: number;
  /** 1 − cos for `cosine`, L2 for `euclidean`. */
  distance: number;
}

/**
 * The `k` rows nearest to row `id` in the original space, nearest first, without the row itself: one exact scan of
 * vectors row-major [n, dimensions], in slices that leave the page responsive. A zero row is at cosine distance 1 of all.
 */
export async function rowNeighbors(
  vectors: Float32Array,
  { dimensions, id, k, metric = 'cosine', signal }: { dimensions: number; id: number; k: number; metric?: Metric; signal?: AbortSignal },
): Promise<RowNeighbor[]> {
  const n = vectors.length / dimensions;
  const query = vectors.subarray(id * dimensions, (id + 1) * dimensions);
  const queryNorm = Math.sqrt(query.reduce((sum, value) => sum + value * value, 0));
  const nearest: RowNeighbor[] = [];
  await inSlices(n, 1024, (from, to) => {
    for (let row = from; row < to; row++) {
      if (row === id) continue;
      const distance = metric === 'cosine' ? cosine(vectors, row, query, queryNorm) : euclidean(vectors, row, query);
      if (nearest.length < k || distance < nearest[k - 1].distance) insert(nearest, { id: row, distance }, k);
    }
  }, signal);
  return nearest;
}

function insert(nearest: RowNeighbor[], candidate: RowNeighbor, k: number): void {
  let at = nearest.length;
  while (at > 0 && nearest[at - 1].distance > candidate.distance) at--;
  nearest.splice(at, 0, candidate);
  if (nearest.length > k) nearest.pop();
}

function cosine(vectors: Float32Array, row: number, query: Float32Array, queryNorm: number): number {
  let dot = 0;
  let squares = 0;
  for (let d = 0, at = row * query.length; d < query.length; d++, at++) {
    dot += vectors[at] * query[d];
    squares += vectors[at] * vectors[at];
  }
  const norms = queryNorm * Math.sqrt(squares);
  return norms > 0 ? 1 - dot / norms : 1;
}

function euclidean(vectors: Float32Array, row: number, query: Float32Array): number {
  let sum = 0;
  for (let d = 0, at = row * query.length; d < query.length; d++, at++) sum += (vectors[at] - query[d]) ** 2;
  return Math.sqrt(sum);
}
