import createRegl, { type Regl } from 'regl';
import { FvError } from '../errors';

/** What a surface asks of its owner. */
export interface SurfaceOwner {
  /** Draws one frame, which came `waitedMs` after {@link Surface.requestDraw} asked for it. */
  drawFrame(timeMs: number, waitedMs: number): void;
  /** The GPU took the context away; it may come back. */
  contextLost?(): void;
  /** The context is back, its buffers are empty: upload and draw again. */
  contextRestored?(): void;
}

/** GPU objects held by all live surfaces; tests count them back to the start. */
export interface SurfaceResources {
  surfaces: number;
  buffers: number;
  textures: number;
  framebuffers: number;
  shaders: number;
}

const live = new Set<Regl>();
/** What disposed surfaces failed to give back. */
const leaked = { buffers: 0, textures: 0, framebuffers: 0, shaders: 0 };

/** Counts the GPU objects of all surfaces of the page. */
export function surfaceResources(): SurfaceResources {
  const total = { surfaces: live.size, ...leaked };
  for (const regl of live) addStats(total, regl);
  return total;
}

function addStats(total: Omit<SurfaceResources, 'surfaces'>, { stats }: Regl): void {
  total.buffers += stats.bufferCount;
  total.textures += stats.textureCount;
  total.framebuffers += stats.framebufferCount;
  total.shaders += stats.shaderCount;
}

/**
 * A canvas drawn with regl, on demand: a frame happens only when one was asked for.
 * The canvas keeps its content between frames, so that a large picture can be drawn over several.
 */
export class Surface {
  readonly canvas: HTMLCanvasElement;
  readonly regl: Regl;
  #owner: SurfaceOwner;
  #frame = 0;
  #framesDrawn = 0;
  #lost = false;
  #disposed = false;

  /**
   * Puts a canvas into `host`.
   * @throws FvError `backend-unavailable` where the browser has no WebGL.
   */
  constructor(host: HTMLElement, owner: SurfaceOwner) {
    this.#owner = owner;
    this.canvas = host.ownerDocument.createElement('canvas');
    try {
      this.regl = createRegl({
        canvas: this.canvas,
        attributes: { alpha: false, antialias: false, depth: false, stencil: false, preserveDrawingBuffer: true },
      });
    } catch (cause) {
      throw new FvError(
        { code: 'backend-unavailable', expected: 'a browser with WebGL', received: 'no WebGL context', fix: 'enable hardware acceleration or close other pages with 3D content' },
        { cause },
      );
    }
    host.append(this.canvas);
    live.add(this.regl);
    this.regl.on('lost', () => {
      this.#lost = true;
      this.#cancel();
      owner.contextLost?.();
    });
    this.regl.on('restore', () => {
      this.#lost = false;
      owner.contextRestored?.();
      this.requestDraw();
    });
  }

  /** Frames drawn since the start. */
  get framesDrawn(): number {
    return this.#framesDrawn;
  }

  get lost(): boolean {
    return this.#lost;
  }

  /** Device pixels per CSS pixel. */
  get pixelRatio(): number {
    return this.canvas.width / Math.max(1, parseFloat(this.canvas.style.width) || this.canvas.width);
  }

  /** Asks for one frame; any number of calls before it are one. */
  requestDraw(): void {
    if (this.#frame !== 0 || this.#lost || this.#disposed) return;
    const requestedMs = performance.now();
    this.#frame = requestAnimationFrame((timeMs) => {
      this.#frame = 0;
      this.#framesDrawn++;
      this.regl.poll();
      this.#owner.drawFrame(timeMs, performance.now() - requestedMs);
    });
  }

  /** Sets the size, CSS pixels; the content is lost. Whether it changed. */
  resize(widthPx: number, heightPx: number, pixelRatio: number): boolean {
    const width = Math.max(1, Math.round(widthPx * pixelRatio));
    const height = Math.max(1, Math.round(heightPx * pixelRatio));
    if (this.canvas.width === width && this.canvas.height === height) return false;
    this.canvas.width = width;
    this.canvas.height = height;
    this.canvas.style.width = `${widthPx}px`;
    this.canvas.style.height = `${heightPx}px`;
    return true;
  }

  /** Gives everything back, the context included; a second call does nothing. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#cancel();
    const lose = this.regl._gl.getExtension('WEBGL_lose_context');
    this.regl.destroy();
    live.delete(this.regl);
    addStats(leaked, this.regl);
    // A browser keeps 8–16 contexts and collects garbage late: do not wait for it.
    lose?.loseContext();
    this.canvas.remove();
  }

  #cancel(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}
