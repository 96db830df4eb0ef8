import type { RunSeries } from '../formats';
import { finishNow, STEP, type Stepwise } from '../stepwise';

/** The points of a curve that were measured. */
export interface MeasuredPoints {
  x: Float64Array;
  /** Finite, infinite, or NaN where NaN was measured. The values of the series themselves where all are there: not to be changed. */
  y: Float64Array;
  /** Rows of the run that they come from, ascending. */
  readonly rows: Uint32Array;
}

/**
 * Leaves out the rows at which a series was not measured, so that a curve that is measured at every tenth row is drawn
 * through its points; NaN that was measured stays. Rows whose x is unknown are left out as well.
 * @param x One per row; null or NaN where unknown.
 */
export function measuredPoints(x: ArrayLike<number | null>, series: Pick<RunSeries, 'values' | 'nanRows'>): MeasuredPoints {
  return finishNow(measuring(x, series));
}

/** {@link measuredPoints}, step by step. */
export function* measuring(x: ArrayLike<number | null>, series: Pick<RunSeries, 'values' | 'nanRows'>): Stepwise<MeasuredPoints> {
  return (yield* allMeasured(x, series.values)) ?? (yield* someMeasured(x, series));
}

/** Null where a row is to be left out: long curves have every row, and their values need no copy then. */
function* allMeasured(x: ArrayLike<number | null>, values: Float64Array): Stepwise<MeasuredPoints | null> {
  const length = values.length;
  if (length === 0 || x.length < length) return null;
  const places = new Float64Array(length);
  for (let from = 0; from < length; from += STEP) {
    const to = Math.min(length, from + STEP);
    for (let row = from; row < to; row++) {
      const at = x[row];
      if (at === null || at - at !== 0 || values[row] !== values[row]) return null;
      places[row] = at;
    }
    yield;
  }
  let rows: Uint32Array | null = null;
  return {
    x: places,
    y: values,
    get rows() {
      return (rows ??= new Uint32Array(length).map((_, row) => row));
    },
  };
}

function* someMeasured(x: ArrayLike<number | null>, { values, nanRows = [] }: Pick<RunSeries, 'values' | 'nanRows'>): Stepwise<MeasuredPoints> {
  const measuredNan = new Set(nanRows);
  const rows = new Uint32Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (row % STEP === STEP - 1) yield;
    if (Number.isFinite(x[row] ?? NaN) && (!Number.isNaN(values[row]) || measuredNan.has(row))) rows[count++] = row;
  }
  const points = { x: new Float64Array(count), y: new Float64Array(count), rows: rows.slice(0, count) };
  for (let i = 0; i < count; i++) {
    if (i % STEP === STEP - 1) yield;
    points.x[i] = x[rows[i]] ?? NaN;
    points.y[i] = values[rows[i]];
  }
  return points;
}
