import { EigenvalueDecomposition, Matrix, QrDecomposition } from 'ml-matrix';
import { createGaussian, createRandom } from '../../src/engine/random';

export interface PpmiOptions {
  /** Words to give vectors, each once. */
  vocabulary: readonly string[];
  /** Length of a vector. */
  dimensions: number;
  /** Neighbours on each side that count; default 5, each weighted by 1 / distance. */
  window?: number;
  /** Exponent of the context counts; default 0.75. */
  smoothing?: number;
  seed?: number;
}

/** Random directions beyond those wanted, and passes over the matrix: Halko, Martinsson and Tropp 2011, §4. */
const OVERSAMPLING = 20;
const POWER_PASSES = 3;

/** Symmetric, in rows of parallel arrays. */
interface SparseRows {
  columns: Uint32Array[];
  values: Float64Array[];
}

/** Weighted co-occurrences within the window, as GloVe counts them (Pennington, Socher and Manning 2014). */
function countPairs(sentences: Iterable<readonly string[]>, vocabulary: readonly string[], window: number): Map<number, number>[] {
  const rowOf = new Map(vocabulary.map((word, row) => [word, row]));
  const counts = vocabulary.map(() => new Map<number, number>());
  const add = (row: number, column: number, weight: number) => counts[row].set(column, (counts[row].get(column) ?? 0) + weight);
  for (const sentence of sentences) {
    const rows = sentence.map((word) => rowOf.get(word) ?? -1);
    for (let at = 0; at < rows.length; at++) {
      if (rows[at] < 0) continue;
      for (let distance = 1; distance <= window && at + distance < rows.length; distance++) {
        const other = rows[at + distance];
        if (other < 0) continue;
        add(rows[at], other, 1 / distance);
        add(other, rows[at], 1 / distance);
      }
    }
  }
  return counts;
}

/** Positive pointwise mutual information with smoothed contexts: Levy, Goldberg and Dagan 2015, eq. 3 and 4. */
function ppmi(counts: readonly Map<number, number>[], smoothing: number): SparseRows {
  const sums = counts.map((row) => [...row.values()].reduce((sum, count) => sum + count, 0));
  const total = sums.reduce((sum, count) => sum + count, 0);
  const smoothed = sums.map((sum) => sum ** smoothing);
  const smoothedTotal = smoothed.reduce((sum, count) => sum + count, 0);
  const rows: SparseRows = { columns: [], values: [] };
  counts.forEach((row, i) => {
    const kept: [column: number, value: number][] = [];
    for (const [column, count] of row) {
      // Smoothing makes the two directions differ: their mean keeps the matrix symmetric.
      const joint = Math.log(count / total);
      const there = joint - Math.log(sums[i] / total) - Math.log(smoothed[column] / smoothedTotal);
      const back = joint - Math.log(sums[column] / total) - Math.log(smoothed[i] / smoothedTotal);
      const value = (there + back) / 2;
      if (value > 0) kept.push([column, value]);
    }
    rows.columns.push(Uint32Array.from(kept, ([column]) => column));
    rows.values.push(Float64Array.from(kept, ([, value]) => value));
  });
  return rows;
}

function times({ columns, values }: SparseRows, right: Matrix): Matrix {
  const width = right.columns;
  const source = Float64Array.from(right.to1DArray());
  const result = new Float64Array(columns.length * width);
  columns.forEach((row, i) => {
    for (let at = 0; at < row.length; at++) {
      const from = row[at] * width;
      const value = values[i][at];
      for (let d = 0; d < width; d++) result[i * width + d] += value * source[from + d];
    }
  });
  return Matrix.from1DArray(columns.length, width, result);
}

/**
 * Count-based word vectors, row-major [vocabulary, dimensions]: the leading eigenvectors of the PPMI matrix, each scaled
 * by the square root of its eigenvalue's size (Levy, Goldberg and Dagan 2015, §3.2), found by randomised subspace iteration.
 * The same seed gives the same vectors.
 */
export function ppmiVectors(sentences: Iterable<readonly string[]>, { vocabulary, dimensions, window = 5, smoothing = 0.75, seed = 0 }: PpmiOptions): Float32Array {
  const matrix = ppmi(countPairs(sentences, vocabulary, window), smoothing);
  const gaussian = createGaussian(createRandom(seed));
  const width = Math.min(vocabulary.length, dimensions + OVERSAMPLING);
  let basis = Matrix.from1DArray(vocabulary.length, width, Float64Array.from({ length: vocabulary.length * width }, gaussian));
  for (let pass = 0; pass < POWER_PASSES; pass++) basis = new QrDecomposition(times(matrix, basis)).orthogonalMatrix;
  const small = basis.transpose().mmul(times(matrix, basis));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(small, { assumeSymmetric: true });
  const order = realEigenvalues.map((_, i) => i).sort((a, b) => Math.abs(realEigenvalues[b]) - Math.abs(realEigenvalues[a])).slice(0, dimensions);
  const vectors = basis.mmul(eigenvectorMatrix);
  const result = new Float32Array(vocabulary.length * dimensions);
  for (let row = 0; row < vocabulary.length; row++) {
    order.forEach((column, d) => {
      result[row * dimensions + d] = vectors.get(row, column) * Math.sqrt(Math.abs(realEigenvalues[column]));
    });
  }
  return result;
}
