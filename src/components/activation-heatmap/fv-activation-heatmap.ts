import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { cellAt, FvError, type ActivationData, type HeatmapEnds, type HeatmapUploads, type HeatmapView } from '../../engine';
import { emptyNotice, errorNotice, loadingNotice } from '../activation-text/notices';
import { segmentText, valueText } from '../activation-text/segment-card';
import { valueLegend } from '../activation-text/value-legend';
import { unknownChoice, type LegendValues } from '../activation-text/value-source';
import { LatestAnswerController } from '../controllers/latest-answer-controller';
import { SourceController } from '../controllers/source-controller';
import type { PointerSample } from '../controllers/pointer-gestures';
import { placeCard } from '../embedding-map/place-card';
import { emit, type CellDetail } from '../events';
import { formatCount } from '../number-format';
import { nearestLang, stringsFor } from '../strings';
import { activationStringsFor } from '../strings/activation';
import { heatmapStringsFor } from '../strings/heatmap';
import { ActivationHeatmapProperties, type HeatmapSetting } from './activation-heatmap-properties';
import { columnTicks, rowTicks } from './axis-ticks';
import { styles } from './fv-activation-heatmap.styles';
import { heatmapBar } from './heatmap-bar';
import { cursorStep, zoomFactor } from './heatmap-keys';
import { HeatmapSource, type HeatmapRequest, type ShownHeatmap } from './heatmap-source';
import { HeatmapStage, INFINITY_CATEGORIES } from './heatmap-stage';
import { marks, type Cell } from './marks';
import { segmentsIn } from './segments-in';
import { TextLink } from './text-link';
import { TextWidths } from './text-widths';
import { unitLegend, unitScale } from './unit-values';

/** Loads `src`; the readers of files come with the first one. */
const loadSource: typeof import('../activation-text/load-activation-source').loadActivationSource = async (...source) => (await import('../activation-text/load-activation-source')).loadActivationSource(...source);

/**
 * The activations of all units at all segments of a text, drawn on the GPU: rows are units, columns are segments.
 *
 * @csspart bar - Size, sample, zoom, and the button of the settings.
 * @csspart settings - The settings.
 * @csspart plot - The cells.
 * @csspart legend - What the colours mean.
 * @csspart card - What is known about the cell under the pointer.
 * @csspart error - Message about bad data.
 * @csspart empty - Message shown without data.
 *
 * @cssprop [--fv-surface=#fbfbfa] - Background. Every token of the theme has a name like this.
 * @cssprop [--fv-text=#1b1c1e] - Text.
 * @cssprop [--fv-accent=#4269d0] - Focus and the pinned row.
 * @cssprop [--fv-missing=#d2d3d4] - Cells that are NaN.
 *
 * @fires {CustomEvent<CellDetail>} fv-cell-hover - The cell under the pointer or the cursor is another one; null unit and segment for none.
 * @fires {CustomEvent<CellDetail>} fv-cell-click - A cell was clicked, or Enter was pressed on it; its unit is pinned.
 * @fires {CustomEvent<UnitDetail>} fv-unit-change - The user pinned another unit.
 * @fires {CustomEvent<SettingDetail>} fv-setting-change - The user changed a setting: the property by that name.
 * @fires {CustomEvent<ErrorDetail>} fv-error - Bad data or options: expected, received, fix.
 */
export class FvActivationHeatmap extends ActivationHeatmapProperties {
  static override styles = styles;

  @state() private shown: ShownHeatmap | null = null;
  @state() private failure: FvError | null = null;
  @state() private settingsOpen = false;
  @state() private hovered: Cell | null = null;
  @state() private cursor: Cell | null = null;
  @state() private spoken = '';
  @state() private legend: LegendValues | null = null;
  /** Columns that the linked text marks. */
  @state() private linked: readonly [number, number] | null = null;

  #legendWork: AbortController | null = null;
  readonly #widths = new TextWidths();

  readonly #values = new LatestAnswerController<HeatmapRequest, ShownHeatmap, HeatmapSource>(this, new HeatmapSource(), { shown: (shown) => this.#take(shown), failed: (error) => this.#fail(error) });

