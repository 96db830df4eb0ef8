import type { LitElement, ReactiveController } from 'lit';
import { buildPalette, createCanvas, FIRST_INDEX, FvError, graphicsReady, MISSING_INDEX, type ColorScale, type LineSet, type Palette } from '../../engine';
import { MediaQueryController } from '../controllers/media-query-controller';
import { ResizeController } from '../controllers/resize-controller';
import type { PointerTool } from '../controllers/pointer-gestures';
import { readDrawingColors } from '../theme';
import { CoveredController } from './covered-controller';
import { MapStage, type StageOverlay, type StageOwner } from './map-stage';

/** What the element hears of its stage. */
export interface StageHooks extends StageOwner {
  /** The theme gave the points other colours. */
  recolored(): void;
  /** The size changed, CSS pixels. */
  resized(widthPx: number, heightPx: number): void;
  /** There is no canvas to be had. */
  failed(error: FvError): void;
}

/**
 * Gives a map its {@link MapStage} while it is in a document, and keeps on it what the map shows:
 * positions, colours, sizes, selection, what is muted, lines, theme and extent outlive the canvas, which goes when the element is removed.
 */
export class StageController implements ReactiveController {
  readonly #host: LitElement;
  readonly #hooks: StageHooks;
  readonly #dark: MediaQueryController;
  readonly #reducedMotion: MediaQueryController;
  readonly #resize: ResizeController;
  readonly #covered: CoveredController;
  #stage: MapStage | null = null;
  #refused = false;
  #creation: Promise<void> | null = null;
  #themeKey = '';
  #positions: Float32Array | null = null;
  #points = 0;
  #scale: ColorScale | null = null;
  #palette: Palette = new Uint32Array(256);
  #selection: ArrayLike<number> = [];
  #tool: PointerTool = 'pan';
  #sizes: Float32Array | null = null;
  #muted: Uint8Array | null = null;
  readonly #lines = new Map<string, LineSet>();
  #overlay: StageOverlay | null = null;

