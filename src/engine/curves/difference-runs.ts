import type { RunSeries, TrainingRun } from '../formats';
import { STEP, type Stepwise } from '../stepwise';
import { lowerBound } from './bounds';
import { measuring, type MeasuredPoints } from './measured-points';
import { inOrder, xOfRun, type CurveX } from './prepare-curve';

/**
 * Runs as what they have more than a chosen one, which itself keeps its place without any series: at each row the value less that of the baseline at the same x,
 * on the straight line between its points. NaN outside of what the baseline has measured; series that it has not are left
 * out, and so are learning rates.
 * @param x Along which rows are held against each other.
 * @param baseline Its name; where no run is called so, the runs are returned as they are.
 */
export function* differenceRuns(runs: readonly TrainingRun[], baseline: string, x: CurveX): Stepwise<readonly TrainingRun[]> {
  const base = runs.find(({ name }) => name === baseline);
  if (!base) return runs;
  const points = new Map<string, MeasuredPoints>();
  for (const series of base.series) points.set(keyOf(series), yield* inOrder(yield* measuring(xOfRun(base, x), series)));
  const differences: TrainingRun[] = [];
  for (const run of runs) {
    const series: RunSeries[] = [];
    const along = xOfRun(run, x);
    for (const own of run.series) {
      const other = points.get(keyOf(own));
      if (run !== base && other && other.x.length > 0) series.push({ ...own, values: yield* lessBase(along, own.values, other) });
    }
    differences.push({ ...run, learningRate: run.learningRate.map(() => null), series });
  }
  return differences;
}

const keyOf = ({ split, metric }: RunSeries) => `${split} ${metric}`;

function* lessBase(along: ArrayLike<number | null>, values: Float64Array, base: MeasuredPoints): Stepwise<Float64Array> {
  const less = new Float64Array(values.length).fill(NaN);
  let after = 0;
  for (let row = 0; row < values.length; row++) {
    if (row % STEP === STEP - 1) yield;
    const x = along[row];
    if (x === null || Number.isNaN(x) || Number.isNaN(values[row])) continue;
    // Rows go forwards, but for a run that was taken up again.
    after = lowerBound(base.x, x, after > 0 && base.x[after - 1] < x ? after : 0);
    if (base.x[after] === x) less[row] = values[row] - base.y[after];
    else if (after > 0 && after < base.x.length) {
      const share = (x - base.x[after - 1]) / (base.x[after] - base.x[after - 1]);
      less[row] = values[row] - (base.y[after - 1] + share * (base.y[after] - base.y[after - 1]));
    }
  }
  return less;
}
