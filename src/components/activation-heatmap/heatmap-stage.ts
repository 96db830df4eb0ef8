import type { LitElement, ReactiveController } from 'lit';
import {
  createCanvas, FvError, graphicsReady, HeatmapScene, pannedHeatmap, revealingCell, zoomedHeatmap,
  type HeatmapEnds, type HeatmapSampling, type HeatmapView, type RampName,
} from '../../engine';
import { MediaQueryController } from '../controllers/media-query-controller';
import { PointerController, type PointerTarget } from '../controllers/pointer-controller';
import { readDrawingColors } from '../theme';
import type { ShownHeatmap } from './heatmap-source';

/** What the element hears of its stage. */
export interface StageHooks extends Pick<PointerTarget, 'hover' | 'leave' | 'click'> {
  /** The view or the size is another one. */
  moved(): void;
  /** There is no canvas to be had, or it cannot hold the data. */
  failed(error: FvError): void;
}

/** What the colours stand for, but for the colours themselves. */
export interface StageLook {
  palette: RampName;
  ends: HeatmapEnds;
  sampling: HeatmapSampling;
}

/** Ranks of {@link DrawingColors}' categories that no ramp has: pink for ∞, teal for −∞. */
export const INFINITY_CATEGORIES = { high: 5, low: 3 } as const;

/** Gives a heatmap its canvas while it is in a document, and keeps on it what is shown. */
export class HeatmapStage implements ReactiveController {
  readonly #host: LitElement;
  readonly #hooks: StageHooks;
  readonly #dark: MediaQueryController;
  #scene: HeatmapScene | null = null;
  #pointer: PointerController | null = null;
  #resized: ResizeObserver | null = null;
  #creating = false;
  #refused = false;
  #shown: ShownHeatmap | null = null;
  #look: StageLook | null = null;
  #applied = '';

  constructor(host: LitElement, hooks: StageHooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.#dark = new MediaQueryController(host, '(prefers-color-scheme: dark)');
    host.addController(this);
  }

  /** Null until there is a canvas. */
  get scene(): HeatmapScene | null {
    return this.#scene;
  }

  hostConnected(): void {
    this.#refused = false;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // An element that is moved within the page is removed and inserted in one go: its canvas stays.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#dispose();
    });
  }

  hostUpdated(): void {
    if (!this.#host.isConnected || this.#refused) return;
    if (this.#scene) this.#applyLook();
    else if (!this.#creating) void this.#create();
  }

  show(shown: ShownHeatmap | null): void {
    const before = this.#shown;
    this.#shown = shown;
    this.#applyData(before);
  }

  setLook(look: StageLook): void {
    this.#look = look;
    this.#applyLook();
  }

  pan(dxPx: number, dyPx: number): void {
    if (this.#scene) this.#scene.show(pannedHeatmap(this.#scene.view, dxPx, dyPx));
  }

  /** Zooms; by default around the middle. */
  zoom(factor: number, xPx?: number, yPx?: number): void {
    const scene = this.#scene;
    if (!scene?.extent) return;
    const { width, height } = scene.viewport;
    scene.show(zoomedHeatmap(scene.view, scene.extent, scene.viewport, xPx ?? width / 2, yPx ?? height / 2, factor));
  }

  fit(): void {
    this.#scene?.fit();
  }

  /** Brings a cell into sight. */
  reveal(column: number, row: number): void {
    if (this.#scene) this.#scene.show(revealingCell(this.#scene.view, this.#scene.viewport, column, row));
  }

  get view(): HeatmapView | null {
    return this.#scene?.extent ? this.#scene.view : null;
  }

  async #create(): Promise<void> {
    this.#creating = true;
    await graphicsReady();
    const plot = this.#host.renderRoot.querySelector<HTMLElement>('.plot');
    const canvas = this.#host.isConnected && plot ? createCanvas(this.#host.ownerDocument) : null;
    // Context and regl are a task each.
    await new Promise((resolve) => setTimeout(resolve));
    this.#creating = false;
    if (!canvas || !plot || !this.#host.isConnected || this.#scene) return;
    try {
      this.#scene = new HeatmapScene(plot.querySelector<HTMLElement>('.canvas')!, { viewChanged: () => this.#hooks.moved() }, canvas);
    } catch (error) {
      this.#refused = true;
      this.#hooks.failed(FvError.from(error));
      return;
    }
    this.#pointer = new PointerController(plot, {
      hover: (sample) => this.#hooks.hover(sample),
      leave: () => this.#hooks.leave(),
      click: (sample) => this.#hooks.click(sample),
      pan: (dxPx, dyPx) => this.pan(dxPx, dyPx),
      zoom: (xPx, yPx, factor) => this.zoom(factor, xPx, yPx),
      doubleClick: () => undefined,
    });
    this.#resized = new ResizeObserver(() => {
      this.#scene?.resize(plot.clientWidth, plot.clientHeight, devicePixelRatio);
      this.#hooks.moved();
    });
    this.#resized.observe(plot);
    this.#scene.resize(plot.clientWidth, plot.clientHeight, devicePixelRatio);
    this.#applied = '';
    this.#applyData(null);
    this.#applyLook();
    this.#host.requestUpdate();
  }

  #applyData(before: ShownHeatmap | null): void {
    const [scene, shown] = [this.#scene, this.#shown];
    if (!scene) return;
    try {
      if (shown?.matrix !== before?.matrix) scene.setMatrix(shown?.matrix ?? null);
    } catch (error) {
      scene.setMatrix(null);
      this.#hooks.failed(FvError.from(error));
      return;
    }
    if (!shown) return;
    if (shown.rows !== before?.rows) scene.setRows(shown.rows);
    if (shown.ranks !== before?.ranks) scene.setRanks(shown.ranks);
  }

  #applyLook(): void {
    if (!this.#scene || !this.#look) return;
    const { surface, palette: { missing, categories } } = readDrawingColors(this.#host);
    const look = { ...this.#look, nan: missing, positiveInfinity: categories[INFINITY_CATEGORIES.high], negativeInfinity: categories[INFINITY_CATEGORIES.low] };
    // The element updates with every move: a look that is the same draws nothing.
    const key = JSON.stringify([look, surface, this.#dark.matches]);
    if (key === this.#applied) return;
    this.#applied = key;
    this.#scene.setLook(look, surface);
  }

  #dispose(): void {
    this.#pointer?.detach();
    this.#resized?.disconnect();
    this.#scene?.dispose();
    this.#scene = this.#pointer = this.#resized = null;
  }
}
