import type { Bounds } from '../draw/view';
import { inSlices } from '../time-slices';

/** Standard deviation of the smoothing, cells: enough for smooth contours, few enough to be cheap. */
const BANDWIDTH = 6;

/** Empty cells around the points, in bandwidths, so that a hill at the edge of the map falls off inside the grid. */
const MARGIN = 2;

/** Where the cells of a square grid are. */
export interface GridFrame {
  /** Cells along either axis. */
  readonly size: number;
  /** Lower left corner of cell (0, 0), layout units. */
  readonly x: number;
  readonly y: number;
  /** Side of a cell, layout units. */
  readonly cell: number;
}

/** A kernel density estimate on a square grid over a layout. */
export interface DensityGrid extends GridFrame {
  /** Standard deviation of the Gaussian, cells. */
  readonly bandwidth: number;
  /** Points per cell, row-major [size, size], y upwards. */
  readonly values: Float32Array;
}

/** What a density is taken of. */
export interface DensityOptions {
  bounds: Bounds;
  /** Cells along either axis. */
  size: number;
  /** [n], 1 = not counted. */
  muted?: Uint8Array | null;
  signal?: AbortSignal;
}

/** Cell of a layout point, or −1 outside the grid. */
export function cellAt({ size, x, y, cell }: GridFrame, px: number, py: number): number {
  const column = Math.floor((px - x) / cell);
  const row = Math.floor((py - y) / cell);
  return column >= 0 && row >= 0 && column < size && row < size ? row * size + column : -1;
}

/** Points of weight 1 that a smoothed value stands for: its variance is value / (4πσ²), as of so many counted points. */
export function effectivePoints({ bandwidth }: DensityGrid, value: number): number {
  return value * 4 * Math.PI * bandwidth ** 2;
}

/** Density of positions row-major [n, 2], Gaussian-smoothed, in slices that leave the page responsive. */
export async function densityGrid(positions: Float32Array, { bounds, size, muted, signal }: DensityOptions): Promise<DensityGrid> {
  const extent = Math.max(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY) || 1;
  const cell = extent / (size - 2 * MARGIN * BANDWIDTH);
  const grid: DensityGrid = {
    size, cell, bandwidth: BANDWIDTH, values: new Float32Array(size * size),
    x: (bounds.minX + bounds.maxX - size * cell) / 2,
    y: (bounds.minY + bounds.maxY - size * cell) / 2,
  };
  const counts = grid.values;
  await inSlices(positions.length >> 1, 16_384, (from, to) => {
    for (let i = from; i < to; i++) {
      if (muted?.[i]) continue;
      const at = cellAt(grid, positions[2 * i], positions[2 * i + 1]);
      if (at >= 0) counts[at]++;
    }
  }, signal);
  // A separable blur is the same blur along rows twice, transposing as it goes.
  const turned = new Float32Array(size * size);
  const kernel = gaussian(BANDWIDTH);
  await inSlices(size, 16, (from, to) => blurRows(counts, turned, size, kernel, from, to), signal);
  await inSlices(size, 16, (from, to) => blurRows(turned, counts, size, kernel, from, to), signal);
  return grid;
}

/** One half of a Gaussian that sums to 1 over both, the middle first; cut at 3σ. */
function gaussian(sigma: number): Float32Array {
  const half = Float32Array.from({ length: Math.ceil(3 * sigma) + 1 }, (_, i) => Math.exp(-0.5 * (i / sigma) ** 2));
  const sum = half.reduce((total, weight) => total + 2 * weight, -half[0]);
  return half.map((weight) => weight / sum);
}

/** Blurs rows `from` … `to` of `source` along x into columns of `target`. */
function blurRows(source: Float32Array, target: Float32Array, size: number, kernel: Float32Array, from: number, to: number): void {
  const reach = kernel.length - 1;
  const padded = new Float32Array(size + 2 * reach);
  for (let row = from; row < to; row++) {
    padded.set(source.subarray(row * size, (row + 1) * size), reach);
    for (let column = 0; column < size; column++) {
      const middle = column + reach;
      let sum = kernel[0] * padded[middle];
      for (let i = 1; i <= reach; i++) sum += kernel[i] * (padded[middle - i] + padded[middle + i]);
      target[column * size + row] = sum;
    }
  }
}
