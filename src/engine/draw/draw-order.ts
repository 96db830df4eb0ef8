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
