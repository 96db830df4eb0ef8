// One point a thread: the attractive force of its row of P.
fn main(index: i32) {
  if (index >= uniforms.points) { return; }
  let here = positions[index];
  let end = rowOffsets[index + 1];
  var force = vec2<f32>(0.0);
  for (var e = rowOffsets[index]; e < end; e++) {
    let toHere = here - positions[columns[e]];
    force += weights[e] / (1.0 + dot(toHere, toHere)) * toHere;
  }
  result[index] = force;
}
