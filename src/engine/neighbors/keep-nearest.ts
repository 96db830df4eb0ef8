import type { Metric, NeighborLists } from '../types';
import { exactDistance, type SearchVectors } from './search-vectors';

/**
 * Writes the nearest k of some candidates, by exactly summed distance, as the list of `row`, which begins at element
 * `list` of `lists`; ties in the candidates' order. Each candidate comes once.
 * @returns how many there are, at most k.
 */
export function keepNearest(vectors: SearchVectors, metric: Metric, row: number, candidates: ArrayLike<number>, lists: NeighborLists, list: number): number {
  const { indices, distances, k } = lists;
  let held = 0;
  for (let c = 0; c < candidates.length; c++) {
    const candidate = candidates[c];
    const distance = exactDistance(vectors, row, candidate, metric);
    if (held === k && distance >= distances[list + k - 1]) continue;
    let slot = list + Math.min(held, k - 1);
    while (slot > list && distances[slot - 1] > distance) {
      distances[slot] = distances[slot - 1];
      indices[slot] = indices[slot - 1];
      slot--;
    }
    distances[slot] = distance;
    indices[slot] = candidate;
    if (held < k) held++;
  }
  return held;
}
