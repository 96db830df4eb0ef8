import type { PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { clickedFilter, compareRuns, FvError, shownBy, type AppendedRow, type CurvePanels, type PanelLine, type SourcePlace, type TrainingRun } from '../../engine';
import { FileDropController } from '../controllers/file-drop-controller';
import { MediaQueryController } from '../controllers/media-query-controller';
import { ResizeController } from '../controllers/resize-controller';
import { emit } from '../events';
import { saveFile } from '../save-file';
import { nearestLang, stringsFor } from '../strings';
import { curveStringsFor } from '../strings/curves';
import { plotStringsFor } from '../strings/plot';
import { CurvesController } from './curves-controller';
import { curvesView } from './curves-view';
import { styles } from './fv-training-curves.styles';
import { PanelPlots } from './panel-plots';
import { RunFeed } from './run-feed';
import { TrainingCurvesProperties, type SettingName } from './training-curves-properties';

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
  @state() private settingsOpen = false;
  /** The table of runs, once it was asked for. */
  @state() private runTable: typeof import('./run-table').runTable | null = null;
  @state() private order = '';

  readonly #drop = new FileDropController(this, (files) => this.load(...files));

  readonly #feed = new RunFeed(this);

  readonly #curves = new CurvesController(this, {
    shown: (panels) => (this.shown = panels),
    failed: (error) => this.#feed.fail(error),
  });

  readonly #plots = new PanelPlots({ element: this, shown: () => this.shown, languages: () => ({ strings: this.#strings, words: this.#words }) });

  /** What the plots are drawn anew for. */
  protected readonly followed = [new MediaQueryController(this, '(prefers-color-scheme: dark)'), new ResizeController(this, () => this.#plots.redraw())] as const;

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
    this.#feed.append(rows as readonly AppendedRow[]);
  }

  /** Looks now whether the files have grown, without waiting for `refresh`; resolves when that is shown. */
  async refreshNow(): Promise<void> {
    await this.#feed.refresh();
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
    return curvesSvg(this.#plots.models(), this.#words, this.ownerDocument);
  }

  /** {@link toSvg} as a PNG. @param options.scale pixels per CSS pixel; default 2. */
  async toPng({ scale = 2 }: { scale?: number } = {}): Promise<Blob> {
    const { svgPng } = await import('../plot/svg-png');
    return svgPng(await this.toSvg(), this.ownerDocument, scale);
  }

  /** Shows everything along x and y. */
  reset(): void {
    this.#plots.showAllY();
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
    this.#plots.dispose();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#feed.update(changed)) this.#plots.showAllY();
    if (changed.has('data') && this.data === null) {
      this.shown = null;
      this.#curves.cancel();
    }
    if (PREPARED.some((name) => changed.has(name)) && this.data !== null) {
      const { data: runs, x, metrics, smoothing, aggregate, band, doctor, baseline } = this;
      this.#curves.prepare({ runs: named(runs), x, metrics, smoothing, aggregate, band, doctor, baseline });
    }
    if (changed.has('x') && changed.get('x') !== undefined) this.range = null;
    if (changed.has('yScale') || changed.has('baseline')) this.#plots.showAllY();
    if (this.comparing && !this.runTable) void import('./run-table').then(({ runTable }) => (this.runTable = runTable));
  }

  /** Another part of x of the same curves is another picture, and nothing else: a pan is not to lay the page out. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const moved = this.hasUpdated && changed.size === 1 && changed.has('range') && (changed.get('range') === null) === (this.range === null);
    if (moved) this.#plots.show();
    return !moved;
  }

  protected override updated(): void {
    for (const error of this.#feed.takeErrors()) emit(this, 'fv-error', { error, ...error.toDetail() });
    this.#plots.restyle();
  }

  protected override render(): TemplateResult {
    const { shown, runTable, data } = this;
    const feed = this.#feed;
    const plots = this.#plots;
    const common = { strings: this.#strings, words: this.#words };
    const shows = shownBy(this.lineFilter);
    const comparison = !shown || !data || !this.comparing || !runTable ? null : runTable({
      comparison: compareRuns(named(data), this.metrics), baseline: this.baseline, setBaseline: (name) => this.#set('baseline', name), order: this.order, setOrder: (metric) => (this.order = metric), ...common,
    });
    return curvesView({
      shown, loading: feed.loading, failures: feed.failures, dismiss: () => feed.dismiss(), repairs: feed.repairs, notes: this.#notes(), comparison, ...common,
      controls: {
        settings: this, several: (data?.length ?? 0) > 1, open: this.settingsOpen, comparing: this.comparing, zoomed: plots.zoomed,
        set: (name, value) => this.#set(name, value), toggle: () => (this.settingsOpen = !this.settingsOpen), compare: () => this.#set('comparing', !this.comparing),
        zoom: (factor) => plots.zoom(0.5, factor), reset: () => plots.reset(), plotWords: plotStringsFor(this.#language),
        save: {
          png: () => void this.#save(() => this.toPng(), 'curves.png'),
          svg: () => void this.#save(async () => new Blob([await this.toSvg()], { type: 'image/svg+xml' }), 'curves.svg'),
          csv: () => void this.#save(async () => new Blob([await this.toCsv()], { type: 'text/csv' }), 'curves.csv'),
        },
      },
      figure: (panel) => ({
        shows, keysOf: (run) => this.#keys((line) => line.run === run), click: (keys, toggles) => this.#clickLines(keys, toggles), key: (event) => plots.key(panel, event),
        left: () => plots.cursor.set(panel, null, null), mark: (place) => plots.cursor.showFinding(panel, place),
      }),
      drop: this.#drop,
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
    const { shown, baseline } = this;
    const { replaced } = this.#feed;
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

  async #save(content: () => Promise<Blob>, name: string): Promise<void> {
    try {
      saveFile(this, await content(), name);
    } catch (error) {
      this.#feed.fail(FvError.from(error));
    }
  }
}

/** Properties that the curves are prepared by. */
const PREPARED = ['data', 'x', 'metrics', 'smoothing', 'aggregate', 'band', 'doctor', 'baseline'] as const;

/** Runs of equal names would be one line in the legend. */
function named(runs: readonly TrainingRun[]): readonly TrainingRun[] {
  const seen = new Map<string, number>();
  return runs.map((run) => {
    const count = (seen.get(run.name) ?? 0) + 1;
    seen.set(run.name, count);
    return count === 1 ? run : { ...run, name: `${run.name} (${count})` };
  });
}
