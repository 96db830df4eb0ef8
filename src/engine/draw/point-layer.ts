import type { Buffer as ReglBuffer, DrawCommand, Regl } from 'regl';
import pointsFragment from '../../shaders/draw/points.frag?raw';
import pointsVertex from '../../shaders/draw/points.vert?raw';
import { clipCommand, clipUniforms, sharedCommand, type ClipProps, type Projection } from './draw-commands';
import { drawOrder, maskedOrder, unmasked } from './draw-order';
import { POINTS_CODE } from './generated/points-code';
import { MISSING_INDEX, OTHER_INDEX } from './palette';
import type { PointStyle } from './point-style';
import { precompiled } from './precompiled';
import { packLook } from './vertex-look';

/** 256 colours, RGBA bytes in memory order. */
export type Palette = Uint32Array;

/** Points gathered and uploaded at a time; bounds the staging memory. */
const UPLOAD_POINTS = 65_536;

/** What dimming leaves of a point's opacity: dim, never gone. */
const DIMMED = 0.28;

interface PointProps extends ClipProps {
  positions: ReglBuffer;
  looks: ReglBuffer;
  diameterPx: number;
  opacity: number;
  dimmed: number;
}

/** Vertices that are drawn in one go, and how far what the GPU holds of them is current. */
interface Run {
  start: number;
  count: number;
  positionsThrough: number;
  looksThrough: number;
}

/** The points that stand out, and the muted ones behind them. */
export type RunName = 'lit' | 'muted';

/**
 * Points of a map on the GPU: 8 bytes of position and 4 of look each, drawn as bare `gl.POINTS`.
 * Vertices lie in a mixed order ({@link drawOrder}), the muted ones after the others, so that any leading part of either is
 * an even sample; what a frame does not draw is not uploaded either. Buffers grow with the points and never shrink:
 * new positions, other looks and fewer points allocate nothing.
 */
export class PointLayer {
  readonly #regl: Regl;
  #drawPlain: DrawCommand | null = null;
  #drawVaried: DrawCommand | null = null;
  readonly #positionBuffer: ReglBuffer;
  readonly #lookBuffer: ReglBuffer;
  /** Positions or looks on their way to the GPU, and the points they are of. */
  #staging = new Float32Array(2);
  #stagedIds = new Uint32Array(1);
  /** Points by vertex while some are muted; else the order needs no table. */
  #order: Uint32Array | null = null;
  readonly #runs: Record<RunName, Run> = { lit: emptyRun(), muted: emptyRun() };
  #count = 0;
  /** Vertices the GPU's buffers hold. */
  #capacity = 1;
  #positions: Float32Array = new Float32Array(0);
  #colorIndices: Uint8Array = new Uint8Array(0);
  #palette: Palette = new Uint32Array(256);
  #anyMissing = false;
  #sizes: Float32Array | null = null;
  #muted: Uint8Array | null = null;
  #selection: Uint32Array = new Uint32Array(0);
  #selected: Uint8Array | null = null;

  constructor(regl: Regl) {
    this.#regl = regl;
    this.#positionBuffer = regl.buffer({ usage: 'dynamic', type: 'float32', length: 8 });
    this.#lookBuffer = regl.buffer({ usage: 'dynamic', type: 'uint8', length: 4 });
  }

  /** Number of points. */
  get count(): number {
    return this.#count;
  }

  /** Number of points in a run. */
  countOf(run: RunName): number {
    return this.#runs[run].count;
  }

