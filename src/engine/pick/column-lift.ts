import type { MetadataColumn } from '../map-data';
import { inSlices } from '../time-slices';

/** Rows read between two looks at the clock. */
const BATCH = 8192;

/** A value that some rows have, and how much more often than all rows do. */
export interface ValueLift {
  value: string;
  /** Rows of the part that have it. */
  count: number;
  /** Share of the part's rows with a value that have this one, over the share of all rows: 1 is as everywhere. */
  lift: number;
}

/** How a column is distributed in a part of the rows. */
export type ColumnLift =
  | { kind: 'category'; /** The most telling first. */ values: ValueLift[]; /** Different values in the part. */ distinct: number; missing: number }
  | { kind: 'number'; /** NaN where all are missing. */ mean: number; /** Of all rows. */ meanOfAll: number; /** Standard deviations of all rows between the two. */ shift: number; missing: number };

/**
 * Compares a column among `ids` with the column among the leading `rows`, in slices that leave the page responsive.
 * A column of numbers alone is told by its mean. The values of another are ordered by what they add to the divergence of the
 * part from the whole, p ln(p / q): first those that are frequent and over-represented. Missing are null, '', NaN and ±Inf.
 * @param most How many values are told.
 */
export async function columnLift(column: MetadataColumn, ids: Uint32Array, rows: number, most: number, signal?: AbortSignal): Promise<ColumnLift> {
  if (column instanceof Float32Array || !column.some((value) => typeof value === 'string' && value !== '')) {
    const all = await moments(column as ArrayLike<number | null>, rows, (i) => i, signal);
    const part = await moments(column as ArrayLike<number | null>, ids.length, (i) => ids[i], signal);
    return { kind: 'number', mean: part.mean, meanOfAll: all.mean, shift: all.deviation > 0 ? (part.mean - all.mean) / all.deviation : 0, missing: part.missing };
  }
  const all = await tally(column, rows, (i) => i, signal);
  const part = await tally(column, ids.length, (i) => ids[i], signal);
  const values = Array.from(part.counts, ([value, count]) => ({ value, count, lift: count / part.valued / ((all.counts.get(value) ?? count) / all.valued) }));
  values.sort((a, b) => b.count * Math.log(b.lift) - a.count * Math.log(a.lift) || b.count - a.count);
  return { kind: 'category', values: values.slice(0, most), distinct: values.length, missing: ids.length - part.valued };
}

/** How often each value occurs in `count` rows, numbers by their digits. */
async function tally(column: readonly (string | number | null)[], count: number, rowOf: (i: number) => number, signal?: AbortSignal): Promise<{ counts: Map<string, number>; valued: number }> {
  const counts = new Map<string, number>();
  let valued = 0;
  await inSlices(count, BATCH, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = column[rowOf(i)];
      if (value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value))) continue;
      const key = String(value);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      valued++;
    }
  }, signal);
  return { counts, valued };
}

/** Mean and standard deviation of `count` rows (Welford 1962); NaN without a number among them. */
async function moments(column: ArrayLike<number | null>, count: number, rowOf: (i: number) => number, signal?: AbortSignal): Promise<{ mean: number; deviation: number; missing: number }> {
  let [numbers, mean, squares] = [0, 0, 0];
  await inSlices(count, BATCH, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = column[rowOf(i)];
      if (typeof value !== 'number' || !Number.isFinite(value)) continue;
      const difference = value - mean;
      mean += difference / ++numbers;
      squares += difference * (value - mean);
    }
  }, signal);
  return { mean: numbers > 0 ? mean : NaN, deviation: Math.sqrt(squares / numbers), missing: count - numbers };
}
