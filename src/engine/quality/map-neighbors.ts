import { searchPace, type Pace } from '../neighbors';
import { MapIndex } from './map-index';

/** Points searched for between two looks at the clock. */
const BATCH = 256;

/** Nearest neighbours on the map. */
export interface MapNeighbors {
  /** Row-major [n, k], nearest first, without the point itself. */
  indices: Uint32Array;
  /** What was asked for, at most n − 1. */
  k: number;
}

/**
 * The exact k nearest neighbours of every point on the map, by euclidean distance. Ties are broken arbitrarily, but
 * always alike.
 * @param positions Row-major [n, 2], finite.
 */
export async function mapNeighbors(positions: Float32Array, k: number, pace: Pace = searchPace()): Promise<MapNeighbors> {
  const points = positions.length / 2;
  const nearest = Math.max(Math.min(k, points - 1), 0);
  const indices = new Uint32Array(points * nearest);
  if (nearest > 0) {
    const index = await MapIndex.build(positions, pace);
    // In the tree's order successive searches touch the same memory.
    for (let place = 0; place < points; place++) {
      index.nearest(place, nearest, indices, index.rows[place] * nearest);
      if (place % BATCH === 0) await pace();
    }
  }
  return { indices, k: nearest };
}
