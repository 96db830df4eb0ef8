import { gridCoordinate, splineWeights } from './spline';

@inline
function addRow(node: usize, weights: v128, factor: f32): void {
  v128.store(node, f32x4.add(v128.load(node), f32x4.mul(weights, f32x4.splat(factor))));
}

export function meshSpread(positions: usize, output: usize, points: i32, gridSize: i32, spacing: f32, centerX: f32, centerY: f32): void {
  memory.fill(output, 0, (<usize>gridSize * <usize>gridSize) << 2);
  const inverseSpacing: f32 = 1 / spacing;
  const stride = <usize>gridSize << 2;
  for (let i = 0; i < points; i++) {
    const u = gridCoordinate(load<f32>(positions + (<usize>i << 3)), centerX, inverseSpacing, gridSize);
    const v = gridCoordinate(load<f32>(positions + (<usize>i << 3), 4), centerY, inverseSpacing, gridSize);
    const column = <i32>u;
    const row = <i32>v;
    const wx = splineWeights(u - <f32>column);
    const wy = splineWeights(v - <f32>row);
    const node = output + <usize>(row - 1) * stride + (<usize>(column - 1) << 2);
    addRow(node, wx, f32x4.extract_lane(wy, 0));
    addRow(node + stride, wx, f32x4.extract_lane(wy, 1));
    addRow(node + 2 * stride, wx, f32x4.extract_lane(wy, 2));
    addRow(node + 3 * stride, wx, f32x4.extract_lane(wy, 3));
  }
}
