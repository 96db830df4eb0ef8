import { inSlices } from '../time-slices';
import { effectivePoints, type DensityGrid } from './density-grid';

/** A summit has to stand above its highest saddle, or above the ground around an island, by so many standard deviations of that difference … */
const SIGNIFICANCE = 3;

/** … and by this share of its own height. */
const RELIEF = 0.12;

/** Ground with fewer effective points than this belongs to no hill. */
const FLOOR_POINTS = 4;

/** A hill ends where the density falls below this share of its summit. */
const FOOT = 0.2;

/** Steps to the eight cells around one. */
const AROUND = [[-1, -1], [0, -1], [1, -1], [-1, 0], [1, 0], [-1, 1], [0, 1], [1, 1]] as const;

/** The hills of a density. */
export interface DensityPeaks {
  /** Cell of each hill's summit, highest first. */
  summits: Uint32Array;
  /** Hill of every cell, or −1. */
  hills: Int32Array;
}

/**
 * Divides a density into the hills around its prominent summits: cells are taken from the highest down, each joins the
 * hill of its highest neighbour, and a summit that does not stand out where two hills meet is given up for the higher
 * one (watershed with persistence: Chazal et al. 2013, "Persistence-based clustering", ToMATo). Deterministic.
 */
export async function densityPeaks(grid: DensityGrid, signal?: AbortSignal): Promise<DensityPeaks> {
  const { size, values } = grid;
  const floor = FLOOR_POINTS / effectivePoints(grid, 1);
  const order = descending(values, floor);
  /** Summit that a cell climbs to; −1 while it has not been reached. */
  const summitOf = new Int32Array(values.length).fill(-1);
  /** A given up summit points to the one it was given up for, every other to itself. */
  const heir = new Int32Array(values.length);
  const find = (summit: number) => {
    while (heir[summit] !== summit) summit = heir[summit] = heir[heir[summit]];
    return summit;
  };
  const near = new Int32Array(AROUND.length);
  await inSlices(order.length, 8192, (from, to) => {
    for (let i = from; i < to; i++) {
      const at = order[i];
      const found = reached(at);
      let highest = 0;
      for (let k = 1; k < found; k++) if (values[near[k]] > values[near[highest]]) highest = k;
      if (found === 0) heir[at] = at;
      const home = found === 0 ? at : summitOf[near[highest]];
      for (let k = 0; k < found; k++) meet(find(home), find(summitOf[near[k]]), at);
      summitOf[at] = find(home);
    }
  }, signal);

  /** Finds the neighbours of a cell that were taken before it, and counts them. */
  function reached(at: number): number {
    const column = at % size;
    const row = (at - column) / size;
    let found = 0;
    for (const [dx, dy] of AROUND) {
      const inside = column + dx >= 0 && column + dx < size && row + dy >= 0 && row + dy < size;
      if (inside && summitOf[at + dy * size + dx] >= 0) near[found++] = at + dy * size + dx;
    }
    return found;
  }

  function meet(a: number, b: number, saddle: number): void {
    if (a === b) return;
    const [lower, higher] = values[a] < values[b] || (values[a] === values[b] && a > b) ? [a, b] : [b, a];
    if (!standsOut(grid, values[lower], values[saddle])) heir[lower] = higher;
  }

  const summits: number[] = [];
  const hillOf = new Map<number, number>();
  const hills = new Int32Array(values.length).fill(-1);
  await inSlices(order.length, 16_384, (from, to) => {
    for (let i = from; i < to; i++) {
      const summit = find(summitOf[order[i]]);
      let hill = hillOf.get(summit);
      // The summit is the first of its cells to come.
      if (hill === undefined) {
        hill = standsOut(grid, values[summit], floor) ? summits.push(summit) - 1 : -1;
        hillOf.set(summit, hill);
      }
      if (values[order[i]] >= FOOT * values[summit]) hills[order[i]] = hill;
    }
  }, signal);
  return { summits: Uint32Array.from(summits), hills };
}

function standsOut(grid: DensityGrid, summit: number, saddle: number): boolean {
  const rise = effectivePoints(grid, summit - saddle);
  // Both estimates vary like counts.
  return summit - saddle >= RELIEF * summit && rise >= SIGNIFICANCE * Math.sqrt(effectivePoints(grid, summit + saddle));
}

/** Cells above `floor`, from the highest down, equal ones in order of cells: a counting sort by 16 bits of the height. */
function descending(values: Float32Array, floor: number): Uint32Array {
  const max = values.reduce((highest, value) => Math.max(highest, value), 0);
  const bins = 65_535;
  const binOf = (value: number) => bins - Math.floor((value / max) * bins);
  const ends = new Uint32Array(bins + 2);
  for (const value of values) if (value > floor) ends[binOf(value) + 1]++;
  for (let bin = 1; bin < ends.length; bin++) ends[bin] += ends[bin - 1];
  const order = new Uint32Array(ends[bins + 1]);
  for (let at = 0; at < values.length; at++) if (values[at] > floor) order[ends[binOf(values[at])]++] = at;
  return order;
}
