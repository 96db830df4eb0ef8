import { html, nothing, render, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FvError, PlotAxis, valueExtent, type LearningRateAdvice, type Repair } from '../../engine';
import { FileDropController } from '../controllers/file-drop-controller';
import { GrowingSourcesController } from '../controllers/growing-sources-controller';
import { MediaQueryController } from '../controllers/media-query-controller';
import { ResizeController } from '../controllers/resize-controller';
import { emit } from '../events';
import { formatCount, formatFixed } from '../number-format';
import { svgPng } from '../plot/svg-png';
import { saveFile } from '../save-file';
import { nearestLang, stringsFor } from '../strings';
import { curveStringsFor } from '../strings/curves';
import { plotStringsFor } from '../strings/plot';
import { sweepStringsFor } from '../strings/sweep';
import { styleText } from '../style-text';
import { CursorReader, valueText } from '../training-curves/cursor-reader';
import { emptyNotice, failureNotice, type Failure } from '../training-curves/notices';
import { PanelPlot, type CursorPoint, type PlotModel } from '../training-curves/panel-plot';
import { placeCard } from '../training-curves/plot-card';
import { xPlace, xShare, type PlotFrame } from '../training-curves/plot-frame';
import { plotKey } from '../training-curves/plot-keys';
import { readPlotLook } from '../training-curves/plot-look';
import { axisInSight } from '../training-curves/x-axis';
import { styles } from './fv-learning-rate.styles';
import { LearningRateProperties, type SweepSettingName } from './learning-rate-properties';
import { formatRate } from './rate-format';
import { suggestionTable } from './suggestion-table';
import { sweepBar } from './sweep-bar';
import { sweepCsv, sweepSvg } from './sweep-exports';
import { SUGGESTION_ICONS } from './sweep-icons';
import { rateBefore, rowsBefore, sweepModel, type SweepModel } from './sweep-model';
import { trimHandle } from './trim-handle';

/**
 * Which learning rate to take, from the sweep of Flair's `find_learning_rate`: the loss over the rate, and where four
 * known rules point.
 *
 * @csspart bar - Smoothing, zoom and the button of the settings.
 * @csspart settings - The settings.
 * @csspart plot - The loss over the learning rate.
 * @csspart handle - Lines to drag, at both ends of the rows that count.
 * @csspart suggestions - The table of the suggestions.
 * @csspart card - Values under the crosshair.
 * @csspart error - Message about bad data.
 * @csspart empty - Message shown without data.
 *
 * @cssprop [--fv-plot-height=280px] - Height of the plot.
 * @cssprop [--fv-surface=#fbfbfa] - Background. Every token of the theme has a name like this.
 *
 * @fires {CustomEvent<LearningRateDetail>} fv-learning-rate-change - The user moved a handle or smoothed, or `src` was read: what is suggested now.
 * @fires {CustomEvent<SettingDetail>} fv-setting-change - The user changed a setting: the property by that name.
 * @fires {CustomEvent<ErrorDetail>} fv-error - A file that cannot be read: expected, received, fix.
 */
export class FvLearningRate extends LearningRateProperties {
  static override styles = styles;

  @state() private failures: readonly Failure[] = [];
  @state() private repairs: readonly Repair[] = [];
  @state() private settingsOpen = false;
  /** Where the plot lies; handles and the consensus lie over it. */
  @state() private placed: { frame: PlotFrame; x: PlotAxis } | null = null;

