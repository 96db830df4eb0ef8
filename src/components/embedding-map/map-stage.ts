import { boundsOf, PointIndex, PointScene, type Bounds, type Insets, type LineSet, type Palette } from '../../engine';
import { PointerController, type PointerTarget } from '../controllers/pointer-controller';
import type { PointerSample, PointerTool, TraceTarget } from '../controllers/pointer-gestures';
import type { DrawingColors } from '../theme';

/** How near a point has to be to be meant, CSS pixels from its middle. */
const REACH_PX = { fine: 10, touch: 22 } as const;

/** How close a flight goes to a single point, times the view of everything. */
const CLOSE_UP = 12;

/** After so long without new positions the index for picking is built, ms. */
const SETTLE_MS = 300;

/** What a stage reports. */
export interface StageOwner {
  /** The pointer is over a point, or over none (−1). */
  hovered(id: number): void;
  /** Whom outlines are for. */
  readonly trace?: TraceTarget;
  clicked(id: number, sample: Pick<PointerSample, 'ctrlKey' | 'metaKey' | 'altKey'>): void;
  viewChanged(): void;
  /** Something over the canvas may have to move. */
  moved(): void;
}

/** What lies over the points and may be meant instead of them, such as the name of a region. Places are CSS pixels. */
export interface StageOverlay {
  /** Whether it is at this place. */
  over(xPx: number, yPx: number): boolean;
  /** It was clicked. */
  click(sample: PointerSample): void;
}

/** A canvas with its camera, its pointers and its search for the point under them: all of the map that is not words. */
export class MapStage {
  readonly scene: PointScene;
  readonly #owner: StageOwner;
  readonly #pointer: PointerController;
  readonly #index = new PointIndex();
  #positions: Float32Array | null = null;
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  #hovered = -1;
  #overlay: StageOverlay | null = null;

  /** @throws FvError `backend-unavailable` without WebGL. */
  constructor(host: HTMLElement, canvas: HTMLCanvasElement, owner: StageOwner) {
    this.#owner = owner;
    this.scene = new PointScene(host, {
      sceneMoved: () => owner.moved(),
      viewChanged: () => owner.viewChanged(),
    }, canvas);
    const target: PointerTarget = {
      hover: (sample) => {
        const over = this.#overOverlay(sample);
        host.toggleAttribute('data-over', over);
        this.hover(over ? -1 : this.pick(sample.xPx, sample.yPx, REACH_PX.fine));
      },
      leave: () => this.hover(-1),
      click: (sample) => {
        if (this.#overOverlay(sample)) {
          this.#overlay!.click(sample);
          return;
        }
        const id = this.pick(sample.xPx, sample.yPx, sample.pointerType === 'touch' ? REACH_PX.touch : REACH_PX.fine);
        this.hover(id);
        owner.clicked(id, sample);
      },
      doubleClick: (sample) => {
        if (!this.#overOverlay(sample) && this.pick(sample.xPx, sample.yPx, REACH_PX.fine) < 0) void this.fit();
      },
      pan: (dxPx, dyPx) => this.pan(dxPx, dyPx),
      trace: owner.trace,
      zoom: (xPx, yPx, factor) => this.zoom(factor, xPx, yPx),
    };
    this.#pointer = new PointerController(host, target);
  }

  get hovered(): number {
    return this.#hovered;
  }

  /** What covers the edges, CSS pixels. */
  setInsets(insets: Insets): void {
    this.scene.camera.setInsets(insets);
    this.scene.requestFrame();
  }

  /** Row-major [n, 2]; kept. Call again when values have changed. */
  setPositions(positions: Float32Array | null): void {
    this.#positions = positions;
    this.scene.setPositions(positions);
    this.#index.setPositions(positions ?? new Float32Array(0));
    clearTimeout(this.#settleTimer);
    if (positions) this.#settleTimer = setTimeout(() => void this.#index.settle(), SETTLE_MS);
  }

  setColors(indices: Uint8Array, palette: Palette): void {
    this.scene.setColors(indices, palette);
  }

  /** What may be meant instead of the points; null: nothing. */
  setOverlay(overlay: StageOverlay | null): void {
    this.#overlay = overlay;
  }

  /** Relative diameters, 0.5 … 3; null: all alike. */
  setSizes(sizes: Float32Array | null): void {
    this.scene.setSizes(sizes);
  }

  /** Points with a 1 are drawn faint below the others, and are not under the pointer; null: none. */
  setMuted(mask: Uint8Array | null): void {
    this.scene.setMuted(mask);
    this.#index.setMuted(mask);
    if (mask?.[this.#hovered] === 1) this.hover(-1);
  }

  /** Replaces the lines of that name; null removes them. */
  setLines(name: string, lines: LineSet | null): void {
    this.scene.setLines(name, lines);
  }

  setTheme({ surface, text }: DrawingColors): void {
    this.scene.setTheme(surface, text);
  }

  /** What a drag does that Shift does not decide. */
  setTool(tool: PointerTool): void {
    this.#pointer.tool = tool;
  }

  /** Gives up an outline that is being drawn; whether there was one. */
  abandonTrace(): boolean {
    return this.#pointer.abandon();
  }

  /** The point within reach of a place on the screen, or −1. */
  pick(xPx: number, yPx: number, reachPx: number): number {
    if (!this.#positions) return -1;
    const { camera } = this.scene;
    const { x, y } = camera.toLayout(xPx, yPx);
    return this.#index.nearest(x, y, reachPx / camera.view.scale);
  }

  /** The point nearest to the middle of the view, or −1. */
  pickMiddle(): number {
    const { width, height } = this.scene.camera.viewport;
    return this.pick(width / 2, height / 2, Math.hypot(width, height) / 2);
  }

  hover(id: number): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#owner.hovered(id);
  }

  /** Where a point is on the screen; null where it is out of sight. */
  place(id: number): { xPx: number; yPx: number } | null {
    if (!this.#positions || id < 0 || 2 * id >= this.#positions.length) return null;
    const { camera } = this.scene;
    const place = camera.toScreen(this.#positions[2 * id], this.#positions[2 * id + 1]);
    const { width, height } = camera.viewport;
    return place.xPx < 0 || place.yPx < 0 || place.xPx > width || place.yPx > height ? null : place;
  }

  pan(dxPx: number, dyPx: number): void {
    this.scene.camera.panBy(dxPx, dyPx);
    this.scene.redraw();
  }

  /** Zooms around a place, by default the middle. */
  zoom(factor: number, xPx = this.scene.camera.viewport.width / 2, yPx = this.scene.camera.viewport.height / 2): void {
    this.scene.camera.zoomAt(xPx, yPx, factor);
    this.scene.redraw();
  }

  fit(): Promise<void> {
    const arrived = this.scene.camera.fit();
    this.scene.redraw();
    return arrived;
  }

  /** Flies to the points; resolves on arrival. */
  flyTo(ids: ArrayLike<number>): Promise<void> {
    const bounds: Bounds | null = this.#positions && boundsOf(this.#positions, ids);
    if (!bounds) return Promise.resolve();
    const { camera } = this.scene;
    const arrived = camera.flyTo(bounds, camera.fittingScale * CLOSE_UP);
    this.scene.redraw();
    return arrived;
  }

  #overOverlay({ xPx, yPx }: PointerSample): boolean {
    return this.#overlay?.over(xPx, yPx) ?? false;
  }

  dispose(): void {
    clearTimeout(this.#settleTimer);
    this.#pointer.detach();
    this.scene.dispose();
  }
}
