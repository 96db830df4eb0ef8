import { defineKernel } from './kernel';
import { gridCoordinate, splineWeights } from './mesh-geometry';

/**
 * A complex field read at the points with the spline weights of `mesh-spread`.
 * `field` is row-major [gridSize (y), gridSize (x), 2]; only its middle half is read.
 * The output is row-major [points, 2]: real part, imaginary part.
 */
export const meshGather = defineKernel({
  name: 'FvMeshGather',
  file: 'mesh-gather',
  inputs: { positions: 'float32', field: 'float32' },
  params: { points: 'int32', gridSize: 'int32', spacing: 'float32', centerX: 'float32', centerY: 'float32' },
  output: 'float32',
  outputLength: ({ points }) => 2 * points,
  cpu({ positions, field }, { points, gridSize, spacing, centerX, centerY }, output) {
    const wx = new Float64Array(4);
    const wy = new Float64Array(4);
    for (let i = 0; i < points; i++) {
      const u = gridCoordinate(positions[2 * i], centerX, spacing, gridSize);
      const v = gridCoordinate(positions[2 * i + 1], centerY, spacing, gridSize);
      const column = Math.floor(u);
      const row = Math.floor(v);
      splineWeights(u - column, wx);
      splineWeights(v - row, wy);
      let re = 0;
      let im = 0;
      for (let b = 0; b < 4; b++) {
        const node = (row - 1 + b) * gridSize + column - 1;
        for (let a = 0; a < 4; a++) {
          const weight = wy[b] * wx[a];
          re += weight * field[2 * (node + a)];
          im += weight * field[2 * (node + a) + 1];
        }
      }
      output[2 * i] = re;
      output[2 * i + 1] = im;
    }
  },
});
