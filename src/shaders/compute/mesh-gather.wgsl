// One point a thread: the field at its 16 nodes.
fn main(index: i32) {
  if (index >= uniforms.points) { return; }
  let u = gridCoordinate(positions[index]);
  let corner = floor(u);
  let wx = splineWeights(u.x - corner.x);
  let wy = splineWeights(u.y - corner.y);
  let first = (i32(corner.y) - 1) * uniforms.gridSize + i32(corner.x) - 1;
  var sum = vec2<f32>(0.0);
  for (var b = 0; b < 4; b++) {
    let node = first + b * uniforms.gridSize;
    sum += wy[b] * (wx.x * field[node] + wx.y * field[node + 1] + wx.z * field[node + 2] + wx.w * field[node + 3]);
  }
  result[index] = sum;
}
