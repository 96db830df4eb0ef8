/** Row or column of the cell a coordinate falls into; see src/engine/kernels/mesh-geometry.ts. */
@inline
export function gridCoordinate(position: f32, center: f32, inverseSpacing: f32, gridSize: i32): f32 {
  const u = (position - center) * inverseSpacing + <f32>(gridSize >> 1);
  return min<f32>(max<f32>(u, <f32>(gridSize >> 2) + 1), <f32>(gridSize - (gridSize >> 2)) - 3);
}

/** The four weights of the uniform cubic B-spline at fraction t. */
@inline
export function splineWeights(t: f32): v128 {
  const s = f32x4.splat(t);
  const cubic = f32x4(-1.0 / 6.0, 0.5, -0.5, 1.0 / 6.0);
  const square = f32x4(0.5, -1.0, 0.5, 0.0);
  const linear = f32x4(-0.5, 0.0, 0.5, 0.0);
  const constant = f32x4(1.0 / 6.0, 4.0 / 6.0, 1.0 / 6.0, 0.0);
  return f32x4.add(constant, f32x4.mul(s, f32x4.add(linear, f32x4.mul(s, f32x4.add(square, f32x4.mul(s, cubic))))));
}
