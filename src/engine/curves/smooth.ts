import { finishNow, STEP, type Stepwise } from '../stepwise';

/** Parts of the range of x by which W&B counts. */
const RANGE_PARTS = 1000;

/** Above, a curve would never leave its first value. */
const MOST_SMOOTHING = 0.999;

/**
 * The time constant that a slider position stands for, in units of x.
 * @param smoothing 0 (none) to 1: √smoothing is what is kept of a value over a thousandth of the range, as in W&B's
 *   time-weighted moving average.
 * @param range Length of the x axis that is meant, usually that of the longest run.
 */
export function smoothingTime(smoothing: number, range: number): number {
  return smoothing <= 0 ? 0 : range / RANGE_PARTS / -Math.log(Math.min(Math.sqrt(smoothing), MOST_SMOOTHING));
}

/** Below, 1 − e⁻ᵘ and its like lose digits: series are exact there. */
const SMALL = 1e-4;

/**
 * Exponential moving average over x, debiased (Kingma & Ba 2015, §3; TensorBoard), weighted by x and not by the number of
 * points (W&B):
 *
 *   s(x) = ∫ y(t) e^((t − x)/τ) dt / ∫ e^((t − x)/τ) dt, both from the first x to x,
 *
 * with y between two points on the straight line that joins them. The integral over each line is taken in closed form,
 * so a curve with more points on the same lines is smoothed to the same curve, whatever their number.
 *
 * @param x Ascending; steps, epochs or milliseconds.
 * @param y As many; where not finite the result is NaN and the line goes on between its neighbours.
 * @param time The time constant τ, in units of x; 0 gives y back.
 */
export function smooth(x: ArrayLike<number>, y: ArrayLike<number>, time: number): Float64Array {
  return finishNow(smoothStepwise(x, y, time));
}

/** {@link smooth}, step by step. */
export function* smoothStepwise(x: ArrayLike<number>, y: ArrayLike<number>, time: number): Stepwise<Float64Array> {
  const result = new Float64Array(y.length).fill(NaN);
  let [weighted, weight] = [0, 0];
  let last = -1;
  for (let i = 0; i < y.length; i++) {
    if (i % STEP === STEP - 1) yield;
    if (!Number.isFinite(y[i])) continue;
    const steps = last < 0 ? 0 : Math.max(0, x[i] - x[last]) / time;
    if (last >= 0 && steps > 0) {
      const kept = Math.exp(-steps);
      const gained = -Math.expm1(-steps);
      // The weights of both ends of the line; together they are what is gained.
      const newer = steps < SMALL ? steps / 2 - steps * steps / 6 : 1 - gained / steps;
      weighted = kept * weighted + newer * y[i] + (gained - newer) * y[last];
      weight = kept * weight + gained;
    }
    result[i] = time <= 0 || weight === 0 ? y[i] : weighted / weight;
    last = i;
  }
  return result;
}
