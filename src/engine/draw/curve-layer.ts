import type { Buffer as ReglBuffer, DrawCommand, Regl } from 'regl';
import bandsFragment from '../../shaders/draw/curve-bands.frag?raw';
import bandsVertex from '../../shaders/draw/curve-bands.vert?raw';
import curvesFragment from '../../shaders/draw/curves.frag?raw';
import curvesVertex from '../../shaders/draw/curves.vert?raw';
import type { Rgb } from '../color';
import { CURVES_CODE } from './generated/curves-code';
import { precompiled } from './precompiled';
import { DOT_WIDTHS, strokePieces } from './stroke-pieces';

/** A line through points. */
export interface CurveStroke {
  kind: 'stroke';
  /** Row-major [n, 2], device pixels from the top left corner of the picture. */
  points: Float32Array;
  /** [n], 1 where no line leads to a point from the one before it; absent: none is left out. */
  gaps?: Uint8Array;
  color: Rgb;
  /** 0 … 1; default 1. */
  opacity?: number;
  /** Device pixels. */
  widthPx: number;
  /** Device pixels drawn and left out, in turn along the line; absent: a whole line. */
  dashPx?: readonly [drawn: number, leftOut: number];
}

/** The area between two lines over the same x. */
export interface CurveBand {
  kind: 'band';
  /** Row-major [n, 3]: x, and both y, device pixels from the top left corner of the picture. */
  edges: Float32Array;
  color: Rgb;
  opacity: number;
}

/** One plot; what comes later lies above. */
export interface CurvePicture {
  /** Device pixels. */
  width: number;
  height: number;
  ground: Rgb;
  /** What the parts are cut to, device pixels from the top left corner; absent: the picture. */
  clip?: { left: number; top: number; width: number; height: number };
  parts: readonly (CurveStroke | CurveBand)[];
}

/** The two triangles around a piece of a line: along it, and across. */
const CORNERS = [[0, -1], [1, -1], [1, 1], [0, -1], [1, 1], [0, 1]] as const;

/** Start, end, corner, length so far. */
const FLOATS = 7;

interface BoxProps {
  whole: { x: number; y: number; width: number; height: number };
  box: { x: number; y: number; width: number; height: number };
}

interface PartProps {
  vertices: ReglBuffer;
  count: number;
  sizePx: readonly [number, number];
  color: readonly [number, number, number, number];
}

interface StrokeProps extends PartProps {
  widthPx: number;
  reachPx: number;
  dashPx: readonly [number, number];
}

/** Draws plots of a few thousand points, which come anew with every picture: one buffer, filled again for each part. */
export class CurveLayer {
  readonly #regl: Regl;
  readonly #buffer: ReglBuffer;
  /** Keeps drawing within a box. */
  readonly #within: DrawCommand;
  readonly #stroke: DrawCommand;
  readonly #band: DrawCommand;
  #scratch = new Float32Array(0);

  constructor(regl: Regl) {
    this.#regl = regl;
    this.#buffer = regl.buffer({ usage: 'stream', type: 'float32', length: 4 });
    precompiled(regl, CURVES_CODE);
    this.#within = withinCommand(regl);
    this.#stroke = strokeCommand(regl);
    this.#band = bandCommand(regl);
  }

