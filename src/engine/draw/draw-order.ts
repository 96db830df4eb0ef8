const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

function coprime(a: number, b: number): boolean {
  while (b > 0) [a, b] = [b, a % b];
  return a === 1;
}

/** The whole number nearest above n / φ that shares no factor with n. */
function stepOf(n: number): number {
  let step = Math.max(1, Math.round(n * GOLDEN_RATIO));
  while (!coprime(step, n)) step++;
  return step;
}

/**
 * The points in slots first … first + count − 1 of the vertex buffers: slot s holds point (s · step) mod n with a step
 * near n / φ. By the golden ratio's even spread of s · φ mod 1 every prefix is an even sample of the rows, and no group
 * is painted over by the next. A permutation of 0 … n − 1 that needs no table, so that points come and go at no cost.
 */
export function drawOrder(n: number, first = 0, count = n - first, into = new Uint32Array(count)): Uint32Array {
  const step = stepOf(n);
  let id = (first * step) % n;
  for (let i = 0; i < count; i++) {
    into[i] = id;
    id += step;
    if (id >= n) id -= n;
  }
  return into.subarray(0, count);
}

/** {@link drawOrder} of the points whose mask is not 1, followed by that of the others; rows beyond the mask are not masked. */
export function maskedOrder(n: number, mask: Uint8Array, into: Uint32Array = new Uint32Array(n)): Uint32Array {
  const step = stepOf(n);
  let front = 0;
  let end = unmasked(n, mask);
  for (let slot = 0, id = 0; slot < n; slot++) {
    if (mask[id] === 1) into[end++] = id;
    else into[front++] = id;
    id += step;
    if (id >= n) id -= n;
  }
  return into.subarray(0, n);
}

/** How many of the first n points are not masked. */
export function unmasked(n: number, mask: Uint8Array): number {
  let count = n;
  for (let id = Math.min(n, mask.length) - 1; id >= 0; id--) count -= mask[id] === 1 ? 1 : 0;
  return count;
}