  readonly #stage = new HeatmapStage(this, {
    hover: (sample) => this.#hover(this.#cellUnder(sample)),
    leave: () => this.#hover(null),
    click: (sample) => this.#click(sample),
    moved: () => this.requestUpdate(),
    failed: (error) => this.#fail(error),
  });

  readonly #source = new SourceController<ActivationData>(this, (src, textSrc, signal) => loadSource(src, textSrc, this.segmentation, signal), {
    loaded: (data) => {
      this.data = data;
    },
    failed: (error) => this.#fail(error),
  });

  readonly #link = new TextLink(this, {
    hovered: (range) => {
      const sample = this.shown?.samples[this.shown.sample];
      this.linked = range && sample && range.sample === this.shown!.sample ? segmentsIn(sample, range.start, range.end) : null;
    },
    unitChosen: (unit) => {
      this.unit = unit;
    },
  });

  /** What is in sight: the column and the row at the top left corner (fractions of cells), and the size of a cell in CSS pixels; null before there is any. */
  get view(): HeatmapView | null {
    return this.#stage.view;
  }

  /** Whether the picture has all the values it needs: of large data a coarse one comes first. */
  get drawn(): boolean {
    return this.#stage.scene?.complete ?? false;
  }

  /** What went to the GPU since the canvas was made: tiles of values, and small tables. */
  get uploads(): HeatmapUploads {
    return this.#stage.scene?.uploads ?? { tiles: 0, tables: 0 };
  }

  /** Shows that part, or the nearest there is. */
  showView(view: HeatmapView): void {
    this.#stage.scene?.show(view);
  }

  /** Shows everything. */
  fit(): void {
    this.#stage.fit();
  }

  /** Brings a cell into sight and puts the cursor on it. */
  scrollToCell(unit: number, segment: number): void {
    const { shown } = this;
    if (!shown || !(unit in shown.rowOf) || !Number.isInteger(segment) || segment < 0 || segment >= shown.matrix.segments) return;
    this.cursor = { unit, segment };
    this.#stage.reveal(segment, shown.rowOf[unit]);
  }

  /** An update is complete when what was asked for is known; the picture follows with the next frames. */
  protected override async getUpdateComplete(): Promise<boolean> {
    let complete = await super.getUpdateComplete();
    if (this.data !== null) {
      await this.#values.done;
      complete = await super.getUpdateComplete();
    }
    return complete;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hovered = null;
    this.#legendWork?.abort();
    this.#values.source.dispose();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') || changed.has('textSrc')) this.#source.request(this.src, this.textSrc);
    if (changed.has('data')) {
      this.shown = this.legend = this.hovered = this.cursor = this.linked = null;
      this.#stage.show(null);
    }
    if (REQUESTED.some((name) => changed.has(name))) {
      this.failure = null;
      const { data, sample, layer, scoreClass, order, normalization, sampling, palette, clip } = this;
      this.#values.request(data && { data, sample, layer, scoreClass, order, normalization, sampling, palette, clip });
    }
    if ((changed.has('unit') || changed.has('low') || changed.has('high')) && this.shown) this.#apply(this.shown);
  }

  protected override updated(): void {
    this.#placeCard();
  }

  protected override render(): TemplateResult {
    const { shown, failure, settingsOpen } = this;
    const strings = stringsFor(this.#language);
    const words = activationStringsFor(this.#language);
    const own = heatmapStringsFor(this.#language);
    const notices = { ...words, emptyTitle: own.emptyTitle, errorTitle: own.errorTitle };
    const count = (value: number) => formatCount(value, strings);
    const label = shown ? own.label(count(shown.matrix.units), count(shown.matrix.segments)) : own.emptyLabel;
    const view = shown && this.#stage.view;
    const marked = this.highlightedSegment === null ? this.linked : ([this.highlightedSegment, this.highlightedSegment + 1] as const);
    const pinned = shown && this.#pinned(shown);
    return html`<div class="root">
      <div class="frame">
        ${shown
          ? heatmapBar({ shown, settings: this, settingsOpen, pinned: pinned === null ? null : this.#unitLabel(pinned), strings, words, own, actions: this.#actions })
          : nothing}
        <div class="body" @keydown=${this.#key}>
          <div class="axis columns" aria-hidden="true">${view ? this.#columnTicks(shown, view) : nothing}</div>
          <div class="axis rows" aria-hidden="true">${view ? this.#rowTicks(shown, view) : nothing}</div>
          <div class="plot" part="plot" tabindex="0" role="application" aria-label=${label} aria-describedby="keys">
            <div class="canvas"></div>
            ${view ? marks({ hovered: this.hovered, cursor: this.cursor, pinned, columns: marked }, view, shown.rowOf) : nothing}
          </div>
        </div>
        ${shown && this.legend
          ? html`<div class="legend-row"><span class="legend-unit">${this.normalization === 'global' ? own.allUnits : this.#unitLabel(this.#legendUnit(shown))}</span>
            ${valueLegend({
              shown: this.legend, palette: this.palette, byHand: this.low !== null || this.high !== null, strings, words, actions: this.#actions,
              infinities: [`var(--_category-${INFINITY_CATEGORIES.low + 1})`, `var(--_category-${INFINITY_CATEGORIES.high + 1})`],
            })}</div>`
          : nothing}
      </div>
      <p id="keys" class="visually-hidden">${own.keys}</p>
      ${this.#card()}
      ${failure ? errorNotice(failure, strings, notices) : nothing}
      ${!shown && !failure ? (this.#source.loading || this.#values.working ? loadingNotice(words) : emptyNotice(notices)) : nothing}
      <div class="visually-hidden" role="status">${this.spoken}</div>
    </div>`;
  }

  get #language(): string {
    return this.locale || nearestLang(this);
  }

  #pinned({ rowOf }: ShownHeatmap): number | null {
    return this.unit !== null && this.unit in rowOf ? this.unit : null;
  }

  /** The pinned unit, or the one on top. */
  #legendUnit(shown: ShownHeatmap): number {
    return this.#pinned(shown) ?? shown.order[0];
  }

  #unitLabel(unit: number): string {
    const words = activationStringsFor(this.#language);
    const name = this.shown?.matrices[this.shown.sample].unitNames?.[unit];
    return name === undefined ? words.unitName(String(unit)) : `${name} (${unit})`;
  }

  #segmentText(segment: number): string {
    const { shown } = this;
    if (!shown) return '';
    const { text, starts, ends } = shown.samples[shown.sample];
    return text.slice(starts[segment], ends[segment]);
  }

  #columnTicks(shown: ShownHeatmap, view: HeatmapView): TemplateResult[] {
    const strings = stringsFor(this.#language);
    const columns = { textOf: (column: number) => readable(this.#segmentText(column)), numberOf: (column: number) => formatCount(column, strings), widthOf: (text: string) => this.#widths.of(text, this) };
    return columnTicks(view, shown.matrix.segments, this.#stage.scene!.viewport.width, columns)
      .map(({ at, index, text }) => html`<bdi class="tick ${this.hovered?.segment === index ? 'on' : ''}" style="left: ${at}px">${text}</bdi>`);
  }

  #rowTicks(shown: ShownHeatmap, view: HeatmapView): TemplateResult[] {
    const names = shown.matrices[shown.sample].unitNames;
    return rowTicks(view, shown.matrix.units, this.#stage.scene!.viewport.height, (row) => names?.[shown.order[row]] ?? String(shown.order[row])).map(({ at, index, text }) => {
      const unit = shown.order[index];
      return html`<bdi class="tick ${this.hovered?.unit === unit ? 'on' : ''} ${this.unit === unit ? 'pinned' : ''}" style="top: ${at}px" title=${text}>${text}</bdi>`;
    });
  }

  #card(): TemplateResult {
    const cell = this.hovered ?? this.cursor;
    const { shown } = this;
    if (!shown || !cell) return html`<div class="panel card" part="card" hidden></div>`;
    const strings = stringsFor(this.#language);
    const words = activationStringsFor(this.#language);
    const { text, starts, ends } = shown.samples[shown.sample];
    const [start, end] = [starts[cell.segment], ends[cell.segment]];
    return html`<div class="panel card" part="card">
      <p class="card-label"><bdi>${segmentText(text.slice(start, end), words)}</bdi></p>
      <p class="context-line"><bdi>${text.slice(wholeCharacter(text, start - 24), start)}<mark>${text.slice(start, end)}</mark>${text.slice(end, wholeCharacter(text, end + 24))}</bdi></p>
      <dl>
        <dt>${words.value}</dt><dd>${valueText(this.#value(cell), strings, words)}</dd>
        <dt>${words.unit}</dt><dd>${this.#unitLabel(cell.unit)}</dd>
        <dt>${heatmapStringsFor(this.#language).segment}</dt><dd>${formatCount(cell.segment, strings)}</dd>
      </dl></div>`;
  }

  #placeCard(): void {
    const card = this.shadowRoot!.querySelector<HTMLElement>('.card:not([hidden])');
    const cell = this.hovered ?? this.cursor;
    const { view } = this.#stage;
    const plot = this.shadowRoot!.querySelector<HTMLElement>('.plot');
    if (!card || !cell || !view || !plot || !this.shown) return;
    const outer = this.getBoundingClientRect();
    const box = plot.getBoundingClientRect();
    const x = box.left - outer.left + (cell.segment + 0.5 - view.column) * view.cellWidth;
    const y = box.top - outer.top + (this.shown.rowOf[cell.unit] + 0.5 - view.row) * view.cellHeight;
    const { left, top, maxHeight } = placeCard(x, y, { width: card.offsetWidth, height: card.scrollHeight }, { width: outer.width, height: outer.height });
    card.style.transform = `translate(${left}px, ${top}px)`;
    card.style.maxHeight = `${maxHeight}px`;
  }

  #value({ unit, segment }: Cell): number {
    const { matrix } = this.shown!;
    return matrix.values[(matrix.reversed ? matrix.segments - 1 - segment : segment) * matrix.units + unit];
  }

  #take(shown: ShownHeatmap): void {
    const before = this.shown;
    if (before && (before.sample !== shown.sample || before.matrix.units !== shown.matrix.units)) this.hovered = this.cursor = this.linked = null;
    this.shown = shown;
    this.failure = null;
    this.#apply(shown);
    this.#stage.show(shown);
  }

  /** What the colours stand for, and the legend that says it. */
  #apply(shown: ShownHeatmap): void {
    if (this.unit !== null && !(this.unit in shown.rowOf)) {
      this.#fail(unknownChoice('unit', `0 to ${shown.matrix.units - 1}`, this.unit));
      return;
    }
    const unit = this.#legendUnit(shown);
    const scale = unitScale(shown, unit, this);
    const { palette, sampling, normalization } = this;
    const byHand = this.low !== null || this.high !== null;
    const ends: HeatmapEnds = byHand || normalization === 'global' ? { kind: 'fixed', low: scale.low, high: scale.high } : { kind: normalization === 'unit' ? 'all' : normalization };
    this.#stage.setLook({ palette, sampling, ends });
    this.#legendWork?.abort();
    const work = (this.#legendWork = new AbortController());
    unitLegend(shown, unit, scale, work.signal).then((legend) => {
      if (!work.signal.aborted) this.legend = legend;
    }, (error: unknown) => {
      if (!work.signal.aborted) this.#fail(FvError.from(error));
    });
  }

  #fail(error: FvError): void {
    this.shown = this.legend = null;
    this.#stage.show(null);
    this.failure = error;
    emit(this, 'fv-error', { error, ...error.toDetail() });
  }

  #cellUnder({ xPx, yPx }: PointerSample): Cell | null {
    const { scene } = this.#stage;
    const { shown } = this;
    const cell = shown && scene?.extent ? cellAt(scene.view, scene.extent, xPx, yPx) : null;
    return cell && { segment: cell.column, unit: shown!.order[cell.row] };
  }

  #detail(cell: Cell | null): CellDetail {
    const { shown } = this;
    if (!shown || !cell) return { sample: this.sample, unit: null, segment: null, text: '', start: -1, end: -1, value: Number.NaN };
    const { starts, ends } = shown.samples[shown.sample];
    return { sample: shown.sample, ...cell, text: this.#segmentText(cell.segment), start: starts[cell.segment], end: ends[cell.segment], value: this.#value(cell) };
  }

  #hover(cell: Cell | null): void {
    const before = this.hovered;
    if (before?.unit === cell?.unit && before?.segment === cell?.segment) return;
    this.hovered = cell;
    if (before?.unit !== cell?.unit) this.#link.preview(cell?.unit ?? null);
    emit(this, 'fv-cell-hover', this.#detail(cell));
  }

  #click(sample: PointerSample): void {
    const cell = this.#cellUnder(sample);
    if (!cell) return;
    if (sample.pointerType === 'touch') this.#hover(cell);
    this.cursor = cell;
    this.#pick(cell);
  }

  #pick(cell: Cell): void {
    emit(this, 'fv-cell-click', this.#detail(cell));
    this.#link.choose(cell.unit);
    if (this.unit === cell.unit) return;
    this.unit = cell.unit;
    emit(this, 'fv-unit-change', { unit: cell.unit });
  }

  readonly #key = (event: KeyboardEvent) => {
    const { shown } = this;
    const { scene } = this.#stage;
    if (!shown || !scene || event.ctrlKey || event.metaKey || event.altKey) return;
    const factor = zoomFactor(event.key);
    const step = cursorStep(event, Math.max(1, Math.floor(scene.viewport.height / scene.view.cellHeight)));
    if (factor !== null) this.#zoom(factor);
    else if (event.key === '0') this.fit();
    else if (event.key === 'Enter' && this.cursor) this.#pick(this.cursor);
    else if (event.key === 'Escape' && (this.cursor || this.settingsOpen)) {
      this.cursor = null;
      this.settingsOpen = false;
      emit(this, 'fv-cell-hover', this.#detail(null));
    } else if (step) this.#moveCursor(shown, scene.view, step);
    else return;
    event.preventDefault();
  };

  #moveCursor({ order, rowOf, matrix }: ShownHeatmap, view: HeatmapView, [columns, rows]: readonly [number, number]): void {
    const clamp = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
    // The first key puts the cursor where the view begins.
    const [column, row] = this.cursor ? [this.cursor.segment + columns, rowOf[this.cursor.unit] + rows] : [Math.ceil(view.column), Math.ceil(view.row)];
    const cell = { segment: clamp(column, matrix.segments), unit: order[clamp(row, matrix.units)] };
    this.hovered = null;
    this.scrollToCell(cell.unit, cell.segment);
    const words = activationStringsFor(this.#language);
    const strings = stringsFor(this.#language);
    this.spoken = heatmapStringsFor(this.#language).cellSpoken(
      this.#unitLabel(cell.unit), formatCount(cell.segment, strings), segmentText(this.#segmentText(cell.segment), words), valueText(this.#value(cell), strings, words),
    );
    emit(this, 'fv-cell-hover', this.#detail(cell));
  }

  /** Around the cursor, where it is in sight. */
  #zoom(factor: number): void {
    const { view } = this.#stage;
    const at = view && this.cursor && this.shown
      ? [(this.cursor.segment + 0.5 - view.column) * view.cellWidth, (this.shown.rowOf[this.cursor.unit] + 0.5 - view.row) * view.cellHeight]
      : [];
    this.#stage.zoom(factor, ...at);
  }

  readonly #actions = {
    setSetting: (name: HeatmapSetting, value: unknown) => {
      if (typeof value === 'number' && Number.isNaN(value)) return;
      Object.assign(this, { [name]: value });
      emit(this, 'fv-setting-change', { name, value });
    },
    setEnd: (end: 'low' | 'high' | 'both', value: number | null) => {
      for (const name of end === 'both' ? (['low', 'high'] as const) : [end]) this.#actions.setSetting(name, value);
    },
    toggleSettings: () => {
      this.settingsOpen = !this.settingsOpen;
    },
    zoom: (factor: number) => this.#zoom(factor),
    fit: () => this.fit(),
  };
}

/** Properties that what is drawn is made of. */
const REQUESTED = ['data', 'sample', 'layer', 'scoreClass', 'order', 'normalization', 'sampling', 'palette', 'clip'] as const;

/** White space as a mark: a column's label is one line. */
function readable(text: string): string {
  return text.replaceAll(/\r\n|[\r\n]/g, '⏎').replaceAll('\t', '⇥').replaceAll(' ', '·');
}

/** The offset within the text, or the one before it where it would cut a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const at = Math.min(text.length, Math.max(0, offset));
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
