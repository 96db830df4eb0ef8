// The whole-number sums of `mesh-spread` as floats.
fn main(index: i32) {
  if (index < uniforms.outShape) { result[index] = f32(sums[index]) / uniforms.scale; }
}
