import type { ResolvedMatrix } from './resolve-activations';
import type { SegmentGroups } from './segment-groups';
import { STEP, type Stepwise } from '../stepwise';

/** How the values of several units become one. `norm` is the Euclidean length. */
export type UnitReduction = 'mean' | 'max' | 'norm';

/** How the values of several segments become one. */
export type Aggregation = 'sum' | 'mean' | 'max';

export const UNIT_REDUCTIONS: readonly UnitReduction[] = ['mean', 'max', 'norm'];
export const AGGREGATIONS: readonly Aggregation[] = ['mean', 'sum', 'max'];

/** Which value of a segment is wanted. */
export interface ValueChoice {
  /** Columns; one of them gives its own values, whatever `reduce` says. */
  units: readonly number[];
  reduce: UnitReduction;
  aggregate: Aggregation;
}

/**
 * One value per group: first over the units, then over the group's segments. NaN and ±Inf go through as arithmetic has it;
 * nothing is left out silently.
 */
export function* groupValues(matrix: ResolvedMatrix, { rows, starts }: SegmentGroups, choice: ValueChoice): Stepwise<Float32Array> {
  const out = new Float32Array(starts.length);
  const valueOf = segmentReader(matrix, choice);
  const combine = COMBINE[choice.aggregate];
  let pause = STEP;
  let seen = 0;
  for (let g = 0; g < out.length; g++) {
    const first = rows ? rows.first[g] : g;
    const last = rows ? rows.last[g] : g + 1;
    let value = valueOf(first);
    for (let i = first + 1; i < last; i++) value = combine(value, valueOf(i));
    out[g] = choice.aggregate === 'mean' ? value / (last - first) : value;
    seen += (last - first) * choice.units.length;
    if (seen >= pause) {
      yield;
      pause = seen + STEP;
    }
  }
  return out;
}

const add = (a: number, b: number) => a + b;
const COMBINE = { sum: add, mean: add, max: Math.max } as const;

/** The value of segment i over the chosen units. */
function segmentReader({ values, units, segments, reversed }: ResolvedMatrix, { units: chosen, reduce }: ValueChoice): (segment: number) => number {
  const row = reversed ? (i: number) => (segments - 1 - i) * units : (i: number) => i * units;
  if (chosen.length === 1) {
    const unit = chosen[0];
    return (i) => values[row(i) + unit];
  }
  return (i) => {
    const at = row(i);
    let result = reduce === 'max' ? -Infinity : 0;
    for (const unit of chosen) {
      const value = values[at + unit];
      if (reduce === 'max') result = Math.max(result, value);
      else result += reduce === 'norm' ? value * value : value;
    }
    return reduce === 'mean' ? result / chosen.length : reduce === 'norm' ? Math.sqrt(result) : result;
  };
}

/** The smallest and the largest finite value of any single unit in any group; [NaN, NaN] where none is finite. */
export function* groupRange(matrix: ResolvedMatrix, { rows, starts }: SegmentGroups, aggregate: Aggregation): Stepwise<[low: number, high: number]> {
  const { values, units, segments, reversed } = matrix;
  const total = new Float64Array(units);
  let low = Infinity;
  let high = -Infinity;
  let seen = 0;
  for (let g = 0; g < starts.length; g++) {
    const first = rows ? rows.first[g] : g;
    const last = rows ? rows.last[g] : g + 1;
    for (let i = first; i < last; i++) {
      const at = (reversed ? segments - 1 - i : i) * units;
      for (let u = 0; u < units; u++) {
        const value = values[at + u];
        total[u] = i === first ? value : aggregate === 'max' ? Math.max(total[u], value) : total[u] + value;
      }
    }
    const share = aggregate === 'mean' ? last - first : 1;
    for (let u = 0; u < units; u++) {
      const value = total[u] / share;
      if (value < low && value !== -Infinity) low = value;
      if (value > high && value !== Infinity) high = value;
    }
    seen += (last - first) * units;
    if (seen >= STEP) {
      yield;
      seen = 0;
    }
  }
  return low <= high ? [low, high] : [Number.NaN, Number.NaN];
}
