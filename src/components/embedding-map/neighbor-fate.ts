import type { Neighborhood, RankedNeighbor } from '../../engine';

/**
 * What the map made of a neighbour: `kept` is near in the data and on the map; `missing` near in the data, far on the map;
 * `false` near on the map, far in the data; `unplaced` has no place there yet.
 */
export type NeighborFate = 'kept' | 'missing' | 'false' | 'unplaced';

/** The fate of one of {@link Neighborhood.nearest}. */
export function fateOf({ mapRank }: RankedNeighbor, { farRank }: Neighborhood): NeighborFate {
  if (mapRank === null) return 'unplaced';
  return mapRank > farRank ? 'missing' : 'kept';
}

/** Those near on the map that are far in the data. */
export function falseNeighbors({ onMap, farRank }: Neighborhood): RankedNeighbor[] {
  return onMap.filter(({ rank }) => rank > farRank);
}
