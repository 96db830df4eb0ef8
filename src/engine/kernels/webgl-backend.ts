// Loaded with webgl-device alone, which is loaded where it is used. Static imports: bundlers then drop what is unused.
// Not `base.js`: that registers a `webgl` backend without kernels, which a page that starts tfjs later would get.
import { env } from '@tensorflow/tfjs-core';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl.js';
import { clearWebGLContext, getWebGLContext, setWebGLContext } from '@tensorflow/tfjs-backend-webgl/dist/canvas_util.js';
import { GPGPUContext } from '@tensorflow/tfjs-backend-webgl/dist/gpgpu_context.js';
import { unavailable } from './webgl-context';

/**
 * tfjs' WebGL backend on a context. tfjs keeps one context for all it asks about WebGL in general, and a backend's
 * constructor puts its own there: the page's is put back, or the place is left empty, as it was.
 */
export function createTfjsBackend(gl: WebGL2RenderingContext): MathBackendWebGL {
  const inUse = 'WEBGL_VERSION' in env().getFlags() && env().getNumber('WEBGL_VERSION') === 2;
  const pageContext = inUse ? getWebGLContext(2) : undefined;
  try {
    setWebGLContext(2, gl);
    // Sets the state tfjs draws with; then the flags it would look up later, on a context of the page.
    getWebGLContext(2);
    if (env().getNumber('WEBGL_VERSION') !== 2) throw unavailable('tfjs set to another WebGL version');
    if (!env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) throw unavailable('tfjs set to 16-bit textures');
    env().getNumber('WEBGL_MAX_TEXTURE_SIZE');
    return new MathBackendWebGL(new GPGPUContext(gl));
  } finally {
    if (pageContext === undefined) clearWebGLContext(2);
    else setWebGLContext(2, pageContext);
  }
}
