import { defineKernel } from './kernel';

/**
 * The spectrum of the repulsive field f_x + i f_y: out(k) = ĝ(k) · (b(k) − i a(k)).
 *
 * `spectrum` is ĝ, row-major [gridSize (k_y), gridSize (k_x), 2], valid for k_x ≤ gridSize / 2 only: the grid was
 * real, so ĝ(−k) is the conjugate of ĝ(k). `table` is row-major [half (k_y), half (k_x), 2] with half =
 * gridSize / 2 + 1: a (odd in k_x, even in k_y) and b (even in k_x, odd in k_y), see `tsne/mesh-tables`.
 * The output is row-major [gridSize, gridSize, 2], every k.
 */
export const meshConvolve = defineKernel({
  name: 'FvMeshConvolve',
  file: 'mesh-convolve',
  inputs: { spectrum: 'float32', table: 'float32' },
  params: { gridSize: 'int32' },
  output: 'float32',
  outputLength: ({ gridSize }) => 2 * gridSize * gridSize,
  cpu({ spectrum, table }, { gridSize }, output) {
    const middle = gridSize / 2;
    const half = middle + 1;
    for (let row = 0; row < gridSize; row++) {
      for (let column = 0; column < gridSize; column++) {
        const mirrored = column > middle;
        const fromRow = mirrored ? (gridSize - row) % gridSize : row;
        const fromColumn = mirrored ? gridSize - column : column;
        const from = 2 * (fromRow * gridSize + fromColumn);
        const re = spectrum[from];
        const im = mirrored ? -spectrum[from + 1] : spectrum[from + 1];
        const entry = 2 * (Math.min(row, gridSize - row) * half + Math.min(column, gridSize - column));
        const a = mirrored ? -table[entry] : table[entry];
        const b = row > middle ? -table[entry + 1] : table[entry + 1];
        const to = 2 * (row * gridSize + column);
        output[to] = re * b + im * a;
        output[to + 1] = im * b - re * a;
      }
    }
  },
});
