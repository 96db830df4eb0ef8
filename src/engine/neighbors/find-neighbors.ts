import type { Device } from '../kernels';
import type { NeighborLists } from '../types';
import { approximateNeighbors, type ApproximateSearch, type HireHelpers } from './approximate';
import { exactNeighbors } from './exact';
import { descendNeighbors } from './nn-descent';
import type { SearchVectors } from './search-vectors';

/** All pairs on the device; cells of near points on the CPU; NN-descent on the device. */
export type SearchMethod = 'exact' | 'cells' | 'descent';

/**
 * Points up to which comparing all pairs is taken. On one core exact and approximate search (in int16, with recall
 * above 0.99) take the same time at 4,000 points for 15 neighbours and at 8,000 for 90; at 20,000 the approximate one
 * is two to four times faster. A GPU that is not emulated compares about thirty times as many pairs a second.
 */
const MOST_EXACT = { cpu: 8_000, gpu: 40_000 };

/** How neighbours of some vectors are searched for on a device: the one place where this is decided. */
export function searchMethod({ values, dimensions }: SearchVectors, { backend, software, limits }: Pick<Device, 'backend' | 'software' | 'limits'>): SearchMethod {
  const points = values.length / dimensions;
  if (backend === 'cpu' || software) return points <= MOST_EXACT.cpu ? 'exact' : 'cells';
  return points <= MOST_EXACT.gpu && values.byteLength <= limits.bufferBytes ? 'exact' : 'descent';
}

/** Neighbours of every row by the method that fits; `hire` finds helpers for the one that works on the CPU. */
export function findNeighbors(device: Device, vectors: SearchVectors, search: ApproximateSearch, hire?: HireHelpers): Promise<NeighborLists> {
  const method = searchMethod(vectors, device);
  if (method === 'exact') return exactNeighbors(device, vectors, search);
  return method === 'cells' ? approximateNeighbors(vectors, search, hire) : descendNeighbors(device, vectors, { seed: 0, ...search });
}
