import { evenLanes, loadPair, oddLanes, sumLanes } from './attraction';

/**
 * Natural logarithm of four numbers ≥ 1: exponent and mantissa apart, then the polynomial of Cephes' logf
 * (Moshier 1989) on [√½, √2); relative error about 1e-7.
 */
@inline
function logarithm(v: v128): v128 {
  const bits = i32x4.sub(v, i32x4.splat(0x3f3504f3));
  const exponent = f32x4.convert_i32x4_s(i32x4.shr_s(bits, 23));
  const mantissa = i32x4.add(v128.and(bits, i32x4.splat(0x007fffff)), i32x4.splat(0x3f3504f3));
  const x = f32x4.sub(mantissa, f32x4.splat(1));
  let p = f32x4.splat(7.0376836292e-2);
  p = f32x4.add(f32x4.mul(p, x), f32x4.splat(-1.1514610310e-1));
  p = f32x4.add(f32x4.mul(p, x), f32x4.splat(1.1676998740e-1));
  p = f32x4.add(f32x4.mul(p, x), f32x4.splat(-1.2420140846e-1));
  p = f32x4.add(f32x4.mul(p, x), f32x4.splat(1.4249322787e-1));
  p = f32x4.add(f32x4.mul(p, x), f32x4.splat(-1.6668057665e-1));
  p = f32x4.add(f32x4.mul(p, x), f32x4.splat(2.0000714765e-1));
  p = f32x4.add(f32x4.mul(p, x), f32x4.splat(-2.4999993993e-1));
  p = f32x4.add(f32x4.mul(p, x), f32x4.splat(3.3333331174e-1));
  const square = f32x4.mul(x, x);
  const tail = f32x4.sub(f32x4.mul(f32x4.mul(p, square), x), f32x4.mul(square, f32x4.splat(0.5)));
  return f32x4.add(f32x4.add(x, tail), f32x4.mul(exponent, f32x4.splat(0.6931471805599453)));
}

export function divergence(positions: usize, rowOffsets: usize, columns: usize, weights: usize, output: usize, points: i32): void {
  const one = f32x4.splat(1);
  for (let i = 0; i < points; i++) {
    const x = load<f32>(positions + (<usize>i << 3));
    const y = load<f32>(positions + (<usize>i << 3), 4);
    const xs = f32x4.splat(x);
    const ys = f32x4.splat(y);
    let sum = f32x4.splat(0);
    let e = load<u32>(rowOffsets + (<usize>i << 2));
    const end = load<u32>(rowOffsets + (<usize>i << 2), 4);
    for (; e + 4 <= end; e += 4) {
      const at = columns + (<usize>e << 2);
      const a = loadPair(positions, at);
      const b = loadPair(positions, at + 8);
      const dx = f32x4.sub(xs, evenLanes(a, b));
      const dy = f32x4.sub(ys, oddLanes(a, b));
      const squared = f32x4.add(one, f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy)));
      sum = f32x4.add(sum, f32x4.mul(v128.load(weights + (<usize>e << 2)), logarithm(squared)));
    }
    let total = sumLanes(sum);
    for (; e < end; e++) {
      const j = positions + (<usize>load<u32>(columns + (<usize>e << 2)) << 3);
      const dx = x - load<f32>(j);
      const dy = y - load<f32>(j, 4);
      total += load<f32>(weights + (<usize>e << 2)) * f32x4.extract_lane(logarithm(f32x4.splat(1 + dx * dx + dy * dy)), 0);
    }
    store<f32>(output + (<usize>i << 2), total);
  }
}
