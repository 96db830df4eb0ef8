import { nearestByValue } from '../pick/nearest-by-value';

/** The rows at both ends of an axis. */
export interface AxisEnds {
  /** Lowest scores first. */
  low: Uint32Array;
  /** Highest scores first. */
  high: Uint32Array;
}

/** The `k` lowest and the `k` highest of the leading `rows` scores, ties by row; NaN is at no end. */
export function axisEnds(scores: Float32Array, k: number, rows = scores.length): AxisEnds {
  const leading = scores.subarray(0, rows);
  const end = (sign: 1 | -1) => nearestByValue(leading.map((score) => (Number.isNaN(score) ? Infinity : sign * score)), k).filter((row) => !Number.isNaN(leading[row]));
  return { low: end(1), high: end(-1) };
}
