import type { Rgb } from '../color';
import { nextTask } from '../next-task';
import type { CodedLevel, CodeScales } from '../value-codes';
import { allowFloatTextures } from './float-textures';
import { HeatmapLayer, type HeatmapLook, type HeatmapRanks, type HeatmapRows } from './heatmap-layer';
import { HeatmapTiles, type HeatmapLevel, type HeatmapTile } from './heatmap-tiles';
import { clampedHeatmap, fittedHeatmap, type HeatmapExtent, type HeatmapView } from './heatmap-view';
import { contextOf, createCanvas, Surface } from './surface';
import type { Viewport } from './view';

/** What a heatmap shows. Arrays are kept and read when they are needed. */
export interface HeatmapMatrix {
  segments: number;
  units: number;
  /** Row-major [segments, units]. */
  values: Float32Array;
  /** Whether row 0 is the last segment. */
  reversed: boolean;
  /** What codes count from. */
  scales: CodeScales;
  /** Ever coarser. */
  extremes: readonly CodedLevel[];
  /** Row-major [buckets, units] each, ever coarser; null while they are not known: extremes stand in for them. */
  means: readonly { bucket: number; buckets: number; values: Float32Array }[] | null;
}

/** What a scene asks of its owner. */
export interface HeatmapOwner {
  /** The view is another one. */
  viewChanged?(view: HeatmapView): void;
}

/** What was uploaded since the start: tiles of values, and small tables (rows, quantiles, ramps). */
export interface HeatmapUploads {
  tiles: number;
  tables: number;
}

interface Want {
  level: number;
  index: number;
}

/**
 * A matrix of units (rows) and segments (columns) on a canvas. The first frame shows what is known at a coarse level; tiles of the
 * level that fits the zoom come one a task. Palettes, ends and sampling are uniforms.
 */
export class HeatmapScene {
  readonly surface: Surface;
  readonly #owner: HeatmapOwner;
  readonly #layer: HeatmapLayer;
  #tiles: HeatmapTiles | null = null;
  /** Level 0 the values, two segments a bucket, then the extremes, then the means. */
  #levels: readonly HeatmapLevel[] = [];
  #matrix: HeatmapMatrix | null = null;
  #look: HeatmapLook | null = null;
  #ground: Rgb = [1, 1, 1];
  #viewport: Viewport = { width: 1, height: 1 };
  #pixelRatio = 1;
  #view: HeatmapView = { column: 0, row: 0, cellWidth: 1, cellHeight: 1 };
  #fitted = true;
  #wanted: Want[] = [];
  #loading = false;
  #tilesBefore = 0;
  #complete = false;
  #disposed = false;

  /** @throws FvError `backend-unavailable` where the browser has no WebGL. */
  constructor(host: HTMLElement, owner: HeatmapOwner = {}, canvas = createCanvas(host.ownerDocument)) {
    this.#owner = owner;
    allowFloatTextures(contextOf(canvas));
    this.surface = new Surface(host, {
      drawFrame: () => this.#draw(),
      contextRestored: () => {
        this.#tiles?.forget();
        this.#layer.restore();
      },
    }, canvas);
    this.#layer = new HeatmapLayer(this.surface.regl);
  }

  get view(): HeatmapView {
    return this.#view;
  }

  get viewport(): Viewport {
    return this.#viewport;
  }

  /** Columns and rows there are; null without a matrix. */
  get extent(): HeatmapExtent | null {
    return this.#matrix && { columns: this.#matrix.segments, rows: this.#matrix.units };
  }

  /** Whether the last frame had all it needed, at the level that fits the zoom. */
  get complete(): boolean {
    return this.#complete;
  }

