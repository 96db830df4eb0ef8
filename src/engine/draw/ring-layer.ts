import type { Buffer as ReglBuffer, DrawCommand, Regl } from 'regl';
import ringsFragment from '../../shaders/draw/rings.frag?raw';
import ringsVertex from '../../shaders/draw/rings.vert?raw';
import type { Rgb } from '../color';
import { clipCommand, clipUniforms, sharedCommand, type ClipProps, type Projection } from './draw-commands';
import { RINGS_CODE } from './generated/rings-code';
import { precompiled } from './precompiled';

const GAP_PX = 2;
const STROKE_PX = 1.5;

interface RingProps extends ClipProps {
  rings: ReglBuffer;
  diameterPx: number;
  marginPx: number;
  strokePx: number;
  color: Rgb;
}

/** Rings around a few points. */
export class RingLayer {
  readonly #regl: Regl;
  readonly #buffer: ReglBuffer;
  /** Compiled by the first frame that needs it. */
  #draw: DrawCommand | null = null;
  #rings: Float32Array | null = null;
  #count = 0;
  #current = false;

  constructor(regl: Regl) {
    this.#regl = regl;
    this.#buffer = regl.buffer({ usage: 'dynamic', type: 'float32', length: 12 });
  }

  /** Row-major [m, 3]: place in layout units, relative diameter of the point. */
  setRings(rings: Float32Array): void {
    this.#rings = rings;
    this.#count = rings.length / 3;
    this.#current = false;
  }

  /** Draws the rings in one colour around points of `diameterPx` CSS pixels. */
  draw(projection: Projection, diameterPx: number, color: Rgb): void {
    if (this.#count === 0) return;
    if (!this.#current) this.#buffer({ usage: 'dynamic', type: 'float32', data: this.#rings! });
    this.#current = true;
    this.#draw ??= ringsCommand(this.#regl);
    const { pixelRatio } = projection;
    this.#draw({
      ...clipUniforms(projection),
      rings: this.#buffer,
      first: 0,
      count: this.#count,
      diameterPx: diameterPx * pixelRatio,
      marginPx: 2 * (GAP_PX + STROKE_PX) * pixelRatio + 2,
      strokePx: STROKE_PX * pixelRatio,
      color,
    } satisfies RingProps);
  }

  /** After a lost context: the next frame uploads. */
  restore(): void {
    this.#current = false;
  }

  dispose(): void {
    this.#buffer.destroy();
  }
}

export function ringsCommand(regl: Regl): DrawCommand {
  return precompiled(regl, RINGS_CODE)({
    ...sharedCommand(regl),
    primitive: 'points',
    vert: ringsVertex,
    frag: ringsFragment,
    attributes: { ring: regl.prop<RingProps, 'rings'>('rings') },
    uniforms: {
      ...clipCommand(regl),
      diameterPx: regl.prop<RingProps, 'diameterPx'>('diameterPx'),
      marginPx: regl.prop<RingProps, 'marginPx'>('marginPx'),
      strokePx: regl.prop<RingProps, 'strokePx'>('strokePx'),
      color: regl.prop<RingProps, 'color'>('color'),
    },
  });
}
