import { nextTask } from '../next-task';
import { isSoftwareName, rendererName } from '../software-adapter';
import type { CurveLayer, CurvePicture } from './curve-layer';
import { paintCurves } from './curve-painter';
import { graphicsReady } from './graphics-ready';
import type { Surface } from './surface';

/** A plot that shows curves in a canvas of its own. */
export interface CurvePlot {
  /** Of a canvas of the picture's size; at first best one that the page reads and writes (`willReadFrequently`). */
  readonly context: CanvasRenderingContext2D;
  /** What to draw now; null: nothing, as where it has no size. */
  picture(): CurvePicture | null;
  /** The picture is in the canvas: whatever else belongs there can be drawn over it. */
  drawn?(): void;
  /** From now on pictures come from the GPU: a canvas that lies there, with a new `context`, takes them without detour. */
  accelerate?(): void;
}

/** What draws: WebGL on a GPU, the 2D canvas where there is none and until it is known. */
export type CurvePainter = 'auto' | 'webgl' | 'canvas';

/** Longest stretch of drawing in a frame, ms; the plots left over have the next one. */
const FRAME_MS = 12;

/**
 * Draws the curves of all plots of a page. On a GPU they share one WebGL context, for a browser keeps 8 to 16: a plot is
 * drawn into the shared canvas and copied from there in the same task. Without a GPU that copy, and the context before
 * it, take longer than the 2D canvas needs for all of the picture, so that draws there; it also draws the first pictures
 * everywhere. Made with the first plot, given back with the last.
 */
export class CurveScene {
  /** For pages that know better, and for tests: what draws the scenes that are made from now on. */
  static painter: CurvePainter = 'auto';
  static #shared: CurveScene | null = null;
  /** Whether a CPU stands in for the GPU; null until it is known. */
  static #software: boolean | null = null;

  readonly #painter = CurveScene.painter;
  readonly #plots = new Set<CurvePlot>();
  readonly #due = new Set<CurvePlot>();
  #surface: Surface | null = null;
  #layer: CurveLayer | null = null;
  #frame = 0;
  #closed = false;

  /** Takes a plot in. */
  static join(plot: CurvePlot): CurveScene {
    const scene = (CurveScene.#shared ??= new CurveScene());
    scene.#plots.add(plot);
    if (scene.#layer) plot.accelerate?.();
    else if (scene.#plots.size === 1) void scene.#open(plot.context.canvas.ownerDocument);
    return scene;
  }

  private constructor() {}

  /** The context that all plots share; null until it is there, and where the 2D canvas draws. */
  get context(): WebGLRenderingContext | null {
    return this.#surface?.regl._gl ?? null;
  }

  /** Lets a plot go; a second call does nothing. */
  leave(plot: CurvePlot): void {
    this.#plots.delete(plot);
    this.#due.delete(plot);
    if (this.#plots.size > 0 || this.#closed) return;
    this.#closed = true;
    cancelAnimationFrame(this.#frame);
    this.#layer?.dispose();
    this.#surface?.dispose();
    if (CurveScene.#shared === this) CurveScene.#shared = null;
  }

  /** Asks for a picture of a plot in the next frame; any number of calls before it are one. */
  requestDraw(plot: CurvePlot): void {
    if (!this.#plots.has(plot)) return;
    this.#due.add(plot);
    this.#request();
  }

  /** Once per frame, and the first time in it at once: who moves curves within a frame sees them move in that frame. */
  #request(): void {
    if (this.#layer) this.#surface!.requestDraw();
    else if (this.#painter !== 'webgl' && this.#frame === 0) {
      this.#awaitFrame();
      queueMicrotask(() => this.#drawFrame());
    }
  }

  #awaitFrame(): void {
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#due.size === 0 || this.#layer) return;
      this.#awaitFrame();
      this.#drawFrame();
    });
  }

  /** Context and program are made in tasks of their own, and their code is loaded for them. Without WebGL the 2D canvas goes on. */
  async #open(owner: Document): Promise<void> {
    if (this.#painter === 'canvas' || (this.#painter === 'auto' && CurveScene.#software)) return;
    const name = await graphicsReady();
    if (name !== null) CurveScene.#software = isSoftwareName(name);
    if (this.#closed || (this.#painter === 'auto' && CurveScene.#software)) return;
    const [{ createCanvas, Surface }, { CurveLayer }] = await Promise.all([import('./surface'), import('./curve-layer')]);
    const canvas = createCanvas(owner);
    // A canvas has one context, whoever asks.
    const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
    if (name === null && gl) CurveScene.#software = isSoftwareName(rendererName(gl));
    await nextTask();
    if (this.#closed || !gl || (this.#painter === 'auto' && CurveScene.#software)) {
      gl?.getExtension('WEBGL_lose_context')?.loseContext();
      return;
    }
    this.#surface = new Surface(owner.createElement('div'), { drawFrame: () => this.#drawFrame(), contextRestored: () => this.#redrawAll() }, canvas);
    this.#layer = new CurveLayer(this.#surface.regl);
    cancelAnimationFrame(this.#frame);
    for (const plot of this.#plots) plot.accelerate?.();
    this.#redrawAll();
    this.#surface.requestDraw();
  }

  #redrawAll(): void {
    for (const plot of this.#plots) this.#due.add(plot);
  }

  #drawFrame(): void {
    if (this.#closed) return;
    const start = performance.now();
    for (const plot of this.#due) {
      if (performance.now() - start > FRAME_MS) break;
      this.#due.delete(plot);
      const picture = plot.picture();
      if (picture === null || picture.width === 0 || picture.height === 0) continue;
      if (this.#layer) this.#copy(plot, picture);
      else paintCurves(plot.context, picture);
      plot.drawn?.();
    }
    // Those that are left have the next frame, which is on its way.
    if (this.#due.size > 0) this.#surface?.requestDraw();
  }

  #copy(plot: CurvePlot, picture: CurvePicture): void {
    const { width, height } = picture;
    const { canvas } = this.#surface!;
    // The canvas grows to the largest plot and never shrinks: a new size costs a new drawing buffer.
    if (canvas.width < width || canvas.height < height) this.#surface!.resize(Math.max(canvas.width, width), Math.max(canvas.height, height), 1);
    this.#layer!.draw(picture);
    plot.context.setTransform(1, 0, 0, 1, 0, 0);
    plot.context.drawImage(canvas, 0, canvas.height - height, width, height, 0, 0, width, height);
  }
}
