import { html, nothing, render, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { clickedFilter, shownBy, type CurvePanel, type CurvePanels, type FvError, type PanelLine, type PlotAxis, type Repair, type TrainingRun } from '../../engine';
import { MediaQueryController } from '../controllers/media-query-controller';
import { ResizeController } from '../controllers/resize-controller';
import { emit } from '../events';
import { formatCount } from '../number-format';
import { nearestLang, stringsFor } from '../strings';
import { curveStringsFor } from '../strings/curves';
import { controlBar } from './control-bar';
import { CursorReader } from './cursor-reader';
import { styles } from './fv-training-curves.styles';
import { metricLabel } from './line-names';
import type { PlotColors } from './line-looks';
import { emptyNotice, failureNotice, type Failure } from './notices';
import { PanelPlot, type CursorPoint } from './panel-plot';
import { panelFigure } from './panel-figure';
import type { PlotInk } from './plot-drawing';
import { findingCard, pointCard, placeCard } from './plot-card';
import { plotKey } from './plot-keys';
import { readPlotLook } from './plot-look';
import { RunsController } from './runs-controller';
import { TrainingCurvesProperties, type SettingName } from './training-curves-properties';
import { axisInSight, wholeAxis } from './x-axis';

/**
 * What happened in a training: losses and scores of one or many runs, a panel per metric, from the files that trainers write.
 *
 * @csspart bar - What lies along x, smoothing, zoom and the button of the settings.
 * @csspart settings - The settings.
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
  @state() private settingsOpen = false;
  @state() private dropping = false;

  readonly #plots = new Map<string, PanelPlot>();
  /** Parts of y that boxes zoomed to, by metric. */
  readonly #zoomedY = new Map<string, PlotAxis>();
  #look: { colors: PlotColors; ink: PlotInk } | null = null;
  #unsaid: FvError[] = [];

  readonly #runs = new RunsController(this, {
    loaded: ({ runs, failures, repairs }) => {
      this.data = runs;
      this.#tell(failures, repairs);
    },
    shown: (panels) => {
      this.shown = panels;
    },
    failed: (error) => this.#fail([{ source: '', error }]),
  });

  readonly #reader = new CursorReader({
    panels: () => this.shown?.panels ?? [],
    lines: (panel) => this.#linesOf(panel),
    moved: (panel, point) => this.#setCursor(panel, point.line.curve.x[point.place], point, true),
  });

  /** What the plots are drawn anew for. */
  protected readonly followed = [new MediaQueryController(this, '(prefers-color-scheme: dark)'), new ResizeController(this, () => this.#requestPlots())] as const;

  /** Loads files or addresses in place of what is shown, e.g. what the user dropped: the same as setting `src`. */
  load(...sources: (string | File)[]): void {
    this.src = sources;
  }

  /** Shows everything along x and y. */
  reset(): void {
    this.#zoomedY.clear();
    this.range = null;
    this.requestUpdate();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#runs.done;
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
    if (changed.has('src') || changed.has('runs')) this.#runs.load(this.src, this.runs);
    if (changed.has('data')) {
      this.failures = [];
      this.repairs = [];
      this.#zoomedY.clear();
      if (this.data === null) this.shown = null;
    }
    if (PREPARED.some((name) => changed.has(name)) && this.data !== null) {
      const { data: runs, x, metrics, smoothing, aggregate, band, doctor } = this;
      this.#runs.prepare({ runs: named(runs), x, metrics, smoothing, aggregate, band, doctor });
    }
    if (changed.has('x') && changed.get('x') !== undefined) this.range = null;
    if (changed.has('yScale')) this.#zoomedY.clear();
  }

  /** Another part of x of the same curves is another picture, and nothing else: a pan is not to lay the page out. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const moved = this.hasUpdated && changed.size === 1 && changed.has('range') && (changed.get('range') === null) === (this.range === null);
    if (moved) this.#showPlots();
    return !moved;
  }

  protected override updated(): void {
    for (const error of this.#unsaid.splice(0)) emit(this, 'fv-error', { error, ...error.toDetail() });
    this.#readLook();
    for (const [metric, plot] of this.#plots) if (!plot.elements.area.isConnected) this.#drop(metric, plot);
    this.#showPlots();
  }

  #showPlots(): void {
    const { shown } = this;
    const whole = shown && wholeAxis(shown, this.xScale);
    if (!shown || !whole || !this.#look) return;
    const x = axisInSight(whole, this.range);
    for (const panel of shown.panels) {
      if (panel.lines.length === 0) continue;
      this.#plotOf(panel)?.show({
        panel, x, lines: this.#linesOf(panel), xKind: shown.x, yKind: this.yScale, y: this.#zoomedY.get(panel.metric) ?? null, ...this.#look, ghost: this.smoothing > 0, strings: this.#strings,
      });
    }
  }

  protected override render(): TemplateResult {
    const { shown, failures } = this;
    const [strings, words] = [this.#strings, this.#words];
    const common = { strings, words };
    const shows = shownBy(this.lineFilter);
    const notes = shown ? this.#notes(shown) : [];
    return html`<div class="root ${this.dropping ? 'dropping' : ''}" role="group" aria-label=${words.label(shown?.panels.map(({ metric }) => metricLabel(metric, words)).join(', ') ?? '')}
      @dragover=${this.#dragOver} @dragleave=${() => (this.dropping = false)} @drop=${this.#dropped}>
      ${shown && shown.extent ? controlBar({
        shown, settings: this, several: (this.data?.length ?? 0) > 1, open: this.settingsOpen, zoomed: this.range !== null || this.#zoomedY.size > 0,
        set: (name, value) => this.#set(name, value), toggle: () => (this.settingsOpen = !this.settingsOpen), zoom: (factor) => this.#zoom(0.5, factor), reset: () => this.#userReset(), ...common,
      }) : nothing}
      ${failures.length > 0 ? failureNotice(failures, () => (this.failures = []), strings, words) : nothing}
      ${shown ? notes.map((note) => html`<p class="note" role="status">${note}</p>`) : nothing}
      ${this.repairs.length > 0 ? html`<details class="note"><summary>${words.repairs(formatCount(this.repairs.length, strings))}</summary>
        <ul>${this.repairs.slice(0, MOST_REPAIRS).map(({ source, line, message }) => html`<li>${source}:${line} ${message}</li>`)}</ul></details>` : nothing}
      ${shown ? html`<div class="panels">${repeat(shown.panels, ({ metric }) => metric, (panel) => panelFigure({
        panel, x: shown.x, shows, keysOf: (run) => this.#keys((line) => line.run === run), click: (keys, toggles) => this.#clickLines(keys, toggles), key: (event) => this.#key(panel, event),
        left: () => this.#setCursor(panel, null, null), mark: (place) => this.#showFinding(panel, place), ...common,
      }))}</div>` : nothing}
      ${(shown?.extent ?? null) === null && failures.length === 0 ? emptyNotice(this.#runs.loading, words) : nothing}
      <p id="keys" class="visually-hidden">${words.keys}</p>
      <div class="panel card" part="card" hidden></div>
      <div class="visually-hidden spoken" role="status"></div>
    </div>`;
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

  #notes({ without, unjudged, x, panels }: CurvePanels): string[] {
    const words = this.#words;
    return [
      ...(without.length > 0 ? [words.without(without.join(', '), words.xs[x])] : []),
      ...(unjudged.length > 0 ? [words.unjudged(unjudged.join(', '))] : []),
      ...(this.yScale === 'log' && panels.some(({ lines }) => lines.some(({ curve }) => curve.figures.min <= 0)) ? [words.notPositive] : []),
    ];
  }

  #linesOf(panel: CurvePanel): PanelLine[] {
    const shows = shownBy(this.lineFilter);
    return panel.lines.filter(({ key }) => shows(key));
  }

  /** Colours and font in force: they follow the theme. */
  #readLook(): void {
    this.#look = readPlotLook(this);
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
      hover: (x, nearest) => this.#setCursor(current(), x, nearest),
      zoomTo: (x, y) => this.#move(metric, x, y),
      pan: (x, y) => this.#move(metric, x, y),
      zoom: (share, factor) => this.#zoom(share, factor),
      reset: () => this.#userReset(),
      failed: (error) => this.#fail([{ source: '', error }]),
    });
    this.#plots.set(metric, plot);
    return plot;
  }

  #drop(metric: string, plot: PanelPlot): void {
    plot.dispose();
    this.#plots.delete(metric);
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
    } else this.#reader.step(panel, action);
  }

  #setCursor(panel: CurvePanel, x: number | null, point: CursorPoint | null, spoken = false): void {
    const { shown } = this;
    const plot = this.#plots.get(panel.metric);
    if (!shown || !plot) return;
    if (x !== null && point) this.#reader.at(panel, point);
    if (spoken && x !== null) this.#bringIntoSight(x);
    for (const each of this.#plots.values()) each.setCursor(x, each === plot ? point : null);
    const points = x === null ? [] : plot.pointsAt(x);
    const context = { panel, shown, strings: this.#strings, words: this.#words };
    const card = this.#card;
    card.hidden = x === null || points.length === 0;
    if (x !== null && points.length > 0) {
      render(pointCard(x, points, point, context), card);
      placeCard(card, plot, plot.placeOf(point ?? points[0]));
    }
    if (spoken && point) this.renderRoot.querySelector('.spoken')!.textContent = this.#reader.spoken(panel, point, context);
    emit(this, 'fv-curve-hover', {
      metric: panel.metric, x, points: points.map(({ line, place }) => ({ run: line.run, split: line.split, x: line.curve.x[place], value: line.curve.y[place], smoothed: line.curve.smoothed.y[place] })),
    });
  }

  /** The keyboard may step out of the part in sight: it follows. */
  #bringIntoSight(x: number): void {
    const whole = this.shown && wholeAxis(this.shown, this.xScale);
    if (!whole) return;
    const axis = axisInSight(whole, this.range);
    const share = axis.share(x);
    if (share < 0 || share > 1) this.#setRange(axis.part(share - 0.5, share + 0.5));
  }

  #showFinding(panel: CurvePanel, place: number): void {
    const plot = this.#plots.get(panel.metric);
    const found = panel.findings[place];
    const card = this.#card;
    card.hidden = !found || !plot;
    if (!found || !plot) return;
    render(findingCard(found, this.#strings, this.#words), card);
    const mark = plot.elements.marks.children[place].getBoundingClientRect();
    const area = plot.elements.area.getBoundingClientRect();
    placeCard(card, plot, { xPx: mark.left + mark.width / 2 - area.left, yPx: mark.top + mark.height / 2 - area.top });
  }

  get #card(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.card')!;
  }

  #fail(failures: readonly Failure[]): void {
    this.#tell(failures, this.repairs);
  }

  #tell(failures: readonly Failure[], repairs: typeof this.repairs): void {
    // New data clears what was said about the old: it is on its way through the same update.
    void super.getUpdateComplete().then(() => {
      this.failures = failures;
      this.repairs = repairs;
      this.#unsaid.push(...failures.map(({ error }) => error));
    });
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
const PREPARED = ['data', 'x', 'metrics', 'smoothing', 'aggregate', 'band', 'doctor'] as const;

/** More repairs than a person reads. */
const MOST_REPAIRS = 200;

/** Runs of equal names would be one line in the legend. */
function named(runs: readonly TrainingRun[]): readonly TrainingRun[] {
  const seen = new Map<string, number>();
  return runs.map((run) => {
    const count = (seen.get(run.name) ?? 0) + 1;
    seen.set(run.name, count);
    return count === 1 ? run : { ...run, name: `${run.name} (${count})` };
  });
}
