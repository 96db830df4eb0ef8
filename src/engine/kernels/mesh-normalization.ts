import { defineKernel } from './kernel';

/**
 * Z + n by Parseval's theorem, one part per column of the half spectrum:
 * out(k_x) = w Σ_{k_y} |ĝ(k)|² table(k), w = 1 for k_x = 0 and gridSize / 2, else 2 (the mirrored column).
 *
 * `spectrum` as in `mesh-convolve`; `table` is row-major [half (k_y), half (k_x)], half = gridSize / 2 + 1.
 * The output is [half]; its sum is Σ_{i,j} 1 / (1 + |y_i − y_j|²), the n self terms included.
 */
export const meshNormalization = defineKernel({
  name: 'FvMeshNormalization',
  file: 'mesh-normalization',
  inputs: { spectrum: 'float32', table: 'float32' },
  params: { gridSize: 'int32' },
  output: 'float32',
  outputLength: ({ gridSize }) => gridSize / 2 + 1,
  cpu({ spectrum, table }, { gridSize }, output) {
    const half = gridSize / 2 + 1;
    for (let column = 0; column < half; column++) {
      let sum = 0;
      for (let row = 0; row < gridSize; row++) {
        const at = 2 * (row * gridSize + column);
        const re = spectrum[at];
        const im = spectrum[at + 1];
        sum += (re * re + im * im) * table[Math.min(row, gridSize - row) * half + column];
      }
      output[column] = column === 0 || column === half - 1 ? sum : 2 * sum;
    }
  },
});
