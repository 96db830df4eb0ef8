/** Rows on a map; −1 for a word that is not on it. */
export interface AnalogyRows {
  positive: readonly number[];
  negative: readonly number[];
  answer: number;
}

/**
 * The arrows of an analogy, row by row [from, to]. `king − man + woman = queen`: what leads from man to woman leads from
 * king to queen, two arrows that are parallel where the map keeps the analogy. Otherwise from every word added to the answer.
 */
export function analogyArrows({ positive, negative, answer }: AnalogyRows): [from: number, to: number][] {
  const arrows: [number, number][] = positive.length === 2 && negative.length === 1
    ? [[negative[0], positive[1]], [positive[0], answer]]
    : positive.map((row) => [row, answer]);
  return arrows.filter(([from, to]) => from >= 0 && to >= 0 && from !== to);
}

/** Segments [m, 4] of arrows between rows of `positions`, row-major [n, 2], layout units; those without a place are left out. */
export function arrowSegments(arrows: readonly (readonly [number, number])[], positions: Float32Array): Float32Array {
  const placed = arrows.filter(([from, to]) => 2 * Math.max(from, to) + 1 < positions.length);
  return Float32Array.from(placed.flatMap(([from, to]) => [...positions.subarray(2 * from, 2 * from + 2), ...positions.subarray(2 * to, 2 * to + 2)]));
}
