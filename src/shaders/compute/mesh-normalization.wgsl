// One column of the half spectrum a thread: neighbours read neighbours.
fn main(index: i32) {
  let size = uniforms.gridSize;
  let half = size / 2 + 1;
  if (index >= half) { return; }
  var sum = 0.0;
  for (var row = 0; row < size; row++) {
    let g = spectrum[row * size + index];
    sum += dot(g, g) * table[min(row, size - row) * half + index];
  }
  result[index] = select(2.0 * sum, sum, index == 0 || index == half - 1);
}
