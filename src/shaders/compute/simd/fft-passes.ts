// Stockham's passes over four lines at a time: lane l of every vector belongs to line l, so that no pass shuffles.
// A line is held as (re ×4, im ×4) per sample in one of two scratch areas, between which the passes go back and
// forth; both fit the first-level cache.

/** Bytes of one sample of four lines. */
export const SAMPLE: usize = 32;

@inline
function mulRe(re: v128, im: v128, c: v128, d: v128): v128 {
  return f32x4.sub(f32x4.mul(re, c), f32x4.mul(im, d));
}

@inline
function mulIm(re: v128, im: v128, c: v128, d: v128): v128 {
  return f32x4.add(f32x4.mul(re, d), f32x4.mul(im, c));
}

@inline
function put(to: usize, re: v128, im: v128): void {
  v128.store(to, re);
  v128.store(to, im, 16);
}

function passOfTwo(source: usize, target: usize, n: i32, done: i32, table: usize): void {
  const groups = n / (2 * done);
  const second = <usize>(n >> 1) * SAMPLE;
  const step = <usize>done * SAMPLE;
  for (let k = 0; k < done; k++) {
    const c = v128.load32_splat(table + (<usize>(k * groups) << 3));
    const d = v128.load32_splat(table + (<usize>(k * groups) << 3), 4);
    let from = source + <usize>k * SAMPLE;
    let to = target + <usize>k * SAMPLE;
    for (let g = 0; g < groups; g++) {
      const re = v128.load(from + second);
      const im = v128.load(from + second, 16);
      const bRe = mulRe(re, im, c, d);
      const bIm = mulIm(re, im, c, d);
      const aRe = v128.load(from);
      const aIm = v128.load(from, 16);
      put(to, f32x4.add(aRe, bRe), f32x4.add(aIm, bIm));
      put(to + step, f32x4.sub(aRe, bRe), f32x4.sub(aIm, bIm));
      from += step;
      to += 2 * step;
    }
  }
}

function passOfThree(source: usize, target: usize, n: i32, done: i32, table: usize): void {
  const groups = n / (3 * done);
  const third = <usize>(n / 3) * SAMPLE;
  const step = <usize>done * SAMPLE;
  const half = f32x4.splat(0.5);
  const root = f32x4.splat(0.8660254037844386);
  for (let k = 0; k < done; k++) {
    const turn = <usize>(k * groups) << 3;
    const c1 = v128.load32_splat(table + turn);
    const d1 = v128.load32_splat(table + turn, 4);
    const c2 = v128.load32_splat(table + 2 * turn);
    const d2 = v128.load32_splat(table + 2 * turn, 4);
    let from = source + <usize>k * SAMPLE;
    let to = target + <usize>k * SAMPLE;
    for (let g = 0; g < groups; g++) {
      const aRe = v128.load(from);
      const aIm = v128.load(from, 16);
      let re = v128.load(from + third);
      let im = v128.load(from + third, 16);
      const bRe = mulRe(re, im, c1, d1);
      const bIm = mulIm(re, im, c1, d1);
      re = v128.load(from + 2 * third);
      im = v128.load(from + 2 * third, 16);
      const cRe = mulRe(re, im, c2, d2);
      const cIm = mulIm(re, im, c2, d2);
      const sumRe = f32x4.add(bRe, cRe);
      const sumIm = f32x4.add(bIm, cIm);
      const midRe = f32x4.sub(aRe, f32x4.mul(half, sumRe));
      const midIm = f32x4.sub(aIm, f32x4.mul(half, sumIm));
      // −i √3/2 (b − c)
      const turnRe = f32x4.mul(root, f32x4.sub(bIm, cIm));
      const turnIm = f32x4.mul(root, f32x4.sub(cRe, bRe));
      put(to, f32x4.add(aRe, sumRe), f32x4.add(aIm, sumIm));
      put(to + step, f32x4.add(midRe, turnRe), f32x4.add(midIm, turnIm));
      put(to + 2 * step, f32x4.sub(midRe, turnRe), f32x4.sub(midIm, turnIm));
      from += step;
      to += 3 * step;
    }
  }
}

