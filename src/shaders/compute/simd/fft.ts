import { evenLanes, oddLanes } from './attraction';
import { SAMPLE, transform } from './fft-passes';

// Lines go four at a time through the passes of fft-passes.ts. The inverse transform is the forward one with real and
// imaginary parts swapped on both ends.

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
