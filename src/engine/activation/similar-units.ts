import type { ResolvedMatrix } from './resolve-activations';
import { STEP, type Stepwise } from '../stepwise';

/**
 * Pearson's correlation of every unit with `unit` over all segments of one layer, pairs with a non-finite value left out;
 * NaN where a unit is constant.
 */
export function* unitCorrelations(matrices: readonly ResolvedMatrix[], unit: number): Stepwise<Float64Array> {
  const { units } = matrices[0];
  const sums = Array.from({ length: 6 }, () => new Float64Array(units));
  const [count, x, y, xx, yy, xy] = sums;
  const shift = new Float64Array(units).fill(Number.NaN);
  let ownShift = Number.NaN;
  for (const { values, segments } of matrices) {
    for (let i = 0; i < segments; i++) {
      const row = i * units;
      const own = values[row + unit];
      if (own - own !== 0) continue;
      if (Number.isNaN(ownShift)) ownShift = own;
      // Distances from the first value, so that a large mean costs no digits.
      const a = own - ownShift;
      addRow(values, row, a, shift, sums);
      if (row % STEP < units) yield;
    }
  }
  return count.map((n, u) => {
    const variance = (n * xx[u] - x[u] ** 2) * (n * yy[u] - y[u] ** 2);
    return variance > 0 ? (n * xy[u] - x[u] * y[u]) / Math.sqrt(variance) : Number.NaN;
  });
}

function addRow(values: Float32Array, at: number, a: number, shift: Float64Array, [count, x, y, xx, yy, xy]: readonly Float64Array[]): void {
  for (let u = 0; u < shift.length; u++) {
    const value = values[at + u];
    if (value - value !== 0) continue;
    if (count[u]++ === 0) shift[u] = value;
    const b = value - shift[u];
    x[u] += a;
    y[u] += b;
    xx[u] += a * a;
    yy[u] += b * b;
    xy[u] += a * b;
  }
}

/** Another unit and its correlation with the first. */
export interface SimilarUnit {
  unit: number;
  correlation: number;
}

/** The `k` units most like `unit`, by correlation, the most alike first; the opposite of a unit is not like it. */
export function* similarUnits(matrices: readonly ResolvedMatrix[], unit: number, k: number): Stepwise<SimilarUnit[]> {
  const correlations = yield* unitCorrelations(matrices, unit);
  return Array.from(correlations, (correlation, other) => ({ unit: other, correlation }))
    .filter(({ unit: other, correlation }) => other !== unit && !Number.isNaN(correlation))
    .sort((a, b) => b.correlation - a.correlation || a.unit - b.unit)
    .slice(0, k);
}
