import { inSlices } from './time-slices';

/** L2 norms [n] of vectors row-major [n, dimensions], in slices that leave the page responsive. @throws the signal's reason once it fires. */
export async function vectorNorms(vectors: Float32Array, dimensions: number, signal?: AbortSignal): Promise<Float32Array> {
  const norms = new Float32Array(vectors.length / dimensions);
  await inSlices(norms.length, 1024, (from, to) => {
    for (let row = from, at = from * dimensions; row < to; row++) {
      let squares = 0;
      for (const end = at + dimensions; at < end; at++) squares += vectors[at] * vectors[at];
      norms[row] = Math.sqrt(squares);
    }
  }, signal);
  return norms;
}
