// One point a thread.
fn main(index: i32) {
  if (index < uniforms.fixed) { result[index] = positions[index]; }
  else if (index < uniforms.points) { result[index] = positions[index] + state[index].xy; }
}
