import { inSlices } from '../time-slices';

/** Points tested between two looks at the clock. */
const BATCH = 16_384;

/** Horizontal bands a polygon is cut into: a point is tested against the edges of its own band only. */
const BANDS = 256;

/**
 * A closed polygon to test points against by the even-odd rule: what an outline encloses an even number of times is outside.
 * Edges are sorted into horizontal bands, so that a test costs a few edges however long the outline is.
 */
export class Polygon {
  readonly #outline: Float32Array;
  readonly #minX: number;
  readonly #maxX: number;
  readonly #minY: number;
  readonly #maxY: number;
  /** Edges of band b: those at `#starts[b]` … `#starts[b + 1]` of `#edges`, each the index of its first corner. */
  readonly #starts = new Uint32Array(BANDS + 1);
  readonly #edges: Uint32Array;

  /** @param outline Corners, row-major [m, 2], the last joined to the first; finite. */
  constructor(outline: Float32Array) {
    this.#outline = outline;
    const corners = outline.length >> 1;
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < corners; i++) {
      minX = Math.min(minX, outline[2 * i]);
      maxX = Math.max(maxX, outline[2 * i]);
      minY = Math.min(minY, outline[2 * i + 1]);
      maxY = Math.max(maxY, outline[2 * i + 1]);
    }
    [this.#minX, this.#minY, this.#maxX, this.#maxY] = [minX, minY, maxX, maxY];

    const spans = Array.from({ length: corners }, (_, i) => {
      const [a, b] = [outline[2 * i + 1], outline[2 * ((i + 1) % corners) + 1]];
      return [this.#band(Math.min(a, b)), this.#band(Math.max(a, b))] as const;
    });
    for (const [from, to] of spans) for (let band = from; band <= to; band++) this.#starts[band + 1]++;
    for (let band = 0; band < BANDS; band++) this.#starts[band + 1] += this.#starts[band];
    this.#edges = new Uint32Array(this.#starts[BANDS]);
    const next = this.#starts.slice();
    spans.forEach(([from, to], i) => {
      for (let band = from; band <= to; band++) this.#edges[next[band]++] = i;
    });
  }

  contains(x: number, y: number): boolean {
    if (!(x >= this.#minX && x <= this.#maxX && y >= this.#minY && y <= this.#maxY)) return false;
    const outline = this.#outline;
    const band = this.#band(y);
    let inside = false;
    for (let e = this.#starts[band]; e < this.#starts[band + 1]; e++) {
      const a = 2 * this.#edges[e];
      const b = a + 2 < outline.length ? a + 2 : 0;
      const yA = outline[a + 1];
      const yB = outline[b + 1];
      // Half open, so that a corner belongs to one of its two edges.
      if (yA > y !== yB > y && x < outline[a] + ((y - yA) / (yB - yA)) * (outline[b] - outline[a])) inside = !inside;
    }
    return inside;
  }

  #band(y: number): number {
    const share = (y - this.#minY) / (this.#maxY - this.#minY);
    return share > 0 ? Math.min(BANDS - 1, Math.floor(share * BANDS)) : 0;
  }
}

/** Corners of a box between two opposite ones, row-major [4, 2]. */
export function boxOutline(x: number, y: number, otherX: number, otherY: number): Float32Array {
  return Float32Array.of(x, y, otherX, y, otherX, otherY, x, otherY);
}

/**
 * Ids of the points within `outline` (see {@link Polygon}), ascending, in slices that leave the page responsive.
 * @param positions Row-major [n, 2].
 * @param outline Corners, row-major [m, 2]; fewer than three enclose nothing.
 * @param without [n] or more, 1 = left out.
 */
export async function pointsWithin(
  positions: Float32Array,
  outline: Float32Array,
  { without = null, signal }: { without?: Uint8Array | null; signal?: AbortSignal } = {},
): Promise<Uint32Array> {
  if (outline.length < 6) return new Uint32Array(0);
  const polygon = new Polygon(outline);
  const found = new Uint32Array(positions.length >> 1);
  let count = 0;
  await inSlices(found.length, BATCH, (from, to) => {
    for (let id = from; id < to; id++) {
      if (polygon.contains(positions[2 * id], positions[2 * id + 1]) && without?.[id] !== 1) found[count++] = id;
    }
  }, signal);
  return found.slice(0, count);
}
