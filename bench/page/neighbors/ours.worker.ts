// The engine's own worker, so that the search can start helpers of the same script, and one more request.
import '../../../src/engine/runtime/worker';
import { createDevice } from '../../../src/engine/kernels';
import { exactNeighbors, searchMethod, searchVectors } from '../../../src/engine/neighbors';
import { findNeighborsTogether } from '../../../src/engine/runtime/neighbor-team';
import type { BackendPreference } from '../../../src/engine/types';

export interface OurSearchRequest {
  type: 'bench-neighbors';
  vectors: Float32Array;
  dimensions: number;
  k: number;
  backend: BackendPreference;
  /** Compares every pair, whatever the size. */
  exact: boolean;
}

/** What every search answers. */
export interface SearchResponse {
  /** Row-major [n, k], or only the rows asked for. */
  indices: Int32Array;
  ms: number;
  note: string;
}

const engineHandler = self.onmessage as (event: MessageEvent) => void;

self.onmessage = async (event: MessageEvent<OurSearchRequest>) => {
  if (event.data.type !== 'bench-neighbors') {
    engineHandler(event);
    return;
  }
  const { vectors, dimensions, k, backend, exact } = event.data;
  const started = performance.now();
  const { device } = await createDevice(backend);
  const prepared = searchVectors(vectors, dimensions, 'cosine');
  const search = { k, metric: 'cosine' as const };
  const { indices } = await (exact ? exactNeighbors(device, prepared, search) : findNeighborsTogether(device, prepared, search));
  const ms = performance.now() - started;
  const method = exact ? 'exact' : searchMethod(vectors.length / dimensions, device);
  const response: SearchResponse = { indices: new Int32Array(indices.buffer, indices.byteOffset, indices.length), ms, note: `${method} on ${device.backend}${device.software ? ' (software)' : ''}` };
  device.dispose();
  postMessage(response);
};