function passOfFour(source: usize, target: usize, n: i32, done: i32, table: usize): void {
  const groups = n / (4 * done);
  const quarter = <usize>(n >> 2) * SAMPLE;
  const step = <usize>done * SAMPLE;
  for (let k = 0; k < done; k++) {
    const turn = <usize>(k * groups) << 3;
    const c1 = v128.load32_splat(table + turn);
    const d1 = v128.load32_splat(table + turn, 4);
    const c2 = v128.load32_splat(table + 2 * turn);
    const d2 = v128.load32_splat(table + 2 * turn, 4);
    const c3 = v128.load32_splat(table + 3 * turn);
    const d3 = v128.load32_splat(table + 3 * turn, 4);
    let from = source + <usize>k * SAMPLE;
    let to = target + <usize>k * SAMPLE;
    for (let g = 0; g < groups; g++) {
      const aRe = v128.load(from);
      const aIm = v128.load(from, 16);
      let re = v128.load(from + quarter);
      let im = v128.load(from + quarter, 16);
      const bRe = mulRe(re, im, c1, d1);
      const bIm = mulIm(re, im, c1, d1);
      re = v128.load(from + 2 * quarter);
      im = v128.load(from + 2 * quarter, 16);
      const cRe = mulRe(re, im, c2, d2);
      const cIm = mulIm(re, im, c2, d2);
      re = v128.load(from + 3 * quarter);
      im = v128.load(from + 3 * quarter, 16);
      const dRe = mulRe(re, im, c3, d3);
      const dIm = mulIm(re, im, c3, d3);
      const evenRe = f32x4.add(aRe, cRe);
      const evenIm = f32x4.add(aIm, cIm);
      const gapRe = f32x4.sub(aRe, cRe);
      const gapIm = f32x4.sub(aIm, cIm);
      const oddRe = f32x4.add(bRe, dRe);
      const oddIm = f32x4.add(bIm, dIm);
      // −i (b − d)
      const turnRe = f32x4.sub(bIm, dIm);
      const turnIm = f32x4.sub(dRe, bRe);
      put(to, f32x4.add(evenRe, oddRe), f32x4.add(evenIm, oddIm));
      put(to + step, f32x4.add(gapRe, turnRe), f32x4.add(gapIm, turnIm));
      put(to + 2 * step, f32x4.sub(evenRe, oddRe), f32x4.sub(evenIm, oddIm));
      put(to + 3 * step, f32x4.sub(gapRe, turnRe), f32x4.sub(gapIm, turnIm));
      from += step;
      to += 4 * step;
    }
  }
}

