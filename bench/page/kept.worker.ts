import { exactNeighbors, sampleRows, shareKept } from '../lib/kept';

export interface KeptRequest {
  /** Row-major [n, dimensions], rows of length 1. */
  vectors: Float32Array;
  dimensions: number;
  /** Row-major [n, 2]. */
  positions: Float32Array;
  samples: number;
  k: number;
}

/** Neighbours in the original space by the number of points: every layout of a run is of the same words. */
const truth = new Map<number, Int32Array>();

addEventListener('message', ({ data }: MessageEvent<KeptRequest>) => {
  const { vectors, dimensions, positions, samples, k } = data;
  const points = positions.length / 2;
  const rows = sampleRows(points, samples, 1);
  let original = truth.get(points);
  if (!original) {
    original = exactNeighbors(vectors, dimensions, rows, k, 'cosine');
    truth.set(points, original);
  }
  postMessage(shareKept(original, exactNeighbors(positions, 2, rows, k, 'euclidean'), k));
});
