import { STEP, type Stepwise } from '../stepwise';

/** What there is among values. */
export interface ValueSummary {
  count: number;
  finite: number;
  nan: number;
  positiveInfinity: number;
  negativeInfinity: number;
  /** Of the finite values; NaN where there is none. */
  min: number;
  max: number;
}

/** Counts the values of several lists together, by kind, with the ends of the finite ones. */
export function* summarizeValues(lists: readonly Float32Array[]): Stepwise<ValueSummary> {
  let nan = 0;
  let positiveInfinity = 0;
  let negativeInfinity = 0;
  let finite = 0;
  let count = 0;
  let min = Infinity;
  let max = -Infinity;
  for (const values of lists) {
    count += values.length;
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (value - value === 0) {
        finite++;
        if (value < min) min = value;
        if (value > max) max = value;
      } else if (value === Infinity) positiveInfinity++;
      else if (value === -Infinity) negativeInfinity++;
      else nan++;
      if (i % STEP === STEP - 1) yield;
    }
  }
  return { count, finite, nan, positiveInfinity, negativeInfinity, min: finite > 0 ? min : Number.NaN, max: finite > 0 ? max : Number.NaN };
}

/** Counts the finite values in `bins` equal parts of [low, high]; what lies beyond is left out. */
export function* valueHistogram(lists: readonly Float32Array[], low: number, high: number, bins: number): Stepwise<Uint32Array> {
  const counts = new Uint32Array(bins);
  const factor = high > low ? bins / (high - low) : 0;
  for (const values of lists) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (value >= low && value <= high) counts[Math.min(bins - 1, Math.floor((value - low) * factor))]++;
      if (i % STEP === STEP - 1) yield;
    }
  }
  return counts;
}
