import { boundsOf, type Bounds } from '../draw/view';
import { inSlices } from '../time-slices';
import { cellAt, densityGrid, type GridFrame } from './density-grid';
import { densityPeaks } from './density-peaks';

/** Cells along an axis of the coarsest level; each level's bandwidth is the one before divided by √2. */
const FIRST_SIZE = 128;
const LEVEL_RATIO = Math.SQRT2;

/** A region of fewer points has no name. */
const MIN_POINTS = 8;

/** A map of fewer points has no regions. */
export const MIN_MAP_POINTS = 200;

/** The finest level has regions of a few dozen points on a large map. */
const LEVELS = 7;

/** A dense part of the map. */
export interface MapRegion {
  /** Index within its level; the densest first. */
  readonly id: number;
  /** 0 is the coarsest. */
  readonly level: number;
  /** Its densest place, layout units. */
  readonly x: number;
  readonly y: number;
  /** Root mean square distance of its points from there, layout units. */
  readonly radius: number;
  /** Number of points. */
  readonly points: number;
}

/** The regions found at one bandwidth. */
export interface RegionLevel {
  readonly frame: GridFrame;
  /** Standard deviation of the density's Gaussian, layout units. */
  readonly bandwidth: number;
  /** Region of every cell, or −1; row-major, y upwards. */
  readonly cells: Int16Array;
  readonly regions: readonly MapRegion[];
}

/**
 * The dense regions of a layout, row-major [n, 2], from few large ones to many small ones: the bandwidth of the density
 * shrinks from level to level, as far as there are points enough. Muted points ([n], 1) do not count. In slices; the same input gives the same regions.
 */
export async function mapRegions(positions: Float32Array, { muted = null, signal }: { muted?: Uint8Array | null; signal?: AbortSignal } = {}): Promise<RegionLevel[]> {
  const n = positions.length >> 1;
  const bounds = n < MIN_MAP_POINTS ? null : boundsOf(positions);
  if (!bounds) return [];
  const levels: RegionLevel[] = [];
  for (let level = 0; level < LEVELS; level++) levels.push(await regionLevel(positions, bounds, level, muted, signal));
  // Where a finer bandwidth tells fewer regions apart the points are too few for it.
  const most = Math.max(...levels.map(({ regions }) => regions.length));
  return levels.slice(0, levels.findLastIndex(({ regions }) => regions.length === most) + 1);
}

/** Ids of the points in a region, ascending. */
export function regionPoints(level: RegionLevel, region: number, positions: Float32Array, muted: Uint8Array | null = null): number[] {
  const ids: number[] = [];
  for (let i = 0; 2 * i < positions.length; i++) if (!muted?.[i] && regionAt(level, positions[2 * i], positions[2 * i + 1]) === region) ids.push(i);
  return ids;
}

/** The region at a layout point, or −1. */
export function regionAt({ frame, cells }: RegionLevel, x: number, y: number): number {
  const at = cellAt(frame, x, y);
  return at < 0 ? -1 : cells[at];
}

async function regionLevel(positions: Float32Array, bounds: Bounds, level: number, muted: Uint8Array | null, signal?: AbortSignal): Promise<RegionLevel> {
  const grid = await densityGrid(positions, { bounds, size: Math.round(FIRST_SIZE * LEVEL_RATIO ** level), muted, signal });
  const { size, x, y, cell } = grid;
  const frame = { size, x, y, cell };
  const peaks = await densityPeaks(grid, signal);
  const centres = Array.from(peaks.summits, (summit) => centre(frame, summit));
  const { points, squares } = await measure(positions, frame, peaks.hills, centres, muted, signal);
  const kept = new Int16Array(centres.length).fill(-1);
  const regions: MapRegion[] = [];
  for (const [hill, place] of centres.entries()) {
    if (points[hill] < MIN_POINTS) continue;
    kept[hill] = regions.length;
    regions.push({ id: regions.length, level, ...place, radius: Math.sqrt(squares[hill] / points[hill]), points: points[hill] });
  }
  return { frame, bandwidth: grid.bandwidth * cell, cells: Int16Array.from(peaks.hills, (hill) => (hill < 0 ? -1 : kept[hill])), regions };
}

function centre({ size, x, y, cell }: GridFrame, at: number): { x: number; y: number } {
  return { x: x + ((at % size) + 0.5) * cell, y: y + (Math.floor(at / size) + 0.5) * cell };
}

/** Points of every hill, and the sum of their squared distances from its summit. */
async function measure(
  positions: Float32Array, frame: GridFrame, hills: Int32Array, centres: readonly { x: number; y: number }[], muted: Uint8Array | null, signal?: AbortSignal,
): Promise<{ points: Uint32Array; squares: Float64Array }> {
  const points = new Uint32Array(centres.length);
  const squares = new Float64Array(centres.length);
  await inSlices(positions.length >> 1, 16_384, (from, to) => {
    for (let i = from; i < to; i++) {
      const at = muted?.[i] ? -1 : cellAt(frame, positions[2 * i], positions[2 * i + 1]);
      const hill = at < 0 ? -1 : hills[at];
      if (hill < 0) continue;
      points[hill]++;
      squares[hill] += (positions[2 * i] - centres[hill].x) ** 2 + (positions[2 * i + 1] - centres[hill].y) ** 2;
    }
  }, signal);
  return { points, squares };
}
