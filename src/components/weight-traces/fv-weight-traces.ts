import { html, nothing, render, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  finishInSlices, FvError, pickTensors, PlotAxis, weightFigures, type Repair, type TensorGroup, type WeightFigures, type WeightTrace,
} from '../../engine';
import { FileDropController } from '../controllers/file-drop-controller';
import { GrowingSourcesController } from '../controllers/growing-sources-controller';
import { LatestAnswerController } from '../controllers/latest-answer-controller';
import { MediaQueryController } from '../controllers/media-query-controller';
import { ResizeController } from '../controllers/resize-controller';
import { emit } from '../events';
import { chevronIcon } from '../icons';
import { formatCount } from '../number-format';
import { svgPng } from '../plot/svg-png';
import { saveFile } from '../save-file';
import { nearestLang, stringsFor } from '../strings';
import { curveStringsFor } from '../strings/curves';
import { plotStringsFor } from '../strings/plot';
import { weightStringsFor } from '../strings/weights';
import { styleText } from '../style-text';
import { CursorReader } from '../training-curves/cursor-reader';
import { emptyNotice, failureNotice, type Failure } from '../training-curves/notices';
import type { CursorPoint, PlotModel } from '../training-curves/panel-plot';
import { placeCard } from '../training-curves/plot-card';
import { plotKey } from '../training-curves/plot-keys';
import { readPlotLook, type PlotLook } from '../training-curves/plot-look';
import { axisInSight } from '../training-curves/x-axis';
import { styles } from './fv-weight-traces.styles';
import { traceBar } from './trace-bar';
import { traceCard, traceLineName, traceValue } from './trace-card';
import { tracesCsv, tracesSvg, type WeightTable } from './trace-exports';
import { groupHeading, traceFigure } from './trace-figure';
import type { TracePanel } from './trace-panel';
import { TracePlots } from './trace-plots';
import { rowsInSight, traceColumns, traceRows, type TraceRow } from './trace-rows';
import { weightFindingText } from './weight-finding-text';
import { WeightTracesProperties, type WeightSettingName } from './weight-traces-properties';

/**
 * How the weights of a model move while it trains, from Flair's `weights.txt`: a small plot per tensor, thousands of them.
 *
 * @csspart bar - Search, findings, what is drawn, zoom and the button of the settings.
 * @csspart settings - The settings.
 * @csspart list - The plots, which scroll.
 * @csspart panel - One tensor: name, findings, plot and figures.
 * @csspart plot - The traces of a tensor.
 * @csspart card - Values under the crosshair, or what was found.
 * @csspart error - Message about bad data.
 * @csspart empty - Message shown without data.
 *
 * @cssprop [--fv-traces-height=640px] - Height of the element, unless the page sets another.
 * @cssprop [--fv-surface=#fbfbfa] - Background. Every token of the theme has a name like this.
 *
 * @fires {CustomEvent<TraceHoverDetail>} fv-trace-hover - The crosshair moved, by pointer or keyboard.
 * @fires {CustomEvent<CurveRangeDetail>} fv-range-change - The user zoomed, panned or reset.
 * @fires {CustomEvent<SettingDetail>} fv-setting-change - The user changed a setting: the property by that name.
 * @fires {CustomEvent<ErrorDetail>} fv-error - A file that cannot be read: expected, received, fix.
 */
export class FvWeightTraces extends WeightTracesProperties {
  static override styles = styles;

  @state() private figures: readonly WeightFigures[] = [];
  @state() private failures: readonly Failure[] = [];
  @state() private repairs: readonly Repair[] = [];
  @state() private settingsOpen = false;

