import type { Buffer as ReglBuffer, DrawCommand, Regl } from 'regl';
import linesFragment from '../../shaders/draw/lines.frag?raw';
import linesVertex from '../../shaders/draw/lines.vert?raw';
import type { Rgb } from '../color';
import { clipCommand, clipUniforms, sharedCommand, type ClipProps, type Projection } from './draw-commands';
import { LINES_CODE } from './generated/lines-code';
import { precompiled } from './precompiled';

/** Segments of one look. */
export interface LineSet {
  /** Row-major [m, 4]: x and y of the start, x and y of the end, layout units. Kept: pass the set again when values changed. */
  segments: Float32Array;
  color: Rgb;
  /** 0 … 1. */
  opacity: number;
  /** CSS pixels, at every zoom. */
  widthPx: number;
  /** Whether every segment ends in an arrow head. Default: false. */
  arrow?: boolean;
  /** Whether the lines lie over the points. Default: false, below them. */
  above?: boolean;
}

/** Length of an arrow head, and half its width, in widths of the line. */
const HEAD_LENGTH = 6;
const HEAD_HALF_WIDTH = 2.25;

/** The two triangles of a segment: along it, and across. */
const CORNERS = [[0, -1], [1, -1], [1, 1], [0, -1], [1, 1], [0, 1]] as const;

/** Start, end and corner. */
const FLOATS = 6;
const VERTEX_BYTES = 4 * FLOATS;
const SEGMENT_BYTES = CORNERS.length * VERTEX_BYTES;

interface LineProps extends ClipProps {
  vertices: ReglBuffer;
  halfSizePx: readonly [number, number];
  reachPx: number;
  color: readonly [number, number, number, number];
  widthPx: number;
  headPx: readonly [number, number];
}

interface Held {
  set: LineSet;
  buffer: ReglBuffer;
  /** Segments the buffer has room for. */
  capacity: number;
  current: boolean;
}

/**
 * Named sets of thick lines. `gl.LINES` are a pixel wide on most machines: every segment is a rectangle of two triangles,
 * widened in the shader. A set that is replaced keeps its buffer; it grows with the segments and never shrinks.
 */
export class LineLayer {
  readonly #regl: Regl;
  readonly #held = new Map<string, Held>();
  readonly #draw: DrawCommand;

  constructor(regl: Regl) {
    this.#regl = regl;
    this.#draw = linesCommand(regl);
  }

  /** Replaces the set of that name, or removes it. Sets lie over each other in the order of their first coming. */
  setLines(name: string, set: LineSet | null): void {
    const held = this.#held.get(name);
    if (set && held) Object.assign(held, { set, current: false });
    else if (set) this.#held.set(name, { set, buffer: this.#regl.buffer({ usage: 'dynamic', type: 'float32', length: SEGMENT_BYTES }), capacity: 1, current: false });
    else if (held) {
      held.buffer.destroy();
      this.#held.delete(name);
    }
  }

  /** Draws the sets over the points, or those below them. */
  draw(above: boolean, projection: Projection): void {
    for (const held of this.#held.values()) if ((held.set.above ?? false) === above) this.#drawSet(held, projection);
  }

  /** After a lost context: the next frame uploads. */
  restore(): void {
    for (const held of this.#held.values()) Object.assign(held, { capacity: 0, current: false });
  }

  dispose(): void {
    for (const { buffer } of this.#held.values()) buffer.destroy();
    this.#held.clear();
  }

  #drawSet(held: Held, projection: Projection): void {
    const { segments, color, opacity, widthPx, arrow } = held.set;
    const count = segments.length >> 2;
    if (count === 0) return;
    if (!held.current) upload(held, count);
    const { viewport, pixelRatio } = projection;
    const width = widthPx * pixelRatio;
    const head = arrow ? ([HEAD_LENGTH * width, HEAD_HALF_WIDTH * width] as const) : ([0, 0] as const);
    this.#draw({
      ...clipUniforms(projection),
      vertices: held.buffer,
      first: 0,
      count: CORNERS.length * count,
      halfSizePx: [(viewport.width * pixelRatio) / 2, (viewport.height * pixelRatio) / 2],
      // One device pixel more on each side: the edge fades over it.
      reachPx: Math.max(width / 2, head[1]) + 1,
      color: [color[0] * opacity, color[1] * opacity, color[2] * opacity, opacity],
      widthPx: width,
      headPx: head,
    } satisfies LineProps);
  }
}

function upload(held: Held, count: number): void {
  const { segments } = held.set;
  const vertices = new Float32Array(count * CORNERS.length * FLOATS);
  let at = 0;
  for (let segment = 0; segment < count; segment++) {
    const ends = segments.subarray(4 * segment, 4 * segment + 4);
    for (const corner of CORNERS) {
      vertices.set(ends, at);
      vertices.set(corner, at + 4);
      at += FLOATS;
    }
  }
  if (count > held.capacity) {
    held.buffer({ usage: 'dynamic', type: 'float32', data: vertices });
    held.capacity = count;
  } else held.buffer.subdata(vertices);
  held.current = true;
}

export function linesCommand(regl: Regl): DrawCommand {
  const vertices = regl.prop<LineProps, 'vertices'>('vertices');
  const attribute = (offset: number) => ({ buffer: vertices, size: 2, offset, stride: VERTEX_BYTES });
  return precompiled(regl, LINES_CODE)({
    ...sharedCommand(regl),
    primitive: 'triangles',
    vert: linesVertex,
    frag: linesFragment,
    attributes: { from: attribute(0), to: attribute(8), corner: attribute(16) },
    uniforms: {
      ...clipCommand(regl),
      halfSizePx: regl.prop<LineProps, 'halfSizePx'>('halfSizePx'),
      reachPx: regl.prop<LineProps, 'reachPx'>('reachPx'),
      color: regl.prop<LineProps, 'color'>('color'),
      widthPx: regl.prop<LineProps, 'widthPx'>('widthPx'),
      headPx: regl.prop<LineProps, 'headPx'>('headPx'),
    },
  });
}
