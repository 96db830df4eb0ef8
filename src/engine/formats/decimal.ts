/** Powers of ten that float64 holds exactly. */
const EXACT_POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** Digits that float64 always holds exactly. */
const EXACT_DIGITS = 15;

/** Digits that two float64 hold exactly, with room for their product by a power of ten. Python writes up to 17. */
const DOUBLE_DIGITS = 19;

/** Splits a float64 into halves of 26 bits (Veltkamp 1968). */
const SPLITTER = 2 ** 27 + 1;

/** Exaggerates a remainder by more than it can be wrong. */
const ZIV = 1 + 2 ** -30;

const [PLUS, MINUS, DOT, ZERO, NINE, LOWER_E, UPPER_E] = Array.from('+-.09eE', (char) => char.charCodeAt(0));

const ascii = new TextDecoder();

const isDigit = (byte: number) => byte >= ZERO && byte <= NINE;

/** What `a · b` loses when it is rounded to `product` (Dekker 1971). */
function productError(a: number, b: number, product: number): number {
  const aBig = SPLITTER * a;
  const aHigh = aBig - (aBig - a);
  const aLow = a - aHigh;
  const bBig = SPLITTER * b;
  const bHigh = bBig - (bBig - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/**
 * (high + low) / power, correctly rounded, or NaN where the rounding is in doubt. One step of long division with exact
 * products gives about 100 bits of the quotient. They settle the rounding unless they lie next to the middle of two
 * float64, which shows where a remainder that is a little longer would be rounded otherwise (Ziv 1991).
 */
function divide(high: number, low: number, power: number): number {
  const first = high / power;
  const product = first * power;
  const second = (high - product - productError(first, power, product) + low) / power;
  const value = first + second;
  const remainder = second - (value - first);
  return value + remainder * ZIV === value ? value : NaN;
}

/**
 * The decimal number in `bytes[from … to)`, rounded as by `Number`, or NaN where those bytes are none. Up to 15 digits
 * and powers up to 22 are one exact product or quotient (Clinger 1990), up to 19 digits below such a power one division
 * in double the precision; the rest is left to `Number`.
 */
export function parseDecimal(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const negative = bytes[at] === MINUS;
  if (at < to && (negative || bytes[at] === PLUS)) at++;
  let mantissa = 0;
  /** Digits beyond those that the mantissa holds exactly. */
  let tail = 0;
  let digits = 0;
  let significant = 0;
  let exponent = 0;
  for (let fraction = false; at < to; at++) {
    const byte = bytes[at];
    if (isDigit(byte)) {
      digits++;
      if (significant > 0 || byte !== ZERO) significant++;
      if (significant <= EXACT_DIGITS) mantissa = mantissa * 10 + (byte - ZERO);
      else tail = tail * 10 + (byte - ZERO);
      if (fraction) exponent--;
    } else if (byte === DOT && !fraction) fraction = true;
    else break;
  }
  if (digits === 0) return NaN;
  if (at < to) {
    if (bytes[at] !== LOWER_E && bytes[at] !== UPPER_E) return NaN;
    at++;
    const down = bytes[at] === MINUS;
    if (at < to && (down || bytes[at] === PLUS)) at++;
    if (at >= to) return NaN;
    let power = 0;
    for (; at < to; at++) {
      if (!isDigit(bytes[at])) return NaN;
      power = power * 10 + (bytes[at] - ZERO);
    }
    exponent += down ? -power : power;
  }
  const value = scale(mantissa, tail, significant, exponent);
  if (Number.isNaN(value)) return Number(ascii.decode(bytes.subarray(from, to)));
  return negative ? -value : value;
}

/** The number of `significant` digits, those beyond the fifteenth in `tail`, times 10 to the exponent; NaN where that takes more than float64. */
function scale(mantissa: number, tail: number, significant: number, exponent: number): number {
  if (Math.abs(exponent) >= EXACT_POWERS.length) return NaN;
  if (significant <= EXACT_DIGITS) return exponent < 0 ? mantissa / EXACT_POWERS[-exponent] : mantissa * EXACT_POWERS[exponent];
  if (significant > DOUBLE_DIGITS || exponent >= 0) return NaN;
  const shift = EXACT_POWERS[significant - EXACT_DIGITS];
  const high = mantissa * shift;
  return divide(high, productError(mantissa, shift, high) + tail, EXACT_POWERS[-exponent]);
}
