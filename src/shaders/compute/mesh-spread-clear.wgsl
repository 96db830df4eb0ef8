// Recycled buffers hold what they held: the atomic sums of `mesh-spread` start from zero.
fn main(index: i32) {
  if (index < uniforms.outShape) { result[index] = 0; }
}
