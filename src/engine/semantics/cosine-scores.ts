import { inSlices } from '../time-slices';

const STEP = 2048;

/**
 * The cosine of every row with a direction of length 1, [n]; NaN for a zero row, which has no direction. One pass over
 * vectors row-major [n, dimensions], in slices that leave the page responsive.
 */
export async function cosineScores(vectors: Float32Array, direction: ArrayLike<number>, signal?: AbortSignal): Promise<Float32Array> {
  const dimensions = direction.length;
  const scores = new Float32Array(vectors.length / dimensions);
  await inSlices(scores.length, STEP, (from, to) => {
    for (let row = from, at = from * dimensions; row < to; row++) {
      let dot = 0;
      let squares = 0;
      for (let d = 0; d < dimensions; d++, at++) {
        const value = vectors[at];
        dot += value * direction[d];
        squares += value * value;
      }
      scores[row] = squares > 0 ? dot / Math.sqrt(squares) : NaN;
    }
  }, signal);
  return scores;
}
