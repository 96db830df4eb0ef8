import { defineKernel } from './kernel';

/**
 * Squared euclidean distances of some rows to all rows: out[r, j] = |x_{firstRow + r} − x_j|².
 * `vectors` is row-major [points, dimensions]; the output is row-major [rows, points].
 * For the cosine metric give L2-normalised rows: then the distance is 2(1 − cos).
 */
export const distanceTile = defineKernel({
  name: 'FvDistanceTile',
  file: 'distance-tile',
  inputs: { vectors: 'float32' },
  params: { points: 'int32', dimensions: 'int32', firstRow: 'int32', rows: 'int32' },
  output: 'float32',
  outputLength: ({ rows, points }) => rows * points,
  cpu({ vectors }, { points, dimensions, firstRow, rows }, output) {
    for (let r = 0; r < rows; r++) {
      const a = (firstRow + r) * dimensions;
      for (let j = 0; j < points; j++) {
        const b = j * dimensions;
        let sum = 0;
        for (let d = 0; d < dimensions; d++) {
          const difference = vectors[a + d] - vectors[b + d];
          sum += difference * difference;
        }
        output[r * points + j] = sum;
      }
    }
  },
});
