/** The factors a transform length may have, in the order in which passes take them. */
const RADICES = [4, 5, 3, 2] as const;

/**
 * The radices of a mixed-radix transform of length n, e.g. 480 → [4, 4, 5, 3, 2].
 * @throws RangeError where n has a prime factor above 5.
 */
export function fftRadices(n: number): number[] {
  const radices: number[] = [];
  let rest = n;
  for (const radix of RADICES) {
    while (rest % radix === 0 && rest > 1) {
      radices.push(radix);
      rest /= radix;
    }
  }
  if (rest !== 1 || n < 1) throw new RangeError(`Expected a transform length with factors 2, 3 and 5, received ${n}.`);
  return radices;
}

/** The smallest grid side ≥ n that is a multiple of 8 with factors 2, 3 and 5 alone. */
export function goodGridSize(n: number): number {
  for (let size = Math.max(16, Math.ceil(n / 8) * 8); ; size += 8) {
    let rest = size;
    for (const prime of [2, 3, 5]) while (rest % prime === 0) rest /= prime;
    if (rest === 1) return size;
  }
}

const twiddleCache = new Map<number, Float64Array>();

/** exp(−2πi k/n) for k = 0 … n − 1, interleaved [n, 2]; kept for the page's life, one array per length. */
export function twiddles(n: number): Float64Array {
  let table = twiddleCache.get(n);
  if (table === undefined) {
    table = new Float64Array(2 * n);
    for (let k = 0; k < n; k++) {
      table[2 * k] = Math.cos((2 * Math.PI * k) / n);
      table[2 * k + 1] = -Math.sin((2 * Math.PI * k) / n);
    }
    twiddleCache.set(n, table);
  }
  return table;
}
