import { searchPace, type Pace, type SearchVectors } from '../neighbors';
import type { MapNeighbors } from './map-neighbors';

/** Rows ranked in one pass over the vectors: each is read from memory once for all of them. */
const TOGETHER = 4;

/** Vectors compared between two looks at the clock. */
const BATCH = 2048;

/**
 * Trustworthiness of a map: whether points that are near on the map are near in the original, 0 … 1 (Venna & Kaski
 * 2001, here for a sample S of rows):
 *
 *   T = 1 − 2/G · Σ_{i∈S} Σ_{j∈U(i)} (r(i,j) − k),  G = |S| k (2n − 3k − 1) for k < n/2, else |S| (n − k)(n − k − 1)
 *
 * with U(i) the k nearest on the map that are not among the k nearest in the original, and r(i,j) the rank of j among
 * the neighbours of i in the original, found by comparing i with every point; equally distant points share the best rank.
 * Shuffled positions give about 0.5 for k ≪ n.
 * @param vectors Of the points on the map, in the form that orders as the metric does.
 * @param rows The sample S.
 * @returns NaN where there are no rows or no neighbours.
 */
export async function trustworthiness(vectors: SearchVectors, { indices, k }: MapNeighbors, rows: ArrayLike<number>, pace: Pace = searchPace()): Promise<number> {
  if (k === 0 || rows.length === 0 || indices.length === 0) return NaN;
  const points = indices.length / k;
  const worst = rows.length * (k < points / 2 ? k * (2 * points - 3 * k - 1) : (points - k) * (points - k - 1));
  if (worst === 0) return 1;
  let penalty = 0;
  for (let first = 0; first < rows.length; first += TOGETHER) {
    const group = Array.from({ length: TOGETHER }, (_, g) => rows[Math.min(first + g, rows.length - 1)]);
    const limits = group.map((row) => mapDistances(vectors, row, indices.subarray(row * k, (row + 1) * k)));
    const counts = await countNearer(vectors, points, group, limits, pace);
    for (let g = 0; g < Math.min(TOGETHER, rows.length - first); g++) {
      for (let j = 0; j < k; j++) penalty += Math.max(0, rankOf(limits[g], counts[g], j) - k);
    }
  }
  return 1 - (2 * penalty) / worst;
}

/** Squared distances in the original of a row to its neighbours on the map, ascending, [k]. */
function mapDistances({ values, dimensions }: SearchVectors, row: number, neighbors: Uint32Array): Float64Array {
  return Float64Array.from(neighbors, (neighbor) => {
    let sum = 0;
    // In the order of countNearer, so that a distance equals itself there.
    for (let d = 0; d < dimensions; d++) sum += (values[neighbor * dimensions + d] - values[row * dimensions + d]) ** 2;
    return sum;
  }).sort();
}

/** 1 + the number of points nearer than the j-th limit; points at equal limits share it. */
function rankOf(limits: Float64Array, counts: Uint32Array, j: number): number {
  let rank = 1;
  for (let slot = 0; slot <= limits.indexOf(limits[j]); slot++) rank += counts[slot];
  return rank;
}

/** For every row of the group: how many points, but itself, lie below limit 0 and not, between limits 0 and 1, … [k]. */
async function countNearer({ values, dimensions }: SearchVectors, points: number, group: number[], limits: Float64Array[], pace: Pace): Promise<Uint32Array[]> {
  const counts = limits.map(({ length }) => new Uint32Array(length));
  const count = (g: number, point: number, squared: number) => {
    const bounds = limits[g];
    let slot = bounds.length;
    while (slot > 0 && squared < bounds[slot - 1]) slot--;
    if (slot < bounds.length && point !== group[g]) counts[g][slot]++;
  };
  // The rows side by side, in float64: nothing is converted in the inner loop.
  const rows = new Float64Array(TOGETHER * dimensions);
  for (let i = 0; i < rows.length; i++) rows[i] = values[group[i % TOGETHER] * dimensions + Math.floor(i / TOGETHER)];
  for (let from = 0; from < points; from += BATCH) {
    for (let point = from, at = from * dimensions; point < Math.min(from + BATCH, points); point++, at += dimensions) {
      let squared0 = 0;
      let squared1 = 0;
      let squared2 = 0;
      let squared3 = 0;
      for (let d = 0, r = 0; d < dimensions; d++, r += TOGETHER) {
        const value = values[at + d];
        const difference0 = value - rows[r];
        const difference1 = value - rows[r + 1];
        const difference2 = value - rows[r + 2];
        const difference3 = value - rows[r + 3];
        squared0 += difference0 * difference0;
        squared1 += difference1 * difference1;
        squared2 += difference2 * difference2;
        squared3 += difference3 * difference3;
      }
      count(0, point, squared0);
      count(1, point, squared1);
      count(2, point, squared2);
      count(3, point, squared3);
    }
    await pace();
  }
  return counts;
}
