import type { Regl, Texture2D } from 'regl';
import { FvError } from '../errors';
import { RowCoder, type CodeScales } from '../value-codes';

/** One level: buckets of one or more segments, one after the other; codes as they go to the GPU, or values that are coded on their way. */
export interface HeatmapLevel {
  /** Segments per bucket; the last may hold fewer. */
  bucket: number;
  buckets: number;
  source:
    | { kind: 'codes'; codes: Uint32Array }
    /** Row-major [buckets, units]. */
    | { kind: 'values'; values: Float32Array }
    /** Row-major [segments, units]: a bucket is two segments. */
    | { kind: 'pairs'; values: Float32Array };
}

/** A part of a level on the GPU. */
export interface HeatmapTile {
  texture: Texture2D;
  /** The first bucket in it. */
  first: number;
}

/** Buckets that a tile has of the next one: a pixel at its end reads on. */
const APRON = 6;

/** Texels on a side: 4 MB, some milliseconds to upload; more where many units leave room for few buckets. */
const EDGE = 1024;
const MOST_EDGE = 4096;
const FEWEST_BUCKETS = 32;

/** Texels that stay on the GPU: 256 MB. */
const MOST_TEXELS = 67_108_864;

/**
 * Values on the GPU as codes of 16 bits, two to an RGBA texel (see value-codes): the extremes of a bucket, or two segments. A tile is a run of texels, whatever the number of units, so that no texture limit is met. Tiles are uploaded when
 * they are first needed; of too many, those that were not needed for longest go.
 */
export class HeatmapTiles {
  readonly #regl: Regl;
  readonly #units: number;
  readonly #coder: RowCoder;
  #levels: readonly HeatmapLevel[] = [];
  readonly #held = new Map<string, HeatmapTile>();
  readonly #edge: number;
  /** Buckets that a tile answers for. */
  readonly #step: number;
  #uploads = 0;

  /** @throws FvError `invalid-data` for more units than a tile holds a few segments of. */
  constructor(regl: Regl, levels: readonly HeatmapLevel[], units: number, scales: CodeScales) {
    this.#regl = regl;
    this.#units = units;
    this.#coder = new RowCoder(scales);
    let edge = EDGE;
    while (Math.floor((edge * edge) / units) < FEWEST_BUCKETS + APRON && edge < Math.min(MOST_EDGE, regl.limits.maxTextureSize)) edge *= 2;
    this.#edge = edge;
    const most = Math.floor((edge * edge) / (APRON + 1));
    if (units > most) throw new FvError({ code: 'invalid-data', expected: `at most ${most} units`, received: String(units), fix: 'show a part of the units' });
    this.#step = Math.floor(edge ** 2 / units) - APRON;
    this.#levels = levels;
  }

  /** Takes further levels after those it has, whose tiles stay. */
  setLevels(levels: readonly HeatmapLevel[]): void {
    this.#levels = levels;
  }

  /** Texels on a side of a tile. */
  get edge(): number {
    return this.#edge;
  }

  /** Tiles that were uploaded. */
  get uploads(): number {
    return this.#uploads;
  }

  /** The tile that a bucket of a level lies in, and the buckets it answers for. */
  tileOf(level: number, bucket: number): { index: number; first: number; end: number } {
    const step = this.#step;
    const { buckets } = this.#levels[level];
    const index = Math.floor(bucket / step);
    return { index, first: index * step, end: Math.min(buckets, (index + 1) * step) };
  }

  /** Whether one tile holds all of a level. */
  isWhole(level: number): boolean {
    return this.#levels[level].buckets <= this.#step;
  }

  /** A tile that is on the GPU, or null. It counts as needed now. */
  get(level: number, index: number): HeatmapTile | null {
    const key = `${level} ${index}`;
    const tile = this.#held.get(key);
    if (!tile) return null;
    this.#held.delete(key);
    this.#held.set(key, tile);
    return tile;
  }

  /** Uploads a tile. */
  upload(level: number, index: number): HeatmapTile {
    const size = this.#edge * this.#edge;
    const words = this.#words(level, index * this.#step, size);
    const options = {
      width: this.#edge, height: this.#edge, format: 'rgba' as const, type: 'uint8' as const, min: 'nearest' as const, mag: 'nearest' as const, wrap: 'clamp' as const,
    };
    const spare = (this.#held.size + 1) * size > MOST_TEXELS ? this.#oldest() : null;
    const bytes = new Uint8Array(words.buffer as ArrayBuffer, words.byteOffset, words.byteLength);
    const texture = spare ?? this.#regl.texture(words.length === size ? { ...options, data: bytes } : options);
    if (spare || words.length < size) texture.subimage({ width: this.#edge, height: words.length / this.#edge, data: bytes }, 0, 0);
    this.#uploads++;
    const tile = { texture, first: index * this.#step };
    this.#held.set(`${level} ${index}`, tile);
    return tile;
  }

  /** After a lost context: everything is uploaded anew when it is needed. */
  forget(): void {
    for (const { texture } of this.#held.values()) texture.destroy();
    this.#held.clear();
  }

  /** Codes of a level from a bucket on, whole lines of texels, `most` at most: the end of the values is not the end of one. */
  #words(level: number, first: number, most: number): Uint32Array {
    const { source, buckets } = this.#levels[level];
    const units = this.#units;
    const length = Math.min(most, (buckets - first) * units);
    if (source.kind === 'codes' && length === most) return source.codes.subarray(first * units, first * units + length);
    const words = new Uint32Array(Math.ceil(length / this.#edge) * this.#edge);
    if (source.kind === 'codes') {
      words.set(source.codes.subarray(first * units, first * units + length));
      return words;
    }
    const { values, kind } = source;
    const at = (row: number) => Math.min(values.length - units, row * units);
    for (let b = 0; (b + 1) * units <= length; b++) {
      const [low, high] = kind === 'pairs' ? [2 * (first + b), 2 * (first + b) + 1] : [first + b, first + b];
      this.#coder.code(values, at(low), values, at(high), words, b * units);
    }
    return words;
  }

  #oldest(): Texture2D {
    const [key, { texture }] = this.#held.entries().next().value!;
    this.#held.delete(key);
    return texture;
  }
}
