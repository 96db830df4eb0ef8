import { defineKernel } from './kernel';

/**
 * The k nearest columns of every row of a distance tile, nearest first, ties by the lower column.
 * `distances` is row-major [rows, points]; row r belongs to point firstRow + r, whose own column is left out.
 * The output is row-major [rows, k]; k < points.
 */
export const selectNearest = defineKernel({
  name: 'FvSelectNearest',
  file: 'select-nearest',
  inputs: { distances: 'float32' },
  params: { points: 'int32', firstRow: 'int32', rows: 'int32', k: 'int32' },
  output: 'int32',
  outputLength: ({ rows, k }) => rows * k,
  cpu({ distances }, { points, firstRow, rows, k }, output) {
    const best = new Float32Array(k);
    for (let r = 0; r < rows; r++) {
      const base = r * points;
      const list = r * k;
      let held = 0;
      let worst = Infinity;
      for (let j = 0; j < points; j++) {
        const distance = distances[base + j];
        if ((held === k && distance >= worst) || j === firstRow + r) continue;
        // Insertion into the sorted list: nearly every column fails the test above once the list is full.
        let slot = held < k ? held++ : k - 1;
        while (slot > 0 && best[slot - 1] > distance) {
          best[slot] = best[slot - 1];
          output[list + slot] = output[list + slot - 1];
          slot--;
        }
        best[slot] = distance;
        output[list + slot] = j;
        worst = best[held - 1];
      }
    }
  },
});