  /** Draws a picture into the lower left corner of the canvas, of which no more is touched. */
  draw({ width, height, ground, clip, parts }: CurvePicture): void {
    const whole = { x: 0, y: 0, width, height };
    this.#within({ whole, box: whole }, () => this.#regl.clear({ color: [...ground, 1] }));
    this.#within({ whole, box: clip ? { x: clip.left, y: height - clip.top - clip.height, width: clip.width, height: clip.height } : whole }, () => {
      for (const part of parts) {
        const opacity = part.opacity ?? 1;
        const common = { vertices: this.#buffer, sizePx: [width, height] as const, color: [part.color[0] * opacity, part.color[1] * opacity, part.color[2] * opacity, opacity] as const };
        if (part.kind === 'stroke') this.#drawStroke(part, common);
        else this.#drawBand(part, common);
      }
    });
  }

  dispose(): void {
    this.#buffer.destroy();
  }

  #drawStroke(stroke: CurveStroke, common: Omit<PartProps, 'count'>): void {
    const { pieces, starts, dots } = strokePieces(stroke);
    const props = (count: number, widthPx: number): StrokeProps => ({
      ...common, count, widthPx, dashPx: stroke.dashPx ?? [1, 0],
      // One pixel more on each side: the edge fades over it.
      reachPx: widthPx / 2 + 1,
    });
    if (starts.length > 0) this.#stroke(props(this.#fill(starts.length, (i, put) => put(pieces[4 * i], pieces[4 * i + 1], pieces[4 * i + 2], pieces[4 * i + 3], starts[i])), stroke.widthPx));
    const lonely = dots.length >> 1;
    if (lonely > 0) this.#stroke({ ...props(this.#fill(lonely, (i, put) => put(dots[2 * i], dots[2 * i + 1], dots[2 * i], dots[2 * i + 1], 0)), DOT_WIDTHS * stroke.widthPx), dashPx: [1, 0] });
  }

  /** Uploads pieces of a line; returns the number of vertices. */
  #fill(count: number, each: (i: number, put: (ax: number, ay: number, bx: number, by: number, start: number) => void) => void): number {
    this.#reserve(count * CORNERS.length * FLOATS);
    const data = this.#scratch;
    let at = 0;
    const put = (ax: number, ay: number, bx: number, by: number, start: number) => {
      for (const [along, across] of CORNERS) {
        data[at++] = ax;
        data[at++] = ay;
        data[at++] = bx;
        data[at++] = by;
        data[at++] = along;
        data[at++] = across;
        data[at++] = start;
      }
    };
    for (let i = 0; i < count; i++) each(i, put);
    this.#buffer({ usage: 'stream', type: 'float32', data: data.subarray(0, at) });
    return at / FLOATS;
  }

  #drawBand({ edges }: CurveBand, common: Omit<PartProps, 'count'>): void {
    const n = edges.length / 3;
    if (n < 2) return;
    this.#reserve(4 * n);
    for (let i = 0; i < n; i++) this.#scratch.set([edges[3 * i], edges[3 * i + 1], edges[3 * i], edges[3 * i + 2]], 4 * i);
    this.#buffer({ usage: 'stream', type: 'float32', data: this.#scratch.subarray(0, 4 * n) });
    this.#band({ ...common, count: 2 * n });
  }

  #reserve(floats: number): void {
    if (this.#scratch.length < floats) this.#scratch = new Float32Array(2 * floats);
  }
}

function partCommand(regl: Regl) {
  return {
    count: regl.prop<PartProps, 'count'>('count'),
    depth: { enable: false },
    blend: { enable: true, func: { src: 'one' as const, dst: 'one minus src alpha' as const } },
    uniforms: { sizePx: regl.prop<PartProps, 'sizePx'>('sizePx'), color: regl.prop<PartProps, 'color'>('color') },
  };
}

export function withinCommand(regl: Regl): DrawCommand {
  return regl({ viewport: regl.prop<BoxProps, 'whole'>('whole'), scissor: { enable: true, box: regl.prop<BoxProps, 'box'>('box') } });
}

export function strokeCommand(regl: Regl): DrawCommand {
  const vertices = regl.prop<PartProps, 'vertices'>('vertices');
  const attribute = (offset: number, size: number) => ({ buffer: vertices, size, offset: 4 * offset, stride: 4 * FLOATS });
  const shared = partCommand(regl);
  return regl({
    ...shared,
    primitive: 'triangles',
    vert: curvesVertex,
    frag: curvesFragment,
    attributes: { from: attribute(0, 2), to: attribute(2, 2), corner: attribute(4, 2), start: attribute(6, 1) },
    uniforms: {
      ...shared.uniforms,
      widthPx: regl.prop<StrokeProps, 'widthPx'>('widthPx'),
      reachPx: regl.prop<StrokeProps, 'reachPx'>('reachPx'),
      dashPx: regl.prop<StrokeProps, 'dashPx'>('dashPx'),
    },
  });
}

export function bandCommand(regl: Regl): DrawCommand {
  return regl({
    ...partCommand(regl),
    primitive: 'triangle strip',
    vert: bandsVertex,
    frag: bandsFragment,
    attributes: { position: { buffer: regl.prop<PartProps, 'vertices'>('vertices'), size: 2, offset: 0, stride: 8 } },
  });
}
