import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl.js';
import { FvError } from '../errors';

const unavailable = (received: string) => new FvError({
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

/**
 * tfjs' WebGL backend on a context. tfjs keeps one context for all it asks about WebGL in general, and a backend's
 * constructor puts its own there: the page's is put back, or the place is left empty, as it was.
 */
export async function createTfjsBackend(gl: WebGL2RenderingContext): Promise<MathBackendWebGL> {
  // Not `base.js`: that registers a `webgl` backend without kernels, which a page that starts tfjs later would get.
  const [{ env }, { MathBackendWebGL: Backend }, { GPGPUContext }, { clearWebGLContext, getWebGLContext, setWebGLContext }] = await Promise.all([
    import('@tensorflow/tfjs-core'),
    import('@tensorflow/tfjs-backend-webgl/dist/backend_webgl.js'),
    import('@tensorflow/tfjs-backend-webgl/dist/gpgpu_context.js'),
    import('@tensorflow/tfjs-backend-webgl/dist/canvas_util.js'),
  ]);
  const inUse = 'WEBGL_VERSION' in env().getFlags() && env().getNumber('WEBGL_VERSION') === 2;
  const pageContext = inUse ? getWebGLContext(2) : undefined;
  try {
    setWebGLContext(2, gl);
    // Sets the state tfjs draws with; then the flags it would look up later, on a context of the page.
    getWebGLContext(2);
    if (env().getNumber('WEBGL_VERSION') !== 2) throw unavailable('tfjs set to another WebGL version');
    if (!env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) throw unavailable('tfjs set to 16-bit textures');
    env().getNumber('WEBGL_MAX_TEXTURE_SIZE');
    return new Backend(new GPGPUContext(gl));
  } finally {
    if (pageContext === undefined) clearWebGLContext(2);
    else setWebGLContext(2, pageContext);
  }
}
