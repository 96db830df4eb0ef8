import type { CodeScales } from '../value-codes';

/** Which values the ends of the colours stand for. All but the tables are uniforms: another one uploads nothing. */
export type HeatmapEnds =
  | { kind: 'all' | 'sample' | 'percentile' | 'symmetric' | 'rank' }
  | { kind: 'fixed'; low: number; high: number };

/** The texels of a row, in their order. */
export const ROW_TEXELS: readonly HeatmapEnds['kind'][] = ['fixed', 'all', 'sample', 'percentile', 'symmetric', 'rank'];

/** Numbers of a row of the table. */
export const ROW_NUMBERS = 4 * ROW_TEXELS.length;

/** Ends of the colours, unit by unit; NaN where a unit has no finite value. */
export interface UnitEnds {
  low: ArrayLike<number>;
  high: ArrayLike<number>;
}

/** What the ends may be. What is not known yet is null. */
export interface RowEnds {
  all: UnitEnds;
  sample: UnitEnds;
  percentile: UnitEnds | null;
  /** Where ranks are read, see `RankTable`. */
  rank: { first: ArrayLike<number>; perCode: ArrayLike<number>; zero: ArrayLike<number> } | null;
}

/**
 * How each row gets from codes to places between the ends, four numbers a texel, [rows, {@link ROW_NUMBERS}]: the unit, then
 * factor and offset of a distance in scales, and the place of zero. `fixed`: scale and center, `rank`: first code, cells per code, rank of zero.
 */
export function heatmapRows(order: Uint32Array, { center, scale }: CodeScales, { all, sample, percentile, rank }: RowEnds): Float32Array<ArrayBuffer> {
  const numbers = new Float32Array(order.length * ROW_NUMBERS);
  order.forEach((unit, row) => {
    const between = (low: number, high: number) => {
      const span = high - low;
      // A unit with one value has nothing to tell apart: it is in the middle.
      return span > 0 ? [unit, scale[unit] / span, (center[unit] - low) / span, Math.min(1, Math.max(0, -low / span))] : [unit, 0, 0.5, 0.5];
    };
    const ends = (of: UnitEnds | null) => (of ? between(of.low[unit], of.high[unit]) : [unit, 0, 0.5, 0.5]);
    const reach = Math.max(Math.abs(all.low[unit]), Math.abs(all.high[unit]));
    numbers.set([
      unit, scale[unit], center[unit], 0, ...ends(all), ...ends(sample), ...ends(percentile), ...between(-reach, reach),
      unit, ...(rank ? [rank.first[unit], rank.perCode[unit], rank.zero[unit]] : [0, 0, 0.5]),
    ], row * ROW_NUMBERS);
  });
  return numbers;
}
