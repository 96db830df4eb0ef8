import { boundsOf, type Bounds } from '../draw/view';
import { inSlices } from '../time-slices';

/** Cells along an axis of level l: √2 to the power of l. */
const RATIO = Math.SQRT2;

/** The finest grid has 2048 cells along an axis; what finds no place there comes with the level after it. */
const LEVELS = 23;

/** A level shows only so many ranks per cell: an unimportant point does not get a label because nobody else is near. */
const RANKS_PER_CELL = 40;

/** Cells along an axis, by level; the last holds what found no place before. */
const SIZES = Array.from({ length: LEVELS + 1 }, (_, level) => Math.max(1, Math.round(RATIO ** Math.min(level, LEVELS - 1))));

/** The rows of one level, sorted by cell. */
interface Level {
  ids: Uint32Array;
  /** Cell of each, row-major. */
  cells: Uint32Array;
}

/** What a pyramid is built of. */
export interface PyramidOptions {
  /** Ids from the most important to the least; by default in order of rows. */
  order?: ArrayLike<number> | null;
  /** [n], 1 = not in the pyramid. */
  muted?: Uint8Array | null;
  signal?: AbortSignal;
}

/**
 * Which points deserve a label at which zoom. Level l lays a grid of √2^l cells across the layout; a point belongs to the
 * coarsest level from which on no cell of it has gone to a more important one, and which is fine enough for its rank. So the points up to a level are spread
 * evenly, at most one a cell, and whoever has a label keeps it while one zooms in.
 */
export class LabelPyramid {
  private constructor(
    private readonly bounds: Bounds,
    private readonly extent: number,
    private readonly levels: readonly Level[],
    private readonly levelOfRow: Uint8Array,
  ) {}

  /** Builds one of positions row-major [n, 2], in slices that leave the page responsive. */
  static async build(positions: Float32Array, { order, muted, signal }: PyramidOptions = {}): Promise<LabelPyramid> {
    const n = positions.length >> 1;
    const bounds = boundsOf(positions) ?? { minX: 0, minY: 0, maxX: 1, maxY: 1 };
    const extent = Math.max(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY) || 1;
    const taken = Array.from({ length: LEVELS }, (_, level) => new Uint8Array(SIZES[level] ** 2));
    const levelOfRow = new Uint8Array(n).fill(LEVELS);
    const rows: number[][] = Array.from({ length: LEVELS + 1 }, () => []);
    const cells: number[][] = Array.from({ length: LEVELS + 1 }, () => []);
    const cell = (id: number, size: number) => cellOf((positions[2 * id] - bounds.minX) / extent, size) + size * cellOf((positions[2 * id + 1] - bounds.minY) / extent, size);
    await inSlices(order ? order.length : n, 1024, (from, to) => {
      for (let i = from; i < to; i++) {
        const id = order ? order[i] : i;
        if (id >= n || muted?.[id]) continue;
        let level = LEVELS;
        for (let finer = LEVELS - 1; finer >= 0; finer--) {
          const at = cell(id, SIZES[finer]);
          if (taken[finer][at] || i >= RANKS_PER_CELL * SIZES[finer] ** 2) break;
          taken[finer][at] = 1;
          level = finer;
        }
        levelOfRow[id] = level;
        rows[level].push(id);
        cells[level].push(cell(id, SIZES[level]));
      }
    }, signal);
    const levels: Level[] = [];
    await inSlices(LEVELS + 1, 1, (level) => levels.push(sorted(rows[level], cells[level])), signal);
    return new LabelPyramid(bounds, extent, levels, levelOfRow);
  }

  /** Level whose cells are `cellPx` wide at a zoom, CSS pixels per layout unit; a fraction lies between two levels. */
  levelAt(scale: number, cellPx: number): number {
    return Math.min(LEVELS, Math.max(0, Math.log((this.extent * scale) / cellPx) / Math.log(RATIO)));
  }

  /** Coarsest level that a point belongs to. */
  levelOf(id: number): number {
    return this.levelOfRow[id];
  }

  /** Ids of the points up to a level in a box, at most `limit`, those of coarse levels first. */
  query(box: Bounds, level: number, limit = Infinity): number[] {
    const found: number[] = [];
    for (let at = 0; at <= Math.min(level, LEVELS); at++) this.#addLevel(found, box, at, limit);
    return found;
  }

  #addLevel(found: number[], box: Bounds, level: number, limit: number): void {
    const { ids, cells } = this.levels[level];
    const size = SIZES[level];
    const column = (x: number) => cellOf((x - this.bounds.minX) / this.extent, size);
    const row = (y: number) => cellOf((y - this.bounds.minY) / this.extent, size);
    const [first, last] = [column(box.minX), column(box.maxX)];
    for (let r = row(box.minY); r <= row(box.maxY); r++) {
      for (let at = lowerBound(cells, r * size + first); at < cells.length && cells[at] <= r * size + last; at++) {
        if (found.length >= limit) return;
        found.push(ids[at]);
      }
    }
  }
}

/** Cell of a share of the extent, those outside in the outermost. */
function cellOf(share: number, size: number): number {
  return Math.min(size - 1, Math.max(0, Math.floor(share * size)));
}

/** Bits of a cell that one pass of the sort looks at; cells have at most twice as many. */
const DIGIT_BITS = 11;

/** The most important of a cell first: rows come in order of priority, and a radix sort keeps it. A comparing sort of 200,000 rows held the page for 50 ms. */
function sorted(rows: readonly number[], cells: readonly number[]): Level {
  let level: Level = { ids: Uint32Array.from(rows), cells: Uint32Array.from(cells) };
  let spare: Level = { ids: new Uint32Array(rows.length), cells: new Uint32Array(rows.length) };
  for (let shift = 0; shift < 2 * DIGIT_BITS; shift += DIGIT_BITS) {
    const digit = (cell: number) => (cell >>> shift) & ((1 << DIGIT_BITS) - 1);
    const starts = new Uint32Array((1 << DIGIT_BITS) + 1);
    for (const cell of level.cells) starts[digit(cell) + 1]++;
    for (let i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
    for (let i = 0; i < level.cells.length; i++) {
      const at = starts[digit(level.cells[i])]++;
      spare.ids[at] = level.ids[i];
      spare.cells[at] = level.cells[i];
    }
    [level, spare] = [spare, level];
  }
  return level;
}

/** Index of the first value that is not below `value`. */
function lowerBound(values: Uint32Array, value: number): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (values[middle] < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
