import { FvError } from '../errors';
import type { Rgb } from '../color';
import { Camera } from './camera';
import type { Projection } from './draw-commands';
import { FrameBudget } from './frame-budget';
import type { LineSet } from './line-layer';
import { Lines } from './lines';
import { PointLayer, type Palette, type RunName } from './point-layer';
import { mutedStyle, pointStyle, type PointStyle } from './point-style';
import { RingLayer } from './ring-layer';
import { Surface } from './surface';
import { boundsOf, type View } from './view';

/** How long nothing must have changed before the points beyond the frame budget are drawn, ms. */
const REST_MS = 60;

/** A change after so long without one is no motion: it is drawn whole at once where a frame at rest may hold it, ms. */
const LONE_MS = 250;

/** At rest a frame may take so many times the budget of one that moves, and so many points in any case: a round trip costs more than it spares. */
const REST_BUDGETS = 8;
const REST_POINTS = 400_000;

/** Above so many selected points the dimmed rest tells enough, and rings would hide the points. */
const MAX_RINGS = 500;

/** How many points of each run are, or should be, in a picture. */
type Shares = Readonly<Record<RunName, number>>;

const NO_SHARES: Shares = { lit: 0, muted: 0 };

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
 * A scatter of points on a surface of its own, seen through a camera; from below: lines, muted points, points, lines, rings.
 * A frame in which something changed draws as many points as the budget allows; once nothing changes the rest is added
 * slice by slice on top, or the picture is drawn anew as a whole where something lies over the points. Then no frame is drawn at all.
 */
