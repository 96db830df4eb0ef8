import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { ActivationData, FvError, HeatmapEnds, HeatmapUploads, HeatmapView } from '../../engine';
import { emptyNotice, errorNotice, loadingNotice } from '../activation-text/notices';
import { segmentText, valueText } from '../activation-text/segment-card';
import { valueLegend } from '../activation-text/value-legend';
import { unknownChoice } from '../activation-text/value-source';
import { LatestAnswerController } from '../controllers/latest-answer-controller';
import { SourceController } from '../controllers/source-controller';
import { emit } from '../events';
import { formatCount } from '../number-format';
import { nearestLang, stringsFor } from '../strings';
import { activationStringsFor } from '../strings/activation';
import { heatmapStringsFor } from '../strings/heatmap';
import { ActivationHeatmapProperties, type HeatmapSetting } from './activation-heatmap-properties';
import { columnLabels, rowLabels } from './axis-labels';
import { cellCard, placeCellCard } from './cell-card';
import { cellDetail, cellValue, segmentOf, unitLabel } from './cell-facts';
import { CellPointing } from './cell-pointing';
import { styles } from './fv-activation-heatmap.styles';
import { heatmapBar } from './heatmap-bar';
import { HeatmapSource, type HeatmapRequest, type ShownHeatmap } from './heatmap-source';
import { HeatmapStage, INFINITY_CATEGORIES } from './heatmap-stage';
import { LegendController } from './legend-controller';
import { marks, type Cell } from './marks';
import { segmentsIn } from './segments-in';
import { TextLink } from './text-link';
import { TextWidths } from './text-widths';
import { unitScale } from './unit-values';

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
  @state() private spoken = '';
  /** Columns that the linked text marks. */
  @state() private linked: readonly [number, number] | null = null;

  readonly #widths = new TextWidths();

  readonly #legend = new LegendController(this, (error) => this.#fail(error));

  readonly #values = new LatestAnswerController<HeatmapRequest, ShownHeatmap, HeatmapSource>(this, new HeatmapSource(), { shown: (shown) => this.#take(shown), failed: (error) => this.#fail(error) });

  readonly #stage = new HeatmapStage(this, {
    hover: (sample) => this.#pointing.hover(sample),
    leave: () => this.#pointing.hover(null),
    click: (sample) => this.#pointing.click(sample),
    moved: () => this.requestUpdate(),
    failed: (error) => this.#fail(error),
  });

  readonly #pointing: CellPointing = new CellPointing(this, this.#stage, {
    hovered: (cell, before) => {
      if (before?.unit !== cell?.unit) this.#link.preview(cell?.unit ?? null);
      this.#tellCell('fv-cell-hover', cell);
    },
    picked: (cell) => this.#pick(cell),
    cursorMoved: (cell) => {
      if (cell) this.#speak(cell);
      this.#tellCell('fv-cell-hover', cell);
    },
    escaped: () => {
      const open = this.settingsOpen;
      this.settingsOpen = false;
      return open;
    },
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
    this.#pointing.moveTo({ unit, segment });
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
    this.#values.source.dispose();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') || changed.has('textSrc')) this.#source.request(this.src, this.textSrc);
    if (changed.has('data')) {
      this.shown = this.linked = null;
      this.#pointing.show(null);
      this.#legend.clear();
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
    const { shown } = this;
    const { cell } = this.#pointing;
    const { view } = this.#stage;
    if (shown && cell && view) placeCellCard(this, cell, shown, view);
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
    const legend = this.#legend.values;
    const { hovered, cursor, cell } = this.#pointing;
    const { width, height } = this.#stage.scene?.viewport ?? { width: 0, height: 0 };
    return html`<div class="root">
      <div class="frame">
        ${shown
          ? heatmapBar({ shown, settings: this, settingsOpen, pinned: pinned === null ? null : unitLabel(shown, pinned, words), strings, words, own, actions: this.#actions })
          : nothing}
        <div class="body" @keydown=${this.#pointing.key}>
          <div class="axis columns" aria-hidden="true">${view ? columnLabels(shown, view, width, hovered, (text) => this.#widths.of(text, this), strings) : nothing}</div>
          <div class="axis rows" aria-hidden="true">${view ? rowLabels(shown, view, height, hovered, this.unit) : nothing}</div>
          <div class="plot" part="plot" tabindex="0" role="application" aria-label=${label} aria-describedby="keys">
            <div class="canvas"></div>
            ${view ? marks({ hovered, cursor, pinned, columns: marked }, view, shown.rowOf) : nothing}
          </div>
        </div>
        ${shown && legend
          ? html`<div class="legend-row"><span class="legend-unit">${this.normalization === 'global' ? own.allUnits : unitLabel(shown, this.#legendUnit(shown), words)}</span>
            ${valueLegend({
              shown: legend, palette: this.palette, byHand: this.low !== null || this.high !== null, strings, words, actions: this.#actions,
              infinities: [`var(--_category-${INFINITY_CATEGORIES.low + 1})`, `var(--_category-${INFINITY_CATEGORIES.high + 1})`],
            })}</div>`
          : nothing}
      </div>
      <p id="keys" class="visually-hidden">${own.keys}</p>
      ${cellCard(shown, cell, strings, words, own)}
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

  #take(shown: ShownHeatmap): void {
    if (this.#pointing.show(shown)) this.linked = null;
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
    this.#legend.show(shown, unit, scale);
  }

  #fail(error: FvError): void {
    this.shown = null;
    this.#pointing.show(null);
    this.#legend.clear();
    this.#stage.show(null);
    this.failure = error;
    emit(this, 'fv-error', { error, ...error.toDetail() });
  }

  #pick(cell: Cell): void {
    this.#tellCell('fv-cell-click', cell);
    this.#link.choose(cell.unit);
    if (this.unit === cell.unit) return;
    this.unit = cell.unit;
    emit(this, 'fv-unit-change', { unit: cell.unit });
  }

  #tellCell(event: 'fv-cell-hover' | 'fv-cell-click', cell: Cell | null): void {
    emit(this, event, cellDetail(this.shown, this.sample, cell));
  }

  #speak(cell: Cell): void {
    const { shown } = this;
    if (!shown) return;
    const words = activationStringsFor(this.#language);
    const strings = stringsFor(this.#language);
    this.spoken = heatmapStringsFor(this.#language).cellSpoken(
      unitLabel(shown, cell.unit, words), formatCount(cell.segment, strings), segmentText(segmentOf(shown, cell.segment).text, words), valueText(cellValue(shown, cell), strings, words),
    );
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
    zoom: (factor: number) => this.#pointing.zoom(factor),
    fit: () => this.fit(),
  };
}

/** Properties that what is drawn is made of. */
const REQUESTED = ['data', 'sample', 'layer', 'scoreClass', 'order', 'normalization', 'sampling', 'palette', 'clip'] as const;
