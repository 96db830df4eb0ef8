import { defineKernel } from './kernel';

/**
 * Attractive part of the t-SNE gradient: out_i = Σ_j p_ij q_ij (y_i − y_j), q_ij = 1 / (1 + |y_i − y_j|²).
 * `positions` is row-major [points, 2]; P is in CSR: row i holds entries rowOffsets[i] … rowOffsets[i + 1]
 * of `columns` and `weights`. The output is row-major [points, 2].
 */
export const attraction = defineKernel({
  name: 'FvAttraction',
  file: 'attraction',
  inputs: { positions: 'float32', rowOffsets: 'int32', columns: 'int32', weights: 'float32' },
  params: { points: 'int32' },
  output: 'float32',
  outputLength: ({ points }) => 2 * points,
  cpu({ positions, rowOffsets, columns, weights }, { points }, output) {
    for (let i = 0; i < points; i++) {
      const x = positions[2 * i];
      const y = positions[2 * i + 1];
      const end = rowOffsets[i + 1];
      let sumX = 0;
      let sumY = 0;
      for (let e = rowOffsets[i]; e < end; e++) {
        const j = 2 * columns[e];
        const dx = x - positions[j];
        const dy = y - positions[j + 1];
        const force = weights[e] / (1 + dx * dx + dy * dy);
        sumX += force * dx;
        sumY += force * dy;
      }
      output[2 * i] = sumX;
      output[2 * i + 1] = sumY;
    }
  },
});
