import type { LitElement, ReactiveController } from 'lit';
import { cellAt, clampedHeatmap, finishInSlices, fittedHeatmap, meanImage, pannedHeatmap, revealingCell, zoomedHeatmap, type HeatmapView, type Rgb, type Viewport } from '../../engine';
import { PointerController, type PointerTarget } from '../controllers/pointer-controller';
import { weightImage, type WeightColors } from './weight-image';

/** A matrix of weights to draw. */
export interface Weights {
  /** Row-major [from, to]. */
  values: Float32Array;
  from: number;
  to: number;
}

/** What the element hears of its matrix. */
export interface MatrixHooks extends Pick<PointerTarget, 'hover' | 'leave' | 'click'> {
  /** The view or the size is another one. */
  moved(): void;
}

/** Draws a matrix of weights on a canvas, every pixel the mean of what it covers; the wheel zooms, a drag pans. */
export class MatrixStage implements ReactiveController {
  readonly #host: LitElement;
  readonly #hooks: MatrixHooks;
  #plot: HTMLElement | null = null;
  #pointer: PointerController | null = null;
  #resized: ResizeObserver | null = null;
  #weights: Weights | null = null;
  #colors: WeightColors | null = null;
  #colorsKey = '';
  #ground: Rgb = [1, 1, 1];
  #viewport: Viewport = { width: 1, height: 1 };
  #view: HeatmapView = { column: 0, row: 0, cellWidth: 1, cellHeight: 1 };
  #fitted = true;
  #drawing = false;
  #stale = false;
  #frame = 0;

  constructor(host: LitElement, hooks: MatrixHooks) {
    this.#host = host;
    this.#hooks = hooks;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#detach();
  }

  hostUpdated(): void {
    const plot = this.#host.isConnected ? this.#host.renderRoot.querySelector<HTMLElement>('.plot') : null;
    if (plot === this.#plot) return;
    this.#detach();
    if (!plot) return;
    this.#plot = plot;
    this.#pointer = new PointerController(plot, {
      hover: (sample) => this.#hooks.hover(sample),
      leave: () => this.#hooks.leave(),
      click: (sample) => this.#hooks.click(sample),
      pan: (dxPx, dyPx) => this.#show(pannedHeatmap(this.#view, dxPx, dyPx)),
      zoom: (xPx, yPx, factor) => this.zoom(factor, xPx, yPx),
      doubleClick: () => undefined,
    });
    this.#resized = new ResizeObserver(() => this.#resize());
    this.#resized.observe(plot);
    this.#resize();
  }

  /** What is in sight; null while there is nothing. */
  get view(): HeatmapView | null {
    return this.#weights && this.#plot && this.#view;
  }

  get viewport(): Viewport {
    return this.#viewport;
  }

  /** Shows other weights; the view stays over a matrix of the same size. */
  setWeights(weights: Weights | null): void {
    if (weights?.values === this.#weights?.values && weights?.from === this.#weights?.from) return;
    if (weights?.from !== this.#weights?.from || weights?.to !== this.#weights?.to) this.#fitted = true;
    this.#weights = weights;
    this.#place(this.#view);
  }

  setColors(colors: WeightColors, ground: Rgb): void {
    // The element updates with every move: colours that are the same draw nothing.
    const key = JSON.stringify([colors, ground]);
    if (key === this.#colorsKey) return;
    this.#colorsKey = key;
    this.#colors = colors;
    this.#ground = ground;
    this.#request();
  }

  /** Zooms; by default around the middle. */
  zoom(factor: number, xPx = this.#viewport.width / 2, yPx = this.#viewport.height / 2): void {
    if (this.#extent) this.#show(zoomedHeatmap(this.#view, this.#extent, this.#viewport, xPx, yPx, factor));
  }

  /** Shows everything, and goes on to when the size changes. */
  fit(): void {
    this.#fitted = true;
    this.#place(this.#view);
  }

  /** Brings a cell into sight. */
  reveal(from: number, to: number): void {
    this.#show(revealingCell(this.#view, this.#viewport, to, from));
  }

  /** The cell under a place, CSS pixels from the top left corner. */
  cellAt(xPx: number, yPx: number): { from: number; to: number } | null {
    const cell = this.#extent && cellAt(this.#view, this.#extent, xPx, yPx);
    return cell && { from: cell.row, to: cell.column };
  }

  get #extent() {
    return this.#weights && { columns: this.#weights.to, rows: this.#weights.from };
  }

  #show(view: HeatmapView): void {
    this.#fitted = false;
    this.#place(view);
  }

  #place(view: HeatmapView): void {
    const extent = this.#extent;
    if (extent) this.#view = this.#fitted ? fittedHeatmap(extent, this.#viewport) : clampedHeatmap(view, extent, this.#viewport);
    this.#request();
    this.#hooks.moved();
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#plot!;
    if (width === 0 || height === 0) return;
    this.#viewport = { width, height };
    this.#place(this.#view);
  }

  #request(): void {
    this.#stale = true;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      void this.#draw();
    });
  }

  /** A picture that takes long is finished before the next one begins, or none would ever be while the view moves. */
  async #draw(): Promise<void> {
    if (this.#drawing) return;
    this.#drawing = true;
    try {
      while (this.#stale) {
        this.#stale = false;
        await this.#drawOnce();
      }
    } finally {
      this.#drawing = false;
    }
  }

  async #drawOnce(): Promise<void> {
    const canvas = this.#plot?.querySelector('canvas');
    const [weights, colors] = [this.#weights, this.#colors];
    if (!canvas || !colors) return;
    const ratio = devicePixelRatio;
    const width = Math.round(this.#viewport.width * ratio);
    const height = Math.round(this.#viewport.height * ratio);
    const { column, row, cellWidth, cellHeight } = this.#view;
    // Cells end where the matrix does, not with the canvas.
    const shownWidth = weights ? Math.min(width, Math.ceil((weights.to - column) * cellWidth * ratio)) : 0;
    const shownHeight = weights ? Math.min(height, Math.ceil((weights.from - row) * cellHeight * ratio)) : 0;
    const image = weights && shownWidth > 0 && shownHeight > 0
      ? await finishInSlices(meanImage(
        weights.values, weights.to, weights.from, { first: column, perPixel: 1 / (cellWidth * ratio), pixels: shownWidth }, { first: row, perPixel: 1 / (cellHeight * ratio), pixels: shownHeight },
      ))
      : null;
    if (this.#plot === null) return;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d')!;
    context.fillStyle = `rgb(${this.#ground.map((part) => Math.round(255 * part)).join(' ')})`;
    context.fillRect(0, 0, width, height);
    if (image) context.putImageData(weightImage(image, shownWidth, shownHeight, colors), 0, 0);
  }

  #detach(): void {
    this.#pointer?.detach();
    this.#resized?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#plot = this.#pointer = this.#resized = null;
  }
}
