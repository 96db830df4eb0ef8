import type { Random } from '../random';
import type { Affinities } from './affinities';

/** Half the side of the square in which a point lands around its place, layout units: no two land on one spot. */
const JITTER = 0.05;

/**
 * Places new rows into a layout: each at the mean of its placed neighbours, weighted by P, in rounds from the
 * placed rows outwards. A row that no chain of neighbours joins to the layout starts at the layout's mean.
 *
 * @param placed row-major [m, 2], the first m rows of P.
 * @returns row-major [points, 2], the first m rows unchanged.
 */
export function placeByNeighbors({ rowOffsets, columns, weights }: Affinities, placed: Float32Array, random: Random): Float32Array {
  const points = rowOffsets.length - 1;
  const known = placed.length / 2;
  const positions = new Float32Array(2 * points);
  positions.set(placed);
  const stands = new Uint8Array(points);
  stands.fill(1, 0, known);
  let waiting = Array.from({ length: points - known }, (_, i) => known + i);
  const jitter = () => JITTER * (2 * random() - 1);
  while (waiting.length > 0) {
    const landed: number[] = [];
    const still: number[] = [];
    for (const i of waiting) {
      let x = 0;
      let y = 0;
      let total = 0;
      for (let e = rowOffsets[i]; e < rowOffsets[i + 1]; e++) {
        const j = columns[e];
        if (stands[j] === 0) continue;
        x += weights[e] * positions[2 * j];
        y += weights[e] * positions[2 * j + 1];
        total += weights[e];
      }
      if (total > 0) {
        positions[2 * i] = x / total + jitter();
        positions[2 * i + 1] = y / total + jitter();
        landed.push(i);
      } else still.push(i);
    }
    if (landed.length === 0) break;
    // Only after the round: who lands where must not depend on the order of rows.
    for (const i of landed) stands[i] = 1;
    waiting = still;
  }
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < known; i++) {
    meanX += placed[2 * i] / known;
    meanY += placed[2 * i + 1] / known;
  }
  for (const i of waiting) {
    positions[2 * i] = meanX + jitter();
    positions[2 * i + 1] = meanY + jitter();
  }
  return positions;
}
