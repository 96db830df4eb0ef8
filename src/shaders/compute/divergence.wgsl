// One point a thread: its row's part of the divergence.
fn main(index: i32) {
  if (index >= uniforms.points) { return; }
  let here = positions[index];
  let end = rowOffsets[index + 1];
  var sum = 0.0;
  for (var e = rowOffsets[index]; e < end; e++) {
    let toHere = here - positions[columns[e]];
    sum += weights[e] * log(1.0 + dot(toHere, toHere));
  }
  result[index] = sum;
}
