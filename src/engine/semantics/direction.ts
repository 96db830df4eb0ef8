import { FvError } from '../errors';

/** Adds `weight` times the unit vector of a row to `sum`; a zero row adds nothing. */
function addUnitRow(vectors: Float32Array, dimensions: number, row: number, weight: number, sum: Float64Array): void {
  const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
  const norm = Math.hypot(...vector);
  if (norm === 0) return;
  for (let d = 0; d < dimensions; d++) sum[d] += (weight * vector[d]) / norm;
}

function unit(sum: Float64Array, received: string, fix: string): Float64Array {
  const norm = Math.hypot(...sum);
  // Unit vectors that cancel out leave rounding errors behind.
  if (norm < 1e-6) throw new FvError({ code: 'invalid-option', expected: 'words that span a direction', received, fix });
  return sum.map((value) => value / norm);
}

/**
 * The direction from one set of rows to another: the mean of the unit vectors of `to` minus that of `from`, of length 1.
 * An, Kwak & Ahn, "SemAxis: A Lightweight Framework to Characterize Domain-Specific Word Semantics Beyond Sentiment", ACL 2018.
 * @throws FvError `invalid-option` where both ends are the same.
 */
export function axisDirection(vectors: Float32Array, dimensions: number, from: readonly number[], to: readonly number[]): Float64Array {
  const sum = new Float64Array(dimensions);
  for (const row of to) addUnitRow(vectors, dimensions, row, 1 / to.length, sum);
  for (const row of from) addUnitRow(vectors, dimensions, row, -1 / from.length, sum);
  return unit(sum, 'two ends with the same mean', 'name different words at the two ends');
}

/**
 * Where the words added and taken away lead: the sum of their unit vectors, signed, of length 1.
 * @throws FvError `invalid-option` where nothing is left.
 */
export function offsetDirection(vectors: Float32Array, dimensions: number, positive: readonly number[], negative: readonly number[]): Float64Array {
  const sum = new Float64Array(dimensions);
  for (const row of positive) addUnitRow(vectors, dimensions, row, 1, sum);
  for (const row of negative) addUnitRow(vectors, dimensions, row, -1, sum);
  return unit(sum, 'words that cancel out', 'add other words than those taken away');
}
