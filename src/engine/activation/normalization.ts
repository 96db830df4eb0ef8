import { countBelow, quantile } from './sort-values';

/**
 * Which values the ends of the colours stand for:
 * - `global`: smallest and largest of all units in all samples;
 * - `unit`: of the values shown (one unit, or its reduction), in all samples;
 * - `sample`: of the values shown in this sample;
 * - `symmetric`: −m and m, m the largest magnitude shown in all samples, so that zero is in the middle;
 * - `percentile`: as `unit`, a few percent cut off at each end;
 * - `rank`: no values but places: equal steps from each value to the next larger one.
 */
export const NORMALIZATIONS = ['unit', 'global', 'sample', 'symmetric', 'percentile', 'rank'] as const;
export type Normalization = (typeof NORMALIZATIONS)[number];

/** Where a value stands between the ends. */
export interface ValueScale {
  /** The values of the ends; both NaN where no value is finite. */
  low: number;
  high: number;
  /** Whether the ends are one: there is nothing to tell apart, and every finite value stands in the middle. */
  constant: boolean;
  /** 0 … 1, beyond the ends the ends; ±Inf as the ends, NaN as NaN. */
  readonly position: (value: number) => number;
}

/** A straight scale. `low` and `high` finite, or both NaN. */
export function linearScale(low: number, high: number): ValueScale {
  const constant = !(high > low);
  // Half of each, or the distance of −3e38 and 3e38 would overflow.
  const span = high / 2 - low / 2;
  return {
    low, high, constant,
    position: (value) => {
      if (Number.isNaN(value)) return Number.NaN;
      if (value === Infinity) return 1;
      if (value === -Infinity) return 0;
      return constant ? 0.5 : Math.min(1, Math.max(0, (value / 2 - low / 2) / span));
    },
  };
}

/** Ends at the same distance from zero. */
export function symmetricScale(low: number, high: number): ValueScale {
  const reach = Math.max(Math.abs(low), Math.abs(high));
  return linearScale(-reach, reach);
}

/** Ends that cut `percent` of the ascending values off at each side; 50 and more leave the median. */
export function percentileScale(sorted: Float32Array, percent: number): ValueScale {
  const share = Math.min(50, Math.max(0, percent)) / 100;
  return linearScale(quantile(sorted, share), quantile(sorted, 1 - share));
}

/** Places among the ascending values: 0 the smallest, 1 the largest, equal ones in the middle of their places (midranks). */
export function rankScale(sorted: Float32Array): ValueScale {
  const { low, high, constant, position } = linearScale(sorted.length > 0 ? sorted[0] : Number.NaN, sorted.length > 0 ? sorted[sorted.length - 1] : Number.NaN);
  return {
    low, high, constant,
    position: (value) => {
      if (constant || value - value !== 0) return position(value);
      const midrank = (countBelow(sorted, value) + countBelow(sorted, value, true) - 1) / 2;
      return Math.min(1, Math.max(0, midrank / (sorted.length - 1)));
    },
  };
}
