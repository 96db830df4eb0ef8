import type { Pace } from '../neighbors';

/** Points up to which a node is scanned rather than split. */
const LEAF = 12;

/** Nodes larger than this are split in a slice of their own. */
const PACED = 4096;

/**
 * A k-d tree over map positions: balanced whatever the clumps, in flat arrays. The points of a node are a stretch of
 * the arrays, halved by x at even depth and by y at odd depth (Bentley 1975).
 */
export class MapIndex {
  /** Row of the point at each place of the tree, [n]: neighbours in this order are neighbours on the map. */
  readonly rows: Uint32Array;
  readonly #coordinates: readonly [x: Float32Array, y: Float32Array];
  /** Coordinate at which a node is halved, at the place of its middle point, [n]. */
  readonly #splits: Float32Array;
  /** Squared distances of the nearest so far, ascending. */
  #squared = new Float64Array(0);
  // The nodes put off during a search: their ends, axis and the square of the least distance they can hold.
  readonly #from = new Int32Array(64);
  readonly #to = new Int32Array(64);
  readonly #axis = new Uint8Array(64);
  readonly #bound = new Float64Array(64);

  private constructor(positions: Float32Array) {
    const points = positions.length / 2;
    this.rows = Uint32Array.from({ length: points }, (_, i) => i);
    this.#splits = new Float32Array(points);
    this.#coordinates = [new Float32Array(points), new Float32Array(points)];
    for (let i = 0; i < points; i++) for (const axis of [0, 1]) this.#coordinates[axis][i] = positions[2 * i + axis];
  }

  /** Indexes finite positions, row-major [n, 2]. */
  static async build(positions: Float32Array, pace: Pace): Promise<MapIndex> {
    const index = new MapIndex(positions);
    const nodes: [from: number, to: number, axis: number][] = [[0, positions.length / 2 - 1, 0]];
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      const [from, to, axis] = node;
      if (to - from < LEAF) continue;
      const middle = (from + to) >> 1;
      index.#select(from, to, middle, axis);
      index.#splits[middle] = index.#coordinates[axis][middle];
      nodes.push([from, middle, 1 - axis], [middle + 1, to, 1 - axis]);
      if (to - from > PACED) await pace();
    }
    return index;
  }

  /**
   * Writes the rows of the k nearest of the point at `place` of the tree to `into[at … at + k)`, nearest first and
   * without the point itself; k < n. Among equally distant points the choice is arbitrary, but always the same.
   */
  nearest(place: number, k: number, into: Uint32Array, at: number): void {
    const [xs, ys] = this.#coordinates;
    const x = xs[place];
    const y = ys[place];
    if (this.#squared.length !== k) this.#squared = new Float64Array(k);
    this.#squared.fill(Infinity);
    const farthest = k - 1;
    this.#putOff(0, 0, xs.length - 1, 0, 0);
    for (let waiting = 1; waiting > 0;) {
      waiting--;
      const bound = this.#bound[waiting];
      if (bound >= this.#squared[farthest]) continue;
      let from = this.#from[waiting];
      let to = this.#to[waiting];
      let axis = this.#axis[waiting];
      while (to - from >= LEAF) {
        const middle = (from + to) >> 1;
        const offset = (axis === 0 ? x : y) - this.#splits[middle];
        const far = Math.max(bound, offset * offset);
        axis = 1 - axis;
        if (offset < 0) {
          this.#putOff(waiting++, middle + 1, to, axis, far);
          to = middle;
        } else {
          this.#putOff(waiting++, from, middle, axis, far);
          from = middle + 1;
        }
      }
      this.#scan(from, to, place, k, into, at);
    }
  }

  /** Takes in the points of a stretch that are among the k nearest so far. */
  #scan(from: number, to: number, place: number, k: number, into: Uint32Array, at: number): void {
    const [xs, ys] = this.#coordinates;
    const x = xs[place];
    const y = ys[place];
    const squared = this.#squared;
    let farthest = squared[k - 1];
    for (let p = from; p <= to; p++) {
      const dx = xs[p] - x;
      const dy = ys[p] - y;
      const distance = dx * dx + dy * dy;
      if (distance >= farthest || p === place) continue;
      let slot = k - 1;
      for (; slot > 0 && squared[slot - 1] > distance; slot--) {
        squared[slot] = squared[slot - 1];
        into[at + slot] = into[at + slot - 1];
      }
      squared[slot] = distance;
      into[at + slot] = this.rows[p];
      farthest = squared[k - 1];
    }
  }

  #putOff(slot: number, from: number, to: number, axis: number, bound: number): void {
    this.#from[slot] = from;
    this.#to[slot] = to;
    this.#axis[slot] = axis;
    this.#bound[slot] = bound;
  }

  /** Orders a stretch so that what precedes `middle` is not above it on the axis and what follows not below (Hoare 1961). */
  #select(from: number, to: number, middle: number, axis: number): void {
    const values = this.#coordinates[axis];
    while (from < to) {
      const pivot = values[(from + to) >> 1];
      let i = from;
      let j = to;
      while (i <= j) {
        while (values[i] < pivot) i++;
        while (values[j] > pivot) j--;
        if (i <= j) this.#swap(i++, j--);
      }
      if (middle <= j) to = j;
      else if (middle >= i) from = i;
      else return;
    }
  }

  #swap(i: number, j: number): void {
    const [xs, ys] = this.#coordinates;
    const x = xs[i];
    const y = ys[i];
    const row = this.rows[i];
    xs[i] = xs[j];
    ys[i] = ys[j];
    this.rows[i] = this.rows[j];
    xs[j] = x;
    ys[j] = y;
    this.rows[j] = row;
  }
}
