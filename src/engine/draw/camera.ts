import {
  containing, easeInOut, fitted, interpolateViews, NO_INSETS, panned, toLayout, toScreen, zoomedAt,
  type Bounds, type Insets, type View, type Viewport, type ZoomLimits,
} from './view';

/** Length of a flight, ms. */
export const FLIGHT_MS = 400;

/** Time in which following closes 63 % of the way to the fitting view, ms. */
const FOLLOW_MS = 90;

/** A first view, and a jump that no eye could follow, are taken at once. */
const SNAP_RATIO = 6;

interface Flight {
  from: View;
  to: View;
  /** Set by the first frame. */
  startMs: number | null;
  done(): void;
}

/**
 * Where the map looks. Until the user pans or zooms the camera follows the layout: it glides to the view that shows
 * everything, and at once as far as keeps every point in sight, however fast they spread. Afterwards the view is the user's; {@link Camera.fit} gives it back. All arithmetic is float64.
 */
export class Camera {
  /** Whether motion is reduced: flights and following arrive at once. */
  reducedMotion = false;

  #view: View = { x: 0, y: 0, scale: 1 };
  #viewport: Viewport = { width: 1, height: 1 };
  #insets: Insets = NO_INSETS;
  #bounds: Bounds | null = null;
  #following = true;
  #placed = false;
  #flight: Flight | null = null;
  #lastMs: number | null = null;

  get view(): View {
    return this.#view;
  }

  get viewport(): Viewport {
    return this.#viewport;
  }

  /** Whether the camera keeps everything in sight. */
  get following(): boolean {
    return this.#following;
  }

  /** The bounds of what is shown. */
  get bounds(): Bounds | null {
    return this.#bounds;
  }

  /** Four times further out than the fitting view, a hundred thousand times closer. */
  get limits(): ZoomLimits {
    const fit = this.#fitting()?.scale ?? this.#view.scale;
    return { min: Math.min(fit, this.#view.scale) / 4, max: Math.max(fit * 1e5, this.#view.scale) };
  }

  /** Keeps what was in the middle in the middle. */
  resize(viewport: Viewport): void {
    const before = this.#fitting();
    const changed = viewport.width !== this.#viewport.width || viewport.height !== this.#viewport.height;
    this.#viewport = viewport;
    const after = this.#fitting();
    if (!changed || !before || !after) return;
    if (this.#following) this.#view = after;
    else this.#view = { ...this.#view, scale: this.#view.scale * (after.scale / before.scale) };
  }

  /** Tells what covers the edges; a following camera glides clear of it. The view of someone who took it stays. */
  setInsets(insets: Insets): void {
    this.#insets = insets;
  }

  /** Tells what there is to see; a following camera moves there over the next frames. */
  setBounds(bounds: Bounds | null): void {
    this.#bounds = bounds;
  }

  /** Forgets the view: the next bounds are shown at once and followed. */
  reset(): void {
    this.stop();
    this.#bounds = null;
    this.#placed = false;
    this.#following = true;
  }

  /** The user drags the content by so many CSS pixels. */
  panBy(dxPx: number, dyPx: number): void {
    this.#take();
    this.#view = panned(this.#view, dxPx, dyPx);
  }

  /** The user zooms; the layout point under (xPx, yPx) stays there. */
  zoomAt(xPx: number, yPx: number, factor: number): void {
    this.#take();
    this.#view = zoomedAt(this.#view, this.#viewport, xPx, yPx, factor, this.limits);
  }

  /** Shows exactly this view, which is the user's from then on. */
  show(view: View): void {
    this.#take();
    this.#placed = true;
    this.#view = view;
  }

  /** Shows everything and follows again. Resolves on arrival. */
  fit(): Promise<void> {
    const target = this.#fitting();
    const arrived = target ? this.#flyTo(target) : Promise.resolve();
    this.#following = true;
    return arrived;
  }

  /** Flies to show `bounds` whole, never closer than `maxScale`. Resolves on arrival or when something else takes over. */
  flyTo(bounds: Bounds, maxScale = Infinity): Promise<void> {
    this.#following = false;
    // What covers the edges shifts the middle by so many pixels: the scale has to be known before.
    return this.#flyTo(fitted(bounds, this.#viewport, this.#padding(), this.#insets, Math.min(maxScale, this.limits.max)));
  }

  /** Flies to a view, which is then the user's. Resolves on arrival or when something else takes over. */
  flyToView(view: View): Promise<void> {
    this.#following = false;
    return this.#flyTo(view);
  }

  /** The scale at which everything is in sight, CSS pixels per layout unit. */
  get fittingScale(): number {
    return this.#fitting()?.scale ?? this.#view.scale;
  }

  /** Moves on to the time of a frame; whether the view changed and whether another frame is needed. */
  advance(timeMs: number): { changed: boolean; moving: boolean } {
    const before = this.#view;
    const moving = this.#flight ? this.#fly(this.#flight, timeMs) : this.#follow(timeMs);
    this.#lastMs = moving ? timeMs : null;
    return { changed: before !== this.#view, moving };
  }

  toScreen(x: number, y: number): { xPx: number; yPx: number } {
    return toScreen(this.#view, this.#viewport, x, y);
  }

  toLayout(xPx: number, yPx: number): { x: number; y: number } {
    return toLayout(this.#view, this.#viewport, xPx, yPx);
  }

  /** Ends a flight where it is. */
  stop(): void {
    const flight = this.#flight;
    this.#flight = null;
    flight?.done();
  }

  #padding(): number {
    return Math.min(40, 0.08 * Math.min(this.#viewport.width, this.#viewport.height));
  }

  #fitting(): View | null {
    return this.#bounds && fitted(this.#bounds, this.#viewport, this.#padding(), this.#insets);
  }

  #take(): void {
    this.stop();
    this.#following = false;
  }

  #flyTo(to: View): Promise<void> {
    this.stop();
    if (this.reducedMotion || !this.#placed) {
      this.#view = to;
      this.#placed = true;
      return Promise.resolve();
    }
    return new Promise((done) => {
      this.#flight = { from: this.#view, to, startMs: null, done };
    });
  }

  #fly(flight: Flight, timeMs: number): boolean {
    flight.startMs ??= timeMs;
    const t = Math.min(1, (timeMs - flight.startMs) / FLIGHT_MS);
    this.#view = t < 1 ? interpolateViews(flight.from, flight.to, easeInOut(t)) : flight.to;
    if (t < 1) return true;
    this.stop();
    return false;
  }

  #follow(timeMs: number): boolean {
    const target = this.#following ? this.#fitting() : null;
    if (!target) return false;
    const view = this.#view;
    const ratio = target.scale / view.scale;
    const offPx = Math.hypot(target.x - view.x, target.y - view.y) * view.scale;
    const far = ratio > SNAP_RATIO || ratio < 1 / SNAP_RATIO;
    const near = Math.abs(Math.log(ratio)) < 5e-4 && offPx < 0.25;
    if (this.#placed && ratio === 1 && offPx === 0) return false;
    if (!this.#placed || far || near || this.reducedMotion) {
      this.#view = target;
      this.#placed = true;
      return false;
    }
    const elapsedMs = this.#lastMs === null ? 16 : Math.min(100, timeMs - this.#lastMs);
    const share = 1 - Math.exp(-elapsedMs / FOLLOW_MS);
    const glided = {
      x: view.x + (target.x - view.x) * share,
      y: view.y + (target.y - view.y) * share,
      scale: view.scale * ratio ** share,
    };
    this.#view = containing(glided, this.#bounds!, this.#viewport);
    return true;
  }
}
