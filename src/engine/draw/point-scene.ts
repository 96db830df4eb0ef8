import { Camera } from './camera';
import { FrameBudget } from './frame-budget';
import { PointLayer, type Palette, type Rgb } from './point-layer';
import { pointStyle, type PointStyle } from './point-style';
import { Surface } from './surface';
import { boundsOf, type View } from './view';

/** How long nothing must have changed before the points beyond the frame budget are drawn, ms. */
const REST_MS = 60;

/** At rest a frame may take so many times the budget of one that moves. */
const REST_BUDGETS = 4;

/** What a scene tells its owner. */
export interface PointSceneOwner {
  /** The camera moved, or the points did: what is placed over the canvas has to follow. */
  sceneMoved?(): void;
  /** The view is another one than in the frame before. */
  viewChanged?(): void;
  contextLost?(): void;
  contextRestored?(): void;
}

/**
 * A scatter of points on a surface of its own, seen through a camera.
 * A frame in which something changed draws as many points as the budget allows; once nothing changes
 * the rest is added slice by slice on top, and then no frame is drawn at all.
 */
export class PointScene {
  readonly camera = new Camera();
  readonly surface: Surface;
  readonly #layer: PointLayer;
  readonly #owner: PointSceneOwner;
  readonly #budget = new FrameBudget();
  #background: Rgb = [1, 1, 1];
  #ink: Rgb = [0, 0, 0];
  /** Whether the picture no longer shows what it should. */
  #stale = true;
  /** Vertices in the picture. */
  #drawn = 0;
  /** Points of the last frame if it was a new picture, else 0. */
  #painted = 0;
  #visible = false;
  #drawnView: View | null = null;
  #restTimer: ReturnType<typeof setTimeout> | undefined;

  /** Puts a canvas, by default a new one, into `host`. @throws FvError `backend-unavailable` without WebGL. */
  constructor(host: HTMLElement, owner: PointSceneOwner = {}, canvas?: HTMLCanvasElement) {
    this.#owner = owner;
    this.surface = new Surface(host, {
      drawFrame: (timeMs) => this.#frame(timeMs),
      frameDone: (gpuMs) => {
        if (this.#painted > 0) this.#budget.frame(gpuMs, this.#painted);
      },
      contextLost: () => owner.contextLost?.(),
      contextRestored: () => {
        this.#layer.restore();
        this.#stale = true;
        owner.contextRestored?.();
      },
    }, canvas);
    this.#layer = new PointLayer(this.surface.regl);
  }

  /** Number of points in the picture now; all of them once it rests. */
  get pointsDrawn(): number {
    return this.#visible ? this.#drawn : 0;
  }

  /** The look of the points at the present zoom. */
  get style(): PointStyle {
    const { bounds, view } = this.camera;
    if (!bounds) return pointStyle(0, 1);
    const areaPx = (bounds.maxX - bounds.minX) * (bounds.maxY - bounds.minY) * view.scale ** 2;
    return pointStyle(this.#layer.count, areaPx);
  }

  /** Shows positions row-major [n, 2], or nothing. The array is kept: pass it again when its values changed. */
  setPositions(positions: Float32Array | null): void {
    this.#visible = positions !== null;
    if (positions) this.#layer.setPositions(positions);
    this.camera.setBounds(positions && boundsOf(positions));
    this.redraw();
  }

  /** Indices into a palette of 256 colours, of all points or more. */
  setColors(indices: Uint8Array, palette: Palette): void {
    this.#layer.setColors(indices, palette);
    this.redraw();
  }

  /** Rings these points and dims the others; empty: none. */
  setSelection(ids: ArrayLike<number>): void {
    this.#layer.setSelection(ids);
    this.redraw();
  }

  /** Colour behind the points, and of the rings. */
  setTheme(background: Rgb, ink: Rgb): void {
    this.#background = background;
    this.#ink = ink;
    this.redraw();
  }

  /** Size of the host, CSS pixels. */
  resize(widthPx: number, heightPx: number, pixelRatio: number): void {
    this.camera.resize({ width: widthPx, height: heightPx });
    if (this.surface.resize(widthPx, heightPx, pixelRatio)) this.redraw();
  }

  /** Asks for a new picture, as after the camera was moved. */
  redraw(): void {
    this.#stale = true;
    this.surface.requestDraw();
  }

  /** Asks for a frame, in which the camera may move; without a move nothing is drawn anew. */
  requestFrame(): void {
    this.surface.requestDraw();
  }

  /** The whole picture as PNG, at device resolution, as seen now. */
  toPng(): Promise<Blob> {
    this.#paint(this.#layer.count);
    return new Promise((resolve, reject) => {
      this.surface.canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas could not be encoded'))), 'image/png');
    });
  }

  dispose(): void {
    clearTimeout(this.#restTimer);
    this.camera.stop();
    this.#layer.dispose();
    this.surface.dispose();
  }

  #frame(timeMs: number): void {
    clearTimeout(this.#restTimer);
    const { changed: viewMoved, moving } = this.camera.advance(timeMs);
    const changed = viewMoved || this.#stale;
    if (changed) {
      this.#paint(this.#budget.points);
      this.#painted = this.#drawn;
      this.#owner.sceneMoved?.();
    } else {
      this.#painted = 0;
      this.#refine();
    }
    if (moving) this.surface.requestDraw();
    else if (this.#visible && this.#drawn < this.#layer.count) this.#continueAtRest(changed);
    if (this.#drawnView !== this.camera.view) {
      this.#drawnView = this.camera.view;
      if (this.#visible) this.#owner.viewChanged?.();
    }
  }

  /** A new picture of the first points. */
  #paint(budget: number): void {
    this.#stale = false;
    this.surface.regl.clear({ color: [...this.#background, 1] });
    this.#drawn = 0;
    if (!this.#visible) return;
    this.#add(Math.min(budget, this.#layer.count));
  }

  /** More points onto the same picture. */
  #refine(): void {
    if (this.#visible) this.#add(Math.min(REST_BUDGETS * this.#budget.points, this.#layer.count - this.#drawn));
  }

  #add(count: number): void {
    if (count === 0) return;
    const { view, viewport } = this.camera;
    const { style, surface } = this;
    this.#layer.draw(this.#drawn, count, view, viewport, surface.pixelRatio, style);
    this.#layer.drawRings(view, viewport, surface.pixelRatio, style, this.#ink);
    this.#drawn += count;
  }

  /** The next slice comes at once while slices come, and after a rest when something has just moved. */
  #continueAtRest(justMoved: boolean): void {
    if (!justMoved) this.surface.requestDraw();
    else this.#restTimer = setTimeout(() => this.surface.requestDraw(), REST_MS);
  }
}
