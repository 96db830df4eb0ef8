// See `kernels/mesh-geometry`.
fn gridCoordinate(position: vec2<f32>) -> vec2<f32> {
  let size = f32(uniforms.gridSize);
  let center = vec2<f32>(uniforms.centerX, uniforms.centerY);
  return clamp((position - center) / uniforms.spacing + 0.5 * size, vec2<f32>(0.25 * size + 1.0), vec2<f32>(0.75 * size - 3.0));
}

fn splineWeights(t: f32) -> vec4<f32> {
  let s = 1.0 - t;
  return vec4<f32>(s * s * s, 4.0 + t * t * (3.0 * t - 6.0), 4.0 + s * s * (3.0 * s - 6.0), t * t * t) / 6.0;
}
