/** Four points' x from two pairs (x, y, x, y). */
@inline
export function evenLanes(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 2, 4, 6);
}

/** Four points' y from two pairs (x, y, x, y). */
@inline
export function oddLanes(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 1, 3, 5, 7);
}

/** Positions of the points columns[0] and columns[1] as (x, y, x, y). */
@inline
export function loadPair(positions: usize, columns: usize): v128 {
  const first = v128.load64_zero(positions + (<usize>load<u32>(columns) << 3));
  return v128.load_lane<u64>(positions + (<usize>load<u32>(columns, 4) << 3), first, 1);
}

/** Sum of the four lanes. */
@inline
export function sumLanes(v: v128): f32 {
  const pairs = f32x4.add(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

export function attraction(positions: usize, rowOffsets: usize, columns: usize, weights: usize, output: usize, points: i32): void {
  const one = f32x4.splat(1);
  for (let i = 0; i < points; i++) {
    const x = load<f32>(positions + (<usize>i << 3));
    const y = load<f32>(positions + (<usize>i << 3), 4);
    const xs = f32x4.splat(x);
    const ys = f32x4.splat(y);
    let sumX = f32x4.splat(0);
    let sumY = f32x4.splat(0);
    let e = load<u32>(rowOffsets + (<usize>i << 2));
    const end = load<u32>(rowOffsets + (<usize>i << 2), 4);
    for (; e + 4 <= end; e += 4) {
      const at = columns + (<usize>e << 2);
      const a = loadPair(positions, at);
      const b = loadPair(positions, at + 8);
      const dx = f32x4.sub(xs, evenLanes(a, b));
      const dy = f32x4.sub(ys, oddLanes(a, b));
      const squared = f32x4.add(one, f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy)));
      const force = f32x4.div(v128.load(weights + (<usize>e << 2)), squared);
      sumX = f32x4.add(sumX, f32x4.mul(force, dx));
      sumY = f32x4.add(sumY, f32x4.mul(force, dy));
    }
    let restX = sumLanes(sumX);
    let restY = sumLanes(sumY);
    for (; e < end; e++) {
      const j = positions + (<usize>load<u32>(columns + (<usize>e << 2)) << 3);
      const dx = x - load<f32>(j);
      const dy = y - load<f32>(j, 4);
      const force = load<f32>(weights + (<usize>e << 2)) / (1 + dx * dx + dy * dy);
      restX += force * dx;
      restY += force * dy;
    }
    store<f32>(output + (<usize>i << 3), restX);
    store<f32>(output + (<usize>i << 3), restY, 4);
  }
}
