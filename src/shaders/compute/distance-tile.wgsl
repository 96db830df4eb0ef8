// A block of 4 rows × 4 columns a thread: 8 loads serve 16 differences.
// The adapter prepends `Part` (vec4 where dimensions are a multiple of 4, else f32), its `width` and `squared`.
fn main(index: i32) {
  let columnBlocks = (uniforms.points + 3) / 4;
  let rowBlock = index / columnBlocks;
  let row = 4 * rowBlock;
  let column = 4 * (index - rowBlock * columnBlocks);
  if (row >= uniforms.rows) { return; }

  // Blocks at the edge compute their last row or column again instead of branching.
  let parts = uniforms.dimensions / width;
  let lastRow = uniforms.rows - 1;
  let lastColumn = uniforms.points - 1;
  let a0 = (uniforms.firstRow + row) * parts;
  let a1 = (uniforms.firstRow + min(row + 1, lastRow)) * parts;
  let a2 = (uniforms.firstRow + min(row + 2, lastRow)) * parts;
  let a3 = (uniforms.firstRow + min(row + 3, lastRow)) * parts;
  let b0 = column * parts;
  let b1 = min(column + 1, lastColumn) * parts;
  let b2 = min(column + 2, lastColumn) * parts;
  let b3 = min(column + 3, lastColumn) * parts;

  var sum0 = vec4<f32>(0.0);
  var sum1 = vec4<f32>(0.0);
  var sum2 = vec4<f32>(0.0);
  var sum3 = vec4<f32>(0.0);
  for (var d = 0; d < parts; d++) {
    let x0 = vectors[b0 + d];
    let x1 = vectors[b1 + d];
    let x2 = vectors[b2 + d];
    let x3 = vectors[b3 + d];
    let y0 = vectors[a0 + d];
    let y1 = vectors[a1 + d];
    let y2 = vectors[a2 + d];
    let y3 = vectors[a3 + d];
    sum0 += vec4<f32>(squared(y0 - x0), squared(y0 - x1), squared(y0 - x2), squared(y0 - x3));
    sum1 += vec4<f32>(squared(y1 - x0), squared(y1 - x1), squared(y1 - x2), squared(y1 - x3));
    sum2 += vec4<f32>(squared(y2 - x0), squared(y2 - x1), squared(y2 - x2), squared(y2 - x3));
    sum3 += vec4<f32>(squared(y3 - x0), squared(y3 - x1), squared(y3 - x2), squared(y3 - x3));
  }
  writeRow(row, column, sum0);
  writeRow(row + 1, column, sum1);
  writeRow(row + 2, column, sum2);
  writeRow(row + 3, column, sum3);
}

fn writeRow(row: i32, column: i32, values: vec4<f32>) {
  if (row >= uniforms.rows) { return; }
  let at = row * uniforms.points + column;
  let left = uniforms.points - column;
  result[at] = values.x;
  if (left > 1) { result[at + 1] = values.y; }
  if (left > 2) { result[at + 2] = values.z; }
  if (left > 3) { result[at + 3] = values.w; }
}
