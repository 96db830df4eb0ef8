import type { RunSeries, TrainingRun } from '../../src/engine';

/** A series by its values; NaN is unmeasured unless its row is named. */
export function series(split: RunSeries['split'], metric: string, values: readonly number[], nanRows?: number[]): RunSeries {
  return { split, metric, values: Float64Array.from(values), ...(nanRows && { nanRows }) };
}

/** A run of as many rows as its first series, an epoch of ten steps and a minute each, from epoch 1 on. */
export function trainingRun(name: string, all: readonly RunSeries[], more: Partial<TrainingRun> = {}): TrainingRun {
  const rows = Array.from(all[0].values.keys());
  return {
    name, epoch: rows.map((row) => row + 1), step: rows.map((row) => 10 * (row + 1)), timeMs: rows.map((row) => Date.UTC(2026, 0, 1) + 60_000 * row), learningRate: rows.map(() => 0.1), series: [...all], ...more,
  };
}
