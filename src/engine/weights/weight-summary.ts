import type { WeightTrace } from '../formats';
import { countedOn, restartRows } from './restarts';

/** The watched weights of a tensor taken together, row by row. */
export interface WeightSummary {
  /** Batches since the beginning, ascending: see {@link countedOn}. [rows] */
  x: Float64Array;
  /** Mean over the slots. [rows] */
  mean: Float64Array;
  /** Standard deviation over the slots: 0 for one. [rows] */
  spread: Float64Array;
  /** Mean magnitude |w| over the slots. [rows] */
  scale: Float64Array;
  /**
   * Update: mean |Δw| since the row before over the slots, as a share of the mean |w| there; NaN where there is no row
   * before, or nothing but zeros in it. [rows]
   */
  update: Float64Array;
  /** First rows of the stretches after the first, from which slots are other weights. */
  restarts: number[];
  /** First row with a value that is not finite; −1 where there is none. */
  notFinite: number;
}

/**
 * Mean, spread and update size of the weights of a tensor that were watched. Rows are those of the longest slot; a slot
 * that lacks a row, as in a file that is still written, is left out of it.
 */
export function summarizeWeights({ slots }: WeightTrace): WeightSummary {
  const iteration = slots.reduce<Float64Array>((longest, slot) => (slot.iteration.length > longest.length ? slot.iteration : longest), new Float64Array(0));
  const rows = iteration.length;
  const [sum, squares, scale, moved, before] = Array.from({ length: 5 }, () => new Float64Array(rows));
  const [count, steps] = [new Uint16Array(rows), new Uint16Array(rows)];
  const restarts = restartRows(iteration);
  const starts = new Set([0, ...restarts]);
  let notFinite = -1;
  for (const slot of slots) {
    const places = rowsOf(slot.iteration, iteration);
    let last = -1;
    for (let i = 0; i < slot.value.length; i++) {
      const row = places === null ? i : places[i];
      const value = slot.value[i];
      if (row < 0) continue;
      if (!Number.isFinite(value) && (notFinite < 0 || row < notFinite)) notFinite = row;
      sum[row] += value;
      squares[row] += value * value;
      scale[row] += Math.abs(value);
      count[row]++;
      if (last >= 0 && last === row - 1 && !starts.has(row)) {
        const previous = slot.value[i - 1];
        moved[row] += Math.abs(value - previous);
        before[row] += Math.abs(previous);
        steps[row]++;
      }
      last = row;
    }
  }
  const spread = squares;
  const update = moved;
  for (let row = 0; row < rows; row++) {
    sum[row] /= count[row];
    scale[row] /= count[row];
    // Rounding may leave less than nothing.
    spread[row] = Math.sqrt(Math.max(0, squares[row] / count[row] - sum[row] * sum[row]));
    update[row] = steps[row] > 0 && before[row] > 0 ? moved[row] / before[row] : NaN;
  }
  return { x: countedOn(iteration, restarts), mean: sum, spread, scale, update, restarts, notFinite };
}

/** The row of each value of a slot, −1 where there is none; null where they are simply counted, as they nearly always are. */
function rowsOf(own: Float64Array, all: Float64Array): Int32Array | null {
  let same = own.buffer === all.buffer && own.byteOffset === all.byteOffset;
  for (let i = 0; !same && i < own.length && own[i] === all[i]; i++) if (i === own.length - 1) same = true;
  if (same || own.length === 0) return null;
  const rows = new Int32Array(own.length).fill(-1);
  for (let i = 0, from = 0; i < own.length; i++) {
    let row = from;
    while (row < all.length && all[row] !== own[i]) row++;
    if (row === all.length) continue;
    rows[i] = row;
    from = row + 1;
  }
  return rows;
}