  readonly #drop = new FileDropController(this, (files) => {
    [this.src] = files;
  });

  #model: SweepModel | null = null;
  #plot: PanelPlot | null = null;
  #zoomedY: PlotAxis | null = null;
  #grown = false;

  readonly #reader = new CursorReader({
    panels: () => [],
    lines: () => (this.#model ? [this.#model.lines.kept] : []),
    moved: (_panel, point) => this.#setCursor(point, true),
  });

  readonly #sources = new GrowingSourcesController(this, 'learning-rate', {
    changed: ([{ reading, error, file }]) => {
      // A file that has grown keeps what is zoomed to.
      this.#grown = reading?.change === 'grown';
      if (reading) this.data = reading.value;
      this.repairs = reading?.repairs ?? [];
      this.#fail(error ? [{ source: file, error }] : []);
      if (reading) void this.updateComplete.then(() => this.#tell());
    },
  });

  /** What the plot is drawn anew for. */
  protected readonly followed = [new MediaQueryController(this, '(prefers-color-scheme: dark)'), new ResizeController(this, () => this.#plot?.request())] as const;

  /** What the four rules say of the rows between the handles; null without a sweep. */
  get advice(): LearningRateAdvice | null {
    return this.#model?.advice ?? null;
  }

  /** Shows all learning rates and losses. */
  reset(): void {
    this.#zoomedY = null;
    this.range = null;
    this.requestUpdate();
  }

  /** The sweep as CSV: iteration, rate, loss, the loss as shown, and whether the row counts. @throws FvError without a sweep. */
  toCsv(): string {
    return sweepCsv(this.#sweep(), this.#model!);
  }

  /** Plot and suggestions as an SVG document. @throws FvError without a sweep. */
  async toSvg(): Promise<string> {
    await this.updateComplete;
    this.#sweep();
    const { strings, words } = this.#context;
    return sweepSvg(this.#plotModel(), this.#model!, strings, words, this.ownerDocument);
  }

  /** {@link toSvg} as a PNG. @param options.scale pixels per CSS pixel; default 2. */
  async toPng({ scale = 2 }: { scale?: number } = {}): Promise<Blob> {
    return svgPng(await this.toSvg(), this.ownerDocument, scale);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#plot?.dispose();
    this.#plot = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src')) this.#sources.request(this.src === '' ? [] : [this.src]);
    if (changed.has('refresh')) this.#sources.refreshSeconds = this.refresh;
    if (MODELLED.some((name) => changed.has(name))) this.#model = this.data && sweepModel(this.data, this);
    if ((changed.has('data') && !this.#grown) || changed.has('yScale')) this.#zoomedY = null;
    if (changed.has('data')) this.#grown = false;
  }

  protected override updated(): void {
    const area = this.renderRoot.querySelector<HTMLElement>('.area');
    if (this.#plot && this.#plot.elements.area !== area) {
      this.#plot.dispose();
      this.#plot = null;
    }
    if (!area || !this.isConnected || !this.#model) return;
    this.#plot ??= this.#open(area);
    this.#plot.show(this.#plotModel());
  }

  protected override render(): TemplateResult {
    const { failures } = this;
    const model = this.#model;
    const context = this.#context;
    const { strings, words, curveWords } = context;
    return html`<div class="root ${this.#drop.dropping ? 'dropping' : ''}" role="group" aria-label=${words.label} @dragover=${this.#drop.over} @dragleave=${this.#drop.leave} @drop=${this.#drop.drop}>
      ${model ? sweepBar({
        settings: this, open: this.settingsOpen, zoomed: this.range !== null || this.#zoomedY !== null, ...context,
        set: (name, value) => this.#set(name, value), toggle: () => (this.settingsOpen = !this.settingsOpen), zoom: (factor) => this.#zoom(0.5, factor), reset: () => this.reset(),
        save: {
          png: () => void this.#save(() => this.toPng(), 'learning-rate.png'),
          svg: () => void this.#save(async () => new Blob([await this.toSvg()], { type: 'image/svg+xml' }), 'learning-rate.svg'),
          csv: () => void this.#save(async () => new Blob([this.toCsv()], { type: 'text/csv' }), 'learning-rate.csv'),
        },
      }) : nothing}
      ${failures.length > 0 ? failureNotice(failures, () => (this.failures = []), strings, curveWords) : nothing}
      ${model ? this.#notes(model).map((note) => html`<p class="note" role="status">${note}</p>`) : nothing}
      ${this.repairs.length > 0 ? html`<details class="note"><summary>${curveWords.repairs(formatCount(this.repairs.length, strings))}</summary><ul>${this.repairs.slice(0, MOST_REPAIRS).map(({ line, message }) => html`<li>${line}: ${message}</li>`)}</ul></details>` : nothing}
      ${model ? this.#sweepTemplate(model) : nothing}
      ${!model && failures.length === 0 ? emptyNotice(this.#sources.loading, { ...curveWords, emptyTitle: words.emptyTitle, emptyText: words.emptyText }) : nothing}
      <p id="keys" class="visually-hidden">${curveWords.keys}</p>
      <div class="panel card" part="card" hidden></div>
      <div class="visually-hidden spoken" role="status"></div>
    </div>`;
  }

  #sweepTemplate(model: SweepModel): TemplateResult {
    const { strings, words, curveWords } = this.#context;
    return html`<div class="sweep">
      <p class="axis"><span>${words.loss}</span><span>${words.kept(formatCount(model.kept, strings), formatCount(model.rows, strings))}</span></p>
      <div class="plot" part="plot">
        <div class="area" tabindex="0" role="application" aria-roledescription=${curveWords.plotRole} aria-label=${words.plot} aria-describedby="keys" @keydown=${this.#key} @blur=${() => this.#setCursor(null)}><canvas></canvas><canvas class="overlay"></canvas></div>
        <div class="handles">${this.#trims(model)}</div>
        <div class="marks">${model.suggestions.map(({ name, learningRate }, i) => html`<button class="mark" type="button" hidden aria-label="${words.names[name]}, ${formatRate(learningRate, strings)}: ${words.rules[name]}"
          @pointerenter=${() => this.#showSuggestion(i)} @focus=${() => this.#showSuggestion(i)} @pointerleave=${() => this.#showSuggestion(-1)} @blur=${() => this.#showSuggestion(-1)}>${SUGGESTION_ICONS[name]}</button>`)}</div>
      </div>
      <p class="axis"><span></span><span>${words.rate}</span></p>
      ${suggestionTable(model, strings, words, curveWords)}
    </div>`;
  }

  /** What is left out, the handles at its edges, and the line of the consensus. */
  #trims({ rows, advice }: SweepModel): TemplateResult | typeof nothing {
    if (!this.placed || !this.data) return nothing;
    const { data, placed: { frame, x } } = this;
    const { strings, words } = this.#context;
    const [first, last] = this.#trimmed(rows);
    const at = (row: number) => Math.min(frame.right, Math.max(frame.left, xPlace(frame, x, rateBefore(data, row))));
    const [from, to] = [at(first), Math.max(at(first), at(rows - last))];
    const box = { topPx: frame.top, heightPx: frame.bottom - frame.top };
    const shade = (left: number, right: number) => html`<div class="trimmed" style=${styleText(`left: ${left}px; width: ${Math.max(0, right - left)}px; top: ${frame.top}px; height: ${box.heightPx}px`)}></div>`;
    const consensus = advice.consensus === null ? -1 : xPlace(frame, x, advice.consensus);
    const text = (count: number) => words.rows(formatCount(count, strings));
    return html`${shade(frame.left, from)}${shade(to, frame.right)}
      ${consensus >= frame.left && consensus <= frame.right ? html`<div class="consensus-line" style=${styleText(`transform: translateX(${consensus}px); top: ${frame.top}px; height: ${box.heightPx}px`)}></div>` : nothing}
      ${trimHandle({ side: 'first', value: first, most: rows - last, label: words.skipFirst, text: text(first), hint: words.handleHint, xPx: from, ...box, step: (by) => this.#trim('first', first + by), drag: (clientX) => this.#trim('first', rowsBefore(data, this.#rateAt(clientX))) })}
      ${trimHandle({ side: 'last', value: last, most: rows - first, label: words.skipLast, text: text(last), hint: words.handleHint, xPx: to, ...box, step: (by) => this.#trim('last', last + by), drag: (clientX) => this.#trim('last', rows - rowsBefore(data, this.#rateAt(clientX))) })}`;
  }

  get #context() {
    const language = this.locale || nearestLang(this);
    return { strings: stringsFor(language), words: sweepStringsFor(language), curveWords: curveStringsFor(language), plotWords: plotStringsFor(language) };
  }

  #notes({ rows, kept, advice, cutAt, correlation, alreadySmoothed }: SweepModel): string[] {
    const { strings, words } = this.#context;
    const [first, last] = [this.skipFirst, this.skipLast].map((count) => formatCount(count, strings));
    if (kept === 0) return [words.none(formatCount(rows, strings), first, last)];
    const told = formatFixed(correlation, 2, strings);
    return [
      ...(Number.isNaN(correlation) ? [] : [!alreadySmoothed ? (this.smoothing > 0 ? [] : [words.notSmoothed(told)]) : this.smoothing > 0 ? [words.smoothedTwice(told)] : [words.alreadySmoothed(told)]].flat()),
      ...(advice.tooFew ? [words.tooFew(formatCount(kept, strings))] : []),
      ...(cutAt >= 0 ? [words.cutAt(formatCount(this.data!.iteration[cutAt], strings))] : []),
    ];
  }

  /** Rows left out at both ends, as far as there are so many. */
  #trimmed(rows: number): [first: number, last: number] {
    const first = Math.min(rows, Math.max(0, Math.round(this.skipFirst)));
    return [first, Math.min(rows - first, Math.max(0, Math.round(this.skipLast)))];
  }

  #sweep() {
    if (this.data === null || this.#model === null) throw new FvError({ code: 'invalid-data', expected: 'a learning-rate sweep', received: 'none', fix: 'set data or src, and wait for updateComplete' });
    return this.data;
  }

  get #wholeX(): PlotAxis {
    const { x } = this.#model!.lines.all.curve;
    return PlotAxis.around('log', x[0] ?? 0.1, x[x.length - 1] ?? 1);
  }

  #plotModel(): PlotModel {
    const { lines, suggestions } = this.#model!;
    const { colors, ink } = readPlotLook(this);
    const x = axisInSight(this.#wholeX, this.range);
    // A loss that got out of hand beyond the trims must not flatten what lies between them.
    const extent = valueExtent([lines.kept], x.from, x.to, this.yScale === 'log');
    const y = this.#zoomedY ?? (extent ? PlotAxis.around(this.yScale, extent[0] - (this.yScale === 'log' ? 0 : ROOM * (extent[1] - extent[0])), extent[1] + ROOM * (extent[1] - extent[0]), true) : null);
    return {
      panel: { findings: suggestions.map(({ learningRate, loss }) => ({ line: lines.all, x: learningRate, y: loss })) },
      lines: [lines.all, lines.kept], read: [lines.kept], xKind: 'value', x, yKind: this.yScale, y, colors, ink, ghost: this.smoothing > 0, strings: this.#context.strings,
    };
  }

  #open(area: HTMLElement): PanelPlot {
    const [canvas, overlay] = area.querySelectorAll('canvas');
    const move = (x: PlotAxis, y: PlotAxis | null) => {
      if (y) this.#zoomedY = y;
      this.#setRange(x);
    };
    return new PanelPlot({ area, canvas, overlay, marks: this.renderRoot.querySelector<HTMLElement>('.marks')! }, {
      hover: (_x, nearest) => this.#setCursor(nearest), zoomTo: move, pan: move, zoom: (share, factor) => this.#zoom(share, factor), reset: () => this.reset(),
      drawn: (frame, x) => {
        const { placed } = this;
        if (placed && JSON.stringify([placed.frame, placed.x.from, placed.x.to]) === JSON.stringify([frame, x.from, x.to])) return;
        this.placed = { frame, x };
      },
    });
  }

  #rateAt(clientX: number): number {
    const { frame, x } = this.placed!;
    return x.at(xShare(frame, clientX - this.#plot!.elements.area.getBoundingClientRect().left));
  }

  #trim(side: 'first' | 'last', asked: number): void {
    const { rows } = this.#model!;
    const [first, last] = this.#trimmed(rows);
    const [now, most] = side === 'first' ? [first, rows - last] : [last, rows - first];
    const value = Math.min(most, Math.max(0, asked));
    if (value === now) return;
    if (side === 'first') this.skipFirst = value;
    else this.skipLast = value;
    void this.updateComplete.then(() => this.#tell());
  }

  #set(name: SweepSettingName, value: unknown): void {
    Object.assign(this, { [name]: value });
    emit(this, 'fv-setting-change', { name, value });
    if (name === 'smoothing') void this.updateComplete.then(() => this.#tell());
  }

  #tell(): void {
    const { advice, skipFirst, skipLast } = this;
    if (advice) emit(this, 'fv-learning-rate-change', { skipFirst, skipLast, suggestions: advice.suggestions.map(({ name, learningRate }) => ({ name, learningRate })), consensus: advice.consensus, tooFew: advice.tooFew });
  }

  #zoom(share: number, factor: number): void {
    this.#setRange(axisInSight(this.#wholeX, this.range).zoomed(share, factor));
  }

  #setRange(asked: PlotAxis): void {
    const whole = this.#wholeX;
    const axis = asked.within(whole);
    this.range = axis === whole ? null : [axis.from, axis.to];
    this.requestUpdate();
  }

  readonly #key = (event: KeyboardEvent) => {
    const action = plotKey(event);
    if (!action || !this.#model) return;
    event.preventDefault();
    if (action.kind === 'zoom') this.#zoom(0.5, action.factor);
    else if (action.kind === 'reset') {
      if (!this.#plot?.abandon()) this.reset();
    } else this.#reader.step(PANEL, action);
  };

  #setCursor(point: CursorPoint | null, spoken = false): void {
    const plot = this.#plot;
    const card = this.renderRoot.querySelector<HTMLElement>('.card');
    if (!plot || !card) return;
    if (point) this.#reader.at(PANEL, point);
    const x = point ? point.line.curve.x[point.place] : null;
    plot.setCursor(x, point);
    card.hidden = point === null;
    if (!point || x === null) return;
    const { strings, words, curveWords } = this.#context;
    const { y, smoothed } = point.line.curve;
    const both = this.smoothing > 0;
    render(html`<p class="card-title">${words.rate} ${formatRate(x, strings)}</p><dl><dt>${both ? `${words.loss}, ${words.raw}` : words.loss}</dt><dd>${valueText(y[point.place], strings, curveWords)}</dd>
      ${both ? html`<dt>${words.smoothed}</dt><dd>${valueText(smoothed.y[point.place], strings, curveWords)}</dd>` : nothing}</dl>`, card);
    placeCard(card, plot, plot.placeOf(point));
    if (spoken) this.renderRoot.querySelector('.spoken')!.textContent = words.spoken(formatRate(x, strings), words.loss, valueText(smoothed.y[point.place], strings, curveWords));
  }

  #showSuggestion(place: number): void {
    const card = this.renderRoot.querySelector<HTMLElement>('.card')!;
    const found = this.#model?.suggestions[place];
    card.hidden = !found || !this.#plot;
    if (!found || !this.#plot) return;
    const { strings, words } = this.#context;
    render(html`<p class="card-title">${words.names[found.name]} ${formatRate(found.learningRate, strings)}</p><p>${words.rules[found.name]}</p>`, card);
    const mark = this.#plot.elements.marks.children[place].getBoundingClientRect();
    const area = this.#plot.elements.area.getBoundingClientRect();
    placeCard(card, this.#plot, { xPx: mark.right - area.left, yPx: mark.top + mark.height / 2 - area.top });
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
}

/** The one plot there is, as the reader knows plots. */
const PANEL = { metric: 'LOSS', lines: [], findings: [] };

/** Properties that the model is made of. */
const MODELLED = ['data', 'skipFirst', 'skipLast', 'smoothing'] as const;

/** Above and below what lies between the trims, as a share of it. */
const ROOM = 0.06;

const MOST_REPAIRS = 200;
