/**
 * How much each step of a curve follows the one before: the lag-1 autocorrelation of its differences, without their mean.
 * Independent noise gives −0.5, a random walk 0, and so does noise after an exponential moving average; a smooth curve
 * comes near 1. NaN with fewer than 4 finite values.
 */
export function differenceCorrelation(values: ArrayLike<number>): number {
  const finite = Array.from(values).filter(Number.isFinite);
  const steps = finite.slice(1).map((value, i) => value - finite[i]);
  if (steps.length < 3) return NaN;
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  let [along, all] = [0, 0];
  for (let i = 0; i < steps.length; i++) {
    all += (steps[i] - mean) ** 2;
    if (i > 0) along += (steps[i] - mean) * (steps[i - 1] - mean);
  }
  return all === 0 ? 1 : along / all;
}

/** Above, a loss counts as smoothed already: half-way from noise to a random walk. */
export const SMOOTHED_CORRELATION = -0.25;
