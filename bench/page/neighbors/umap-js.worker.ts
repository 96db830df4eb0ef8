import { makeNNDescent } from 'umap-js/dist/nn_descent';
import { makeForest, makeLeafArray } from 'umap-js/dist/tree';
import { rowsOf } from '../ask';
import { seededRandom } from '../layouts/peer';
import { orThrowInTask } from '../serve';
import type { SearchResponse } from './ours.worker';

export interface PeerSearchRequest {
  vectors: Float32Array;
  dimensions: number;
  k: number;
}

function euclidean(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt(sum);
}

function answer({ vectors, dimensions, k }: PeerSearchRequest): void {
  const points = rowsOf(vectors, dimensions);
  const started = performance.now();
  // As its `UMAP.fit` calls them; each point is its own first neighbour, so one more is asked for.
  const random = seededRandom(0);
  const forest = makeForest(points, k + 1, 5 + Math.floor(Math.round(Math.sqrt(points.length) / 20)), random);
  const { indices } = makeNNDescent(euclidean, random)(points, makeLeafArray(forest), k + 1, Math.max(5, Math.floor(Math.round(Math.log2(points.length)))));
  const ms = performance.now() - started;
  const lists = Int32Array.from(indices.flatMap((list, row) => list.filter((point) => point !== row).slice(0, k)));
  const response: SearchResponse = { indices: lists, ms, note: 'NN-descent of its UMAP, euclidean on rows of length 1' };
  postMessage(response);
}

addEventListener('message', ({ data }: MessageEvent<PeerSearchRequest>) => orThrowInTask(() => answer(data)));
