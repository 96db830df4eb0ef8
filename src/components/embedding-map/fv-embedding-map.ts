import type { PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import {
  FIRST_INDEX, FvError, rowNeighbors, searchLabels,
  type EmbeddingMapData, type LayoutQuality, type MetadataColumn, type RowNeighbor,
} from '../../engine';
import { ColorController } from '../controllers/color-controller';
import { SourceController } from '../controllers/source-controller';
import { LayoutController, type SessionFactory } from '../controllers/layout-controller';
import { startLayoutSession } from '../controllers/start-layout-session';
import { emit, type PointDetail } from '../events';
import { formatDuration } from '../number-format';
import { nearestLang, stringsFor, type Strings } from '../strings';
import { styles } from './fv-embedding-map.styles';
import { checkRows } from './grow-map';
import { MapContent } from './map-content';
import { mapToCsv } from './map-csv';
import { checkIds, errorDetail, noCanvas, noLayout, noVectors } from './map-errors';
import { handleMapKey, type KeyTarget } from './map-keys';
import { MapProperties } from './map-properties';
import type { MapState, MapStatus } from './map-status';
import { mapToSvg } from './map-svg';
import { mapTemplate, type Failure } from './map-template';
import { placeHover } from './place-hover';
import { clickedSelection, type ClickModifiers } from './selection';
import { StageController } from './stage-controller';

/** Loads `src`; the readers of files come with the first one, pages without `src` never load them. */
const loadSource: typeof import('./load-map-source').loadMapSource = async (...source) => (await import('./load-map-source')).loadMapSource(...source);

/** Below this size the legend starts folded, CSS pixels. */
const COMPACT_WIDTH = 520;
const COMPACT_HEIGHT = 520;

/** Name of the lens of each point's own preservation; a column of the data by that name wins. */
const PRESERVATION = 'preservation';

/**
 * A live t-SNE map of vectors: give it `data`, and it lays the points out and draws them.
 *
 * @slot top-left - The page's own controls over the map.
 * @slot top-right - The page's own controls over the map.
 *
 * @csspart progress - Panel of the layout: phase, figures, run, pause and reset.
 * @csspart legend - What the colours mean.
 * @csspart tools - Zoom and fit buttons.
 * @csspart card - What is known about the point under the pointer.
 * @csspart error - Message about bad data or a failed layout.
 * @csspart empty - Message shown without data.
 *
 * @cssprop [--fv-surface=#fbfbfa] - Background. Every token of the theme has a name like this.
 * @cssprop [--fv-text=#1b1c1e] - Text, and the rings of hovered and selected points.
 * @cssprop [--fv-accent=#4269d0] - Focus and the running state.
 * @cssprop [--fv-category-1=#4269d0] - First of the ten category colours, and of points without a column.
 *
 * @fires {CustomEvent<LayoutProgressDetail>} fv-layout-progress - At most ten times a second while a layout runs.
 * @fires {CustomEvent<LayoutEndDetail>} fv-layout-end - The layout has made its last step.
 * @fires {CustomEvent<PointDetail>} fv-point-hover - The point under the pointer is another one; null ids for none.
 * @fires {CustomEvent<PointDetail>} fv-point-click - A point, or the empty ground, was clicked.
 * @fires {CustomEvent<SelectionDetail>} fv-selection-change - The selection was changed by the user or by `select()`.
 * @fires {CustomEvent<ViewDetail>} fv-view-change - The camera moved; once a frame at most.
 * @fires {CustomEvent<QualityDetail>} fv-quality-change - The finished layout was measured.
 * @fires {CustomEvent<ErrorDetail>} fv-error - Bad data, or a layout that failed: expected, received, fix.
 */
export class FvEmbeddingMap extends MapProperties {
  static override styles = styles;

  @state() private failure: Failure | null = null;
  @state() private hovered = -1;
  @state() private selected: readonly number[] = [];
  @state() private compact = false;
  @state() private announcement = '';
  @state() private measured: LayoutQuality | null = null;

  /** Starts the engine; a subclass, or a test, may start another. */
  protected createSession: SessionFactory = startLayoutSession;

  readonly #content = new MapContent();
  /** Errors met while rendering; told once it is done. */
  #unsaid: FvError[] = [];

  readonly #stage = new StageController(this, {
    hovered: (id) => {
      this.hovered = id;
      emit(this, 'fv-point-hover', this.#pointDetail(id));
    },
    clicked: (id, sample) => this.#click(id, sample),
    viewChanged: () => {
      const { view, following } = this.#stage.stage!.scene.camera;
      emit(this, 'fv-view-change', { ...view, following });
    },
    moved: () => this.#placeHover(),
    resized: (widthPx, heightPx) => {
      this.compact = widthPx < COMPACT_WIDTH || heightPx < COMPACT_HEIGHT;
      this.#placeHover();
    },
    failed: (error) => this.#fail('drawing', error),
  });

  readonly #colors = new ColorController(this, (scale) => this.#stage.setScale(scale));

  readonly #source = new SourceController<EmbeddingMapData>(this, loadSource, {
    loaded: (data) => {
      this.data = data;
    },
    failed: (error) => this.#fail('data', error),
  });

  readonly #layout = new LayoutController(this, {
    positions: (positions) => {
      this.#content.borrow(positions);
      this.#show();
    },
    progress: ({ phase, iteration, iterations, placed, klDivergence, elapsedMs, stepsPerSecond, remainingMs }) =>
      emit(this, 'fv-layout-progress', { phase, iteration, iterations, placed, klDivergence, elapsedMs, stepsPerSecond, remainingMs }),
    end: (result) => {
      this.#content.place(result.positions);
      this.#show();
      const strings = this.#strings;
      this.announcement = strings.announceEnded(formatDuration(result.elapsedMs, strings));
      emit(this, 'fv-layout-end', result);
      void this.#measure();
    },
    error: (error) => this.#layoutFailed(error),
  });

  /** Row-major [placed, 2], layout units, of the leading rows that have a place; null without a layout. Changes in place while a layout runs. */
  get positions(): Float32Array | null {
    return this.#content.positions;
  }

  /** Where the map stands: state, progress, and the engine's backend with the reason for it. */
  get status(): MapStatus {
    return { ...this.#layout.status, state: this.#state, points: this.#content.points, shown: this.#shown, progress: this.#layout.progress };
  }

  /** Ids of the selected points, in the order they were selected. */
  get selection(): readonly number[] {
    return this.selected;
  }

  /** How well the finished layout keeps the neighbourhoods; null while it is not measured. */
  get quality(): LayoutQuality | null {
    return this.measured;
  }

  /** Lays the vectors out from the start. Resolves when the layout has ended, failed (see `fv-error`) or was reset. */
  async run(): Promise<void> {
    await this.updateComplete;
    const map = this.#map;
    if (!map?.vectors) {
      if (this.failure?.kind !== 'data') emit(this, 'fv-error', errorDetail(noVectors()));
      return;
    }
    this.failure = null;
    this.#stage.stage?.scene.camera.reset();
    this.announcement = this.#strings.announceRunning;
    this.measured = null;
    await this.#layout.start(this.createSession, map.vectors, this.layoutOptions(map.dimensions!));
  }

  /**
   * Shows `data` whose first rows are the present ones: nothing restarts, the rows after them join the layout.
   * Without data before it is as setting `data`.
   * @throws FvError `invalid-data` where the data is invalid or its head is not the present rows.
   */
  extend(data: EmbeddingMapData): void {
    if (!this.#map || this.#map !== this.data) {
      this.data = data;
      return;
    }
    const ended = this.#state === 'ended';
    const vectors = this.#content.extend(data);
    this.#grown();
    if (!vectors) return;
    this.measured = null;
    if (this.#layout.live) this.#layout.extend(vectors);
    else if (ended) void this.run();
  }

  /**
   * Places new points into the finished layout, whose points stay where they are. Copies the vectors of `data` once.
   * @param vectors row-major [m, dimensions].
   * @param labels of m.
   * @returns the ids of the new points; they are the last rows of `data` from then on.
   * @throws FvError where there is no finished layout or the rows do not fit it.
   */
  async place(vectors: Float32Array, labels: readonly string[]): Promise<number[]> {
    await this.updateComplete;
    const map = this.#map;
    if (!map?.vectors) throw noLayout();
    checkRows(map, vectors, labels);
    const positions = await this.#layout.place(vectors);
    if (!positions || this.#map !== map) throw noLayout();
    const ids = this.#content.append(vectors, labels, positions);
    this.#grown();
    return ids;
  }

  /** Holds a running layout where it is. */
  pause(): void {
    this.#layout.pause();
    if (this.#state === 'paused') this.announcement = this.#strings.announcePaused;
  }

  /** Goes on with a paused layout. */
  resume(): void {
    this.#layout.resume();
    if (this.#state === 'running') this.announcement = this.#strings.announceRunning;
  }

  /** Ends the layout and goes back to the data's own positions, or to none. */
  reset(): void {
    this.#layout.stop();
    if (this.failure?.kind === 'layout') this.failure = null;
    this.measured = null;
    this.#content.restore();
    this.#stage.stage?.hover(-1);
    this.#stage.stage?.scene.camera.reset();
    this.#show();
  }

  /** Ids of the labels that contain `query`, letter case aside, in order of rows. */
  async search(query: string): Promise<Uint32Array> {
    await this.updateComplete;
    const labels = this.#map?.labels ?? [];
    return searchLabels(this.#rows < labels.length ? labels.slice(0, this.#rows) : labels, query);
  }

  /** The `k` rows nearest to row `id` among the vectors, by `metric`, nearest first. @throws FvError without vectors or such a row. */
  async neighbors(id: number, k = 10): Promise<RowNeighbor[]> {
    await this.updateComplete;
    const map = this.#map;
    if (!map?.vectors) throw noVectors();
    checkIds([id], this.#rows);
    const dimensions = map.dimensions!;
    return rowNeighbors(map.vectors.subarray(0, this.#rows * dimensions), { dimensions, id, k, metric: this.metric });
  }

  /** Selects exactly these points. @throws FvError for an id that names no point. */
  select(ids: Iterable<number>): void {
    const wanted = [...new Set(ids)];
    checkIds(wanted, this.status.points);
    this.#select(wanted);
  }

  /** Flies to show these points; resolves on arrival. @throws FvError for an id that names no point. */
  async flyTo(ids: Iterable<number>): Promise<void> {
    await this.updateComplete;
    const wanted = [...ids];
    checkIds(wanted, this.status.points);
    await this.#stage.stage?.flyTo(wanted.filter((id) => id < this.#shown));
  }

  /** The canvas as it is seen now, every point drawn, at device resolution. @throws FvError while it is in no document. */
  async toPng(): Promise<Blob> {
    await this.updateComplete;
    if (!this.#stage.stage) throw noCanvas();
    return this.#stage.stage.scene.toPng();
  }

  /** The points in sight as an SVG document. @throws FvError while the element is in no document or has no layout. */
  async toSvg(): Promise<string> {
    await this.updateComplete;
    const scene = this.#stage.stage?.scene;
    if (!scene || !this.#map || !this.#content.positions) throw noCanvas();
    return mapToSvg({
      positions: this.#content.leading(this.#shown)!, labels: this.#map.labels, scale: this.#colors.scale, palette: this.#stage.palette, plainIndex: FIRST_INDEX,
      background: getComputedStyle(this).backgroundColor, view: scene.camera.view, viewport: scene.camera.viewport, style: scene.style,
    });
  }

  /** The points within `limit` as a table: label, x, y, columns. */
  toCsv(): string {
    return mapToCsv(this.#map ?? { labels: [] }, this.#content.positions, this.#rows);
  }

  /** An update is complete when there is a canvas to show it. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.#stage.ready;
    return complete;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') || changed.has('metadataSrc')) this.#source.request(this.src, this.metadataSrc);
    // Data that was extended is taken already.
    if (changed.has('data') && (this.data === null || this.data !== this.#map)) this.#accept();
    else if (changed.has('limit')) this.#show();
    this.#colors.setColumn(this.#column, `${this.#content.generation} ${this.colorBy}`);
  }

  protected override updated(changed: PropertyValues<this>): void {
    for (const error of this.#unsaid.splice(0)) emit(this, 'fv-error', errorDetail(error));
    if (changed.has('colorBy') && !this.#colors.scale) this.#stage.setScale(null);
    const fresh = changed.has('data') || changed.has('autorun') || this.#layout.interrupted;
    if (fresh && this.autorun && this.#state === 'ready') void this.run();
    this.#placeHover();
  }

  protected override render(): TemplateResult {
    return mapTemplate({
      data: this.#map, placed: this.#content.positions !== null, status: this.status, rows: this.#rows, quality: this.measured, failure: this.failure, hovered: this.hovered,
      colorBy: this.colorBy, scale: this.#colors.scale, compact: this.compact, announcement: this.announcement,
      strings: this.#strings, actions: this, keys: this.#keys, keydown: this.#keydown,
    });
  }

  get #map(): EmbeddingMapData | null {
    return this.#content.data;
  }

  get #strings(): Strings {
    return stringsFor(this.locale || nearestLang(this));
  }

  get #state(): MapState {
    if (this.failure?.kind === 'data') return 'invalid';
    if (!this.#map && this.#source.loading) return 'loading';
    if (!this.#map || this.#map.labels.length === 0) return 'empty';
    if (this.#layout.state !== 'idle') return this.#layout.state;
    return this.#map.positions ? 'static' : 'ready';
  }

  /** Leading rows that are of interest. */
  get #rows(): number {
    return this.rowsOf(this.#content.points);
  }

  /** Those of them that have a place. */
  get #shown(): number {
    return Math.min(this.#rows, this.#content.placed);
  }

  get #column(): MetadataColumn | null {
    return this.#map?.columns?.[this.colorBy] ?? (this.colorBy === PRESERVATION ? (this.measured?.preservation ?? null) : null);
  }

  /** Takes new data, or says why not; either way what was shown before is gone. */
  #accept(): void {
    this.#layout.stop();
    this.failure = null;
    this.hovered = -1;
    this.selected = [];
    this.announcement = '';
    this.measured = null;
    try {
      this.#content.replace(this.data);
    } catch (error) {
      this.#fail('data', FvError.from(error));
    }
    this.#stage.setPoints(this.#content.points);
    this.#show();
  }

  /** The content has more rows than before. */
  #grown(): void {
    this.data = this.#map;
    this.#stage.setPointCount(this.#content.points);
    this.#show();
  }

  /** Shows the positions within `limit`. */
  #show(): void {
    if (this.hovered >= this.#shown) this.#stage.stage?.hover(-1);
    this.#stage.setPositions(this.#content.leading(this.#shown));
  }

  async #measure(): Promise<void> {
    try {
      const quality = await this.#layout.quality();
      // More rows may have joined: another measurement follows then.
      if (!quality || this.#state !== 'ended') return;
      this.measured = quality;
      emit(this, 'fv-quality-change', { quality });
    } catch (error) {
      // The map stands all the same.
      emit(this, 'fv-error', errorDetail(FvError.from(error)));
    }
  }

  #layoutFailed(error: FvError): void {
    // What the worker found in values that were not read here.
    if (error.code === 'invalid-data') this.#content.replace(null);
    this.#fail(this.#map ? 'layout' : 'data', error);
    this.requestUpdate();
  }

  #fail(kind: Failure['kind'], error: FvError): void {
    this.failure = { kind, error };
    this.#unsaid.push(error);
  }

  #select(ids: readonly number[]): void {
    if (ids.length === this.selected.length && ids.every((id, i) => id === this.selected[i])) return;
    this.selected = ids;
    this.#stage.setSelection(ids);
    emit(this, 'fv-selection-change', { ids });
  }

  #click(id: number, modifiers: ClickModifiers): void {
    emit(this, 'fv-point-click', this.#pointDetail(id));
    this.#select(clickedSelection(this.selected, id, modifiers));
    if (id >= 0) this.announcement = this.#map!.labels[id];
  }

  #pointDetail(id: number): PointDetail {
    return id < 0 ? { id: null, label: null } : { id, label: this.#map!.labels[id] };
  }

  #placeHover(): void {
    if (this.hovered < 0) return;
    const ring = this.renderRoot.querySelector<HTMLElement>('.hover-ring');
    const card = this.renderRoot.querySelector<HTMLElement>('.card');
    const place = this.#stage.stage?.place(this.hovered) ?? null;
    if (ring && card) placeHover(ring, card, place, { width: this.clientWidth, height: this.clientHeight });
  }

  readonly #keys: KeyTarget = {
    pan: (dxPx, dyPx) => this.#stage.stage?.pan(dxPx, dyPx),
    zoom: (factor) => this.#stage.stage?.zoom(factor),
    fit: () => void this.#stage.stage?.fit(),
    toggle: () => {
      if (this.#state === 'running' || this.#state === 'preparing') this.pause();
      else if (this.#state === 'paused') this.resume();
      else if (this.#map?.vectors && this.#state !== 'static') void this.run();
    },
    clear: () => {
      this.#stage.stage?.hover(-1);
      this.#select([]);
    },
    click: () => {
      const stage = this.#stage.stage;
      if (!stage || !this.#content.positions) return;
      const id = stage.hovered >= 0 ? stage.hovered : stage.pickMiddle();
      stage.hover(id);
      this.#click(id, { ctrlKey: false, metaKey: false, altKey: false });
    },
  };

  readonly #keydown = (event: KeyboardEvent) => {
    if (handleMapKey(event, this.#keys)) event.preventDefault();
  };
}