  /** Row-major [n, 2], layout units; kept, not copied: call again when the values, or their number, have changed. */
  setPositions(positions: Float32Array): void {
    this.#positions = positions;
    this.#stale('positionsThrough');
    const n = positions.length >> 1;
    if (n === this.#count) return;
    this.#count = n;
    // Another number of points is another order.
    this.#arrange();
    this.#markSelection();
    if (n <= this.#capacity) return;
    this.#capacity = n;
    this.#staging = new Float32Array(2 * Math.min(n, UPLOAD_POINTS));
    this.#stagedIds = new Uint32Array(Math.min(n, UPLOAD_POINTS));
    this.restore();
  }

  /** Indices into the palette, of all points or more; kept, not copied. */
  setColors(indices: Uint8Array, palette: Palette): void {
    this.#colorIndices = indices;
    this.#palette = palette;
    this.#anyMissing = indices.includes(MISSING_INDEX);
    this.#stale('looksThrough');
  }

  /** Relative diameters, 0.5 … 3; rows beyond the array, and NaN, are 1. Kept, not copied. */
  setSizes(sizes: Float32Array | null): void {
    this.#sizes = sizes;
    this.#stale('looksThrough');
  }

  /** 1 where a point is muted; rows beyond the mask are not. Kept, not copied: call again when values have changed. */
  setMuted(mask: Uint8Array | null): void {
    this.#muted = mask;
    this.#arrange();
  }

  /** Dims all points but these; an empty list lights everything. */
  setSelection(ids: ArrayLike<number>): void {
    this.#selection = Uint32Array.from(ids);
    this.#markSelection();
  }

  /** The selected points as `RingLayer.setRings` takes them. */
  rings(): Float32Array {
    const ids = this.#selection.filter((id) => id < this.#count);
    const rings = new Float32Array(3 * ids.length);
    ids.forEach((id, i) => rings.set([this.#positions[2 * id], this.#positions[2 * id + 1], this.#sizes?.[id] || 1], 3 * i));
    return rings;
  }

  /** Compiles what draws the points as they are now. Whether there was anything to do: it takes as long as making the context. */
  compile(): boolean {
    if (this.#varied ? this.#drawVaried : this.#drawPlain) return false;
    return Boolean(this.#command);
  }

  /** Draws vertices first … first + count − 1 of a run. */
  draw(name: RunName, first: number, count: number, projection: Projection, style: PointStyle): void {
    if (count <= 0) return;
    const run = this.#runs[name];
    this.#upload(run, first + count, name === 'muted');
    this.#command({
      ...clipUniforms(projection),
      positions: this.#positionBuffer,
      looks: this.#lookBuffer,
      first: run.start + first,
      count,
      diameterPx: style.diameterPx * projection.pixelRatio,
      opacity: style.opacity,
      dimmed: DIMMED,
    } satisfies PointProps);
  }

  /** Allocates the GPU side anew, as after a lost context; the next frames upload what they draw. */
  restore(): void {
    this.#positionBuffer({ usage: 'dynamic', type: 'float32', length: 8 * this.#capacity });
    this.#lookBuffer({ usage: 'dynamic', type: 'uint8', length: 4 * this.#capacity });
    this.#stale('positionsThrough');
    this.#stale('looksThrough');
  }

  dispose(): void {
    this.#positionBuffer.destroy();
    this.#lookBuffer.destroy();
  }

  /** Both are compiled when they are first needed: most maps need one. */
  get #command(): DrawCommand {
    if (this.#varied) return (this.#drawVaried ??= pointsCommand(this.#regl, '#define VARIED\n'));
    return (this.#drawPlain ??= pointsCommand(this.#regl, ''));
  }

  get #varied(): boolean {
    return this.#sizes !== null || this.#anyMissing;
  }

  #stale(part: 'positionsThrough' | 'looksThrough'): void {
    for (const run of Object.values(this.#runs)) run[part] = 0;
  }

  /** Gives every point its vertex. */
  #arrange(): void {
    const n = this.#count;
    const mask = this.#muted;
    const lit = mask ? unmasked(n, mask) : n;
    if (lit === n) this.#order = null;
    else {
      // As long as the vertex buffers, so that rows may join.
      if (!this.#order || this.#order.length < n) this.#order = new Uint32Array(Math.max(n, this.#capacity));
      maskedOrder(n, mask!, this.#order);
    }
    this.#runs.lit = { ...emptyRun(), count: lit };
    this.#runs.muted = { ...emptyRun(), start: lit, count: n - lit };
  }

  #upload(run: Run, through: number, muted: boolean): void {
    while (run.positionsThrough < through) {
      const first = run.positionsThrough;
      const count = Math.min(through - first, UPLOAD_POINTS);
      this.#positionBuffer.subdata(gather(this.#positions, this.#idsOf(run.start + first, count), this.#staging), 8 * (run.start + first));
      run.positionsThrough += count;
    }
    while (run.looksThrough < through) {
      const first = run.looksThrough;
      const count = Math.min(through - first, UPLOAD_POINTS);
      this.#lookBuffer.subdata(this.#gatherLooks(this.#idsOf(run.start + first, count), muted), 4 * (run.start + first));
      run.looksThrough += count;
    }
  }

  #idsOf(first: number, count: number): Uint32Array {
    return this.#order ? this.#order.subarray(first, first + count) : drawOrder(this.#count, first, count, this.#stagedIds);
  }

  #markSelection(): void {
    this.#selected = null;
    if (this.#selection.length > 0) {
      this.#selected = new Uint8Array(this.#count);
      for (const id of this.#selection) this.#selected[id] = 1;
    }
    this.#stale('looksThrough');
  }

  #gatherLooks(ids: Uint32Array, muted: boolean): Uint8Array {
    const words = new Uint32Array(this.#staging.buffer, 0, ids.length);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i];
      const index = this.#colorIndices[id];
      words[i] = packLook(this.#palette[muted ? OTHER_INDEX : index], this.#sizes ? this.#sizes[id] : 1, index === MISSING_INDEX, this.#selected !== null && this.#selected[id] !== 1);
    }
    return new Uint8Array(this.#staging.buffer, 0, 4 * ids.length);
  }
}

function emptyRun(): Run {
  return { start: 0, count: 0, positionsThrough: 0, looksThrough: 0 };
}

function gather(positions: Float32Array, ids: Uint32Array, into: Float32Array): Float32Array {
  for (let i = 0; i < ids.length; i++) {
    const at = 2 * ids[i];
    into[2 * i] = positions[at];
    into[2 * i + 1] = positions[at + 1];
  }
  return into.subarray(0, 2 * ids.length);
}

/** @param definitions `#define VARIED` for points of different sizes or shapes. */
export function pointsCommand(regl: Regl, definitions: string): DrawCommand {
  return precompiled(regl, POINTS_CODE)({
    ...sharedCommand(regl),
    primitive: 'points',
    vert: definitions + pointsVertex,
    frag: definitions + pointsFragment,
    attributes: {
      position: regl.prop<PointProps, 'positions'>('positions'),
      look: { buffer: regl.prop<PointProps, 'looks'>('looks'), normalized: true, type: 'uint8', size: 4 },
    },
    uniforms: {
      ...clipCommand(regl),
      diameterPx: regl.prop<PointProps, 'diameterPx'>('diameterPx'),
      opacity: regl.prop<PointProps, 'opacity'>('opacity'),
      dimmed: regl.prop<PointProps, 'dimmed'>('dimmed'),
    },
  });
}
