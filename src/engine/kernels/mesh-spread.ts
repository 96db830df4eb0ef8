import { defineKernel } from './kernel';
import { gridCoordinate, splineWeights } from './mesh-geometry';

/**
 * Unit charges spread onto a grid with cubic B-splines, 16 nodes each (Essmann et al. 1995, order 4).
 * `positions` is row-major [points, 2]; the output is row-major [gridSize (y), gridSize (x)].
 * `centerX`, `centerY` and `spacing` are in layout units; see `mesh-geometry` for where nodes stand.
 */
export const meshSpread = defineKernel({
  name: 'FvMeshSpread',
  file: 'mesh-spread',
  inputs: { positions: 'float32' },
  params: { points: 'int32', gridSize: 'int32', spacing: 'float32', centerX: 'float32', centerY: 'float32' },
  output: 'float32',
  outputLength: ({ gridSize }) => gridSize * gridSize,
  cpu({ positions }, { points, gridSize, spacing, centerX, centerY }, output) {
    output.fill(0);
    const wx = new Float64Array(4);
    const wy = new Float64Array(4);
    for (let i = 0; i < points; i++) {
      const u = gridCoordinate(positions[2 * i], centerX, spacing, gridSize);
      const v = gridCoordinate(positions[2 * i + 1], centerY, spacing, gridSize);
      const column = Math.floor(u);
      const row = Math.floor(v);
      splineWeights(u - column, wx);
      splineWeights(v - row, wy);
      for (let b = 0; b < 4; b++) {
        const node = (row - 1 + b) * gridSize + column - 1;
        for (let a = 0; a < 4; a++) output[node + a] = output[node + a] + wy[b] * wx[a];
      }
    }
  },
});
