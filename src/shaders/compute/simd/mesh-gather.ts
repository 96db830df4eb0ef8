import { gridCoordinate, splineWeights } from './spline';

/** Four complex nodes of one row, weighted: (re, im, re, im) whose halves are still to be added. */
@inline
function readRow(node: usize, left: v128, right: v128): v128 {
  return f32x4.add(f32x4.mul(v128.load(node), left), f32x4.mul(v128.load(node, 16), right));
}

export function meshGather(positions: usize, field: usize, output: usize, points: i32, gridSize: i32, spacing: f32, centerX: f32, centerY: f32): void {
  const inverseSpacing: f32 = 1 / spacing;
  const stride = <usize>gridSize << 3;
  for (let i = 0; i < points; i++) {
    const u = gridCoordinate(load<f32>(positions + (<usize>i << 3)), centerX, inverseSpacing, gridSize);
    const v = gridCoordinate(load<f32>(positions + (<usize>i << 3), 4), centerY, inverseSpacing, gridSize);
    const column = <i32>u;
    const row = <i32>v;
    const wx = splineWeights(u - <f32>column);
    const wy = splineWeights(v - <f32>row);
    const left = v128.shuffle<f32>(wx, wx, 0, 0, 1, 1);
    const right = v128.shuffle<f32>(wx, wx, 2, 2, 3, 3);
    const node = field + <usize>(row - 1) * stride + (<usize>(column - 1) << 3);
    let sum = f32x4.mul(readRow(node, left, right), f32x4.splat(f32x4.extract_lane(wy, 0)));
    sum = f32x4.add(sum, f32x4.mul(readRow(node + stride, left, right), f32x4.splat(f32x4.extract_lane(wy, 1))));
    sum = f32x4.add(sum, f32x4.mul(readRow(node + 2 * stride, left, right), f32x4.splat(f32x4.extract_lane(wy, 2))));
    sum = f32x4.add(sum, f32x4.mul(readRow(node + 3 * stride, left, right), f32x4.splat(f32x4.extract_lane(wy, 3))));
    const total = f32x4.add(sum, v128.shuffle<f32>(sum, sum, 2, 3, 0, 1));
    v128.store_lane<u64>(output + (<usize>i << 3), total, 0);
  }
}
