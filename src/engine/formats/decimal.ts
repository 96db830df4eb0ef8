/** Powers of ten that float64 holds exactly. */
const EXACT_POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** Digits that float64 always holds exactly. */
const EXACT_DIGITS = 15;

const [PLUS, MINUS, DOT, ZERO, NINE, LOWER_E, UPPER_E] = Array.from('+-.09eE', (char) => char.charCodeAt(0));

const ascii = new TextDecoder();

const isDigit = (byte: number) => byte >= ZERO && byte <= NINE;

/**
 * The decimal number in `bytes[from … to)`, rounded as by `Number`, or NaN where those bytes are none. Up to 15 digits
 * and powers up to 22 are one exact product or quotient (Clinger 1990); the rest is left to `Number`.
 */
export function parseDecimal(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const negative = bytes[at] === MINUS;
  if (at < to && (negative || bytes[at] === PLUS)) at++;
  let mantissa = 0;
  let digits = 0;
  let significant = 0;
  let exponent = 0;
  for (let fraction = false; at < to; at++) {
    const byte = bytes[at];
    if (isDigit(byte)) {
      digits++;
      if (significant > 0 || byte !== ZERO) significant++;
      mantissa = mantissa * 10 + (byte - ZERO);
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
  if (significant > EXACT_DIGITS || Math.abs(exponent) >= EXACT_POWERS.length) {
    return Number(ascii.decode(bytes.subarray(from, to)));
  }
  const value = exponent < 0 ? mantissa / EXACT_POWERS[-exponent] : mantissa * EXACT_POWERS[exponent];
  return negative ? -value : value;
}
