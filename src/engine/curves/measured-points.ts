import type { RunSeries } from '../formats';

/** The points of a curve that were measured. */
export interface MeasuredPoints {
  x: Float64Array;
  /** Finite, infinite, or NaN where NaN was measured. */
  y: Float64Array;
  /** Rows of the run that they come from, ascending. */
  rows: Uint32Array;
}

/**
 * Leaves out the rows at which a series was not measured, so that a curve that is measured at every tenth row is drawn
 * through its points; NaN that was measured stays. Rows whose x is unknown are left out as well.
 * @param x One per row; null or NaN where unknown.
 */
export function measuredPoints(x: ArrayLike<number | null>, { values, nanRows = [] }: Pick<RunSeries, 'values' | 'nanRows'>): MeasuredPoints {
  const measuredNan = new Set(nanRows);
  const rows = Array.from(values.keys()).filter((row) => Number.isFinite(x[row] ?? NaN) && (!Number.isNaN(values[row]) || measuredNan.has(row)));
  return { x: Float64Array.from(rows, (row) => x[row] ?? NaN), y: Float64Array.from(rows, (row) => values[row]), rows: Uint32Array.from(rows) };
}
