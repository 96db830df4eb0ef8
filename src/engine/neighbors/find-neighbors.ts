import type { Device } from '../kernels';
import type { NeighborLists } from '../types';
import { approximateNeighbors, type ApproximateSearch, type HireHelpers } from './approximate';
import { exactNeighbors } from './exact';
import type { SearchVectors } from './search-vectors';

export type SearchMethod = 'exact' | 'approximate';

/**
 * Points up to which comparing all pairs is taken. On one core both searches take the same time at about 4,000 points
 * for 15 neighbours and at 8,000 for 90; at 20,000 the approximate one is two to four times faster, with recall above
 * 0.98. Of a GPU that is not emulated about twenty times the speed of a core is expected, not measured.
 */
const MOST_EXACT = { cpu: 8_000, gpu: 40_000 };

/** How neighbours of so many points are searched for: the one place where this is decided. */
export function searchMethod(points: number, { backend, software }: Pick<Device, 'backend' | 'software'>): SearchMethod {
  return points <= (backend === 'cpu' || software ? MOST_EXACT.cpu : MOST_EXACT.gpu) ? 'exact' : 'approximate';
}

/** Neighbours of every row by the method that fits; the approximate one works on the CPU, with helpers if any. */
export function findNeighbors(device: Device, vectors: SearchVectors, search: ApproximateSearch, hire?: HireHelpers): Promise<NeighborLists> {
  const method = searchMethod(vectors.values.length / vectors.dimensions, device);
  return method === 'exact' ? exactNeighbors(device, vectors, search) : approximateNeighbors(vectors, search, hire);
}
