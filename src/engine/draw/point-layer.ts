import type { Buffer as ReglBuffer, DrawCommand, Regl } from 'regl';
import pointsFragment from '../../shaders/draw/points.frag?raw';
import pointsVertex from '../../shaders/draw/points.vert?raw';
import ringsFragment from '../../shaders/draw/rings.frag?raw';
import ringsVertex from '../../shaders/draw/rings.vert?raw';
import { drawOrder } from './draw-order';
import type { PointStyle } from './point-style';
import type { View, Viewport } from './view';

/** Red, green and blue, 0 … 1. */
export type Rgb = readonly [number, number, number];

/** 256 colours, RGBA bytes in memory order. */
export type Palette = Uint32Array;

/** Points gathered and uploaded at a time; bounds the staging memory. */
const UPLOAD_POINTS = 65_536;

/** Alpha of a point outside the selection, of 255: dim, never gone. */
const DIM_ALPHA = 72;

/** Above so many selected points the dimmed rest tells enough, and rings would hide the points. */
const MAX_RINGS = 500;

const RING_GAP_PX = 2;
const RING_STROKE_PX = 1.5;

interface DrawProps {
  positions: ReglBuffer;
  colors?: ReglBuffer;
  first: number;
  count: number;
  sizePx: number;
  opacity?: number;
  strokePx?: number;
  color?: Rgb;
  center: readonly [number, number];
  centerRemainder: readonly [number, number];
  scale: readonly [number, number];
}

/**
 * Points of a map on the GPU: 8 bytes of position and 4 of colour each, drawn as bare `gl.POINTS`.
 * Vertices lie in a mixed order ({@link drawOrder}), so that any prefix is an even sample;
 * what a frame does not draw is not uploaded either. Buffers grow with the points and never shrink:
 * new positions, and fewer points, allocate nothing.
 */
export class PointLayer {
  readonly #regl: Regl;
  /** Compiled by the first frame that needs them: that takes as long as making the context, and a task holds one of the two. */
  #drawPoints: DrawCommand | null = null;
  #drawRings: DrawCommand | null = null;
  readonly #positionBuffer: ReglBuffer;
  readonly #colorBuffer: ReglBuffer;
  readonly #ringBuffer: ReglBuffer;
  /** Positions or colours on their way to the GPU, and the points they are of. */
  #staging = new Float32Array(2);
  #stagedIds = new Uint32Array(1);
  #count = 0;
  /** Vertices the GPU's buffers hold. */
  #capacity = 1;
  #positions: Float32Array = new Float32Array(0);
  #colorIndices: Uint8Array = new Uint8Array(0);
  #palette: Palette = new Uint32Array(256);
  #selection: Uint32Array = new Uint32Array(0);
  #selected: Uint8Array | null = null;
  /** Vertices whose position (colour) on the GPU is current. */
  #positionsThrough = 0;
  #colorsThrough = 0;
  #ringsCurrent = false;

  constructor(regl: Regl) {
    this.#regl = regl;
    this.#positionBuffer = regl.buffer({ usage: 'dynamic', type: 'float32', length: 8 });
    this.#colorBuffer = regl.buffer({ usage: 'dynamic', type: 'uint8', length: 4 });
    this.#ringBuffer = regl.buffer({ usage: 'dynamic', type: 'float32', length: 8 });
  }

  /** Number of points. */
  get count(): number {
    return this.#count;
  }

