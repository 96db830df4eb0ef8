import { STEP, type Stepwise } from '../stepwise';

const DIGITS = 1 << 16;

/** Bits of a float as an unsigned integer in the same order: the sign flips all bits, or itself alone. */
function toKey(bits: number): number {
  return (bits & 0x80000000 ? ~bits : bits | 0x80000000) >>> 0;
}

function fromKey(key: number): number {
  return (key & 0x80000000 ? key & 0x7fffffff : ~key) >>> 0;
}

/**
 * The finite values, ascending. A radix sort of two digits, which can pause: the native sort of a million values holds a
 * page up for a tenth of a second.
 */
export function* sortFinite(values: Float32Array): Stepwise<Float32Array> {
  const finite = new Float32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    // −0 and 0 are one value.
    if (values[i] - values[i] === 0) finite[count++] = values[i] + 0;
    if (i % STEP === STEP - 1) yield;
  }
  const keys = new Uint32Array(finite.buffer, 0, count);
  if (count < STEP) {
    for (let i = 0; i < count; i++) keys[i] = toKey(keys[i]);
    keys.sort();
    for (let i = 0; i < count; i++) keys[i] = fromKey(keys[i]);
    return finite.slice(0, count);
  }
  let from = keys;
  let to = new Uint32Array(count);
  for (const shift of [0, 16]) {
    const places = new Uint32Array(DIGITS + 1);
    for (let i = 0; i < count; i++) {
      if (shift === 0) from[i] = toKey(from[i]);
      places[((from[i] >>> shift) & 0xffff) + 1]++;
      if (i % STEP === STEP - 1) yield;
    }
    for (let digit = 0; digit < DIGITS; digit++) places[digit + 1] += places[digit];
    for (let i = 0; i < count; i++) {
      to[places[(from[i] >>> shift) & 0xffff]++] = from[i];
      if (i % STEP === STEP - 1) yield;
    }
    [from, to] = [to, from];
  }
  for (let i = 0; i < count; i++) {
    from[i] = fromKey(from[i]);
    if (i % STEP === STEP - 1) yield;
  }
  return new Float32Array(from.buffer, 0, count);
}

/** Bits of a digit, and its values, of the sort of short lists. */
const SHORT_BITS = 11;
const SHORT_DIGITS = 1 << SHORT_BITS;

/** Sorts many short lists (thousands of values each) of finite values: radix sorts of three digits, a fifth of the time of the native one. */
export class ShortSorter {
  readonly #keys: Uint32Array;
  readonly #others: Uint32Array;
  readonly #counts = [0, 1, 2].map(() => new Uint32Array(SHORT_DIGITS));

  constructor(longest: number) {
    this.#keys = new Uint32Array(longest);
    this.#others = new Uint32Array(longest);
  }

  /** Ascending, in place; −0 before 0. */
  sort(values: Float32Array): void {
    const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
    const n = values.length;
    for (const counts of this.#counts) counts.fill(0);
    countDigits(bits, this.#keys, this.#counts);
    moveByDigit(this.#keys, this.#others, n, 0, this.#counts[0]);
    moveByDigit(this.#others, this.#keys, n, SHORT_BITS, this.#counts[1]);
    moveByDigit(this.#keys, this.#others, n, 2 * SHORT_BITS, this.#counts[2]);
    for (let i = 0; i < n; i++) bits[i] = fromKey(this.#others[i]);
  }
}

/** Makes keys of the bits of floats and counts their digits, the lowest first. */
function countDigits(bits: Uint32Array, keys: Uint32Array, [low, middle, high]: readonly Uint32Array[]): void {
  for (let i = 0; i < bits.length; i++) {
    const key = toKey(bits[i]);
    keys[i] = key;
    low[key & (SHORT_DIGITS - 1)]++;
    middle[(key >>> SHORT_BITS) & (SHORT_DIGITS - 1)]++;
    high[key >>> (2 * SHORT_BITS)]++;
  }
}

/** Moves keys to their places by one of their digits. */
function moveByDigit(from: Uint32Array, to: Uint32Array, n: number, shift: number, counts: Uint32Array): void {
  let place = 0;
  for (let digit = 0; digit < SHORT_DIGITS; digit++) {
    const count = counts[digit];
    counts[digit] = place;
    place += count;
  }
  for (let i = 0; i < n; i++) to[counts[(from[i] >>> shift) & (SHORT_DIGITS - 1)]++] = from[i];
}

/** How many of the ascending `sorted` are below `value`, or, with `orEqual`, not above it. */
export function countBelow(sorted: Float32Array, value: number, orEqual = false): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value || (orEqual && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The value below which a share 0 … 1 of the ascending `sorted` lies, between two of them by interpolation; NaN of none. */
export function quantile(sorted: Float32Array, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}
