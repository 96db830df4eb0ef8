import type { NeighborKernels, RowTable } from '../kernels';
import { columnMeans, type SearchVectors } from './search-vectors';

/** Vectors rounded to int16: half the bytes of float32, and eight products to a SIMD instruction. */
export interface QuantizedVectors {
  /** Row-major [points, stride]. */
  values: Int16Array;
  /** Even. */
  dimensions: number;
  /** A multiple of 8. */
  stride: number;
}

/** Longest row: sums of products of two rows (Cauchy–Schwarz: and each of their partial sums) stay below 2²⁹. */
const LONGEST = 2 ** 14.5 - 128;

/** Rows longer than this many times the median are shortened to it, so that a few cannot take all the digits. */
const OUTLIER = 8;

/** Centres the vectors, which changes no distance and uses the digits best, and rounds them to one common step. */
export function quantizeVectors({ values, dimensions }: SearchVectors): QuantizedVectors {
  const points = values.length / dimensions;
  const stride = Math.ceil(dimensions / 8) * 8;
  const mean = Float32Array.from(columnMeans(values, dimensions));
  const lengths = new Float32Array(points);
  let longest = 0;
  for (let i = 0, at = 0; i < points; i++) {
    let sum = 0;
    for (let d = 0; d < dimensions; d++, at++) sum += (values[at] - mean[d]) ** 2;
    lengths[i] = Math.sqrt(sum);
    longest = Math.max(longest, lengths[i]);
  }
  const limit = Math.min(longest, OUTLIER * lengths.slice().sort()[points >> 1] || longest);
  const quantized = new Int16Array(points * stride);
  for (let i = 0; i < points; i++) {
    const scale = limit > 0 ? LONGEST / Math.max(limit, lengths[i]) : 0;
    for (let d = 0; d < dimensions; d++) quantized[i * stride + d] = Math.round((values[i * dimensions + d] - mean[d]) * scale);
  }
  return { values: quantized, dimensions, stride };
}

/** Rows in the kernels' memory, with room for `more` behind them. */
export function uploadRows(kernels: NeighborKernels, { values, dimensions, stride }: QuantizedVectors, more = 0): RowTable {
  const points = values.length / stride;
  const table = { values: kernels.allocate((points + more) * stride * 2), halves: kernels.allocate((points + more) * 4), dimensions, stride };
  table.values.int16.set(values);
  const halves = table.halves.int32;
  for (let i = 0; i < points; i++) halves[i] = halfSquare(values, i * stride, dimensions);
  return table;
}

/** Half the squared length of a row, rounded down. */
export function halfSquare(values: Int16Array, row: number, dimensions: number): number {
  let sum = 0;
  for (let d = row; d < row + dimensions; d++) sum += values[d] * values[d];
  return sum >> 1;
}
