// One wave number a thread; the right half of the spectrum is the conjugate mirror of the left.
fn main(index: i32) {
  let size = uniforms.gridSize;
  if (index >= size * size) { return; }
  let middle = size / 2;
  let row = index / size;
  let column = index - row * size;
  let mirrored = column > middle;
  let fromRow = select(row, size - row, mirrored && row > 0);
  let fromColumn = select(column, size - column, mirrored);
  let sign = select(1.0, -1.0, mirrored);
  let g = spectrum[fromRow * size + fromColumn] * vec2<f32>(1.0, sign);
  let entry = table[min(row, size - row) * (middle + 1) + min(column, size - column)];
  let a = entry.x * sign;
  let b = entry.y * select(1.0, -1.0, row > middle);
  result[index] = vec2<f32>(g.x * b + g.y * a, g.y * b - g.x * a);
}
