import { fftRadices, twiddles } from './fft-plan';

/**
 * Stockham's self-sorting mixed-radix transform of one line in float64 (Van Loan 1992, §1.7), unnormalised.
 * `source` and `target` are interleaved [n, 2] and both overwritten; the result is whichever is returned.
 *
 * Before a pass, `source[k + done·g]` is frequency k of the subsequence that starts at g with stride n / done;
 * a pass merges `radix` such subsequences.
 */
export function transformLine(source: Float64Array, target: Float64Array, n: number, inverse: boolean): Float64Array {
  const table = twiddles(n);
  const sign = inverse ? -1 : 1;
  let done = 1;
  for (const radix of fftRadices(n)) {
    if (radix === 4) passOfFour(source, target, n, done, table, sign);
    else if (radix === 2) passOfTwo(source, target, n, done, table, sign);
    else passOfAny(source, target, n, done, radix, table, sign);
    [source, target] = [target, source];
    done *= radix;
  }
  return source;
}

function passOfTwo(source: Float64Array, target: Float64Array, n: number, done: number, table: Float64Array, sign: number): void {
  const groups = n / (2 * done);
  for (let g = 0; g < groups; g++) {
    for (let k = 0; k < done; k++) {
      const c = table[2 * k * groups];
      const d = sign * table[2 * k * groups + 1];
      const p = 2 * (k + done * g);
      const q = p + n;
      const re = source[q] * c - source[q + 1] * d;
      const im = source[q] * d + source[q + 1] * c;
      const to = 2 * (k + 2 * done * g);
      target[to] = source[p] + re;
      target[to + 1] = source[p + 1] + im;
      target[to + 2 * done] = source[p] - re;
      target[to + 2 * done + 1] = source[p + 1] - im;
    }
  }
}

function passOfFour(source: Float64Array, target: Float64Array, n: number, done: number, table: Float64Array, sign: number): void {
  const groups = n / (4 * done);
  const quarter = n / 2;
  for (let g = 0; g < groups; g++) {
    for (let k = 0; k < done; k++) {
      const turn = 2 * k * groups;
      const p = 2 * (k + done * g);
      const aRe = source[p];
      const aIm = source[p + 1];
      let c = table[turn];
      let d = sign * table[turn + 1];
      let re = source[p + quarter];
      let im = source[p + quarter + 1];
      const bRe = re * c - im * d;
      const bIm = re * d + im * c;
      c = table[2 * turn];
      d = sign * table[2 * turn + 1];
      re = source[p + 2 * quarter];
      im = source[p + 2 * quarter + 1];
      const cRe = re * c - im * d;
      const cIm = re * d + im * c;
      c = table[3 * turn];
      d = sign * table[3 * turn + 1];
      re = source[p + 3 * quarter];
      im = source[p + 3 * quarter + 1];
      const dRe = re * c - im * d;
      const dIm = re * d + im * c;
      const to = 2 * (k + 4 * done * g);
      const step = 2 * done;
      // The fourth root of unity is −i forwards and +i backwards.
      const oddRe = sign * (bIm - dIm);
      const oddIm = sign * (dRe - bRe);
      target[to] = aRe + cRe + bRe + dRe;
      target[to + 1] = aIm + cIm + bIm + dIm;
      target[to + step] = aRe - cRe + oddRe;
      target[to + step + 1] = aIm - cIm + oddIm;
      target[to + 2 * step] = aRe + cRe - bRe - dRe;
      target[to + 2 * step + 1] = aIm + cIm - bIm - dIm;
      target[to + 3 * step] = aRe - cRe - oddRe;
      target[to + 3 * step + 1] = aIm - cIm - oddIm;
    }
  }
}

function passOfAny(source: Float64Array, target: Float64Array, n: number, done: number, radix: number, table: Float64Array, sign: number): void {
  const groups = n / (radix * done);
  for (let g = 0; g < groups; g++) {
    for (let k = 0; k < done; k++) {
      for (let r = 0; r < radix; r++) {
        const unit = (k + done * r) * groups;
        let turn = 0;
        let re = 0;
        let im = 0;
        for (let s = 0; s < radix; s++) {
          const at = 2 * (k + done * (g + groups * s));
          const c = table[2 * turn];
          const d = sign * table[2 * turn + 1];
          re += source[at] * c - source[at + 1] * d;
          im += source[at] * d + source[at + 1] * c;
          turn += unit;
          while (turn >= n) turn -= n;
        }
        const to = 2 * (k + done * (r + radix * g));
        target[to] = re;
        target[to + 1] = im;
      }
    }
  }
}
