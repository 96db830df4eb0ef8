import { evenLanes, oddLanes } from './attraction';

// Four lines at a time: lane l of every vector belongs to line l, so that no pass shuffles. A line is held as
// (re ×4, im ×4) per sample in one of two scratch areas, between which Stockham's passes go back and forth; both fit
// the first-level cache. The inverse transform is the forward one with real and imaginary parts swapped on both ends.

/** Bytes of one sample of four lines. */
const SAMPLE: usize = 32;

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
function transform(source: usize, target: usize, n: i32, table: usize): usize {
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

/** Lane l of four rows' samples: rows (a, b, c, d) of a 4 × 4 matrix become columns. */
@inline
function column0(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.shuffle<f32>(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 0, 4, 1, 5), 0, 1, 4, 5);
}
@inline
function column1(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.shuffle<f32>(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 0, 4, 1, 5), 2, 3, 6, 7);
}
@inline
function column2(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.shuffle<f32>(v128.shuffle<f32>(a, b, 2, 6, 3, 7), v128.shuffle<f32>(c, d, 2, 6, 3, 7), 0, 1, 4, 5);
}
@inline
function column3(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.shuffle<f32>(v128.shuffle<f32>(a, b, 2, 6, 3, 7), v128.shuffle<f32>(c, d, 2, 6, 3, 7), 2, 3, 6, 7);
}

function loadColumns(grid: usize, size: i32, line: i32, real: bool, first: i32, samples: i32, to: usize, re: usize, im: usize): void {
  const stride = <usize>size << (real ? 2 : 3);
  let from = grid + <usize>first * stride + (<usize>line << (real ? 2 : 3));
  for (let s = 0; s < samples; s++) {
    if (real) {
      v128.store(to + re, v128.load(from));
      v128.store(to + im, f32x4.splat(0));
    } else {
      const a = v128.load(from);
      const b = v128.load(from, 16);
      v128.store(to + re, evenLanes(a, b));
      v128.store(to + im, oddLanes(a, b));
    }
    from += stride;
    to += SAMPLE;
  }
}

function loadRows(grid: usize, size: i32, line: i32, first: i32, samples: i32, to: usize, re: usize, im: usize): void {
  const stride = <usize>size << 3;
  let from = grid + <usize>line * stride + (<usize>first << 3);
  for (let s = 0; s < samples; s += 2) {
    const a = v128.load(from);
    const b = v128.load(from + stride);
    const c = v128.load(from + 2 * stride);
    const d = v128.load(from + 3 * stride);
    v128.store(to + re, column0(a, b, c, d));
    v128.store(to + im, column1(a, b, c, d));
    v128.store(to + SAMPLE + re, column2(a, b, c, d));
    v128.store(to + SAMPLE + im, column3(a, b, c, d));
    from += 16;
    to += 2 * SAMPLE;
  }
}

function loadRealRows(grid: usize, size: i32, line: i32, first: i32, samples: i32, to: usize, re: usize, im: usize): void {
  const stride = <usize>size << 2;
  let from = grid + <usize>line * stride + (<usize>first << 2);
  const zero = f32x4.splat(0);
  for (let s = 0; s < samples; s++) {
    const values = f32x4(load<f32>(from), load<f32>(from + stride), load<f32>(from + 2 * stride), load<f32>(from + 3 * stride));
    v128.store(to + re, values);
    v128.store(to + im, zero);
    from += 4;
    to += SAMPLE;
  }
}

function storeColumns(output: usize, size: i32, line: i32, from: usize, re: usize, im: usize): void {
  const stride = <usize>size << 3;
  let to = output + (<usize>line << 3);
  for (let s = 0; s < size; s++) {
    const a = v128.load(from + re);
    const b = v128.load(from + im);
    v128.store(to, v128.shuffle<f32>(a, b, 0, 4, 1, 5));
    v128.store(to, v128.shuffle<f32>(a, b, 2, 6, 3, 7), 16);
    from += SAMPLE;
    to += stride;
  }
}

function storeRows(output: usize, size: i32, line: i32, from: usize, re: usize, im: usize): void {
  const stride = <usize>size << 3;
  let to = output + <usize>line * stride;
  for (let s = 0; s < size; s += 2) {
    const a = v128.load(from + re);
    const b = v128.load(from + im);
    const c = v128.load(from + SAMPLE + re);
    const d = v128.load(from + SAMPLE + im);
    v128.store(to, column0(a, b, c, d));
    v128.store(to + stride, column1(a, b, c, d));
    v128.store(to + 2 * stride, column2(a, b, c, d));
    v128.store(to + 3 * stride, column3(a, b, c, d));
    from += 2 * SAMPLE;
    to += 16;
  }
}

/**
 * As src/engine/kernels/fft.ts, for `lines` ≥ 4 and even sample ranges. `table` is exp(−2πi k/size), [size, 2];
 * `scratch` holds 2 × size samples of four lines (64 · size bytes).
 */
export function fft(
  grid: usize, table: usize, scratch: usize, output: usize,
  size: i32, axis: i32, inverse: i32, realInput: i32, firstLine: i32, lines: i32, firstSample: i32, samples: i32,
): void {
  const re: usize = inverse ? 16 : 0;
  const im: usize = 16 - re;
  const other = scratch + <usize>size * SAMPLE;
  const head = <usize>firstSample * SAMPLE;
  const tail = <usize>(firstSample + samples) * SAMPLE;
  const last = firstLine + lines - 4;
  for (let block = firstLine; block < firstLine + lines; block += 4) {
    // The last block overlaps the one before it rather than leaving a remainder.
    const line = min<i32>(block, last);
    memory.fill(scratch, 0, head);
    memory.fill(scratch + tail, 0, <usize>size * SAMPLE - tail);
    if (axis == 0) loadColumns(grid, size, line, realInput != 0, firstSample, samples, scratch + head, re, im);
    else if (realInput) loadRealRows(grid, size, line, firstSample, samples, scratch + head, re, im);
    else loadRows(grid, size, line, firstSample, samples, scratch + head, re, im);
    const result = transform(scratch, other, size, table);
    if (axis == 0) storeColumns(output, size, line, result, re, im);
    else storeRows(output, size, line, result, re, im);
  }
}
