/**
 * Values as 16-bit codes, two to a texel: fine near what is usual for a unit and coarse far from it, so that one outlier takes the
 * digits of no other value. A code is the first 15 bits of 1 + |value − center| / scale as a 32-bit float, and its sign: 2,048
 * steps per doubling of the distance, within 0.03 % of it (and of the scale).
 */

/** What codes count from: per unit the middle of its values, and a distance that is usual for it, greater than 0. */
export interface CodeScales {
  center: Float64Array;
  scale: Float64Array;
}

/** Several consecutive segments, two codes to a word. */
export interface CodedLevel {
  /** Segments per bucket; the last bucket may hold fewer. */
  bucket: number;
  buckets: number;
  /** Row-major [buckets, units]: the code of the smallest value, and above it (16 bits to the left) that of the largest. */
  codes: Uint32Array;
}

/** Codes of what is no number; finite values lie between them, in their order. */
export const NAN_CODE = 0;
export const LOWEST_CODE = 1;
export const HIGHEST_CODE = 65_535;

/** The code of the center. */
export const CENTER_CODE = 32_768;

/** The greatest distance there are codes for, in scales: 15 doublings. */
export const MOST_SCALES = 32_768;

const FLOAT_ONE = 0x3f800000;
const FLOAT_INFINITY = 0x7f800000;
const WITHOUT_SIGN = 0x7fffffff;
/** Bits of a 32-bit float's mantissa that a code leaves out, and half of what they count. */
const LEFT_OUT = 12;
const ROUND = 2048;
const BITS_PER_STEP = 1 << LEFT_OUT;

/** Bits of ±(1 + |value − center| / scale) as a code. */
function codeOfBits(bits: number): number {
  const magnitude = bits & WITHOUT_SIGN;
  if (magnitude >= FLOAT_INFINITY) return magnitude > FLOAT_INFINITY ? NAN_CODE : bits < 0 ? LOWEST_CODE : HIGHEST_CODE;
  const steps = (magnitude - FLOAT_ONE + ROUND) >> LEFT_OUT;
  const negative = bits >> 31;
  // −steps for negative bits, without a branch: signs come in no order.
  return CENTER_CODE + (steps ^ negative) - negative;
}

/** The distance from the center with one more scale added to it, away from the center. */
function shifted(value: number, center: number, inverse: number): number {
  const distance = (value - center) * inverse;
  return distance < 0 ? distance - 1 : distance + 1;
}

const float = new Float32Array(1);
const floatBits = new Int32Array(float.buffer);

/** The code of a value no farther from `center` than {@link MOST_SCALES} · scale, or of NaN or an infinity. */
export function codeOf(value: number, center: number, scale: number): number {
  float[0] = shifted(value, center, 1 / scale);
  return codeOfBits(floatBits[0]);
}

/** The value of a finite one's code, which may be a fraction. */
export function valueOf(code: number, center: number, scale: number): number {
  floatBits[0] = FLOAT_ONE + Math.round(Math.abs(code - CENTER_CODE) * BITS_PER_STEP);
  const distance = (float[0] - 1) * scale;
  return code < CENTER_CODE ? center - distance : center + distance;
}

/**
 * Codes rows of one value per unit, two rows at a time. Whole rows of floats, then whole rows of their bits: a processor reads back late what
 * it has just written in other words.
 */
export class RowCoder {
  readonly #center: Float64Array;
  readonly #inverse: Float64Array;
  readonly #low: Float32Array;
  readonly #high: Float32Array;
  readonly #lowBits: Int32Array;
  readonly #highBits: Int32Array;

  constructor({ center, scale }: CodeScales) {
    this.#center = center;
    this.#inverse = scale.map((each) => 1 / each);
    this.#low = new Float32Array(center.length);
    this.#high = new Float32Array(center.length);
    this.#lowBits = new Int32Array(this.#low.buffer);
    this.#highBits = new Int32Array(this.#high.buffer);
  }

  /** Codes of `units` values of `low` from `lowAt` on, and of `high` from `highAt` on, as words of a level from `to` on. */
  code(low: Float32Array, lowAt: number, high: Float32Array, highAt: number, words: Uint32Array, to: number): void {
    shiftRow(low, lowAt, this.#center, this.#inverse, this.#low);
    shiftRow(high, highAt, this.#center, this.#inverse, this.#high);
    codeRows(this.#lowBits, this.#highBits, words, to);
  }
}

function shiftRow(values: Float32Array, at: number, center: Float64Array, inverse: Float64Array, out: Float32Array): void {
  for (let u = 0; u < out.length; u++) out[u] = shifted(values[at + u], center[u], inverse[u]);
}

function codeRows(low: Int32Array, high: Int32Array, words: Uint32Array, to: number): void {
  // The sign of the word does not matter: it is stored as 32 bits.
  for (let u = 0; u < low.length; u++) words[to + u] = codeOfBits(low[u]) | (codeOfBits(high[u]) << 16);
}
