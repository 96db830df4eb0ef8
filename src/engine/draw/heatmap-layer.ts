import type { DrawCommand, Regl, Texture2D, Texture2DOptions } from 'regl';
import heatmapFragment from '../../shaders/draw/heatmap.frag?raw';
import heatmapVertex from '../../shaders/draw/heatmap.vert?raw';
import { rampColor, type RampName, type Rgb } from '../color';
import { HEATMAP_CODE } from './generated/heatmap-code';
import { ROW_TEXELS, type HeatmapEnds } from './heatmap-rows';
import { precompiled } from './precompiled';

/** How the values that share a pixel become one: the farthest from zero, the smallest and the largest in turn, or their mean. */
export const SAMPLINGS = ['max-abs', 'min-max', 'mean'] as const;
export type HeatmapSampling = (typeof SAMPLINGS)[number];

/** What colours stand for. */
export interface HeatmapLook {
  palette: RampName;
  ends: HeatmapEnds;
  sampling: HeatmapSampling;
  /** Of what is no number. */
  nan: Rgb;
  positiveInfinity: Rgb;
  negativeInfinity: Rgb;
}

/** One stretch of pixels, of one tile. */
export interface HeatmapStretch {
  texture: Texture2D;
  tileEdge: number;
  /** Texels from bucket to bucket. */
  stride: number;
  /** Whether columns are segments, two of them to a texel, and not buckets. */
  single: boolean;
  /** Column of the tile at the first pixel, and columns per device pixel. */
  columns: readonly [first: number, perPixel: number];
  /** Columns from the tile's first to the last of all, and how full that is. */
  columnCount: number;
  lastWeight: number;
  /** Device pixels: the first, and one past the last. */
  from: number;
  to: number;
}

/** Where rows lie. */
export interface HeatmapRows {
  /** Row at the first pixel, and rows per device pixel. */
  rows: readonly [first: number, perPixel: number];
  count: number;
  /** Device pixels. */
  size: readonly [width: number, height: number];
  /** Whether the segments run from the last bucket to the first. */
  mirrored: boolean;
}

interface Table {
  texture: Texture2D;
  edge: number;
}

const RAMP_COLORS = 256;

/** Codes' ranks, see `RankTable`. */
export interface HeatmapRanks {
  cells: number;
  /** Row-major [units, cells]. */
  words: Uint32Array;
}

/** The shader of heatmaps with its tables. A table is a run of texels in a square texture, as the tiles are. */
export class HeatmapLayer {
  readonly #regl: Regl;
  readonly #draw: DrawCommand;
  readonly #ramps = new Map<RampName, Texture2D>();
  #rowTable: Table | null = null;
  #rankTable: Table | null = null;
  #rows: Float32Array<ArrayBuffer> | null = null;
  #ranks: HeatmapRanks | null = null;
  #uploads = 0;

  /** @param regl With the extension OES_texture_float. */
  constructor(regl: Regl) {
    this.#regl = regl;
    this.#draw = heatmapCommand(regl);
  }

  /** Tables and ramps that were uploaded. */
  get uploads(): number {
    return this.#uploads;
  }

  /** Numbers of the rows, see `heatmapRows`; kept. */
  setRows(numbers: Float32Array<ArrayBuffer>): void {
    this.#rows = numbers;
    const edge = edgeOf(numbers.length / 4);
    const data = new Float32Array(4 * edge * edge);
    data.set(numbers);
    this.#rowTable = this.#upload({ type: 'float', data }, edge, this.#rowTable);
  }

  /** Kept. Null: there are none yet. */
  setRanks(ranks: HeatmapRanks | null): void {
    this.#ranks = ranks;
    if (!ranks) return;
    const edge = edgeOf(ranks.words.length);
    const data = new Uint32Array(edge * edge);
    data.set(ranks.words);
    this.#rankTable = this.#upload({ type: 'uint8', data: new Uint8Array(data.buffer) }, edge, this.#rankTable);
  }

