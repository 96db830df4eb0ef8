/**
 * Every entry of the half spectrum gives two of the product: with p = re b, q = im a, r = im b, s = re a,
 * out(k) = (p + q, r − s) and out(−k) = (q − p, r + s).
 */
export function meshConvolve(spectrum: usize, table: usize, output: usize, gridSize: i32): void {
  const middle = gridSize >> 1;
  const half = middle + 1;
  const stride = <usize>gridSize << 3;
  const forward = f32x4(1, -1, 1, -1);
  const backward = f32x4(-1, 1, -1, 1);
  for (let row = 0; row < gridSize; row++) {
    const mirrored = row > middle;
    const opposite = row == 0 ? 0 : gridSize - row;
    const entries = table + ((<usize>(mirrored ? gridSize - row : row) * <usize>half) << 3);
    const sign = f32x4.splat(mirrored ? -1 : 1);
    const from = spectrum + <usize>row * stride;
    const to = output + <usize>row * stride;
    const end = output + <usize>opposite * stride + stride;
    for (let column = 0; column < middle; column += 2) {
      const at = <usize>column << 3;
      const v = v128.load(from + at);
      const t = v128.load(entries + at);
      const u = f32x4.mul(v, f32x4.mul(sign, v128.shuffle<f32>(t, t, 1, 1, 3, 3)));
      const w = f32x4.mul(v128.shuffle<f32>(v, v, 1, 0, 3, 2), v128.shuffle<f32>(t, t, 0, 0, 2, 2));
      v128.store(to + at, f32x4.add(u, f32x4.mul(w, forward)));
      const mirror = f32x4.add(w, f32x4.mul(u, backward));
      const swapped = v128.shuffle<f32>(mirror, mirror, 2, 3, 0, 1);
      // Columns gridSize − column − 1 and gridSize − column; column 0 is its own mirror and is stored directly above.
      if (column > 0) v128.store(end - at - 8, swapped);
      else v128.store_lane<u64>(end - 8, swapped, 0);
    }
    // At k_x = middle a is zero, and k and −k fall on one column.
    const b = f32x4.mul(sign, f32x4.splat(load<f32>(entries + (<usize>middle << 3), 4)));
    v128.store_lane<u64>(to + (<usize>middle << 3), f32x4.mul(v128.load64_zero(from + (<usize>middle << 3)), b), 0);
  }
}
