import KDBush from 'kdbush';
import { nextTask } from '../next-task';

/**
 * Points per tree. A tree of so many is built in 2 ms, in 15 before the browser has optimised the sort, so that no task
 * holds the page up; a search asks every tree, 42 of them for 341,479 points.
 */
const SHARD_POINTS = 8192;

interface Shard {
  first: number;
  tree: KDBush;
}

/**
 * Finds the point nearest to a place. While the layout moves every search is one linear pass over the positions
 * (1 ms for 341,479 points); after {@link PointIndex.settle} it asks k-d trees.
 */
export class PointIndex {
  #positions: Float32Array = new Float32Array(0);
  #muted: Uint8Array | null = null;
  #shards: Shard[] | null = null;
  #run = 0;

  /** Row-major [n, 2]; kept, not copied. Values may change as long as this is called again afterwards. */
  setPositions(positions: Float32Array): void {
    this.#positions = positions;
    this.#shards = null;
    this.#run++;
  }

  /** Points with a 1 are never found; rows beyond the mask are. Kept, not copied; null: all are found. */
  setMuted(mask: Uint8Array | null): void {
    this.#muted = mask;
  }

  /** Whether searches ask the trees. */
  get settled(): boolean {
    return this.#shards !== null;
  }

  /** Builds the trees, one task each; given up when positions change meanwhile. */
  async settle(): Promise<void> {
    const run = ++this.#run;
    const positions = this.#positions;
    const n = positions.length >> 1;
    const shards: Shard[] = [];
    for (let first = 0; first < n; first += SHARD_POINTS) {
      await nextTask();
      if (run !== this.#run) return;
      const count = Math.min(SHARD_POINTS, n - first);
      const tree = new KDBush(count, 64, Float32Array);
      for (let i = first; i < first + count; i++) tree.add(positions[2 * i], positions[2 * i + 1]);
      shards.push({ first, tree: tree.finish() });
    }
    this.#shards = shards;
  }

  /** The nearest point within `radius` (layout units) of (x, y), or −1. Of equally near ones the lowest id. */
  nearest(x: number, y: number, radius: number): number {
    if (!this.#shards) return this.#scan(x, y, radius);
    let best = -1;
    let bestDistance = radius * radius;
    const positions = this.#positions;
    for (const { first, tree } of this.#shards) {
      for (const local of tree.within(x, y, Math.sqrt(bestDistance))) {
        const id = first + local;
        if (this.#muted?.[id] === 1) continue;
        const distance = (positions[2 * id] - x) ** 2 + (positions[2 * id + 1] - y) ** 2;
        if (distance < bestDistance || (distance === bestDistance && (best < 0 || id < best))) {
          best = id;
          bestDistance = distance;
        }
      }
    }
    return best;
  }

  #scan(x: number, y: number, radius: number): number {
    const positions = this.#positions;
    let best = -1;
    let bestDistance = radius * radius;
    for (let at = 0, id = 0; at < positions.length; at += 2, id++) {
      const dx = positions[at] - x;
      const dy = positions[at + 1] - y;
      const distance = dx * dx + dy * dy;
      if (distance < bestDistance || (distance === bestDistance && best < 0)) {
        if (this.#muted?.[id] === 1) continue;
        best = id;
        bestDistance = distance;
      }
    }
    return best;
  }
}
