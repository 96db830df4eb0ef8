import { abortedError, FvError } from '../errors';
import { createDevice } from '../kernels';
import { validateVectors } from '../map-data';
import { exactNeighbors, searchVectors } from '../neighbors';
import type { BackendPreference, Metric, NeighborLists } from '../types';

/** What to search for, and how. */
export interface NearestNeighborsOptions {
  /** Length of one vector. */
  dimensions: number;
  /** Neighbours per point, 1 … n − 1. */
  k: number;
  /** Default `cosine`. */
  metric?: Metric;
  /** Default `auto`. */
  backend?: BackendPreference;
  signal?: AbortSignal;
  /** Called with the share done, 0 … 1. */
  onProgress?: (share: number) => void;
}

/**
 * The k nearest neighbours of every row of `vectors`, row-major [n, dimensions], without the row itself.
 * Works in the calling thread in slices of about 12 ms.
 * @throws FvError for invalid data or options, `aborted` when the signal fires.
 */
export async function nearestNeighbors(vectors: Float32Array, options: NearestNeighborsOptions): Promise<NeighborLists> {
  const { dimensions, k, metric = 'cosine', backend = 'auto', signal, onProgress } = options;
  const { points } = validateVectors(vectors, dimensions);
  if (!Number.isInteger(k) || k < 1 || k > points - 1) {
    throw new FvError({ code: 'invalid-option', expected: `k to be a whole number from 1 to n − 1 = ${points - 1}`, received: String(k), fix: 'ask for fewer neighbours or give more vectors' });
  }
  if (metric !== 'cosine' && metric !== 'euclidean') {
    throw new FvError({ code: 'invalid-option', expected: 'metric to be one of cosine, euclidean', received: String(metric), fix: 'choose one of them' });
  }
  if (signal?.aborted) throw abortedError();
  const { device } = await createDevice(backend);
  try {
    return await exactNeighbors(device, searchVectors(vectors, dimensions, metric), { k, metric, signal, onProgress });
  } finally {
    device.dispose();
  }
}
