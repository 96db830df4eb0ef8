import type { Regl, Texture2D } from 'regl';
import { FvError } from '../errors';

/** One level of values: buckets of one or more segments, one after the other. */
export interface HeatmapLevel {
  /** Segments per bucket; the last may hold fewer. */
  bucket: number;
  buckets: number;
  /** Row-major [buckets, units], or [buckets, 2, units] with the smallest and the largest values. */
  values: Float32Array;
}

/** A part of a level on the GPU. */
export interface HeatmapTile {
  texture: Texture2D;
  /** The first bucket in it. */
  first: number;
}

/** Buckets that a tile has of the next one: a pixel at its end reads on. */
const APRON = 9;

/** Texels on a side: 4 MB, some milliseconds to upload; more where many units leave room for few buckets. */
const EDGE = 1024;
const MOST_EDGE = 4096;
const FEWEST_BUCKETS = 32;

/** Texels that stay on the GPU: 256 MB. */
const MOST_TEXELS = 67_108_864;

/**
 * Values on the GPU, as the 32 bits they are, a word per RGBA texel: exact, without any extension, and NaN and infinities are told by
 * their bits. A tile is a run of words, whatever the number of units, so that no texture limit is met. Tiles are uploaded when
 * they are first needed; of too many, those that were not needed for longest go.
 */
export class HeatmapTiles {
  readonly #regl: Regl;
  #levels: readonly (HeatmapLevel & { stride: number; step: number })[] = [];
  readonly #held = new Map<string, HeatmapTile>();
  readonly #edge: number;
  #uploads = 0;

  /** @throws FvError `invalid-data` for more units than a tile holds a few segments of. */
  constructor(regl: Regl, levels: readonly HeatmapLevel[], units: number) {
    this.#regl = regl;
    let edge = EDGE;
    while (Math.floor((edge * edge) / (2 * units)) < FEWEST_BUCKETS + APRON && edge < Math.min(MOST_EDGE, regl.limits.maxTextureSize)) edge *= 2;
    this.#edge = edge;
    const most = Math.floor((edge * edge) / (2 * (APRON + 1)));
    if (units > most) throw new FvError({ code: 'invalid-data', expected: `at most ${most} units`, received: String(units), fix: 'show a part of the units' });
    this.setLevels(levels);
  }

  /** Takes further levels after those it has, whose tiles stay. */
  setLevels(levels: readonly HeatmapLevel[]): void {
    this.#levels = levels.map((level) => {
      const stride = level.values.length / level.buckets;
      return { ...level, stride, step: Math.floor(this.#edge ** 2 / stride) - APRON };
    });
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
    const { step, buckets } = this.#levels[level];
    const index = Math.floor(bucket / step);
    return { index, first: index * step, end: Math.min(buckets, (index + 1) * step) };
  }

  /** Whether one tile holds all of a level. */
  isWhole(level: number): boolean {
    return this.#levels[level].buckets <= this.#levels[level].step;
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
    const { values, stride, step } = this.#levels[level];
    const size = this.#edge * this.#edge;
    const from = index * step * stride;
    let words = values.subarray(from, from + size);
    if (words.length < size) {
      // Whole lines of texels: the end of the values is not the end of one.
      const height = Math.ceil(words.length / this.#edge);
      const padded = new Float32Array(height * this.#edge);
      padded.set(words);
      words = padded;
    }
    const options = {
      width: this.#edge, height: this.#edge, format: 'rgba' as const, type: 'uint8' as const, min: 'nearest' as const, mag: 'nearest' as const, wrap: 'clamp' as const,
    };
    const spare = (this.#held.size + 1) * size > MOST_TEXELS ? this.#oldest() : null;
    const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
    const texture = spare ?? this.#regl.texture(words.length === size ? { ...options, data: bytes } : options);
    if (spare || words.length < size) texture.subimage({ width: this.#edge, height: words.length / this.#edge, data: bytes }, 0, 0);
    this.#uploads++;
    const tile = { texture, first: index * step };
    this.#held.set(`${level} ${index}`, tile);
    return tile;
  }

  /** After a lost context: everything is uploaded anew when it is needed. */
  forget(): void {
    for (const { texture } of this.#held.values()) texture.destroy();
    this.#held.clear();
  }

  #oldest(): Texture2D {
    const [key, { texture }] = this.#held.entries().next().value!;
    this.#held.delete(key);
    return texture;
  }
}