  constructor(host: LitElement, hooks: StageHooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.#dark = new MediaQueryController(host, '(prefers-color-scheme: dark)');
    this.#reducedMotion = new MediaQueryController(host, '(prefers-reduced-motion: reduce)');
    this.#resize = new ResizeController(host, (size) => {
      this.#stage?.scene.resize(size.widthPx, size.heightPx, size.pixelRatio);
      hooks.resized(size.widthPx, size.heightPx);
    });
    this.#covered = new CoveredController(host, (insets) => this.#stage?.setInsets(insets));
    host.addController(this);
  }

  /** The stage; null while the element is in no document, and without WebGL. */
  get stage(): MapStage | null {
    return this.#stage;
  }

  get palette(): Palette {
    return this.#palette;
  }

  hostConnected(): void {
    this.#refused = false;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // An element that is moved within the page is removed and inserted in one go: its canvas stays.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#stage?.dispose();
      this.#stage = null;
    });
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    if (!this.#stage && !this.#refused) this.#creation ??= this.#createSoon();
    this.#applyTheme();
  }

  /** Resolves when the stage is there, or cannot be. */
  get ready(): Promise<void> {
    return this.#creation ?? Promise.resolve();
  }

  /** Other data: the camera starts anew, with the positions set next. */
  setPoints(points: number): void {
    this.#points = points;
    this.#scale = null;
    this.#stage?.hover(-1);
    this.#stage?.scene.camera.reset();
    this.#applyColors();
    this.setSelection([]);
    this.setSizes(null);
    this.setMuted(null);
    for (const name of this.#lines.keys()) this.setLines(name, null);
  }

  /** More rows of the same data: the camera stays, colours that are not resolved yet are those of missing values. */
  setPointCount(points: number): void {
    this.#points = points;
    this.#applyColors();
  }

  /** Row-major [n, 2] of the leading rows; kept. Call again when values have changed. */
  setPositions(positions: Float32Array | null): void {
    this.#positions = positions;
    this.#stage?.setPositions(positions);
  }

  /** Null: all points in one colour. */
  setScale(scale: ColorScale | null): void {
    this.#scale = scale;
    this.#applyColors();
  }

  /** What is muted: 1 for each such point; null: nothing. */
  get muted(): Uint8Array | null {
    return this.#muted;
  }

  /** What a drag does that Shift does not decide. */
  setTool(tool: PointerTool): void {
    this.#tool = tool;
    this.#stage?.setTool(tool);
  }

  setSelection(ids: ArrayLike<number>): void {
    this.#selection = ids;
    this.#stage?.scene.setSelection(ids);
  }

  /** Relative diameters, 0.5 … 3, row by row; NaN and null are 1. Kept. */
  setSizes(sizes: Float32Array | null): void {
    this.#sizes = sizes;
    this.#stage?.setSizes(sizes);
  }

  /** Points with a 1 are drawn faint below the others, and are not under the pointer; null: none. Kept: pass it again when its values changed. */
  setMuted(mask: Uint8Array | null): void {
    this.#muted = mask;
    this.#stage?.setMuted(mask);
  }

  /** Lines over the points or below them; sets have names, and null removes one. They stay where they are until other data comes. */
  setLines(name: string, lines: LineSet | null): void {
    if (lines) this.#lines.set(name, lines);
    else this.#lines.delete(name);
    this.#stage?.setLines(name, lines);
  }

  /** What may be meant by a pointer instead of the points; null: nothing. */
  setOverlay(overlay: StageOverlay | null): void {
    this.#overlay = overlay;
    this.#stage?.setOverlay(overlay);
  }

  /** Context and stage are a task each, after a graphics process that is busy with the first render was waited for. */
  async #createSoon(): Promise<void> {
    await graphicsReady();
    const canvas = this.#host.isConnected ? createCanvas(this.#host.ownerDocument) : null;
    await new Promise((resolve) => setTimeout(resolve));
    this.#creation = null;
    if (canvas && this.#host.isConnected && !this.#stage) this.#create(canvas);
  }

  #create(canvas: HTMLCanvasElement): void {
    const host = this.#host.renderRoot.querySelector<HTMLElement>('.stage');
    if (!host) return;
    try {
      this.#stage = new MapStage(host, canvas, this.#hooks);
    } catch (error) {
      this.#refused = true;
      this.#hooks.failed(FvError.from(error));
      return;
    }
    this.#themeKey = '';
    const { widthPx, heightPx, pixelRatio } = this.#resize.size;
    this.#stage.scene.resize(widthPx, heightPx, pixelRatio);
    this.#covered.measure();
    this.#stage.setPositions(this.#positions);
    this.#applyColors();
    this.#stage.scene.setSelection(this.#selection);
    this.#stage.setSizes(this.#sizes);
    this.#stage.setMuted(this.#muted);
    this.#stage.setTool(this.#tool);
    this.#stage.setOverlay(this.#overlay);
    for (const [name, lines] of this.#lines) this.#stage.setLines(name, lines);
    this.#applyTheme();
  }

  #applyTheme(): void {
    if (!this.#stage) return;
    this.#stage.scene.camera.reducedMotion = this.#reducedMotion.matches;
    const key = `${this.#host.getAttribute('theme') ?? ''} ${this.#dark.matches}`;
    if (key === this.#themeKey) return;
    this.#themeKey = key;
    this.#stage.setTheme(readDrawingColors(this.#host));
    this.#applyColors();
    this.#hooks.recolored();
  }

  #colorIndices(): Uint8Array {
    const indices = this.#scale?.indices;
    if (indices && indices.length >= this.#points) return indices;
    const padded = new Uint8Array(this.#points).fill(indices ? MISSING_INDEX : FIRST_INDEX);
    if (indices) padded.set(indices);
    return padded;
  }

  #applyColors(): void {
    if (!this.#stage) return;
    const { ramp, reversed } = this.#scale?.kind === 'continuous' ? this.#scale : {};
    this.#palette = buildPalette(readDrawingColors(this.#host).palette, ramp, reversed);
    this.#stage.setColors(this.#colorIndices(), this.#palette);
  }
}
