import { contours } from 'd3-contour';
import { inSlices } from '../time-slices';
import type { DensityGrid } from './density-grid';

/** One iso-line of a density. */
export interface ContourLine {
  /** Points per cell of the grid. */
  readonly density: number;
  /** Row-major [m, 4]: x1, y1, x2, y2, layout units. */
  readonly segments: Float32Array;
}

/** Shares of the points that the lines enclose, from the outermost line in. */
const ENCLOSED = [0.97, 0.9, 0.75, 0.6, 0.45, 0.3, 0.15];

/**
 * Iso-lines of a density from the outermost in, by marching squares (d3-contour), one slice of work each. A line is the
 * border of the smallest area that holds a share of the points (highest density region, Hyndman 1996), which suits maps
 * of even and of uneven density alike. None for an empty grid.
 */
export async function contourLines(grid: DensityGrid, signal?: AbortSignal): Promise<ContourLine[]> {
  const heights = enclosing(grid.values, ENCLOSED);
  const lines: ContourLine[] = [];
  if (heights.length === 0) return lines;
  const generator = contours().size([grid.size, grid.size]);
  const values = Array.from(grid.values);
  await inSlices(heights.length, 1, (line) => {
    const density = heights[line];
    lines.push({ density, segments: toSegments(generator.contour(values, density).coordinates, grid) });
  }, signal);
  return lines;
}

/** For every share the highest value such that the cells above it hold that share of all points. */
function enclosing(values: Float32Array, shares: readonly number[]): number[] {
  const sorted = values.filter((value) => value > 0).sort().reverse();
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const heights: number[] = [];
  for (let at = 0, sum = 0; at < sorted.length && heights.length < shares.length; at++) {
    sum += sorted[at];
    while (heights.length < shares.length && sum >= shares[shares.length - 1 - heights.length] * total) heights.push(sorted[at]);
  }
  return heights.reverse();
}

/** Rings in cells, where a cell's value stands at its middle, as segments in layout units. */
function toSegments(polygons: number[][][][], { x, y, cell }: DensityGrid): Float32Array {
  const rings = polygons.flat();
  const segments = new Float32Array(4 * rings.reduce((sum, ring) => sum + ring.length - 1, 0));
  let at = 0;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      segments[at++] = x + ring[i - 1][0] * cell;
      segments[at++] = y + ring[i - 1][1] * cell;
      segments[at++] = x + ring[i][0] * cell;
      segments[at++] = y + ring[i][1] * cell;
    }
  }
  return segments;
}
