import { FvError } from '../errors';
import { nextTask } from '../next-task';
import { CurveLayer, type CurvePicture } from './curve-layer';
import { graphicsReady } from './graphics-ready';
import { createCanvas, Surface } from './surface';

/** A plot that shows curves in a canvas of its own. */
export interface CurvePlot {
  /** Of a canvas of the picture's size. */
  readonly context: CanvasRenderingContext2D;
  /** What to draw now; null: nothing, as where it has no size. */
  picture(): CurvePicture | null;
  /** The picture is in the canvas: whatever else belongs there can be drawn over it. */
  drawn?(): void;
  /** There is no WebGL to draw with. */
  failed?(error: FvError): void;
}

/** Longest stretch of drawing in a frame, ms; the plots left over have the next one. */
const FRAME_MS = 12;

/**
 * Draws the curves of all plots of a page, which share one WebGL context: a browser keeps 8 to 16. A plot is drawn into
 * the shared canvas and copied from there in the same task. Made with the first plot, given back with the last.
 */
export class CurveScene {
  static #shared: CurveScene | null = null;

  readonly #plots = new Set<CurvePlot>();
  readonly #due = new Set<CurvePlot>();
  #surface: Surface | null = null;
  #layer: CurveLayer | null = null;
  #failure: FvError | null = null;
  #closed = false;

  /** Takes a plot in. */
  static join(plot: CurvePlot): CurveScene {
    const scene = (CurveScene.#shared ??= new CurveScene());
    scene.#plots.add(plot);
    if (scene.#failure) plot.failed?.(scene.#failure);
    else if (scene.#plots.size === 1) void scene.#open(plot.context.canvas.ownerDocument);
    return scene;
  }

  private constructor() {}

  /** The context that all plots share; null until it is there. */
  get context(): WebGLRenderingContext | null {
    return this.#surface?.regl._gl ?? null;
  }

  /** Lets a plot go; a second call does nothing. */
  leave(plot: CurvePlot): void {
    this.#plots.delete(plot);
    this.#due.delete(plot);
    if (this.#plots.size > 0 || this.#closed) return;
    this.#closed = true;
    this.#layer?.dispose();
    this.#surface?.dispose();
    if (CurveScene.#shared === this) CurveScene.#shared = null;
  }

  /** Asks for a picture of a plot in the next frame; any number of calls before it are one. */
  requestDraw(plot: CurvePlot): void {
    if (!this.#plots.has(plot)) return;
    this.#due.add(plot);
    this.#surface?.requestDraw();
  }

  /** Context and program are made in tasks of their own: each takes some 30 ms where the GPU is software. */
  async #open(owner: Document): Promise<void> {
    try {
      await graphicsReady();
      if (this.#closed) return;
      const canvas = createCanvas(owner);
      await nextTask();
      if (this.#closed) return;
      this.#surface = new Surface(owner.createElement('div'), { drawFrame: () => this.#drawFrame(), contextRestored: () => this.#redrawAll() }, canvas);
      this.#layer = new CurveLayer(this.#surface.regl);
      this.#surface.requestDraw();
    } catch (error) {
      const failure = (this.#failure = FvError.from(error));
      for (const plot of this.#plots) plot.failed?.(failure);
    }
  }

  #redrawAll(): void {
    for (const plot of this.#plots) this.#due.add(plot);
  }

  #drawFrame(): void {
    const start = performance.now();
    for (const plot of this.#due) {
      if (performance.now() - start > FRAME_MS) break;
      this.#due.delete(plot);
      const picture = plot.picture();
      if (picture !== null && picture.width > 0 && picture.height > 0) this.#draw(plot, picture);
    }
    if (this.#due.size > 0) this.#surface?.requestDraw();
  }

  #draw(plot: CurvePlot, picture: CurvePicture): void {
    const { width, height } = picture;
    const { canvas } = this.#surface!;
    // The canvas grows to the largest plot and never shrinks: a new size costs a new drawing buffer.
    if (canvas.width < width || canvas.height < height) this.#surface!.resize(Math.max(canvas.width, width), Math.max(canvas.height, height), 1);
    this.#layer!.draw(picture);
    plot.context.setTransform(1, 0, 0, 1, 0, 0);
    plot.context.drawImage(canvas, 0, canvas.height - height, width, height, 0, 0, width, height);
    plot.drawn?.();
  }
}
