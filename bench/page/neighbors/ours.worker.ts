import { Engine } from '../../../src/engine/runtime/engine';
import type { EngineRequest } from '../../../src/engine/runtime/messages';
import { createDevice } from '../../../src/engine/kernels';
import { exactNeighbors, searchMethod, searchVectors } from '../../../src/engine/neighbors';
import { findNeighborsTogether } from '../../../src/engine/runtime/neighbor-team';
import type { BackendPreference } from '../../../src/engine/types';
import { orThrowInTask } from '../serve';

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

async function answer({ vectors, dimensions, k, backend, exact }: OurSearchRequest): Promise<void> {
  const started = performance.now();
  const { device } = await createDevice(backend);
  const prepared = searchVectors(vectors, dimensions, 'cosine');
  const search = { k, metric: 'cosine' as const };
  const { indices } = await (exact ? exactNeighbors(device, prepared, search) : findNeighborsTogether(device, prepared, search));
  const ms = performance.now() - started;
  const method = exact ? 'exact' : searchMethod(prepared, device);
  const response: SearchResponse = { indices: new Int32Array(indices.buffer, indices.byteOffset, indices.length), ms, note: `${method} on ${device.backend}${device.software ? ' (software)' : ''}` };
  device.dispose();
  postMessage(response);
}

// The engine of the library's own worker: a search starts helpers of the same script as its own.
const engine = new Engine((response, transfer = []) => postMessage(response, { transfer }));

addEventListener('message', ({ data }: MessageEvent<OurSearchRequest | EngineRequest>) => {
  if (data.type === 'bench-neighbors') void orThrowInTask(() => answer(data));
  else engine.handle(data);
});
