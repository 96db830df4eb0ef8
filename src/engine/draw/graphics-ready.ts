import { createGraphicsWorker } from './graphics-worker-factory';

/** A page goes on without an answer after this long, ms. */
const PATIENCE_MS = 2000;

/** A hidden page draws no frames to wait for, ms. */
const FRAME_PATIENCE_MS = 100;

/**
 * Resolves when the browser's graphics process has painted the frame that is due and answers, so that a canvas made then
 * gets its context in some 10 ms. `getContext` waits for that process on the calling thread: 60 ms while it starts and 300
 * while it paints a page's first frame, where the GPU is software. A worker does the waiting here; where none may be made,
 * this resolves after the frame.
 * @returns the name of what draws, see `isSoftwareName`; null where that is not known.
 */
export async function graphicsReady(): Promise<string | null> {
  // Before the frames are waited for: the worker's file is fetched meanwhile.
  const worker = startWorker();
  const answer = new Promise<string | null>((resolve) => {
    if (!worker) return resolve(null);
    worker.onmessage = ({ data }: MessageEvent<string | null>) => resolve(data);
    worker.onerror = () => resolve(null);
  });
  await nextFrame();
  await nextFrame();
  worker?.postMessage(null);
  try {
    return await Promise.race([answer, new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null))]);
  } finally {
    worker?.terminate();
  }
}

/** Null where none may be made. */
function startWorker(): Worker | null {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return null;
  try {
    return createGraphicsWorker();
  } catch {
    return null;
  }
}

function nextFrame(): Promise<unknown> {
  return Promise.race([new Promise(requestAnimationFrame), new Promise((resolve) => setTimeout(resolve, FRAME_PATIENCE_MS))]);
}
