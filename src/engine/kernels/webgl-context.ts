import { FvError } from '../errors';

/** What a context that cannot run the kernels becomes. */
export const unavailable = (received: string) => new FvError({
  code: 'backend-unavailable', expected: 'WebGL2 with float textures that blend', received, fix: 'use backend "webgpu", "cpu" or "auto"',
});

/**
 * A WebGL2 context on a canvas of its own that can do what the kernels need.
 * @throws FvError `backend-unavailable`, which names what is missing.
 */
export function createComputeContext(): WebGL2RenderingContext {
  if (typeof OffscreenCanvas === 'undefined') throw unavailable('an environment without OffscreenCanvas');
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2', {
    alpha: false, antialias: false, depth: false, stencil: false, premultipliedAlpha: false, preserveDrawingBuffer: false, powerPreference: 'high-performance',
  });
  if (gl === null) throw unavailable('no WebGL2 context');
  const missing = ['EXT_color_buffer_float', 'EXT_float_blend'].filter((name) => gl.getExtension(name) === null);
  const [, largestPoint] = gl.getParameter(gl.ALIASED_POINT_SIZE_RANGE) as Float32Array;
  if (largestPoint < 4) missing.push('points of 4 pixels');
  if (missing.length > 0) {
    releaseContext(gl);
    throw unavailable(`a context without ${missing.join(' and ')}`);
  }
  return gl;
}

/** Gives the context back at once: browsers keep 8–16 of them, and collect garbage late. */
export function releaseContext(gl: WebGL2RenderingContext): void {
  gl.getExtension('WEBGL_lose_context')?.loseContext();
}
