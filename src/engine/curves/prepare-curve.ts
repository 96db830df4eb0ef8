import type { TrainingRun } from '../formats';
import { STEP, type Stepwise } from '../stepwise';
import { lessIsBetter } from './less-is-better';
import { MinMaxIndex, NONE } from './min-max-index';
import type { MeasuredPoints } from './measured-points';
import { smoothStepwise } from './smooth';

/** What lies along the x axis: the trainer's epochs or steps, time since a run's first row, or the clock. */
export type CurveX = 'epoch' | 'step' | 'relative' | 'wall';

export const CURVE_X: readonly CurveX[] = ['epoch', 'step', 'relative', 'wall'];

/** The x of each row of a run, null or NaN where unknown; `relative` and `wall` in ms. */
export function xOfRun(run: TrainingRun, kind: CurveX): ArrayLike<number | null> {
  if (kind === 'epoch') return run.epoch;
  if (kind === 'step') return run.step;
  const first = run.timeMs.find((time) => time !== null) ?? 0;
  return kind === 'wall' ? run.timeMs : run.timeMs.map((time) => (time === null ? null : time - first));
}

/** Whether a run knows such an x for any of its rows. */
export function hasX(run: TrainingRun, kind: CurveX): boolean {
  return (kind === 'epoch' ? run.epoch : kind === 'step' ? run.step : run.timeMs).some((value) => Number.isFinite(value ?? NaN));
}

/** What a legend says about a curve; NaN where no value is finite. */
export interface CurveFigures {
  last: number;
  min: number;
  max: number;
  /** Least of a loss or error, greatest of a score. */
  best: number;
  /** Place of the best; −1 where there is none. */
  bestAt: number;
}

/** A curve ready to be drawn: raw, smoothed where asked for, and their indices. */
export interface PreparedCurve {
  /** Ascending, finite. */
  x: Float64Array;
  /** As measured. */
  y: Float64Array;
  raw: MinMaxIndex;
  /** The same as `raw` without smoothing. */
  smoothed: MinMaxIndex;
  /** Of the values as measured. */
  figures: CurveFigures;
}

/**
 * Brings points into the order of x: a run that was taken up again may go back. Points that are in order, as almost
 * all are, are returned as they are.
 */
export function* inOrder(points: MeasuredPoints): Stepwise<MeasuredPoints> {
  const { x, y } = points;
  let ascending = true;
  for (let from = 1; from < x.length && ascending; from += STEP) {
    const to = Math.min(x.length, from + STEP);
    for (let i = from; i < to; i++) if (!(x[i] >= x[i - 1])) ascending = false;
    yield;
  }
  if (ascending) return points;
  const { rows } = points;
  const order = Uint32Array.from(x.keys()).sort((a, b) => x[a] - x[b] || a - b);
  return { x: Float64Array.from(order, (i) => x[i]), y: Float64Array.from(order, (i) => y[i]), rows: Uint32Array.from(order, (i) => rows[i]) };
}

/** @param time Time constant of the smoothing, units of x; 0: none. */
export function* prepareCurve({ x, y }: Pick<MeasuredPoints, 'x' | 'y'>, metric: string, time: number): Stepwise<PreparedCurve> {
  const raw = yield* MinMaxIndex.building(y);
  const smoothed = time > 0 ? yield* MinMaxIndex.building(yield* smoothStepwise(x, y, time)) : raw;
  return { x, y, raw, smoothed, figures: figuresOf(raw, metric) };
}

function figuresOf(index: MinMaxIndex, metric: string): CurveFigures {
  const { y } = index;
  const { min, max } = index.extremes(0, y.length);
  if (min === NONE) return { last: y.length > 0 ? y[y.length - 1] : NaN, min: NaN, max: NaN, best: NaN, bestAt: -1 };
  const bestAt = lessIsBetter(metric) ? min : max;
  return { last: y[y.length - 1], min: y[min], max: y[max], best: y[bestAt], bestAt };
}