  readonly #drop = new FileDropController(this, (files) => {
    [this.src] = files;
  });

  #groups: TensorGroup[] = [];
  #rows: TraceRow[] = [];
  #heightPx = 0;
  #columns = 1;
  /** Numbers what the plots are drawn by; the places of a scroll are none of it. */
  #drawState = 0;
  #scrollTopPx = 0;
  #window = '';
  #grown = false;
  /** The tensor whose plot has the focus: it stays in the page wherever the list is. */
  #focused: string | null = null;
  #look: PlotLook | null = null;
  readonly #zoomedY = new Map<string, PlotAxis>();

  readonly #plots = new TracePlots({
    hover: (tensor, x, nearest) => this.#setCursor(tensor, x, nearest),
    move: (tensor, x, y) => {
      if (y) this.#zoomedY.set(tensor, y);
      this.#setRange(x);
    },
    zoom: (share, factor) => this.#zoom(share, factor),
    reset: () => this.#userReset(),
  });

  readonly #reader = new CursorReader({
    panels: () => [],
    lines: ({ metric }) => this.#tracedOf(metric)?.panel.lines ?? [],
    moved: ({ metric }, point) => this.#setCursor(metric, point.line.curve.x[point.place], point, true),
  });

  readonly #sources = new GrowingSourcesController(this, 'weights', {
    changed: ([{ reading, error, file }]) => {
      // A file that has grown keeps what is zoomed to and where the list is.
      this.#grown = reading?.change === 'grown';
      if (reading) this.data = reading.value;
      this.repairs = reading?.repairs ?? [];
      this.#fail(error ? [{ source: file, error }] : []);
    },
  });

  readonly #judged = new LatestAnswerController<{ data: readonly WeightTrace[]; watch: FvWeightTraces['watch'] }, WeightFigures[]>(this, {
    show: ({ data, watch }, signal) => {
      checkNames(data);
      return finishInSlices(weightFigures(data, watch), signal);
    },
  }, {
    shown: (figures) => {
      this.figures = figures;
    },
    failed: (error) => this.#fail([{ source: '', error }]),
  });

  /** What the plots are drawn anew for. */
  protected readonly followed = [new MediaQueryController(this, '(prefers-color-scheme: dark)'), new ResizeController(this, () => this.requestUpdate())] as const;

  /** Shows all iterations, and all values. */
  reset(): void {
    this.#zoomedY.clear();
    this.range = null;
    this.requestUpdate();
  }

  /** The tensors that are shown, in their order. */
  get shownTensors(): string[] {
    return this.#groups.flatMap(({ tensors }) => tensors.map(({ trace }) => trace.name));
  }

  /** Shown tensors as CSV: a line for each, or, by `values`, for each value. @throws FvError for more than two million values. */
  toCsv({ table = 'figures' }: { table?: WeightTable } = {}): string {
    return tracesCsv(this.#groups.flatMap(({ tensors }) => tensors), table);
  }

  /** Shown tensors as an SVG document. @throws FvError without a tensor, or for more than 400. */
  async toSvg(): Promise<string> {
    await this.updateComplete;
    this.#look = readPlotLook(this);
    return tracesSvg(this.#groups, (trace) => this.#modelOf(this.#plots.traced(trace), trace), this.ownerDocument);
  }

  /** {@link toSvg} as a PNG. @param options.scale pixels per CSS pixel; default 2. */
  async toPng({ scale = 2 }: { scale?: number } = {}): Promise<Blob> {
    return svgPng(await this.toSvg(), this.ownerDocument, scale);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#judged.done;
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
    if (changed.has('src')) this.#sources.request(this.src === '' ? [] : [this.src]);
    if (changed.has('refresh')) this.#sources.refreshSeconds = this.refresh;
    if (changed.has('data') || changed.has('watch')) this.#judged.request(this.data && { data: this.data, watch: this.watch });
    if (changed.has('data')) {
      if (this.data === null) this.figures = [];
      if (!this.#grown) this.#zoomedY.clear();
      this.#grown = false;
    }
    if (changed.has('yScale') || changed.has('show')) this.#zoomedY.clear();
    const has = (name: string) => (changed as ReadonlyMap<PropertyKey, unknown>).has(name);
    if (has('figures')) this.#plots.renew();
    this.#plots.view = { show: this.show, magnitudes: this.yScale === 'log' };
    const { query, only, order, groupBy } = this;
    const columns = traceColumns(this.clientWidth - ROOM_PX);
    const picked = PICKED_BY.some(has);
    if (picked) this.#groups = pickTensors(this.figures, { query, only: only || null, order, grouping: groupBy });
    if (picked || columns !== this.#columns) ({ rows: this.#rows, heightPx: this.#heightPx } = traceRows(this.#groups, columns));
    this.#columns = columns;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const look = readPlotLook(this);
    if (changed.size > 0 || JSON.stringify(look) !== JSON.stringify(this.#look) || this.#resized()) this.#drawState++;
    this.#look = look;
    const byName = new Map(this.#rowsShown().flatMap((row) => (row.kind === 'panels' ? row.tensors.map(({ trace }) => [trace.name, trace] as const) : [])));
    const figures = new Map<WeightTrace, HTMLElement>();
    for (const figure of this.renderRoot.querySelectorAll<HTMLElement>('figure')) {
      const trace = byName.get(figure.dataset.name ?? '');
      if (trace) figures.set(trace, figure);
    }
    if (this.isConnected) this.#plots.show(figures, this.#drawState, (traced, trace) => this.#modelOf(traced, trace));
  }

  protected override render(): TemplateResult {
    const { strings, words, curveWords } = this.#context;
    const { figures, failures } = this;
    const rows = this.#rowsShown();
    this.#window = rows.map(({ topPx }) => topPx).join();
    return html`<div class="root ${this.#drop.dropping ? 'dropping' : ''}" role="group" aria-label=${words.label(formatCount(figures.length, strings))} @dragover=${this.#drop.over} @dragleave=${this.#drop.leave} @drop=${this.#drop.drop}>
      ${figures.length > 0 ? this.#bar() : nothing}
      ${failures.length > 0 ? failureNotice(failures, () => (this.failures = []), strings, curveWords) : nothing}
      ${figures.length > 0 ? this.#about() : nothing}
      ${figures.length > 0 && this.#rows.length === 0 ? html`<p class="note" role="status">${words.none}</p>` : nothing}
      ${figures.length > 0 ? html`<div class="scroll" part="list" @scroll=${this.#scrolled} @focusin=${this.#focusMoved} @focusout=${this.#focusMoved}>
        <div class="sheet" style=${styleText(`height: ${this.#heightPx}px; --columns: ${this.#columns}`)}>${repeat(rows, (row) => (row.kind === 'group' ? `g ${row.topPx}` : row.tensors[0].trace.name), (row) => this.#stripe(row))}</div>
      </div>` : nothing}
      ${figures.length === 0 && failures.length === 0 ? emptyNotice(this.#sources.loading || this.#judged.working, { ...curveWords, emptyTitle: words.emptyTitle, emptyText: words.emptyText }) : nothing}
      <p id="keys" class="visually-hidden">${curveWords.keys}</p>
      <div class="panel card" part="card" hidden></div>
      <div class="visually-hidden spoken" role="status"></div>
    </div>`;
  }

  #bar(): TemplateResult {
    const counted = (passes: (rules: string[]) => boolean) => this.figures.filter(({ findings }) => passes(findings.map(({ rule }) => rule))).length;
    return traceBar({
      settings: this, open: this.settingsOpen, zoomed: this.range !== null || this.#zoomedY.size > 0, ...this.#context,
      counts: { '': this.figures.length, found: counted((rules) => rules.length > 0), frozen: counted((rules) => rules.includes('frozen')), exploding: counted((rules) => rules.includes('exploding')), 'not-finite': counted((rules) => rules.includes('not-finite')) },
      set: (name, value) => this.#set(name, value), toggle: () => (this.settingsOpen = !this.settingsOpen), zoom: (factor) => this.#zoom(0.5, factor), reset: () => this.#userReset(),
      save: {
        png: () => void this.#save(() => this.toPng(), 'weights.png'),
        svg: () => void this.#save(async () => new Blob([await this.toSvg()], { type: 'image/svg+xml' }), 'weights.svg'),
        csv: () => void this.#save(async () => new Blob([this.toCsv()], { type: 'text/csv' }), 'weights.csv'),
      },
    });
  }

  #about(): TemplateResult {
    const { strings, words, curveWords } = this.#context;
    const shown = this.#groups.reduce((sum, { tensors }) => sum + tensors.length, 0);
    const restarts = this.figures.reduce((most, each) => Math.max(most, each.restarts), 0);
    return html`<details class="note about"><summary>${chevronIcon}<span>${shown < this.figures.length ? words.shown(formatCount(shown, strings), formatCount(this.figures.length, strings)) : words.tensors(formatCount(shown, strings))}${this.show === 'values' ? ` · ${words.inShort}` : ''}</span></summary>
      <p>${this.show === 'updates' ? words.aboutUpdates : words.about}${this.show === 'values' && this.yScale === 'log' ? ` ${words.magnitudes}` : ''}</p>
      ${this.repairs.length > 0 ? html`<p>${curveWords.repairs(formatCount(this.repairs.length, strings))}</p><ul>${this.repairs.slice(0, MOST_REPAIRS).map(({ line, message }) => html`<li>${line}: ${message}</li>`)}</ul>` : nothing}
    </details>${restarts > 0 ? html`<p class="note" role="status">${words.restarted(formatCount(restarts, strings))}</p>` : nothing}`;
  }

  #stripe(row: TraceRow): TemplateResult {
    const { strings, words, curveWords } = this.#context;
    const style = `transform: translateY(${row.topPx}px); height: ${row.heightPx}px`;
    if (row.kind === 'group') return html`<div class="stripe" style=${styleText(style)}>${groupHeading(row.group.name, row.group.tensors.length, strings, words)}</div>`;
    return html`<div class="stripe" style=${styleText(style)}>${repeat(row.tensors, ({ trace }) => trace.name, (tensor) => traceFigure({
      tensor, group: row.group.name, key: (event) => this.#key(tensor.trace, event), left: () => this.#setCursor(tensor.trace.name, null, null), mark: (chip, place) => this.#showFinding(tensor, chip, place), strings, words, curveWords,
    }))}</div>`;
  }

  get #context() {
    const language = this.locale || nearestLang(this);
    return { strings: stringsFor(language), words: weightStringsFor(language), curveWords: curveStringsFor(language), plotWords: plotStringsFor(language) };
  }

  get #scroller(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.scroll');
  }

  /** The stripes that have elements: those in sight, and the one with the focus. */
  #rowsShown(): TraceRow[] {
    const { from, to } = rowsInSight(this.#rows, this.#scrollTopPx, this.#scroller?.clientHeight || this.clientHeight || FIRST_HEIGHT_PX);
    const focused = this.#focused === null ? -1 : this.#rows.findIndex((row) => row.kind === 'panels' && row.tensors.some(({ trace }) => trace.name === this.#focused));
    const rows = this.#rows.slice(from, to);
    return focused < 0 || (focused >= from && focused < to) ? rows : focused < from ? [this.#rows[focused], ...rows] : [...rows, this.#rows[focused]];
  }

  #size = '';

  #resized(): boolean {
    const size = `${this.clientWidth} ${this.ownerDocument.defaultView?.devicePixelRatio}`;
    const changed = size !== this.#size;
    this.#size = size;
    return changed;
  }

  #modelOf({ panel, read }: TracePanel, trace: WeightTrace): PlotModel {
    const { strings } = this.#context;
    const { colors, ink, text } = this.#look!;
    return {
      panel, lines: panel.lines, read, xKind: 'step', x: axisInSight(this.#wholeX, this.range), yKind: this.yScale, y: this.#zoomedY.get(trace.name) ?? null,
      colors: { ...colors, runs: [colors.runs[0], text] }, ink, ghost: false, strings,
    };
  }

  get #wholeX(): PlotAxis {
    let [from, to] = [Infinity, -Infinity];
    for (const each of this.figures) {
      if (each.from < from) ({ from } = each);
      if (each.to > to) ({ to } = each);
    }
    return PlotAxis.around('linear', from <= to ? from : 0, from <= to ? to : 1);
  }

  #traceOf(name: string): WeightTrace | undefined {
    return this.figures.find(({ trace }) => trace.name === name)?.trace;
  }

  #tracedOf(name: string): TracePanel | null {
    const trace = this.#traceOf(name);
    return trace ? this.#plots.traced(trace) : null;
  }

  #set(name: WeightSettingName, value: unknown): void {
    Object.assign(this, { [name]: value });
    if (this.#scroller && name !== 'show' && name !== 'yScale') this.#scroller.scrollTop = 0;
    emit(this, 'fv-setting-change', { name, value });
  }

  #zoom(share: number, factor: number): void {
    this.#setRange(axisInSight(this.#wholeX, this.range).zoomed(share, factor));
  }

  #setRange(asked: PlotAxis): void {
    const whole = this.#wholeX;
    const axis = asked.within(whole);
    this.range = axis === whole ? null : [axis.from, axis.to];
    emit(this, 'fv-range-change', { x: 'step', range: this.range });
  }

  #userReset(): void {
    this.reset();
    emit(this, 'fv-range-change', { x: 'step', range: null });
  }

  #key(trace: WeightTrace, event: KeyboardEvent): void {
    const action = plotKey(event);
    const traced = this.#plots.traced(trace);
    if (!action) return;
    event.preventDefault();
    if (action.kind === 'zoom') this.#zoom(0.5, action.factor);
    else if (action.kind === 'reset') {
      if (!this.#plots.plot(trace.name)?.abandon()) this.#userReset();
    } else this.#reader.step(traced.panel, action);
  }

  #setCursor(tensor: string, x: number | null, point: CursorPoint | null, spoken = false): void {
    const plot = this.#plots.plot(tensor);
    const traced = this.#tracedOf(tensor);
    if (!plot || !traced) return;
    if (x !== null && point) this.#reader.at(traced.panel, point);
    if (spoken && x !== null) this.#bringIntoSight(x);
    this.#plots.setCursor(x, tensor, point);
    const card = this.renderRoot.querySelector<HTMLElement>('.card')!;
    card.hidden = x === null || point === null;
    if (x !== null && point) {
      render(traceCard(traced, x, point, this.#context), card);
      placeCard(card, plot, plot.placeOf(point));
      if (spoken) this.renderRoot.querySelector('.spoken')!.textContent = this.#context.words.spoken(tensor, traceLineName(point.line, traced, this.#context.words), formatCount(x, this.#context.strings), traceValue(point, this.#context));
    }
    emit(this, 'fv-trace-hover', { tensor, iteration: x, slot: point ? (traced.slots.get(point.line) ?? null) : null, value: point ? point.line.curve.y[point.place] : null });
  }

  /** The keyboard may step out of the part in sight: it follows. */
  #bringIntoSight(x: number): void {
    const axis = axisInSight(this.#wholeX, this.range);
    const share = axis.share(x);
    if (share < 0 || share > 1) this.#setRange(axis.part(share - 0.5, share + 0.5));
  }

  #showFinding({ trace, findings }: WeightFigures, chip: HTMLElement | null, place: number): void {
    const card = this.renderRoot.querySelector<HTMLElement>('.card')!;
    const plot = this.#plots.plot(trace.name);
    card.hidden = chip === null || !plot;
    if (!chip || !plot) return;
    const { title, text } = weightFindingText(findings[place], trace, this.#context.strings, this.#context.words);
    render(html`<p class="card-title">${title}</p><p>${text}</p>`, card);
    const [box, area] = [chip.getBoundingClientRect(), plot.elements.area.getBoundingClientRect()];
    placeCard(card, plot, { xPx: box.right - area.left, yPx: box.bottom - area.top + card.offsetHeight / 2 });
  }

  #fail(failures: readonly Failure[]): void {
    this.failures = failures;
    for (const { error } of failures) emit(this, 'fv-error', { error, ...error.toDetail() });
  }

  async #save(content: () => Promise<Blob>, name: string): Promise<void> {
    try {
      saveFile(this, await content(), name);
    } catch (error) {
      this.#fail([{ source: '', error: FvError.from(error) }]);
    }
  }

  readonly #scrolled = (event: Event) => {
    this.#scrollTopPx = (event.currentTarget as HTMLElement).scrollTop;
    if (this.#rowsShown().map(({ topPx }) => topPx).join() !== this.#window) this.requestUpdate();
  };

  readonly #focusMoved = (event: FocusEvent) => {
    const target = (event.type === 'focusin' ? event.target : event.relatedTarget) as Element | null;
    this.#focused = target?.closest<HTMLElement>('figure')?.dataset.name ?? null;
  };
}

/** What chooses the tensors and their order. */
const PICKED_BY = ['figures', 'query', 'only', 'order', 'groupBy'] as const;

/** Edges of the list and its scroll bar, CSS pixels. */
const ROOM_PX = 40;

/** Height taken for granted until the list has been seen, CSS pixels. */
const FIRST_HEIGHT_PX = 640;

const MOST_REPAIRS = 200;

/** @throws FvError `invalid-data` for two tensors of one name. */
function checkNames(data: readonly WeightTrace[]): void {
  const names = new Set<string>();
  for (const { name } of data) {
    if (names.has(name)) throw new FvError({ code: 'invalid-data', expected: 'tensors of different names', received: `${name} twice`, fix: 'name each tensor once, with all its slots' });
    names.add(name);
  }
}