function passOfFive(source: usize, target: usize, n: i32, done: i32, table: usize): void {
  const groups = n / (5 * done);
  const fifth = <usize>(n / 5) * SAMPLE;
  const step = <usize>done * SAMPLE;
  const cos1 = f32x4.splat(0.30901699437494745);
  const cos2 = f32x4.splat(-0.8090169943749475);
  const sin1 = f32x4.splat(0.9510565162951535);
  const sin2 = f32x4.splat(0.5877852522924731);
  for (let k = 0; k < done; k++) {
    const turn = <usize>(k * groups) << 3;
    let from = source + <usize>k * SAMPLE;
    let to = target + <usize>k * SAMPLE;
    for (let g = 0; g < groups; g++) {
      const aRe = v128.load(from);
      const aIm = v128.load(from, 16);
      let re = v128.load(from + fifth);
      let im = v128.load(from + fifth, 16);
      let c = v128.load32_splat(table + turn);
      let d = v128.load32_splat(table + turn, 4);
      const bRe = mulRe(re, im, c, d);
      const bIm = mulIm(re, im, c, d);
      re = v128.load(from + 2 * fifth);
      im = v128.load(from + 2 * fifth, 16);
      c = v128.load32_splat(table + 2 * turn);
      d = v128.load32_splat(table + 2 * turn, 4);
      const cRe = mulRe(re, im, c, d);
      const cIm = mulIm(re, im, c, d);
      re = v128.load(from + 3 * fifth);
      im = v128.load(from + 3 * fifth, 16);
      c = v128.load32_splat(table + 3 * turn);
      d = v128.load32_splat(table + 3 * turn, 4);
      const dRe = mulRe(re, im, c, d);
      const dIm = mulIm(re, im, c, d);
      re = v128.load(from + 4 * fifth);
      im = v128.load(from + 4 * fifth, 16);
      c = v128.load32_splat(table + 4 * turn);
      d = v128.load32_splat(table + 4 * turn, 4);
      const eRe = mulRe(re, im, c, d);
      const eIm = mulIm(re, im, c, d);
      const sum1Re = f32x4.add(bRe, eRe);
      const sum1Im = f32x4.add(bIm, eIm);
      const gap1Re = f32x4.sub(bRe, eRe);
      const gap1Im = f32x4.sub(bIm, eIm);
      const sum2Re = f32x4.add(cRe, dRe);
      const sum2Im = f32x4.add(cIm, dIm);
      const gap2Re = f32x4.sub(cRe, dRe);
      const gap2Im = f32x4.sub(cIm, dIm);
      put(to, f32x4.add(aRe, f32x4.add(sum1Re, sum2Re)), f32x4.add(aIm, f32x4.add(sum1Im, sum2Im)));
      const mid1Re = f32x4.add(aRe, f32x4.add(f32x4.mul(cos1, sum1Re), f32x4.mul(cos2, sum2Re)));
      const mid1Im = f32x4.add(aIm, f32x4.add(f32x4.mul(cos1, sum1Im), f32x4.mul(cos2, sum2Im)));
      const mid2Re = f32x4.add(aRe, f32x4.add(f32x4.mul(cos2, sum1Re), f32x4.mul(cos1, sum2Re)));
      const mid2Im = f32x4.add(aIm, f32x4.add(f32x4.mul(cos2, sum1Im), f32x4.mul(cos1, sum2Im)));
      // −i times the odd parts
      const odd1Re = f32x4.add(f32x4.mul(sin1, gap1Im), f32x4.mul(sin2, gap2Im));
      const odd1Im = f32x4.neg(f32x4.add(f32x4.mul(sin1, gap1Re), f32x4.mul(sin2, gap2Re)));
      const odd2Re = f32x4.sub(f32x4.mul(sin2, gap1Im), f32x4.mul(sin1, gap2Im));
      const odd2Im = f32x4.sub(f32x4.mul(sin1, gap2Re), f32x4.mul(sin2, gap1Re));
      put(to + step, f32x4.add(mid1Re, odd1Re), f32x4.add(mid1Im, odd1Im));
      put(to + 2 * step, f32x4.add(mid2Re, odd2Re), f32x4.add(mid2Im, odd2Im));
      put(to + 3 * step, f32x4.sub(mid2Re, odd2Re), f32x4.sub(mid2Im, odd2Im));
      put(to + 4 * step, f32x4.sub(mid1Re, odd1Re), f32x4.sub(mid1Im, odd1Im));
      from += step;
      to += 5 * step;
    }
  }
}

/** All passes over the four lines in `source`; returns where the result is. `table` is exp(−2πi k/n), [n, 2]. */
export function transform(source: usize, target: usize, n: i32, table: usize): usize {
  let done = 1;
  let rest = n;
  while (rest > 1) {
    let radix = 2;
    if (rest % 4 == 0) {
      radix = 4;
      passOfFour(source, target, n, done, table);
    } else if (rest % 5 == 0) {
      radix = 5;
      passOfFive(source, target, n, done, table);
    } else if (rest % 3 == 0) {
      radix = 3;
      passOfThree(source, target, n, done, table);
    } else passOfTwo(source, target, n, done, table);
    const swap = source;
    source = target;
    target = swap;
    done *= radix;
    rest /= radix;
  }
  return source;
}
