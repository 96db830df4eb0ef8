import type { NeighborLists } from '../types';
import type { MapNeighbors } from './map-neighbors';

/** How much of the points' neighbourhoods a map keeps. */
export interface NeighborhoodPreservation {
  /** Each point's own share, [n], 0 … 1; NaN where its neighbours in the original are unknown. */
  shares: Float32Array;
  /** Their mean over the known ones; NaN where there are none. */
  mean: number;
}

/**
 * Share of each point's k nearest in the original space that are among its k nearest on the map (Lee & Verleysen
 * 2009, Q_NX; "KNN" in Kobak & Berens 2019).
 * @param lists Neighbours in the original space: of all points, or of the leading ones; at least `map.k` of each.
 * @param map Neighbours on the map of `points` points.
 */
export function neighborhoodPreservation(lists: NeighborLists, map: MapNeighbors, points: number): NeighborhoodPreservation {
  const { k } = map;
  const shares = new Float32Array(points).fill(NaN);
  const known = k === 0 ? 0 : Math.min(lists.indices.length / lists.k, points);
  let total = 0;
  for (let i = 0; i < known; i++) {
    let kept = 0;
    for (let a = i * k; a < (i + 1) * k; a++) {
      const onMap = map.indices[a];
      for (let b = i * lists.k, end = b + k; b < end; b++) {
        if (lists.indices[b] === onMap) {
          kept++;
          break;
        }
      }
    }
    shares[i] = kept / k;
    total += kept;
  }
  return { shares, mean: total / (known * k) };
}
