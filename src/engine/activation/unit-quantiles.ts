import { createRandom } from '../random';
import type { ResolvedMatrix } from './resolve-activations';
import { quantile, ShortSorter } from './sort-values';
import { STEP, type Stepwise } from '../stepwise';

/** Segments of a unit that its quantiles are told from; of more, so many are drawn. */
const MOST_SEGMENTS = 4096;

/** Values that are held, at most: 32 MB. */
const MOST_VALUES = 8_388_608;

/** The finite values of every unit, ascending: all of them, or a sample where there are many. */
export interface SortedUnits {
  /** [units, length]; of row u the first counts[u] are values. */
  values: Float32Array;
  length: number;
  counts: Uint32Array;
}

/**
 * Sorts every unit's values over all samples: exactly up to 4,096 segments (fewer where there are more than 2,048 units), and
 * beyond that by a seeded random sample of as many, the same segments for all units. A share of the sample is off by less
 * than two percentage points, 99 times of 100.
 */
export function* sortUnits(matrices: readonly ResolvedMatrix[]): Stepwise<SortedUnits> {
  const { units } = matrices[0];
  const total = matrices.reduce((sum, { segments }) => sum + segments, 0);
  const length = Math.min(total, MOST_SEGMENTS, Math.max(1, Math.floor(MOST_VALUES / units)));
  const values = new Float32Array(units * length);
  const counts = new Uint32Array(units);
  const random = createRandom(0);
  let before = 0;
  let taken = 0;
  let seen = 0;
  for (const { values: own, segments } of matrices) {
    for (let i = 0; i < segments; i++) {
      // Knuth's selection sampling: each of what is left with the chance that keeps the number right.
      const left = total - before - i;
      const wanted = length - taken;
      if (wanted < left && random() * left >= wanted) continue;
      taken++;
      spreadRow(own, i * units, values, length, counts);
      seen += units;
      if (seen >= STEP) {
        yield;
        seen = 0;
      }
    }
    before += segments;
  }
  const sorter = new ShortSorter(length);
  for (let u = 0; u < units; u++) {
    sorter.sort(values.subarray(u * length, u * length + counts[u]));
    if (u % 8 === 7) yield;
  }
  return { values, length, counts };
}

/** Adds the finite values of a row to their units. Apart from the generator, as all such loops: an engine makes it several times as fast. */
function spreadRow(row: Float32Array, at: number, values: Float32Array, length: number, counts: Uint32Array): void {
  for (let u = 0; u < counts.length; u++) {
    const value = row[at + u];
    if (value - value === 0) values[u * length + counts[u]++] = value;
  }
}

/** One unit's values, ascending. */
export function sortedUnit({ values, length, counts }: SortedUnits, unit: number): Float32Array {
  return values.subarray(unit * length, unit * length + counts[unit]);
}

/** Steps between the lowest and the highest of a unit's quantiles. */
export const QUANTILE_STEPS = 256;

/** Of every unit 257 quantiles at equal steps, from its smallest to its largest value; NaN where it has none. [units, 257]. */
export function* unitQuantiles(sorted: SortedUnits): Stepwise<Float32Array> {
  const units = sorted.counts.length;
  const knots = new Float32Array(units * (QUANTILE_STEPS + 1));
  for (let u = 0; u < units; u++) {
    const own = sortedUnit(sorted, u);
    for (let k = 0; k <= QUANTILE_STEPS; k++) knots[u * (QUANTILE_STEPS + 1) + k] = quantile(own, k / QUANTILE_STEPS);
    if (u % 32 === 31) yield;
  }
  return knots;
}

/** Where a value stands among a unit's quantiles, 0 … 1; among equal ones in their middle. */
export function quantilePlace(knots: Float32Array, unit: number, value: number): number {
  const at = unit * (QUANTILE_STEPS + 1);
  const below = lastKnot((k) => knots[at + k] < value);
  const upTo = lastKnot((k) => knots[at + k] <= value);
  if (below < upTo) return (below + 1 + upTo) / 2 / QUANTILE_STEPS;
  if (upTo < 0) return 0;
  if (upTo >= QUANTILE_STEPS) return 1;
  const [low, high] = [knots[at + upTo], knots[at + upTo + 1]];
  return (upTo + (value - low) / (high - low)) / QUANTILE_STEPS;
}

/** The last of the knots 0 … 256 for which it holds, −1 for none; it holds up to some knot and no further. */
function lastKnot(holds: (knot: number) => boolean): number {
  let low = -1;
  let high = QUANTILE_STEPS;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
