import type { NeighborKernels, RowTable } from '../kernels';
import type { Pace } from './search-pace';
import { columnMeans, type SearchVectors } from './search-vectors';

/** Longest row: sums of products of two rows (Cauchy–Schwarz: and each of their partial sums) stay below 2²⁹. */
const LONGEST = 2 ** 14.5 - 128;

/** Rows longer than this many times the median are shortened to it, so that a few cannot take all the digits. */
const OUTLIER = 8;

/** Rows rounded between two looks at the clock. */
const BLOCK = 2048;

/** Room for int16 rows of so many dimensions, which must be even. */
export function createRows(kernels: NeighborKernels, rows: number, dimensions: number): RowTable {
  const stride = Math.ceil(dimensions / 8) * 8;
  return { values: kernels.allocate(rows * stride * 2), halves: kernels.allocate(rows * 4), dimensions, stride };
}

/**
 * Vectors rounded to int16 in the kernels' memory, with room for `more` rows behind them: half the bytes of float32, and
 * eight products to a SIMD instruction. They are centred, which changes no distance and uses the digits best, and rounded
 * to one common step.
 */
export async function quantizeRows(kernels: NeighborKernels, { values, dimensions }: SearchVectors, more: number, pace: Pace): Promise<RowTable> {
  const points = values.length / dimensions;
  const rows = createRows(kernels, points + more, dimensions);
  const mean = Float32Array.from(columnMeans(values, dimensions));
  const lengths = new Float32Array(points);
  let longest = 0;
  for (let i = 0, at = 0; i < points; i++) {
    let sum = 0;
    for (let d = 0; d < dimensions; d++, at++) sum += (values[at] - mean[d]) ** 2;
    lengths[i] = Math.sqrt(sum);
    longest = Math.max(longest, lengths[i]);
    if (i % BLOCK === BLOCK - 1) await pace();
  }
  const limit = Math.min(longest, OUTLIER * lengths.slice().sort()[points >> 1] || longest);
  const block = new Int16Array(BLOCK * rows.stride);
  for (let from = 0; from < points; from += BLOCK) {
    const to = Math.min(points, from + BLOCK);
    for (let i = from; i < to; i++) {
      const scale = limit > 0 ? LONGEST / Math.max(limit, lengths[i]) : 0;
      const at = (i - from) * rows.stride;
      for (let d = 0; d < dimensions; d++) block[at + d] = Math.round((values[i * dimensions + d] - mean[d]) * scale);
    }
    writeRows(rows, from, block.subarray(0, (to - from) * rows.stride));
    await pace();
  }
  return rows;
}

/** A copy of the values of rows from … to − 1, as they travel between threads; row-major [to − from, stride]. */
export function copyRows({ values, stride }: RowTable, from: number, to: number): Int16Array {
  return values.int16.slice(from * stride, to * stride);
}

/** Puts values into rows from `first` on. */
export function writeRows({ values, halves, dimensions, stride }: RowTable, first: number, block: ArrayLike<number>): void {
  const all = values.int16;
  const squares = halves.int32;
  all.set(block, first * stride);
  for (let row = first; row < first + block.length / stride; row++) {
    let sum = 0;
    for (let at = row * stride, end = at + dimensions; at < end; at++) sum += all[at] * all[at];
    squares[row] = sum >> 1;
  }
}

/** Brings the leading rows into another order, in place: row i becomes what row order[i] was. */
export async function permuteRows({ values, halves, stride }: RowTable, order: Uint32Array, pace: Pace): Promise<void> {
  const stands = new Uint8Array(order.length);
  let moved = 0;
  for (let first = 0; first < order.length; first++) {
    if (stands[first] === 1) continue;
    // A cycle of rows that take each other's places: the first one waits outside.
    const waiting = values.int16.slice(first * stride, (first + 1) * stride);
    const half = halves.int32[first];
    let row = first;
    for (; order[row] !== first; row = order[row]) {
      values.int16.copyWithin(row * stride, order[row] * stride, (order[row] + 1) * stride);
      halves.int32[row] = halves.int32[order[row]];
      stands[row] = 1;
      if (++moved % BLOCK === 0) await pace();
    }
    values.int16.set(waiting, row * stride);
    halves.int32[row] = half;
    stands[row] = 1;
  }
}
