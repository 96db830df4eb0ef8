import { createRandom } from '../random';

/**
 * A seeded permutation of 0 … n − 1 (Fisher & Yates): slot s of the vertex buffers holds point `order[s]`,
 * so that every prefix is an even sample of the points and no group is painted over by the next.
 */
export function drawOrder(n: number, seed = 0): Uint32Array {
  const order = new Uint32Array(n);
  const random = createRandom(seed);
  for (let i = 0; i < n; i++) {
    const j = Math.floor(random() * (i + 1));
    order[i] = order[j];
    order[j] = i;
  }
  return order;
}
