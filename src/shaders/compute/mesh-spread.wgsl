// One point a thread, added to 16 nodes. WGSL has no atomic floats: `scale` makes the weights whole numbers.
fn main(index: i32) {
  if (index >= uniforms.points) { return; }
  let u = gridCoordinate(positions[index]);
  let corner = floor(u);
  let wx = splineWeights(u.x - corner.x);
  let wy = splineWeights(u.y - corner.y) * uniforms.scale;
  let first = (i32(corner.y) - 1) * uniforms.gridSize + i32(corner.x) - 1;
  for (var b = 0; b < 4; b++) {
    let node = first + b * uniforms.gridSize;
    let weights = vec4<i32>(round(wx * wy[b]));
    atomicAdd(&result[node], weights.x);
    atomicAdd(&result[node + 1], weights.y);
    atomicAdd(&result[node + 2], weights.z);
    atomicAdd(&result[node + 3], weights.w);
  }
}
