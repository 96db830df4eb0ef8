/**
 * The rows at which a training was started or taken up again: the iteration goes back, or stands still. From there on
 * Flair's slots are other weights.
 */
export function restartRows(iteration: ArrayLike<number>): number[] {
  const rows: number[] = [];
  for (let row = 1; row < iteration.length; row++) if (!(iteration[row] > iteration[row - 1])) rows.push(row);
  return rows;
}

/**
 * Iterations counted on over the restarts, so that they ascend: the first row after one lies as far behind the last as
 * rows did before. Without restarts the same array.
 */
export function countedOn(iteration: Float64Array, restarts: readonly number[]): Float64Array {
  if (restarts.length === 0) return iteration;
  const x = iteration.slice();
  let stretch = 0;
  for (const row of restarts) {
    const last = x[row - 1];
    const step = row - stretch > 1 ? last - x[row - 2] : 1;
    const shift = last + step - x[row];
    for (let i = row; i < x.length; i++) x[i] += shift;
    stretch = row;
  }
  return x;
}
