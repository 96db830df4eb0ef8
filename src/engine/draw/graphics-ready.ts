/** A page goes on without an answer after this long, ms. */
const PATIENCE_MS = 2000;

/** A hidden page draws no frames to wait for, ms. */
const FRAME_PATIENCE_MS = 100;

/** Reading a pixel waits for all that the graphics process has to do. */
const ASK = `const gl = new OffscreenCanvas(1, 1).getContext('webgl');
gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
const names = gl?.getExtension('WEBGL_debug_renderer_info');
postMessage(gl ? gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER) : null);`;

/**
 * Resolves when the browser's graphics process has painted the frame that is due and answers, so that a canvas made then
 * gets its context in some 10 ms. `getContext` waits for that process on the calling thread: 60 ms while it starts and 300
 * while it paints a page's first frame, where the GPU is software. A worker does the waiting here; where none may be made,
 * this resolves after the frame.
 * @returns the name of what draws, see `isSoftwareName`; null where that is not known.
 */
export async function graphicsReady(): Promise<string | null> {
  await nextFrame();
  await nextFrame();
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return null;
  const url = URL.createObjectURL(new Blob([ASK], { type: 'text/javascript' }));
  let worker: Worker | undefined;
  try {
    const made = (worker = new Worker(url));
    return await new Promise<string | null>((resolve) => {
      made.onmessage = ({ data }: MessageEvent<string | null>) => resolve(data);
      made.onerror = () => resolve(null);
      setTimeout(resolve, PATIENCE_MS, null);
    });
  } catch {
    // A Content-Security-Policy may forbid it: the canvas then waits by itself.
    return null;
  } finally {
    worker?.terminate();
    URL.revokeObjectURL(url);
  }
}

function nextFrame(): Promise<unknown> {
  return Promise.race([new Promise(requestAnimationFrame), new Promise((resolve) => setTimeout(resolve, FRAME_PATIENCE_MS))]);
}