  /** Row-major [n, 2], layout units; kept, not copied: call again when the values, or their number, have changed. */
  setPositions(positions: Float32Array): void {
    this.#positions = positions;
    this.#positionsThrough = 0;
    this.#ringsCurrent = false;
    const n = positions.length >> 1;
    if (n === this.#count) return;
    this.#count = n;
    // Another number of points is another order.
    this.#colorsThrough = 0;
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
    this.#colorsThrough = 0;
  }

  /** Rings these points and dims all others; an empty list lights everything. */
  setSelection(ids: ArrayLike<number>): void {
    this.#selection = Uint32Array.from(ids);
    this.#markSelection();
  }

  /** Draws vertices first … first + count − 1 of the draw order. */
  draw(first: number, count: number, view: View, viewport: Viewport, pixelRatio: number, style: PointStyle): void {
    if (count <= 0) return;
    this.#upload(first + count);
    this.#drawPoints ??= pointsCommand(this.#regl);
    this.#drawPoints({
      ...clipUniforms(view, viewport),
      positions: this.#positionBuffer,
      colors: this.#colorBuffer,
      first,
      count,
      // One device pixel more than the disc: its edge fades over it.
      sizePx: style.diameterPx * pixelRatio + 1,
      opacity: style.opacity,
    } satisfies DrawProps);
  }

  /** Draws the rings of the selection in one colour. */
  drawRings(view: View, viewport: Viewport, pixelRatio: number, style: PointStyle, color: Rgb): void {
    if (this.#selection.length > MAX_RINGS) return;
    const ids = this.#selection.filter((id) => id < this.#count);
    const count = ids.length;
    if (count === 0) return;
    if (!this.#ringsCurrent) {
      this.#ringBuffer({ usage: 'dynamic', type: 'float32', data: gather(this.#positions, ids, new Float32Array(2 * count)) });
      this.#ringsCurrent = true;
    }
    this.#drawRings ??= ringsCommand(this.#regl);
    this.#drawRings({
      ...clipUniforms(view, viewport),
      positions: this.#ringBuffer,
      first: 0,
      count,
      sizePx: (style.diameterPx + 2 * (RING_GAP_PX + RING_STROKE_PX)) * pixelRatio + 2,
      strokePx: RING_STROKE_PX * pixelRatio,
      color,
    } satisfies DrawProps);
  }

  /** Allocates the GPU side anew, as after a lost context; the next frames upload what they draw. */
  restore(): void {
    this.#positionBuffer({ usage: 'dynamic', type: 'float32', length: 8 * this.#capacity });
    this.#colorBuffer({ usage: 'dynamic', type: 'uint8', length: 4 * this.#capacity });
    this.#positionsThrough = 0;
    this.#colorsThrough = 0;
    this.#ringsCurrent = false;
  }

  dispose(): void {
    this.#positionBuffer.destroy();
    this.#colorBuffer.destroy();
    this.#ringBuffer.destroy();
  }

  #upload(through: number): void {
    while (this.#positionsThrough < through) {
      const first = this.#positionsThrough;
      const count = Math.min(through - first, UPLOAD_POINTS);
      this.#positionBuffer.subdata(gather(this.#positions, this.#idsOf(first, count), this.#staging), 8 * first);
      this.#positionsThrough += count;
    }
    while (this.#colorsThrough < through) {
      const first = this.#colorsThrough;
      const count = Math.min(through - first, UPLOAD_POINTS);
      this.#colorBuffer.subdata(this.#gatherColors(first, count), 4 * first);
      this.#colorsThrough += count;
    }
  }

  #idsOf(first: number, count: number): Uint32Array {
    return drawOrder(this.#count, first, count, this.#stagedIds);
  }

  #markSelection(): void {
    this.#selected = null;
    if (this.#selection.length > 0) {
      this.#selected = new Uint8Array(this.#count);
      for (const id of this.#selection) this.#selected[id] = 1;
    }
    this.#colorsThrough = 0;
    this.#ringsCurrent = false;
  }

  #gatherColors(first: number, count: number): Uint8Array {
    const words = new Uint32Array(this.#staging.buffer, 0, count);
    const selected = this.#selected;
    const ids = this.#idsOf(first, count);
    for (let i = 0; i < count; i++) {
      const id = ids[i];
      const color = this.#palette[this.#colorIndices[id]];
      // Bytes lie in memory as R, G, B, A: on every machine with a WebGL today the alpha is the top byte.
      words[i] = selected === null || selected[id] === 1 ? color : (color & 0xffffff) | (DIM_ALPHA << 24);
    }
    return new Uint8Array(this.#staging.buffer, 0, 4 * count);
  }
}

function gather(positions: Float32Array, ids: Uint32Array, into: Float32Array): Float32Array {
  for (let i = 0; i < ids.length; i++) {
    const at = 2 * ids[i];
    into[2 * i] = positions[at];
    into[2 * i + 1] = positions[at + 1];
  }
  return into.subarray(0, 2 * ids.length);
}

function clipUniforms(view: View, viewport: Viewport): Pick<DrawProps, 'center' | 'centerRemainder' | 'scale'> {
  const x = Math.fround(view.x);
  const y = Math.fround(view.y);
  return {
    center: [x, y],
    centerRemainder: [view.x - x, view.y - y],
    scale: [(2 * view.scale) / viewport.width, (2 * view.scale) / viewport.height],
  };
}

/** What both commands share; every value comes with the draw. */
function sharedCommand(regl: Regl) {
  return {
    primitive: 'points' as const,
    count: regl.prop<DrawProps, 'count'>('count'),
    offset: regl.prop<DrawProps, 'first'>('first'),
    depth: { enable: false },
    blend: { enable: true, func: { src: 'one' as const, dst: 'one minus src alpha' as const } },
  };
}

function viewUniforms(regl: Regl) {
  return {
    center: regl.prop<DrawProps, 'center'>('center'),
    centerRemainder: regl.prop<DrawProps, 'centerRemainder'>('centerRemainder'),
    scale: regl.prop<DrawProps, 'scale'>('scale'),
    sizePx: regl.prop<DrawProps, 'sizePx'>('sizePx'),
  };
}

function pointsCommand(regl: Regl): DrawCommand {
  return regl({
    ...sharedCommand(regl),
    vert: pointsVertex,
    frag: pointsFragment,
    attributes: {
      position: regl.prop<DrawProps, 'positions'>('positions'),
      color: { buffer: regl.prop<DrawProps, 'colors'>('colors'), normalized: true, type: 'uint8', size: 4 },
    },
    uniforms: { ...viewUniforms(regl), opacity: regl.prop<DrawProps, 'opacity'>('opacity') },
  });
}

function ringsCommand(regl: Regl): DrawCommand {
  return regl({
    ...sharedCommand(regl),
    vert: ringsVertex,
    frag: ringsFragment,
    attributes: { position: regl.prop<DrawProps, 'positions'>('positions') },
    uniforms: { ...viewUniforms(regl), strokePx: regl.prop<DrawProps, 'strokePx'>('strokePx'), color: regl.prop<DrawProps, 'color'>('color') },
  });
}
