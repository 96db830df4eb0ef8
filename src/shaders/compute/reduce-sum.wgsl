// One chunk a thread.
fn main(index: i32) {
  let start = index * uniforms.chunk;
  if (start >= uniforms.length) { return; }
  let end = min(start + uniforms.chunk, uniforms.length);
  var sum = 0.0;
  for (var i = start; i < end; i++) { sum += values[i]; }
  result[index] = sum;
}
