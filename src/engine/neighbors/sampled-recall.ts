import type { Device } from '../kernels';
import { createRandom } from '../random';
import type { Metric, NeighborLists } from '../types';
import { exactNeighborsOfRows } from './exact-rows';
import type { SearchVectors } from './search-vectors';

export interface RecallOptions {
  metric: Metric;
  /** Rows looked at; default 256, at most all. */
  rows?: number;
  /** Neighbours compared per row; default all of the lists'. */
  k?: number;
  /** Default 0. */
  seed?: number;
  signal?: AbortSignal;
}

/**
 * Share of the true k nearest neighbours that lists hold, from an exact search for some random rows; 0 … 1.
 * A neighbour as near as the true k-th counts: lists of identical points are not wrong.
 */
export async function sampledRecall(device: Device, vectors: SearchVectors, lists: NeighborLists, options: RecallOptions): Promise<number> {
  const points = vectors.values.length / vectors.dimensions;
  const { metric, signal, rows = 256, k = lists.k, seed = 0 } = options;
  const random = createRandom(seed);
  const sampled = Math.min(rows, points);
  if (sampled === 0 || k === 0) return 1;
  // One of each of `sampled` equal stretches: distinct, and even over rank orders.
  const sample = Uint32Array.from({ length: sampled }, (_, s) => Math.floor(((s + random()) * points) / sampled));
  const truth = await exactNeighborsOfRows(device, vectors, sample, { k, metric, signal });
  let found = 0;
  for (let s = 0; s < sampled; s++) {
    const farthest = truth.distances[(s + 1) * k - 1];
    for (let j = 0; j < k; j++) if (lists.distances[sample[s] * lists.k + j] <= farthest) found++;
  }
  return found / (sampled * k);
}
