import { nextTask } from '../next-task';
import { inSlices } from '../time-slices';
import { nearestByValue, ranksByValue } from './nearest-by-value';
import type { NeighborMetric } from './row-distance';
import { distancesTo, type RowNeighbor, type RowQuery } from './row-neighbors';

/** A neighbour counts as far where its rank is beyond so many times k. */
const FAR_FACTOR = 10;

/** Points measured between two looks at the clock. */
const BATCH = 65_536;

/** A point near another one, in the data or on the map, with its rank in both. */
export interface RankedNeighbor extends RowNeighbor {
  /** Place in the order of distances in the data, 1 for the nearest. */
  rank: number;
  /** Place in the order of distances on the map, 1 for the nearest; null where it, or the point asked about, has no place. */
  mapRank: number | null;
}

/** What is around a point: in the data, and on the map. */
export interface Neighborhood {
  id: number;
  k: number;
  metric: NeighborMetric;
  /** The k nearest in the data, nearest first. */
  nearest: RankedNeighbor[];
  /** The k nearest on the map, nearest first; none where the point has no place. */
  onMap: RankedNeighbor[];
  /** Ranks beyond this one are far: 10 k, at most half of the points, at least k. */
  farRank: number;
  /** Distance of every row in the data, [n]. */
  distances: Float32Array;
}

/**
 * The `k` nearest of row `id` in vectors row-major [n, dimensions] and the `k` nearest on the map, each with its rank in the
 * other order: a near one with a far rank on the map was torn away (missing), one on the map with a far rank in the data came
 * near by chance (false). Exact, in slices that leave the page responsive.
 * @param positions Row-major [placed, 2] of the leading rows; null without a layout.
 */
export async function neighborhood(
  vectors: Float32Array,
  positions: Float32Array | null,
  { k, ...query }: RowQuery & { k: number },
): Promise<Neighborhood> {
  const { id, metric = 'cosine', signal } = query;
  const distances = await distancesTo(vectors, query);
  const placed = positions ? Math.min(positions.length >> 1, distances.length) : 0;
  const mapDistances = id < placed ? await squaredMapDistances(positions!, placed, id, signal) : new Float32Array(0);

  const nearest = nearestByValue(distances, k, id);
  await nextTask();
  const onMap = nearestByValue(mapDistances, k, id);
  await nextTask();
  const nearestOnMap = nearest.filter((other) => other < mapDistances.length);
  const mapRanks = await ranksByValue(mapDistances, nearestOnMap, id, signal);
  const ranks = await ranksByValue(distances, onMap, id, signal);
  signal?.throwIfAborted();

  const mapRankOf = new Map(Array.from(nearestOnMap, (other, i) => [other, mapRanks[i]]));
  return {
    id, k, metric, distances,
    nearest: Array.from(nearest, (other, i) => ({ id: other, distance: distances[other], rank: i + 1, mapRank: mapRankOf.get(other) ?? null })),
    onMap: Array.from(onMap, (other, i) => ({ id: other, distance: distances[other], rank: ranks[i], mapRank: i + 1 })),
    farRank: Math.max(k, Math.min(FAR_FACTOR * k, distances.length >> 1)),
  };
}

async function squaredMapDistances(positions: Float32Array, placed: number, id: number, signal?: AbortSignal): Promise<Float32Array> {
  const distances = new Float32Array(placed);
  const x = positions[2 * id];
  const y = positions[2 * id + 1];
  await inSlices(placed, BATCH, (from, to) => {
    for (let other = from; other < to; other++) distances[other] = (positions[2 * other] - x) ** 2 + (positions[2 * other + 1] - y) ** 2;
  }, signal);
  return distances;
}

/**
 * The point with the lowest of `distances` that lies from point `id` in the direction (dx, dy) on the map, within 45° to
 * either side; −1 where there is none.
 * @param positions Row-major [placed, 2], layout units.
 * @param without [placed] or more, 1 = passed over.
 */
export function neighborTowards(
  distances: Float32Array,
  positions: Float32Array,
  id: number,
  dx: number,
  dy: number,
  without: Uint8Array | null = null,
): number {
  const x = positions[2 * id];
  const y = positions[2 * id + 1];
  const placed = Math.min(positions.length >> 1, distances.length);
  let best = -1;
  for (let other = 0; other < placed; other++) {
    if (other === id || (best >= 0 && distances[other] >= distances[best])) continue;
    const toX = positions[2 * other] - x;
    const toY = positions[2 * other + 1] - y;
    const along = toX * dx + toY * dy;
    if (along > 0 && Math.abs(toX * dy - toY * dx) <= along && without?.[other] !== 1) best = other;
  }
  return best;
}
