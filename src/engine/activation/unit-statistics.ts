import type { ResolvedMatrix } from './resolve-activations';
import { STEP, type Stepwise } from '../stepwise';

/**
 * The variance of every unit over the finite values of all its segments in the given matrices of one layer; NaN where a
 * unit has none. One pass, sums shifted by each unit's first value, so that a large mean costs no digits.
 */
export function* unitVariances(matrices: readonly ResolvedMatrix[]): Stepwise<Float64Array> {
  const { units } = matrices[0];
  const shift = new Float64Array(units).fill(Number.NaN);
  const count = new Float64Array(units);
  const sum = new Float64Array(units);
  const squares = new Float64Array(units);
  for (const { values, segments } of matrices) {
    for (let i = 0; i < segments; i++) {
      addRow(values, i * units, shift, count, sum, squares);
      if ((i * units) % STEP < units) yield;
    }
  }
  return squares.map((square, u) => (count[u] > 0 ? Math.max(0, square / count[u] - (sum[u] / count[u]) ** 2) : Number.NaN));
}

function addRow(values: Float32Array, at: number, shift: Float64Array, count: Float64Array, sum: Float64Array, squares: Float64Array): void {
  for (let u = 0; u < sum.length; u++) {
    const value = values[at + u];
    if (value - value !== 0) continue;
    if (count[u]++ === 0) shift[u] = value;
    const distance = value - shift[u];
    sum[u] += distance;
    squares[u] += distance * distance;
  }
}

/** The numbers of all units, the one with the largest `score` first; equal ones by number, NaN last. */
export function unitsByScore(scores: ArrayLike<number>): number[] {
  const order = Array.from({ length: scores.length }, (_, unit) => unit);
  const key = (unit: number) => (Number.isNaN(scores[unit]) ? -Infinity : scores[unit]);
  return order.sort((a, b) => key(b) - key(a) || a - b);
}
