import type { DrawCommand, Regl, Texture2D } from 'regl';
import heatmapFragment from '../../shaders/draw/heatmap.frag?raw';
import heatmapVertex from '../../shaders/draw/heatmap.vert?raw';
import { rampColor, type RampName, type Rgb } from '../color';

/** How the values that share a pixel become one: the farthest from zero, the smallest and the largest in turn, or their mean. */
export const SAMPLINGS = ['max-abs', 'min-max', 'mean'] as const;
export type HeatmapSampling = (typeof SAMPLINGS)[number];

/** Words per row of the table: the unit, its ends over all samples, over this one, between percentiles, and the place of zero among its ranks. */
export const ROW_WORDS = 8;

/** Which values the ends of the colours stand for. All but the tables are uniforms: another one uploads nothing. */
export type HeatmapEnds =
  | { kind: 'all' | 'sample' | 'percentile' | 'symmetric' | 'rank' }
  | { kind: 'fixed'; low: number; high: number };

/** The word of a row where its ends begin. */
const END_WORD = { all: 1, symmetric: 1, rank: 1, sample: 3, percentile: 5, fixed: 0 } as const;

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
  /** Words from bucket to bucket, and from the smallest to the largest value; 0 where they are one. */
  stride: number;
  second: number;
  /** Bucket of the tile at the first pixel, and buckets per device pixel. */
  columns: readonly [first: number, perPixel: number];
  /** Buckets from the tile's first to the last of all, and how full that is. */
  bucketCount: number;
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

/** The shader of heatmaps with its tables. A table is a run of words in a square texture, as the tiles are. */
export class HeatmapLayer {
  readonly #regl: Regl;
  readonly #draw: DrawCommand;
  readonly #ramps = new Map<RampName, Texture2D>();
  #rowTable: Table | null = null;
  #knots: Table | null = null;
  #rowWords: Float32Array | null = null;
  #knotWords: Float32Array | null = null;
  #knotSteps = 0;
  #uploads = 0;

  constructor(regl: Regl) {
    this.#regl = regl;
    this.#draw = command(regl);
  }

  /** Tables and ramps that were uploaded. */
  get uploads(): number {
    return this.#uploads;
  }

  /** Row-major [rows, {@link ROW_WORDS}]; kept. */
  setRows(words: Float32Array): void {
    this.#rowWords = words;
    this.#rowTable = this.#upload(words, this.#rowTable);
  }

  /** Quantiles of the units at `steps` equal steps, [units, steps + 1]; kept. Null: there are none yet. */
  setKnots(words: Float32Array | null, steps: number): void {
    this.#knotWords = words;
    this.#knotSteps = words ? steps : 0;
    if (words) this.#knots = this.#upload(words, this.#knots);
  }

  draw(stretch: HeatmapStretch, { rows, count, size, mirrored }: HeatmapRows, look: HeatmapLook): void {
    if (!this.#rowTable) return;
    const { ends, sampling } = look;
    const [from, to] = mirrored ? [size[0] - stretch.to, size[0] - stretch.from] : [stretch.from, stretch.to];
    const ranked = ends.kind === 'rank' && this.#knots && this.#knotSteps > 0;
    this.#draw({
      box: [(2 * from) / size[0] - 1, -1, (2 * to) / size[0] - 1, 1],
      tile: stretch.texture, tileEdge: stretch.tileEdge, stride: stretch.stride, second: stretch.second, columns: stretch.columns,
      bucketCount: stretch.bucketCount, lastWeight: stretch.lastWeight,
      rowTable: this.#rowTable.texture, rowEdge: this.#rowTable.edge, rows, rowCount: count,
      knots: ranked ? this.#knots!.texture : this.#rowTable.texture, knotEdge: ranked ? this.#knots!.edge : this.#rowTable.edge, knotSteps: ranked ? this.#knotSteps : 0,
      ends: END_WORD[ends.kind], fixedEnds: ends.kind === 'fixed' ? [ends.low, ends.high] : [0, 0], symmetric: ends.kind === 'symmetric' ? 1 : 0,
      sampling: SAMPLINGS.indexOf(sampling), ramp: this.#ramp(look.palette), nanColor: look.nan, highColor: look.positiveInfinity, lowColor: look.negativeInfinity,
      sizePx: size, mirrored: mirrored ? 1 : 0,
    });
  }

  /** After a lost context. */
  restore(): void {
    for (const texture of this.#ramps.values()) texture.destroy();
    this.#ramps.clear();
    if (this.#rowWords) this.setRows(this.#rowWords);
    if (this.#knotWords) this.setKnots(this.#knotWords, this.#knotSteps);
  }

  #upload(words: Float32Array, before: Table | null): Table {
    let edge = 64;
    while (edge * edge < words.length) edge *= 2;
    const padded = new Float32Array(edge * edge);
    padded.set(words);
    before?.texture.destroy();
    this.#uploads++;
    return { edge, texture: this.#regl.texture({ width: edge, height: edge, format: 'rgba', type: 'uint8', min: 'nearest', mag: 'nearest', data: new Uint8Array(padded.buffer) }) };
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
  'box', 'tile', 'tileEdge', 'stride', 'second', 'columns', 'bucketCount', 'lastWeight', 'rowTable', 'rowEdge', 'rows', 'rowCount', 'knots', 'knotEdge', 'knotSteps',
  'ends', 'fixedEnds', 'symmetric', 'sampling', 'ramp', 'nanColor', 'highColor', 'lowColor', 'sizePx', 'mirrored',
] as const;

function command(regl: Regl): DrawCommand {
  return regl({
    primitive: 'triangle strip',
    vert: heatmapVertex,
    frag: heatmapFragment,
    attributes: { corner: [[0, 0], [1, 0], [0, 1], [1, 1]] },
    count: 4,
    depth: { enable: false },
    uniforms: Object.fromEntries(UNIFORMS.map((name) => [name, regl.prop<Record<string, unknown>, string>(name)])),
  });
}
