import type { PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import {
  appendRows, clickedFilter, compareRuns, FvError, shownBy, type AppendedRow, type CurvePanel, type CurvePanels, type PanelLine, type PlotAxis, type Repair, type SourcePlace, type TrainingRun,
} from '../../engine';
import { GrowingSourcesController } from '../controllers/growing-sources-controller';
import { MediaQueryController } from '../controllers/media-query-controller';
import { ResizeController } from '../controllers/resize-controller';
import { emit } from '../events';
import { saveFile } from '../save-file';
import { nearestLang, stringsFor } from '../strings';
import { curveStringsFor } from '../strings/curves';
import { plotStringsFor } from '../strings/plot';
import { CurveCursor } from './curve-cursor';
import { CurvesController } from './curves-controller';
import { curvesView } from './curves-view';
import { styles } from './fv-training-curves.styles';
import type { Failure } from './notices';
import { PanelPlot, type PlotModel } from './panel-plot';
import { plotKey } from './plot-keys';
import { readPlotLook, type PlotLook } from './plot-look';
import { sourceNames, sourceRuns } from './source-runs';
import { TrainingCurvesProperties, type SettingName } from './training-curves-properties';
import { axisInSight, wholeAxis } from './x-axis';

/**
 * What happened in a training: losses and scores of one or many runs, a panel per metric, from the files that trainers write.
 *
 * @csspart bar - What lies along x, smoothing, zoom and the button of the settings.
 * @csspart settings - The settings.
 * @csspart comparison - The table of runs.
 * @csspart panel - One metric: its plot and its legend.
 * @csspart plot - The curves of a panel.
 * @csspart legend - The table of a panel's lines.
 * @csspart card - Values under the crosshair, or what the run doctor found.
 * @csspart error - Message about bad data.
 * @csspart empty - Message shown without data.
 *
 * @cssprop [--fv-plot-height=220px] - Height of a plot.
 * @cssprop [--fv-panel-width=380px] - Width from which on panels stand side by side.
 * @cssprop [--fv-surface=#fbfbfa] - Background. Every token of the theme has a name like this.
 * @cssprop [--fv-accent=#4269d0] - Focus and the box of a zoom.
 *
 * @fires {CustomEvent<CurveHoverDetail>} fv-curve-hover - The crosshair moved, by pointer or keyboard.
 * @fires {CustomEvent<CurveRangeDetail>} fv-range-change - The user zoomed, panned or reset.
 * @fires {CustomEvent<RunVisibilityDetail>} fv-run-visibility-change - The user showed or hid lines.
 * @fires {CustomEvent<SettingDetail>} fv-setting-change - The user changed a setting: the property by that name.
 * @fires {CustomEvent<ErrorDetail>} fv-error - A file that cannot be read, or bad data: expected, received, fix.
 */
export class FvTrainingCurves extends TrainingCurvesProperties {
  static override styles = styles;

  @state() private shown: CurvePanels | null = null;
  @state() private failures: readonly Failure[] = [];
  @state() private repairs: readonly (Repair & { source: string })[] = [];
  @state() private replaced: readonly string[] = [];
  @state() private settingsOpen = false;
  @state() private dropping = false;
  /** The table of runs, once it was asked for. */
  @state() private runTable: typeof import('./run-table').runTable | null = null;
  @state() private order = '';

  readonly #plots = new Map<string, PanelPlot>();
  /** Parts of y that boxes zoomed to, by metric. */
  readonly #zoomedY = new Map<string, PlotAxis>();
  #look: PlotLook | null = null;
  /** The runs that files or `append` gave: where these go on, zoom and messages stay. */
  #own: readonly TrainingRun[] | null = null;
  #appended: AppendedRow[] = [];
  /** Errors that were told, be they still there or dismissed. */
  readonly #told = new WeakSet<FvError>();
  #unsaid: FvError[] = [];

  readonly #sources = new GrowingSourcesController(this, 'runs', {
    changed: (states) => {
      const { runs, failures, repairs, replaced } = sourceRuns(states);
      if (runs.length > 0 || this.data === this.#own) this.data = this.#own = runs.length > 0 ? runs : null;
      this.repairs = repairs;
      this.replaced = replaced;
      this.#tell(failures);
    },
  });

  readonly #curves = new CurvesController(this, {
    shown: (panels) => (this.shown = panels),
    failed: (error) => this.#tell([...this.failures, { source: '', error }]),
  });

  readonly #cursor = new CurveCursor({
    element: this,
    shown: () => this.shown,
    plots: this.#plots,
    languages: () => ({ strings: this.#strings, words: this.#words }),
    lines: (panel) => this.#linesOf(panel),
    bringIntoSight: (x) => this.#bringIntoSight(x),
    moved: (detail) => emit(this, 'fv-curve-hover', detail),
  });

  /** What the plots are drawn anew for. */
  protected readonly followed = [new MediaQueryController(this, '(prefers-color-scheme: dark)'), new ResizeController(this, () => this.#requestPlots())] as const;

  /** Loads files or addresses in place of what is shown, e.g. what the user dropped: the same as setting `src`. */
  load(...sources: SourcePlace[]): void {
    this.src = sources;
  }

  /**
   * Adds rows to the runs of `data` as a training goes on, any number at once; zoom and lines stay. Files of `src` that
   * grow as well take their place at the next look. Nodes are appended as to any element.
   * @throws FvError `invalid-data` for what is no row.
   */
  override append(rows: readonly AppendedRow[]): void;
  override append(...nodes: (Node | string)[]): void;
  override append(...given: readonly [readonly AppendedRow[]] | readonly (Node | string)[]): void {
    const [rows] = given;
    if (!Array.isArray(rows)) {
      super.append(...(given as readonly (Node | string)[]));
      return;
    }
    this.#appendRows(rows as readonly AppendedRow[]);
  }

  #appendRows(rows: readonly AppendedRow[]): void {
    // Checked here, where the caller hears of it; put to the others before the next picture.
    appendRows([], rows);
    this.#appended.push(...rows);
    this.requestUpdate();
  }

  /** Looks now whether the files have grown, without waiting for `refresh`; resolves when that is shown. */
  async refreshNow(): Promise<void> {
    await this.#sources.refresh();
    await this.updateComplete;
  }

  /** What is shown as CSV, a line for each value. @throws FvError without curves. */
  async toCsv(): Promise<string> {
    await this.updateComplete;
    const { curvesCsv, noCurves } = await import('./curve-exports');
    if (!this.shown) throw noCurves();
    return curvesCsv(this.shown);
  }

  /** The panels as an SVG document. @throws FvError without curves. */
  async toSvg(): Promise<string> {
    await this.updateComplete;
    const { curvesSvg } = await import('./curve-exports');
    return curvesSvg(this.#models(), this.#words, this.ownerDocument);
  }

  /** {@link toSvg} as a PNG. @param options.scale pixels per CSS pixel; default 2. */
  async toPng({ scale = 2 }: { scale?: number } = {}): Promise<Blob> {
    const { svgPng } = await import('../plot/svg-png');
    return svgPng(await this.toSvg(), this.ownerDocument, scale);
  }

  /** Shows everything along x and y. */
  reset(): void {
    this.#zoomedY.clear();
    this.range = null;
    this.requestUpdate();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#curves.done;
    return super.getUpdateComplete();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const plot of this.#plots.values()) plot.dispose();
    this.#plots.clear();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#appended.length > 0) this.data = this.#own = appendRows(this.data ?? [], this.#appended.splice(0));
    if (changed.has('refresh') || changed.has('handle')) this.#sources.refreshSeconds = this.refresh > 0 ? this.refresh : this.handle ? HANDLE_REFRESH_S : 0;
    if (changed.has('src') || changed.has('runs') || changed.has('handle')) this.#request();
    if (changed.has('data') && this.data !== this.#own) {
      this.#own = null;
      this.failures = [];
      this.repairs = [];
      this.replaced = [];
      this.#zoomedY.clear();
    }
    if (changed.has('data') && this.data === null) {
      this.shown = null;
      this.#curves.cancel();
    }
    if (PREPARED.some((name) => changed.has(name)) && this.data !== null) {
      const { data: runs, x, metrics, smoothing, aggregate, band, doctor, baseline } = this;
      this.#curves.prepare({ runs: named(runs), x, metrics, smoothing, aggregate, band, doctor, baseline });
    }
    if (changed.has('x') && changed.get('x') !== undefined) this.range = null;
    if (changed.has('yScale') || changed.has('baseline')) this.#zoomedY.clear();
    if (this.comparing && !this.runTable) void import('./run-table').then(({ runTable }) => (this.runTable = runTable));
  }

  /** Another part of x of the same curves is another picture, and nothing else: a pan is not to lay the page out. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const moved = this.hasUpdated && changed.size === 1 && changed.has('range') && (changed.get('range') === null) === (this.range === null);
    if (moved) this.#showPlots();
    return !moved;
  }

  protected override updated(): void {
    for (const error of this.#unsaid.splice(0)) emit(this, 'fv-error', { error, ...error.toDetail() });
    this.#look = readPlotLook(this);
    for (const [metric, plot] of this.#plots) {
      if (plot.elements.area.isConnected) continue;
      plot.dispose();
      this.#plots.delete(metric);
    }
    this.#showPlots();
  }

  #showPlots(): void {
    for (const model of this.#models()) this.#plotOf(model.panel)?.show(model);
  }

  /** What the panels show, those without a line left out. */
  #models(): (PlotModel & { panel: CurvePanel })[] {
    const { shown } = this;
    const whole = shown && wholeAxis(shown, this.xScale);
    if (!shown || !whole) return [];
    const x = axisInSight(whole, this.range);
    const look = (this.#look ??= readPlotLook(this));
    return shown.panels.filter(({ lines }) => lines.length > 0).map((panel) => ({
      panel, x, lines: this.#linesOf(panel), xKind: shown.x, yKind: this.yScale, y: this.#zoomedY.get(panel.metric) ?? null, ...look, ghost: this.smoothing > 0, strings: this.#strings,
    }));
  }

  protected override render(): TemplateResult {
    const { shown, runTable, data } = this;
    const common = { strings: this.#strings, words: this.#words };
    const shows = shownBy(this.lineFilter);
    const comparison = !shown || !data || !this.comparing || !runTable ? null : runTable({
      comparison: compareRuns(named(data), this.metrics), baseline: this.baseline, setBaseline: (name) => this.#set('baseline', name), order: this.order, setOrder: (metric) => (this.order = metric), ...common,
    });
    return curvesView({
      shown, loading: this.#sources.loading, failures: this.failures, dismiss: () => (this.failures = []), repairs: this.repairs, notes: this.#notes(), comparison, dropping: this.dropping, ...common,
      controls: {
        settings: this, several: (data?.length ?? 0) > 1, open: this.settingsOpen, comparing: this.comparing, zoomed: this.range !== null || this.#zoomedY.size > 0,
        set: (name, value) => this.#set(name, value), toggle: () => (this.settingsOpen = !this.settingsOpen), compare: () => this.#set('comparing', !this.comparing),
        zoom: (factor) => this.#zoom(0.5, factor), reset: () => this.#userReset(), plotWords: plotStringsFor(this.#language),
        save: {
          png: () => void this.#save(() => this.toPng(), 'curves.png'),
          svg: () => void this.#save(async () => new Blob([await this.toSvg()], { type: 'image/svg+xml' }), 'curves.svg'),
          csv: () => void this.#save(async () => new Blob([await this.toCsv()], { type: 'text/csv' }), 'curves.csv'),
        },
      },
      figure: (panel) => ({
        shows, keysOf: (run) => this.#keys((line) => line.run === run), click: (keys, toggles) => this.#clickLines(keys, toggles), key: (event) => this.#key(panel, event),
        left: () => this.#cursor.set(panel, null, null), mark: (place) => this.#cursor.showFinding(panel, place),
      }),
      drag: { over: this.#dragOver, leave: () => (this.dropping = false), drop: this.#dropped },
    });
  }

  get #language(): string {
    return this.locale || nearestLang(this);
  }

  get #strings() {
    return stringsFor(this.#language);
  }

  get #words() {
    return curveStringsFor(this.#language);
  }

  #notes(): string[] {
    const { shown, baseline, replaced } = this;
    const words = this.#words;
    if (!shown) return [];
    const { without, unjudged, x, panels } = shown;
    return [
      ...(replaced.length > 0 ? [words.replaced(replaced.join(', '))] : []),
      ...(this.data?.some(({ name }) => name === baseline) ? [words.differences(baseline)] : []),
      ...(without.length > 0 ? [words.without(without.join(', '), words.xs[x])] : []),
      ...(unjudged.length > 0 ? [words.unjudged(unjudged.join(', '))] : []),
      ...(this.yScale === 'log' && panels.some(({ lines }) => lines.some(({ curve }) => curve.figures.min <= 0)) ? [words.notPositive] : []),
    ];
  }

  #linesOf(panel: CurvePanel): PanelLine[] {
    const shows = shownBy(this.lineFilter);
    return panel.lines.filter(({ key }) => shows(key));
  }

  #request(): void {
    const places = [...this.src, ...(this.handle ? [this.handle] : [])];
    this.#sources.request(places, sourceNames(places, this.runs));
    if (places.length === 0) return;
    this.failures = [];
    this.#zoomedY.clear();
  }

  #plotOf(panel: CurvePanel): PanelPlot | null {
    const { metric } = panel;
    const known = this.#plots.get(metric);
    if (known) return known;
    const figure = Array.from(this.renderRoot.querySelectorAll<HTMLElement>('figure')).find(({ dataset }) => dataset.metric === metric);
    const area = figure?.querySelector<HTMLElement>('.area');
    if (!figure || !area || !this.isConnected) return null;
    const [canvas, overlay] = area.querySelectorAll('canvas');
    const current = () => this.shown?.panels.find((each) => each.metric === metric) ?? panel;
    const plot = new PanelPlot({ area, canvas, overlay, marks: figure.querySelector<HTMLElement>('.marks')! }, {
      hover: (x, nearest) => this.#cursor.set(current(), x, nearest),
      zoomTo: (x, y) => this.#move(metric, x, y),
      pan: (x, y) => this.#move(metric, x, y),
      zoom: (share, factor) => this.#zoom(share, factor),
      reset: () => this.#userReset(),
    });
    this.#plots.set(metric, plot);
    return plot;
  }

  #requestPlots(): void {
    for (const plot of this.#plots.values()) plot.request();
  }

  #move(metric: string, x: PlotAxis, y: PlotAxis | null): void {
    if (y) this.#zoomedY.set(metric, y);
    this.#setRange(x);
  }

  #zoom(share: number, factor: number): void {
    const whole = this.shown && wholeAxis(this.shown, this.xScale);
    if (whole) this.#setRange(axisInSight(whole, this.range).zoomed(share, factor));
  }

  #setRange(asked: PlotAxis): void {
    const whole = this.shown && wholeAxis(this.shown, this.xScale);
    if (!whole || !this.shown) return;
    const axis = asked.within(whole);
    this.range = axis === whole ? null : [axis.from, axis.to];
    this.requestUpdate();
    emit(this, 'fv-range-change', { x: this.shown.x, range: this.range });
  }

  #userReset(): void {
    const { shown } = this;
    this.reset();
    if (shown) emit(this, 'fv-range-change', { x: shown.x, range: null });
  }

  #set(name: SettingName, value: unknown): void {
    Object.assign(this, { [name]: value });
    emit(this, 'fv-setting-change', { name, value });
  }

  /** Names of the lines of all panels that pass. */
  #keys(passes: (line: PanelLine) => boolean): string[] {
    return Array.from(new Set(this.shown?.panels.flatMap(({ lines }) => lines.filter(passes).map(({ key }) => key)) ?? []));
  }

  #clickLines(keys: readonly string[], toggles: boolean): void {
    const all = this.#keys(() => true);
    this.lineFilter = clickedFilter(this.lineFilter, keys, toggles, all);
    const shows = shownBy(this.lineFilter);
    emit(this, 'fv-run-visibility-change', { shown: all.filter(shows), hidden: all.filter((key) => !shows(key)) });
  }

  #key(panel: CurvePanel, event: KeyboardEvent): void {
    const plot = this.#plots.get(panel.metric);
    const action = plotKey(event);
    if (!plot || !action) return;
    event.preventDefault();
    if (action.kind === 'zoom') this.#zoom(0.5, action.factor);
    else if (action.kind === 'reset') {
      if (!plot.abandon()) this.#userReset();
    } else this.#cursor.step(panel, action);
  }

  /** The keyboard may step out of the part in sight: it follows. */
  #bringIntoSight(x: number): void {
    const whole = this.shown && wholeAxis(this.shown, this.xScale);
    if (!whole) return;
    const axis = axisInSight(whole, this.range);
    const share = axis.share(x);
    if (share < 0 || share > 1) this.#setRange(axis.part(share - 0.5, share + 0.5));
  }

  async #save(content: () => Promise<Blob>, name: string): Promise<void> {
    try {
      saveFile(this, await content(), name);
    } catch (error) {
      this.#tell([...this.failures, { source: '', error: FvError.from(error) }]);
    }
  }

  /** Shows what failed, and says it once. */
  #tell(failures: readonly Failure[]): void {
    const fresh = failures.filter(({ error }) => !this.#told.has(error));
    for (const { error } of fresh) this.#told.add(error);
    // What was dismissed stays away until it is another.
    this.failures = failures.filter((failure) => fresh.includes(failure) || this.failures.some(({ error }) => error === failure.error));
    this.#unsaid.push(...fresh.map(({ error }) => error));
  }

  readonly #dragOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dropping = true;
  };

  readonly #dropped = (event: DragEvent) => {
    const files = Array.from(event.dataTransfer?.files ?? []);
    this.dropping = false;
    if (files.length === 0) return;
    event.preventDefault();
    this.load(...files);
  };
}

/** Properties that the curves are prepared by. */
const PREPARED = ['data', 'x', 'metrics', 'smoothing', 'aggregate', 'band', 'doctor', 'baseline'] as const;

/** A handle tells nothing by itself: how often it is looked at, s. */
const HANDLE_REFRESH_S = 2;

/** Runs of equal names would be one line in the legend. */
function named(runs: readonly TrainingRun[]): readonly TrainingRun[] {
  const seen = new Map<string, number>();
  return runs.map((run) => {
    const count = (seen.get(run.name) ?? 0) + 1;
    seen.set(run.name, count);
    return count === 1 ? run : { ...run, name: `${run.name} (${count})` };
  });
}