  draw(stretch: HeatmapStretch, { rows, count, size, mirrored }: HeatmapRows, look: HeatmapLook): void {
    if (!this.#rowTable) return;
    const { ends, sampling } = look;
    const [from, to] = mirrored ? [size[0] - stretch.to, size[0] - stretch.from] : [stretch.from, stretch.to];
    const ranked = ends.kind === 'rank' && this.#ranks ? this.#rankTable : null;
    this.#draw({
      box: [(2 * from) / size[0] - 1, -1, (2 * to) / size[0] - 1, 1],
      tile: stretch.texture, tileEdge: stretch.tileEdge, stride: stretch.stride, columns: stretch.columns, single: stretch.single ? 1 : 0,
      columnCount: stretch.columnCount, lastWeight: stretch.lastWeight,
      rowTable: this.#rowTable.texture, rowEdge: this.#rowTable.edge, rows, rowCount: count,
      // A sampler needs some texture, read or not.
      ranks: (ranked ?? this.#rowTable).texture, rankEdge: (ranked ?? this.#rowTable).edge, rankCells: ranked ? this.#ranks!.cells : 0,
      ends: ROW_TEXELS.indexOf(ends.kind), fixedEnds: ends.kind === 'fixed' ? straight(ends.low, ends.high) : [0, 0, 0],
      sampling: SAMPLINGS.indexOf(sampling), ramp: this.#ramp(look.palette), nanColor: look.nan, highColor: look.positiveInfinity, lowColor: look.negativeInfinity,
      sizePx: size, mirrored: mirrored ? 1 : 0,
    });
  }

  /** After a lost context. */
  restore(): void {
    for (const texture of this.#ramps.values()) texture.destroy();
    this.#ramps.clear();
    if (this.#rows) this.setRows(this.#rows);
    this.setRanks(this.#ranks);
  }

  #upload(image: Pick<Texture2DOptions, 'type' | 'data'>, edge: number, before: Table | null): Table {
    before?.texture.destroy();
    this.#uploads++;
    return { edge, texture: this.#regl.texture({ width: edge, height: edge, format: 'rgba', min: 'nearest', mag: 'nearest', ...image }) };
  }

  /** The colours of a palette; one kilobyte, once per palette. */
  #ramp(name: RampName): Texture2D {
    const known = this.#ramps.get(name);
    if (known) return known;
    const data = new Uint8Array(4 * RAMP_COLORS);
    for (let i = 0; i < RAMP_COLORS; i++) data.set([...rampColor(name, i / (RAMP_COLORS - 1)).map((part) => Math.round(255 * part)), 255], 4 * i);
    const texture = this.#regl.texture({ width: RAMP_COLORS, height: 1, format: 'rgba', type: 'uint8', min: 'nearest', mag: 'nearest', data });
    this.#ramps.set(name, texture);
    this.#uploads++;
    return texture;
  }
}

const UNIFORMS = [
  'box', 'tile', 'tileEdge', 'stride', 'columns', 'single', 'columnCount', 'lastWeight', 'rowTable', 'rowEdge', 'rows', 'rowCount', 'ranks', 'rankEdge', 'rankCells',
  'ends', 'fixedEnds', 'sampling', 'ramp', 'nanColor', 'highColor', 'lowColor', 'sizePx', 'mirrored',
] as const;

export function heatmapCommand(regl: Regl): DrawCommand {
  return precompiled(regl, HEATMAP_CODE)({
    primitive: 'triangle strip',
    vert: heatmapVertex,
    frag: heatmapFragment,
    attributes: { corner: [[0, 0], [1, 0], [0, 1], [1, 1]] },
    count: 4,
    depth: { enable: false },
    uniforms: Object.fromEntries(UNIFORMS.map((name) => [name, regl.prop<Record<string, unknown>, string>(name)])),
  });
}

/** Texels on a side of the square that holds so many: a power of two. */
function edgeOf(texels: number): number {
  let edge = 64;
  while (edge * edge < texels) edge *= 2;
  return edge;
}

/** The low end, one by the distance to the high end, and what is in its middle where they are one: see the shader. */
function straight(low: number, high: number): readonly [low: number, perValue: number, offset: number] {
  return high > low ? [low, 1 / (high - low), 0] : [0, 0, 0.5];
}
