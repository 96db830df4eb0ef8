// One point a thread.
fn main(index: i32) {
  if (index < uniforms.points) { result[index] = positions[index] + state[index].xy; }
}
