import type { Random } from '../random';
import type { Pace } from './search-pace';
import type { SearchVectors } from './search-vectors';

/** Parts that are not cut any more, points. */
const LEAF = 16;

/** Products between two looks at the clock. */
const SLICE = 1 << 20;

/**
 * All rows in an order in which near ones tend to be close: the leaves of a random projection tree (Dasgupta & Freund
 * 2008). Each part is cut at the median along the direction between two of its points; halves are equal whatever the
 * data, so that identical points are no trouble.
 */
export async function projectionOrder({ values, dimensions }: SearchVectors, random: Random, pace: Pace): Promise<Int32Array> {
  const points = values.length / dimensions;
  const order = Int32Array.from({ length: points }, (_, i) => i);
  const projected = new Float32Array(points);
  const direction = new Float32Array(dimensions);
  const parts: [number, number][] = [[0, points]];
  let products = 0;
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const [from, to] = part;
    if (to - from <= LEAF) continue;
    const a = order[from + Math.floor(random() * (to - from))] * dimensions;
    const b = order[from + Math.floor(random() * (to - from))] * dimensions;
    for (let d = 0; d < dimensions; d++) direction[d] = values[a + d] - values[b + d];
    for (let i = from; i < to; i++) {
      let sum = 0;
      for (let d = 0, at = order[i] * dimensions; d < dimensions; d++) sum += direction[d] * values[at + d];
      projected[i] = sum;
      products += dimensions;
      if (products < SLICE) continue;
      products = 0;
      await pace();
    }
    const middle = (from + to) >> 1;
    partition(projected, order, from, to, middle);
    parts.push([middle, to], [from, middle]);
  }
  return order;
}

/** Hoare's selection: afterwards no key of from … middle − 1 is above one of middle … to − 1; `order` moves along. */
function partition(keys: Float32Array, order: Int32Array, from: number, to: number, middle: number): void {
  let left = from;
  let right = to - 1;
  while (left < right) {
    const pivot = keys[(left + right) >> 1];
    let i = left;
    let j = right;
    while (i <= j) {
      while (keys[i] < pivot) i++;
      while (keys[j] > pivot) j--;
      if (i > j) break;
      [keys[i], keys[j]] = [keys[j], keys[i]];
      [order[i], order[j]] = [order[j], order[i]];
      i++;
      j--;
    }
    if (middle <= j) right = j;
    else if (middle >= i) left = i;
    else return;
  }
}
