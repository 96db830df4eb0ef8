import { shownBy, type CurvePanel, type CurvePanels, type PanelLine, type PlotAxis } from '../../engine';
import { emit } from '../events';
import type { Strings } from '../strings';
import type { CurveStrings } from '../strings/curves';
import { CurveCursor } from './curve-cursor';
import { PanelPlot, type PlotModel } from './panel-plot';
import { plotKey } from './plot-keys';
import { readPlotLook, type PlotLook } from './plot-look';
import type { TrainingCurvesProperties } from './training-curves-properties';
import { axisInSight, wholeAxis } from './x-axis';

/** What plots need of their element. */
export interface PanelPlotsHost {
  element: TrainingCurvesProperties;
  shown(): CurvePanels | null;
  languages(): { strings: Strings; words: CurveStrings };
}

/** The plots of all panels, one axis along x and one crosshair for all of them; zoomed and panned by pointer and keyboard. */
export class PanelPlots {
  readonly cursor: CurveCursor;
  readonly #host: PanelPlotsHost;
  readonly #plots = new Map<string, PanelPlot>();
  /** Parts of y that boxes zoomed to, by metric. */
  readonly #zoomedY = new Map<string, PlotAxis>();
  #look: PlotLook | null = null;

  constructor(host: PanelPlotsHost) {
    this.#host = host;
    this.cursor = new CurveCursor({
      element: host.element,
      shown: () => host.shown(),
      plots: this.#plots,
      languages: () => host.languages(),
      lines: (panel) => this.#linesOf(panel),
      bringIntoSight: (x) => this.#bringIntoSight(x),
      moved: (detail) => emit(host.element, 'fv-curve-hover', detail),
    });
  }

  /** Whether a part is in sight that is not all. */
  get zoomed(): boolean {
    return this.#host.element.range !== null || this.#zoomedY.size > 0;
  }

  /** Shows all of y again. */
  showAllY(): void {
    this.#zoomedY.clear();
  }

  /** Colours and places may have changed: draws all anew. */
  restyle(): void {
    this.#look = readPlotLook(this.#host.element);
    for (const [metric, plot] of this.#plots) {
      if (plot.elements.area.isConnected) continue;
      plot.dispose();
      this.#plots.delete(metric);
    }
    this.show();
  }

  /** Draws what is in sight now. */
  show(): void {
    for (const model of this.models()) this.#plotOf(model.panel)?.show(model);
  }

  /** The same again, as in another size. */
  redraw(): void {
    for (const plot of this.#plots.values()) plot.request();
  }

  dispose(): void {
    for (const plot of this.#plots.values()) plot.dispose();
    this.#plots.clear();
  }

  /** What the panels show, those without a line left out. */
  models(): (PlotModel & { panel: CurvePanel })[] {
    const { element } = this.#host;
    const shown = this.#host.shown();
    const whole = this.#whole;
    if (!shown || !whole) return [];
    const x = axisInSight(whole, element.range);
    const look = (this.#look ??= readPlotLook(element));
    return shown.panels.filter(({ lines }) => lines.length > 0).map((panel) => ({
      panel, x, lines: this.#linesOf(panel), xKind: shown.x, yKind: element.yScale, y: this.#zoomedY.get(panel.metric) ?? null, ...look, ghost: element.smoothing > 0, strings: this.#host.languages().strings,
    }));
  }

  /** Zooms around a share of the width; a factor above 1 comes closer. */
  zoom(share: number, factor: number): void {
    const whole = this.#whole;
    if (whole) this.#setRange(axisInSight(whole, this.#host.element.range).zoomed(share, factor));
  }

  /** Shows everything, as the user wishes. */
  reset(): void {
    const { element } = this.#host;
    const shown = this.#host.shown();
    this.showAllY();
    element.range = null;
    element.requestUpdate();
    if (shown) emit(element, 'fv-range-change', { x: shown.x, range: null });
  }

  key(panel: CurvePanel, event: KeyboardEvent): void {
    const plot = this.#plots.get(panel.metric);
    const action = plotKey(event);
    if (!plot || !action) return;
    event.preventDefault();
    if (action.kind === 'zoom') this.zoom(0.5, action.factor);
    else if (action.kind === 'reset') {
      if (!plot.abandon()) this.reset();
    } else this.cursor.step(panel, action);
  }

  get #whole(): PlotAxis | null {
    const shown = this.#host.shown();
    return shown && wholeAxis(shown, this.#host.element.xScale);
  }

  #linesOf(panel: CurvePanel): PanelLine[] {
    const shows = shownBy(this.#host.element.lineFilter);
    return panel.lines.filter(({ key }) => shows(key));
  }

  #plotOf(panel: CurvePanel): PanelPlot | null {
    const { metric } = panel;
    const known = this.#plots.get(metric);
    if (known) return known;
    const { element } = this.#host;
    const figure = Array.from(element.renderRoot.querySelectorAll<HTMLElement>('figure')).find(({ dataset }) => dataset.metric === metric);
    const area = figure?.querySelector<HTMLElement>('.area');
    if (!figure || !area || !element.isConnected) return null;
    const [canvas, overlay] = area.querySelectorAll('canvas');
    const current = () => this.#host.shown()?.panels.find((each) => each.metric === metric) ?? panel;
    const move = (x: PlotAxis, y: PlotAxis | null) => {
      if (y) this.#zoomedY.set(metric, y);
      this.#setRange(x);
    };
    const plot = new PanelPlot({ area, canvas, overlay, marks: figure.querySelector<HTMLElement>('.marks')! }, {
      hover: (x, nearest) => this.cursor.set(current(), x, nearest), zoomTo: move, pan: move, zoom: (share, factor) => this.zoom(share, factor), reset: () => this.reset(),
    });
    this.#plots.set(metric, plot);
    return plot;
  }

  #setRange(asked: PlotAxis): void {
    const { element } = this.#host;
    const whole = this.#whole;
    const shown = this.#host.shown();
    if (!whole || !shown) return;
    const axis = asked.within(whole);
    element.range = axis === whole ? null : [axis.from, axis.to];
    element.requestUpdate();
    emit(element, 'fv-range-change', { x: shown.x, range: element.range });
  }

  /** The keyboard may step out of the part in sight: it follows. */
  #bringIntoSight(x: number): void {
    const whole = this.#whole;
    if (!whole) return;
    const axis = axisInSight(whole, this.#host.element.range);
    const share = axis.share(x);
    if (share < 0 || share > 1) this.#setRange(axis.part(share - 0.5, share + 0.5));
  }
}
