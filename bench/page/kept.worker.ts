import { exactNeighbors, sampleRows, SAMPLES, shareKept, TRUE_NEIGHBORS } from '../lib/nearest';

export interface KeptRequest {
  /** Row-major [n, 2]. */
  positions: Float32Array;
  /** True neighbours of the sampled points, row-major [samples, TRUE_NEIGHBORS]. */
  truth: Int32Array;
  k: number;
}

addEventListener('message', ({ data: { positions, truth, k } }: MessageEvent<KeptRequest>) => {
  const rows = sampleRows(positions.length / 2, SAMPLES, 1);
  postMessage(shareKept(truth, exactNeighbors(positions, 2, rows, k, 'euclidean'), k, TRUE_NEIGHBORS));
});
