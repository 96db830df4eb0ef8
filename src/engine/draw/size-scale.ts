import type { MetadataColumn } from '../map-data';
import { inSlices } from '../time-slices';

const STEP = 65_536;

/** Relative diameters of the smallest and the largest point. */
const SMALLEST = 0.5;
const LARGEST = 3;

/** Numbers as sizes of points. */
export interface SizeScale {
  /** The value of the smallest diameter: the smallest value, or zero where all are above. */
  low: number;
  high: number;
  /** [n] relative diameters 0.5 … 3; NaN where there is no value. */
  sizes: Float32Array;
}

/** The diameter of a value: its square root spreads them, so that areas tell the values apart evenly. */
export function sizeOf({ low, high }: Pick<SizeScale, 'low' | 'high'>, value: number): number {
  if (!Number.isFinite(value)) return NaN;
  return SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0);
}

/** Sizes of the points by the numbers of a column. */
export async function sizeScale(column: MetadataColumn, signal?: AbortSignal): Promise<SizeScale> {
  let low = 0;
  let high = 0;
  const numberAt = (i: number) => {
    const value = column[i];
    return typeof value === 'number' ? value : NaN;
  };
  await inSlices(column.length, STEP, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = numberAt(i);
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }, signal);
  const sizes = new Float32Array(column.length);
  await inSlices(column.length, STEP, (from, to) => {
    for (let i = from; i < to; i++) sizes[i] = sizeOf({ low, high }, numberAt(i));
  }, signal);
  return { low, high, sizes };
}
