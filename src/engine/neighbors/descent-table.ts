import type { Random } from '../random';
import type { Pace } from './search-pace';

/** Sizes of lists and tables; see the kernel `pull-neighbors` for their codes. */
export interface DescentShape {
  points: number;
  /** Entries of a list. */
  length: number;
  /** Places in a row of the table for fresh neighbours, and for old ones. */
  fresh: number;
  old: number;
}

/** Rows between two looks at the clock. */
const SLICE = 512;

/**
 * Neighbours sampled for every point for one round, row-major [points, fresh + old]: those in its list and those in
 * whose list it is, each with the same chance (reservoir sampling; Vitter 1985), up to what there is room for.
 * Fresh entries of `lists` that are taken are old afterwards.
 */
export async function sampleTable(lists: Int32Array, { points, length, fresh, old }: DescentShape, random: Random, pace: Pace): Promise<Int32Array> {
  const width = fresh + old;
  const table = new Int32Array(points * width).fill(-1);
  const met = new Uint32Array(2 * points);

  const offer = (row: number, neighbor: number, isFresh: number) => {
    const first = row * width + (isFresh === 1 ? 0 : fresh);
    const room = isFresh === 1 ? fresh : old;
    // Two points that name each other are offered twice.
    for (let s = first; s < first + room; s++) if (table[s] === neighbor) return;
    const before = met[2 * row + isFresh]++;
    const place = before < room ? before : Math.floor(random() * (before + 1));
    if (place < room) table[first + place] = neighbor;
  };

  for (let row = 0; row < points; row++) {
    for (let s = row * length; s < (row + 1) * length && lists[s] >= 0; s++) {
      const neighbor = lists[s] >> 1;
      offer(row, neighbor, lists[s] & 1);
      offer(neighbor, row, lists[s] & 1);
    }
    if (row % SLICE === SLICE - 1) await pace();
  }
  for (let row = 0; row < points; row++) {
    const taken = table.subarray(row * width, row * width + fresh);
    for (let s = row * length; s < (row + 1) * length; s++) {
      if (lists[s] >= 0 && (lists[s] & 1) === 1 && taken.includes(lists[s] >> 1)) lists[s]--;
    }
    if (row % SLICE === SLICE - 1) await pace();
  }
  return table;
}

/** The points before and behind each in some orders, `reach` each way, row-major [points, 2 · reach · orders]; −1 beyond an end. */
export async function windowTable(orders: readonly Int32Array[], reach: number, pace: Pace): Promise<Int32Array> {
  const [{ length: points }] = orders;
  const width = 2 * reach * orders.length;
  const table = new Int32Array(points * width).fill(-1);
  for (const [o, order] of orders.entries()) {
    for (let position = 0; position < points; position++) {
      const first = order[position] * width + 2 * reach * o;
      for (let step = 1; step <= reach; step++) {
        if (position >= step) table[first + 2 * step - 2] = order[position - step];
        if (position + step < points) table[first + 2 * step - 1] = order[position + step];
      }
      if (position % SLICE === SLICE - 1) await pace();
    }
  }
  return table;
}

/** Lists to begin with: for every point the ones at the same random distances in row number, all fresh. */
export function randomLists(points: number, length: number, random: Random): Int32Array {
  const steps = new Set<number>();
  while (steps.size < length) steps.add(1 + Math.floor(random() * (points - 1)));
  const lists = new Int32Array(points * length);
  for (let row = 0, at = 0; row < points; row++) for (const step of steps) lists[at++] = 2 * ((row + step) % points) + 1;
  return lists;
}
