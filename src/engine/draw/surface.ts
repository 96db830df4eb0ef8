import createRegl, { type Regl } from 'regl';
import { FvError } from '../errors';
import { FrameFence } from './frame-fence';
import { SURFACE_CODE } from './generated/surface-code';

/** What a surface asks of its owner. */
export interface SurfaceOwner {
  /** Draws one frame; the GPU is through with the one before. */
  drawFrame(timeMs: number): void;
  /** The GPU took this long over the last frame, ms. */
  frameDone?(gpuMs: number): void;
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

/** The canvas keeps its content between frames; alpha and depth would only cost. */
const CONTEXT_ATTRIBUTES: WebGLContextAttributes = { alpha: false, antialias: false, depth: false, stencil: false, preserveDrawingBuffer: true };

/** WebGL2 for its fences; the shaders are WebGL1's. The same canvas has the same context at every call. */
export function contextOf(canvas: HTMLCanvasElement): WebGLRenderingContext | null {
  return canvas.getContext('webgl2', CONTEXT_ATTRIBUTES) ?? canvas.getContext('webgl', CONTEXT_ATTRIBUTES);
}

/**
 * A canvas that has its WebGL context, or none where there is none to be had. Apart from {@link Surface}, which takes
 * 30 ms of its own to set up regl: a page gives each a task.
 */
export function createCanvas(owner: Document): HTMLCanvasElement {
  const canvas = owner.createElement('canvas');
  contextOf(canvas);
  return canvas;
}

/** @param cachedCode Functions that regl need not make of text, see `precompiled.ts`; those it makes join them. */
export function reglOf(gl: WebGLRenderingContext, cachedCode: Record<string, unknown>): Regl {
  // A part of @plotly/regl's options that its types leave out.
  const options = { gl, optionalExtensions: ['OES_texture_float'], cachedCode };
  return createRegl(options);
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
 * A canvas drawn with regl, on demand: a frame happens only when one was asked for, and when the GPU is through with the last.
 * The canvas keeps its content between frames, so that a large picture can be drawn over several.
 */
export class Surface {
  readonly regl: Regl;
  #owner: SurfaceOwner;
  readonly #fence: FrameFence;
  #wanted = false;
  #frame = 0;
  /** Who waits in {@link finished}. */
  #waiting: (() => void) | undefined;
  #framesDrawn = 0;
  #lost = false;
  #disposed = false;

  /**
   * Puts `canvas`, made by {@link createCanvas}, into `host`.
   * @throws FvError `backend-unavailable` where the browser has no WebGL.
   */
  constructor(host: HTMLElement, owner: SurfaceOwner, readonly canvas = createCanvas(host.ownerDocument)) {
    this.#owner = owner;
    const gl = contextOf(canvas);
    try {
      if (!gl) throw new Error('getContext returned null');
      this.regl = reglOf(gl, { ...SURFACE_CODE });
      this.#fence = new FrameFence(gl);
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
    this.#wanted = true;
    this.#schedule();
  }

  /**
   * Resolves when the GPU is through with everything asked of it, without holding the page up; until then no frame is
   * drawn, so that what stands on the canvas is what was asked for.
   */
  finished(): Promise<void> {
    this.#wanted ||= this.#frame !== 0;
    this.#cancel();
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#fence.watch(() => {
        resolve();
        this.#schedule();
      });
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
    this.#waiting?.();
    const lose = this.regl._gl.getExtension('WEBGL_lose_context');
    this.regl.destroy();
    live.delete(this.regl);
    addStats(leaked, this.regl);
    // A browser keeps 8–16 contexts and collects garbage late: do not wait for it.
    lose?.loseContext();
    this.canvas.remove();
  }

  #schedule(): void {
    if (!this.#wanted || this.#frame !== 0 || this.#fence.pending || this.#lost || this.#disposed) return;
    this.#frame = requestAnimationFrame((timeMs) => {
      this.#frame = 0;
      this.#wanted = false;
      this.#framesDrawn++;
      this.regl.poll();
      this.#owner.drawFrame(timeMs);
      this.#fence.watch((gpuMs) => {
        this.#owner.frameDone?.(gpuMs);
        this.#schedule();
      });
    });
  }

  #cancel(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#fence.cancel();
  }
}
