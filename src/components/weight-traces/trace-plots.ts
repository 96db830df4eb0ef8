import type { PlotAxis, WeightTrace } from '../../engine';
import { PanelPlot, type CursorPoint, type PlotModel } from '../training-curves/panel-plot';
import { tracePanel, type TracePanel, type TraceView } from './trace-panel';

/** What the plots of a list tell its owner. */
export interface TracePlotsOwner {
  hover(tensor: string, x: number | null, nearest: CursorPoint | null): void;
  move(tensor: string, x: PlotAxis, y: PlotAxis | null): void;
  zoom(share: number, factor: number): void;
  reset(): void;
}

/** Panels kept ready beyond those in sight: scrolling back finds them. */
const MOST_KEPT = 200;

/** Longest stretch of preparing plots, ms. */
const SLICE_MS = 8;

/** The plots of the tensors in sight, and what they are drawn from. */
export class TracePlots {
  readonly #owner: TracePlotsOwner;
  /** By tensor, not by its trace: a file that is still written gives a new one with every look. */
  readonly #plots = new Map<string, PanelPlot>();
  readonly #traced = new Map<WeightTrace, TracePanel>();
  #view: TraceView = { show: 'values', magnitudes: false };
  /** What each plot was given last, by the number of that state. */
  readonly #drawn = new WeakMap<PanelPlot, number>();
  #waiting: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(owner: TracePlotsOwner) {
    this.#owner = owner;
  }

  /** Sets what of a tensor is drawn. */
  set view(view: TraceView) {
    if (view.show === this.#view.show && view.magnitudes === this.#view.magnitudes) return;
    this.#view = view;
    this.#traced.clear();
  }

  /** Forgets what was prepared: the tensors have grown, or are others. */
  renew(): void {
    this.#traced.clear();
  }

  traced(trace: WeightTrace): TracePanel {
    const known = this.#traced.get(trace);
    if (known) return known;
    // The oldest goes; what is in sight was asked for last.
    for (const old of this.#traced.keys()) {
      if (this.#traced.size < MOST_KEPT) break;
      this.#traced.delete(old);
    }
    const made = tracePanel(trace, this.#view);
    this.#traced.set(trace, made);
    return made;
  }

  plot(tensor: string): PanelPlot | undefined {
    return this.#plots.get(tensor);
  }

  /**
   * Shows the tensors whose figures are in the page, and lets the others go.
   * @param state Number of what they are drawn by: a plot that has seen it is not drawn anew.
   */
  show(figures: ReadonlyMap<WeightTrace, HTMLElement>, state: number, model: (traced: TracePanel, trace: WeightTrace) => PlotModel): void {
    const shown = new Set(Array.from(figures.values(), (figure) => figure.querySelector('.area')));
    for (const [tensor, plot] of this.#plots) {
      if (shown.has(plot.elements.area)) continue;
      plot.dispose();
      this.#plots.delete(tensor);
    }
    this.#waiting = Array.from(figures, ([trace, figure]) => () => {
      const plot = this.#plots.get(trace.name) ?? this.#open(trace.name, figure);
      if (this.#drawn.get(plot) === state) return;
      this.#drawn.set(plot, state);
      plot.show(model(this.traced(trace), trace));
    });
    this.#work();
  }

  /** A screen of new tensors at once would hold the page up: the plots left over have the next task. */
  #work(): void {
    clearTimeout(this.#timer);
    const end = performance.now() + SLICE_MS;
    while (this.#waiting.length > 0 && performance.now() < end) this.#waiting.shift()!();
    if (this.#waiting.length > 0) this.#timer = setTimeout(() => this.#work());
  }

  /** The crosshair of all plots; a point of its own in that of `tensor`. */
  setCursor(x: number | null, tensor: string, point: CursorPoint | null): void {
    for (const [each, plot] of this.#plots) plot.setCursor(x, each === tensor ? point : null);
  }

  request(): void {
    for (const plot of this.#plots.values()) plot.request();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
    for (const plot of this.#plots.values()) plot.dispose();
    this.#plots.clear();
  }

  #open(tensor: string, figure: HTMLElement): PanelPlot {
    const owner = this.#owner;
    const area = figure.querySelector<HTMLElement>('.area')!;
    const [canvas, overlay] = area.querySelectorAll('canvas');
    const move = (x: PlotAxis, y: PlotAxis | null) => owner.move(tensor, x, y);
    const plot = new PanelPlot({ area, canvas, overlay, marks: figure.querySelector<HTMLElement>('.marks')! }, {
      hover: (x, nearest) => owner.hover(tensor, x, nearest), zoomTo: move, pan: move,
      zoom: (share, factor) => owner.zoom(share, factor), reset: () => owner.reset(),
    });
    this.#plots.set(tensor, plot);
    return plot;
  }
}
