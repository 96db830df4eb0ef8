/** Size levels are so far apart; six of them above the smallest is 1. */
const LEVELS_PER_DIAMETER = 12;
const SMALLEST = 0.5;
const LARGEST = 3;

const HOLLOW = 1 << 5;
const DIM = 1 << 6;

/**
 * Colour and look of a vertex in one word, whose bytes lie in memory as R, G, B and flags (on every machine with a WebGL
 * today): size level in bits 0–4, hollow in 5, dim in 6. `points.vert` reads it back.
 *
 * @param color Bytes R, G, B; the fourth is not read.
 * @param size Diameter relative to that of other points, 0.5 … 3, kept to a 24th; NaN and undefined are 1.
 * @param hollow An open ring instead of a disc: the mark of a missing value.
 * @param dim Outside the selection.
 */
export function packLook(color: number, size: number | undefined, hollow: boolean, dim: boolean): number {
  const level = Math.round((Math.min(LARGEST, Math.max(SMALLEST, size || 1)) - SMALLEST) * LEVELS_PER_DIAMETER);
  return ((color & 0xffffff) | ((level | (hollow ? HOLLOW : 0) | (dim ? DIM : 0)) << 24)) >>> 0;
}
