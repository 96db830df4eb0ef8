import type { Regl } from 'regl';
import type { View, Viewport } from './view';

/** How layout units come to the screen. */
export interface Projection {
  view: View;
  viewport: Viewport;
  /** Device pixels per CSS pixel. */
  pixelRatio: number;
}

/** The uniforms of every shader that places layout units; what each draw call passes. */
export interface ClipProps {
  center: readonly [number, number];
  centerRemainder: readonly [number, number];
  scale: readonly [number, number];
  first: number;
  count: number;
}

/** The view as a float32 centre with its remainder, so that deep zooms do not jitter, and the scale to clip space. */
export function clipUniforms({ view, viewport }: Projection): Pick<ClipProps, 'center' | 'centerRemainder' | 'scale'> {
  const x = Math.fround(view.x);
  const y = Math.fround(view.y);
  return {
    center: [x, y],
    centerRemainder: [view.x - x, view.y - y],
    scale: [(2 * view.scale) / viewport.width, (2 * view.scale) / viewport.height],
  };
}

/** What all commands share: premultiplied colours over what is there; every value comes with the draw. */
export function sharedCommand(regl: Regl) {
  return {
    count: regl.prop<ClipProps, 'count'>('count'),
    offset: regl.prop<ClipProps, 'first'>('first'),
    depth: { enable: false },
    blend: { enable: true, func: { src: 'one' as const, dst: 'one minus src alpha' as const } },
  };
}

export function clipCommand(regl: Regl) {
  return {
    center: regl.prop<ClipProps, 'center'>('center'),
    centerRemainder: regl.prop<ClipProps, 'centerRemainder'>('centerRemainder'),
    scale: regl.prop<ClipProps, 'scale'>('scale'),
  };
}