export class PointScene {
  readonly camera = new Camera();
  readonly surface: Surface;
  readonly #layer: PointLayer;
  readonly #rings: RingLayer;
  readonly #lines: Lines;
  readonly #owner: PointSceneOwner;
  readonly #budget = new FrameBudget();
  #background: Rgb = [1, 1, 1];
  #ink: Rgb = [0, 0, 0];
  /** Whether the picture no longer shows what it should. */
  #stale = true;
  #ringed = false;
  #ringsStale = false;
  /** Vertices in the picture. */
  #drawn: Shares = NO_SHARES;
  /** Points of the last frame if it was a new picture within the budget of motion, else 0. */
  #painted = 0;
  #changedMs = -Infinity;
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
        this.#rings.restore();
        this.#lines.restore();
        this.#stale = true;
        owner.contextRestored?.();
      },
    }, canvas);
    this.#layer = new PointLayer(this.surface.regl);
    this.#rings = new RingLayer(this.surface.regl);
    this.#lines = new Lines(this.surface.regl, () => this.redraw());
  }

  /** Number of points that the picture shows as they are now: none of those drawn before something changed, all of them once it rests. */
  get pointsDrawn(): number {
    return this.#stale ? 0 : this.#drawn.lit + this.#drawn.muted;
  }

  /** The look at the present zoom of the points that are not muted. The fewer they are, the more they stand out. */
  get style(): PointStyle {
    return this.#styleOf(this.#layer.countOf('lit'));
  }

  /** Shows positions row-major [n, 2], or nothing. The array is kept: pass it again when its values changed. */
  setPositions(positions: Float32Array | null): void {
    this.#visible = positions !== null;
    if (positions) this.#layer.setPositions(positions);
    this.#ringsStale = true;
    this.camera.setBounds(positions && boundsOf(positions));
    this.redraw();
  }

  /** Indices into a palette of 256 colours, of all points or more. Those of missing values are drawn as open rings. */
  setColors(indices: Uint8Array, palette: Palette): void {
    this.#layer.setColors(indices, palette);
    this.redraw();
  }

  /** Relative diameters, 0.5 … 3, row by row; NaN, rows beyond the array, and null are 1. The array is kept. */
  setSizes(sizes: Float32Array | null): void {
    this.#layer.setSizes(sizes);
    this.#ringsStale = true;
    this.redraw();
  }

  /** Points with a 1 are drawn faint and grey below the others; null: none. The array is kept: pass it again when its values changed. */
  setMuted(mask: Uint8Array | null): void {
    this.#layer.setMuted(mask);
    this.redraw();
  }

  /** Rings these points and dims the others; empty: none. */
  setSelection(ids: ArrayLike<number>): void {
    this.#layer.setSelection(ids);
    this.#ringed = ids.length > 0 && ids.length <= MAX_RINGS;
    this.#ringsStale = true;
    this.redraw();
  }

  /** Replaces the lines of that name; null removes them. The array of segments is kept: pass it again when its values changed. */
  setLines(name: string, lines: LineSet | null): void {
    this.#lines.set(name, lines);
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

  /**
   * The whole picture as PNG, as seen now.
   * @param scale times device resolution.
   * @throws FvError `invalid-option` where the GPU draws no canvas of that size.
   */
  async toPng(scale = 1): Promise<Blob> {
    await this.#lines.ready;
    const { surface } = this;
    const { width, height } = this.camera.viewport;
    const { pixelRatio } = surface;
    const largest = surface.regl.limits.maxRenderbufferSize;
    const size = Math.round(scale * pixelRatio * Math.max(width, height));
    if (!(scale > 0) || size > largest) {
      throw new FvError({
        code: 'invalid-option', expected: `a picture of at most ${largest} pixels a side`, received: `${size}`, fix: 'choose a smaller scale',
      });
    }
    const resized = scale !== 1 && surface.resize(width, height, scale * pixelRatio);
    this.#paint(this.#all);
    // Read before the GPU is through, a canvas holds the page up.
    await surface.finished();
    // It may change right after this call.
    const encoded = new Promise<Blob>((resolve, reject) => {
      surface.canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas could not be encoded'))), 'image/png');
    });
    if (resized) {
      surface.resize(width, height, pixelRatio);
      this.redraw();
    }
    return encoded;
  }

  dispose(): void {
    clearTimeout(this.#restTimer);
    this.camera.stop();
    this.#layer.dispose();
    this.#rings.dispose();
    this.#lines.dispose();
    this.surface.dispose();
  }

  #frame(timeMs: number): void {
    clearTimeout(this.#restTimer);
    if (this.#visible && this.#layer.compile()) {
      // A task of its own: the picture follows in the next frame, and what stands until then stays.
      if (this.#drawn === NO_SHARES) this.#clear();
      this.surface.requestDraw();
      return;
    }
    const { changed: viewMoved, moving } = this.camera.advance(timeMs);
    const changed = viewMoved || this.#stale;
    const lone = !viewMoved && timeMs - this.#changedMs > LONE_MS;
    this.#painted = 0;
    if (changed) {
      this.#changedMs = timeMs;
      this.#paint(this.#within(lone ? this.#restPoints : this.#budget.points));
      if (!lone) this.#painted = this.pointsDrawn;
      this.#owner.sceneMoved?.();
    } else if (!this.#complete) {
      this.#refine();
    }
    if (moving) this.surface.requestDraw();
    else if (!this.#complete) this.#continueAtRest(changed && !lone);
    if (this.#drawnView !== this.camera.view) {
      this.#drawnView = this.camera.view;
      if (this.#visible) this.#owner.viewChanged?.();
    }
  }

  get #all(): Shares {
    return this.#visible ? { lit: this.#layer.countOf('lit'), muted: this.#layer.countOf('muted') } : NO_SHARES;
  }

  get #restPoints(): number {
    return Math.max(REST_POINTS, REST_BUDGETS * this.#budget.points);
  }

  get #complete(): boolean {
    const { lit, muted } = this.#all;
    return this.#drawn.lit === lit && this.#drawn.muted === muted;
  }

  /** Of a budget too small for all, at least half goes to the points that stand out: a few found among many are all in every frame. */
  #within(budget: number): Shares {
    const all = this.#all;
    const fair = (budget * all.lit) / Math.max(1, all.lit + all.muted);
    const lit = Math.min(all.lit, Math.ceil(Math.max(budget / 2, fair)));
    return { lit, muted: Math.min(all.muted, Math.max(0, budget - lit)) };
  }

  /** A new picture. */
  #paint(shares: Shares): void {
    this.#stale = false;
    this.#drawn = NO_SHARES;
    this.#clear();
    if (!this.#visible) return;
    this.#lines.draw(false, this.#projection);
    this.#add(shares);
    this.#lines.draw(true, this.#projection);
    if (!this.#ringed) return;
    if (this.#ringsStale) this.#rings.setRings(this.#layer.rings());
    this.#ringsStale = false;
    this.#rings.draw(this.#projection, this.style.diameterPx, this.#ink);
  }

  #clear(): void {
    this.surface.regl.clear({ color: [...this.#background, 1] });
  }

  /** More of the picture at rest. */
  #refine(): void {
    const all = this.#all;
    if (all.muted > 0 || this.#ringed || this.#lines.above) this.#paint(all);
    else this.#add({ lit: Math.min(all.lit - this.#drawn.lit, this.#restPoints), muted: 0 });
  }

  /** More points onto the same picture. */
  #add({ lit, muted }: Shares): void {
    const projection = this.#projection;
    const drawn = this.#drawn;
    this.#layer.draw('muted', drawn.muted, muted, projection, mutedStyle(this.#styleOf(this.#layer.count)));
    this.#layer.draw('lit', drawn.lit, lit, projection, this.style);
    this.#drawn = { lit: drawn.lit + lit, muted: drawn.muted + muted };
  }

  get #projection(): Projection {
    const { view, viewport } = this.camera;
    return { view, viewport, pixelRatio: this.surface.pixelRatio };
  }

  #styleOf(count: number): PointStyle {
    const { bounds, view } = this.camera;
    if (!bounds) return pointStyle(0, 1);
    return pointStyle(count, (bounds.maxX - bounds.minX) * (bounds.maxY - bounds.minY) * view.scale ** 2);
  }

  /** The next slice comes at once while slices come, and after a rest when something has just moved. */
  #continueAtRest(justMoved: boolean): void {
    if (!justMoved) this.surface.requestDraw();
    else this.#restTimer = setTimeout(() => this.surface.requestDraw(), REST_MS);
  }
}