  get uploads(): HeatmapUploads {
    return { tiles: this.#tilesBefore + (this.#tiles?.uploads ?? 0), tables: this.#layer.uploads };
  }

  /**
   * Shows another matrix, whole; the view stays over one of the same size. Means that come to the same values later leave
   * everything else on the GPU.
   * @throws FvError `invalid-data` for too many units.
   */
  setMatrix(matrix: HeatmapMatrix | null): void {
    const before = this.#matrix;
    this.#matrix = matrix;
    this.#levels = matrix ? levelsOf(matrix) : [];
    if (matrix && this.#tiles && before?.values === matrix.values && before.extremes === matrix.extremes) this.#tiles.setLevels(this.#levels);
    else {
      this.#dropTiles();
      if (matrix) this.#tiles = new HeatmapTiles(this.surface.regl, this.#levels, matrix.units, matrix.scales);
    }
    if (before?.segments !== matrix?.segments || before?.units !== matrix?.units) this.#fitted = true;
    this.#place(this.#view);
  }

  /** Numbers of the rows in their order, see `heatmapRows`. */
  setRows(numbers: Float32Array<ArrayBuffer>): void {
    this.#layer.setRows(numbers);
    this.redraw();
  }

  setRanks(ranks: HeatmapRanks | null): void {
    this.#layer.setRanks(ranks);
    this.redraw();
  }

  /** @param ground Colour beside the cells. */
  setLook(look: HeatmapLook, ground: Rgb): void {
    this.#look = look;
    this.#ground = ground;
    this.redraw();
  }

  /** CSS pixels. */
  resize(widthPx: number, heightPx: number, pixelRatio: number): void {
    this.#viewport = { width: Math.max(1, widthPx), height: Math.max(1, heightPx) };
    this.#pixelRatio = pixelRatio;
    this.surface.resize(this.#viewport.width, this.#viewport.height, pixelRatio);
    this.#place(this.#view);
  }

  /** Shows this view, or the nearest there is. */
  show(view: HeatmapView): void {
    this.#fitted = false;
    this.#place(view);
  }

  /** Shows everything, and goes on to when the size changes. */
  fit(): void {
    this.#fitted = true;
    this.#place(this.#view);
  }

  redraw(): void {
    this.#complete = false;
    this.surface.requestDraw();
  }

  dispose(): void {
    this.#disposed = true;
    this.surface.dispose();
  }

  #dropTiles(): void {
    this.#tilesBefore = this.uploads.tiles;
    this.#tiles?.forget();
    this.#tiles = null;
    this.#wanted = [];
  }

  #place(view: HeatmapView): void {
    const { extent } = this;
    if (extent) {
      this.#view = this.#fitted ? fittedHeatmap(extent, this.#viewport) : clampedHeatmap(view, extent, this.#viewport);
      this.#owner.viewChanged?.(this.#view);
    }
    this.redraw();
  }

  #draw(): void {
    const { regl } = this.surface;
    regl.clear({ color: [...this.#ground, 1] });
    const matrix = this.#matrix;
    const look = this.#look;
    if (!matrix || !look || !this.#tiles) return;
    const { width, height } = this.surface.canvas;
    const ratio = this.#pixelRatio;
    const { column, row, cellWidth, cellHeight } = this.#view;
    const shown = width / (cellWidth * ratio);
    // Of a reversed matrix the last row stands first: the shader counts pixels from the other side.
    const first = matrix.reversed ? matrix.segments - column - shown : column;
    const columns = [first, 1 / (cellWidth * ratio)] as const;
    const rows: HeatmapRows = { rows: [row, 1 / (cellHeight * ratio)], count: matrix.units, size: [width, height], mirrored: matrix.reversed };
    const level = this.#levelFor(columns[1], look);
    this.#wanted = [];
    // A level of one tile costs no more than the coarse one that would stand in for it.
    const stretches = this.#stretches(level, columns, width, this.#tiles.isWhole(level));
    if (this.#wanted.length > 0) {
      const coarse = this.#coarseLevel();
      for (const each of this.#stretches(coarse, columns, width, true)) this.#layer.draw(each, rows, look);
    }
    for (const each of stretches) this.#layer.draw(each, rows, look);
    this.#complete = this.#wanted.length === 0;
    if (!this.#complete) void this.#load();
  }

  /** The coarsest level of which a pixel covers a whole bucket: two, or four pairs of values, at most. */
  #levelFor(segmentsPerPixel: number, { sampling }: HeatmapLook): number {
    const { extremes, means } = this.#matrix!;
    const [from, to] = sampling === 'mean' && means ? [1 + extremes.length, this.#levels.length] : [1, 1 + extremes.length];
    let level = 0;
    for (let i = from; i < to; i++) if (this.#levels[i].bucket <= segmentsPerPixel) level = i;
    return level;
  }

  /** The finest level of extremes that is one tile: what is there before anything else. */
  #coarseLevel(): number {
    const last = this.#matrix!.extremes.length;
    for (let level = 1; level < last; level++) if (this.#tiles!.isWhole(level)) return level;
    return last;
  }

  /** What is to be drawn of a level, tile by tile, and which tiles are still wanted. */
  #stretches(level: number, [first, perPixel]: readonly [number, number], width: number, now = false) {
    const tiles = this.#tiles!;
    const { bucket, buckets } = this.#levels[level];
    const { units, segments } = this.#matrix!;
    // Two segments to a texel: where a pixel has less than that, it takes one of them.
    const single = level === 0 && perPixel < bucket;
    const perColumn = single ? 1 : bucket;
    const inBucket = bucket / perColumn;
    const start = first / perColumn;
    const step = perPixel / perColumn;
    // As the shader has it: see `covered`.
    const columnAt = (pixel: number) => Math.floor(start + pixel * step + (step < 1 ? 0.5 * step : 0.5));
    const stretches = [];
    for (let from = 0; from < width;) {
      const at = Math.max(0, Math.floor(columnAt(from) / inBucket));
      if (at >= buckets) break;
      const { index, ...tileOf } = tiles.tileOf(level, at);
      const [tileFirst, end] = [tileOf.first * inBucket, tileOf.end * inBucket];
      let to = Math.min(width, Math.max(from + 1, Math.ceil((end - start) / step) + 1));
      while (to > from + 1 && columnAt(to - 1) >= end) to--;
      const tile: HeatmapTile | null = tiles.get(level, index) ?? (now ? tiles.upload(level, index) : null);
      if (!tile) this.#wanted.push({ level, index });
      else {
        stretches.push({
          texture: tile.texture, tileEdge: tiles.edge, stride: units, single, columns: [start - tileFirst, step] as const,
          columnCount: single ? segments - tileFirst : buckets - tileFirst, lastWeight: single ? 1 : (segments - (buckets - 1) * bucket) / bucket, from, to,
        });
      }
      from = to;
    }
    return stretches;
  }

  /** Uploads what is wanted, a tile a task, and draws again when all of it is there. */
  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    while (!this.#disposed && !this.surface.lost) {
      await nextTask();
      const next = this.#wanted.shift();
      if (!next || !this.#tiles || this.#disposed) break;
      if (!this.#tiles.get(next.level, next.index)) this.#tiles.upload(next.level, next.index);
    }
    this.#loading = false;
    if (!this.#disposed) this.surface.requestDraw();
  }
}

function levelsOf({ segments, values, extremes, means }: HeatmapMatrix): HeatmapLevel[] {
  return [
    { bucket: 2, buckets: Math.ceil(segments / 2), source: { kind: 'pairs', values } },
    ...extremes.map(({ bucket, buckets, codes }): HeatmapLevel => ({ bucket, buckets, source: { kind: 'codes', codes } })),
    ...(means ?? []).map((level): HeatmapLevel => ({ bucket: level.bucket, buckets: level.buckets, source: { kind: 'values', values: level.values } })),
  ];
}
