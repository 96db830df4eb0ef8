import { createNNDescent } from '../../../node_modules/embedding-atlas/dist/umap.js';
import { orThrowInTask } from '../serve';
import type { SearchResponse } from './ours.worker';
import type { PeerSearchRequest } from './umap-js.worker';

async function answer({ vectors, dimensions, k }: PeerSearchRequest): Promise<void> {
  const points = vectors.length / dimensions;
  const started = performance.now();
  const index = await createNNDescent(points, dimensions, vectors, { metric: 'cosine', nNeighbors: k + 1, seed: 0 });
  const indices = new Int32Array(points * k);
  for (let row = 0; row < points; row++) {
    // A point may be in its own list.
    const found = index.queryByIndex(row, k + 1).indices.filter((point) => point !== row);
    indices.set(found.subarray(0, k), row * k);
  }
  const ms = performance.now() - started;
  index.destroy();
  const response: SearchResponse = { indices, ms, note: 'NN-descent in WebAssembly, then the list of every row' };
  postMessage(response);
}

addEventListener('message', ({ data }: MessageEvent<PeerSearchRequest>) => orThrowInTask(() => answer(data)));
