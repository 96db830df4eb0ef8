import { inSlices } from '../time-slices';
import { nearestByValue } from './nearest-by-value';
import { rowDistances, type NeighborMetric } from './row-distance';

/** Rows compared between two looks at the clock. */
const BATCH = 1024;

/** A row and its distance to the one asked about. */
export interface RowNeighbor {
  id: number;
  /** 1 − cos for `cosine`, L2 for `euclidean`, minus the dot product for `dot`. */
  distance: number;
}

/** Which row is asked about, and how. */
export interface RowQuery {
  /** Length of one vector. */
  dimensions: number;
  /** The row. */
  id: number;
  /** Default `cosine`. */
  metric?: NeighborMetric;
  signal?: AbortSignal;
}

/**
 * Distances of all rows to row `id`, [n], its own included: one exact scan of vectors row-major [n, dimensions], in slices
 * that leave the page responsive. See {@link rowDistances} for the units.
 */
export async function distancesTo(vectors: Float32Array, { dimensions, id, metric = 'cosine', signal }: RowQuery): Promise<Float32Array> {
  const distances = new Float32Array(vectors.length / dimensions);
  await inSlices(distances.length, BATCH, (from, to) => rowDistances(vectors, { dimensions, id, metric }, from, to, distances), signal);
  return distances;
}

/** The `k` rows nearest to row `id` in the original space, nearest first, without the row itself. A zero row is at cosine distance 1 of all. */
export async function rowNeighbors(vectors: Float32Array, { k, ...query }: RowQuery & { k: number }): Promise<RowNeighbor[]> {
  const distances = await distancesTo(vectors, query);
  return Array.from(nearestByValue(distances, k, query.id), (id) => ({ id, distance: distances[id] }));
}
