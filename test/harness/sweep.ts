import type { LearningRateSweep } from '../../src/engine';

/** A sweep of so many rows from 1e-6 up by a tenth of a decade a row: it falls around 1e-3, and rises beyond 1. */
export function learningRateSweep(rows = 70, noise: (row: number) => number = () => 0): LearningRateSweep {
  const learningRate = Float64Array.from({ length: rows }, (_, row) => 10 ** (-6 + row / 10));
  const loss = learningRate.map((rate, row) => {
    const decades = Math.log10(rate);
    return 1 + 2 / (1 + Math.exp(2 * (decades + 3))) + 20 * Math.max(0, decades) ** 2 + noise(row);
  });
  return { iteration: Float64Array.from(loss.keys()), learningRate, loss };
}
