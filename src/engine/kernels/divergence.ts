import { defineKernel } from './kernel';

/**
 * The layout's part of KL(P‖Q), per point: out_i = Σ_j p_ij ln(1 + |y_i − y_j|²).
 * With Σ P = 1: KL = Σ p ln p + Σ_i out_i + ln Z. Buffers as in `attraction`; the output is [points].
 */
export const divergence = defineKernel({
  name: 'FvDivergence',
  file: 'divergence',
  inputs: { positions: 'float32', rowOffsets: 'int32', columns: 'int32', weights: 'float32' },
  params: { points: 'int32' },
  output: 'float32',
  outputLength: ({ points }) => points,
  cpu({ positions, rowOffsets, columns, weights }, { points }, output) {
    for (let i = 0; i < points; i++) {
      const x = positions[2 * i];
      const y = positions[2 * i + 1];
      const end = rowOffsets[i + 1];
      let sum = 0;
      for (let e = rowOffsets[i]; e < end; e++) {
        const j = 2 * columns[e];
        const dx = x - positions[j];
        const dy = y - positions[j + 1];
        sum += weights[e] * Math.log(1 + dx * dx + dy * dy);
      }
      output[i] = sum;
    }
  },
});
