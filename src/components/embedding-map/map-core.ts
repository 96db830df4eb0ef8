import type { PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { FvError, type EmbeddingMapData, type LayoutQuality, type MetadataColumn, type View } from '../../engine';
import { ColorController } from '../controllers/color-controller';
import type { TraceTarget } from '../controllers/pointer-gestures';
import { LayoutController, type SessionFactory } from '../controllers/layout-controller';
import { SourceController } from '../controllers/source-controller';
import { startLayoutSession } from '../controllers/start-layout-session';
import { emit, type PointDetail } from '../events';
import { formatDuration } from '../number-format';
import { nearestLang, stringsFor, type Strings } from '../strings';
import { checkRows } from './grow-map';
import { ListenerSet } from './listener-set';
import { MapContent } from './map-content';
import type { MapChange } from './map-context';
import { checkIds, errorDetail, noLayout, noVectors } from './map-errors';
import { MapProperties } from './map-properties';
import type { ToolName, ToolTypes } from './map-tools';
import { MutedMask } from './muted-mask';
import type { MapState, MapStatus } from './map-status';
import type { Failure } from './map-template';
import type { ClickModifiers } from './selection-ids';
import { StageController } from './stage-controller';

/** Loads `src`; the readers of files come with the first one, pages without `src` never load them. */
const loadSource: typeof import('./load-map-source').loadMapSource = async (...source) => (await import('./load-map-source')).loadMapSource(...source);

/** Below this size the legend starts folded, CSS pixels. */
const COMPACT_WIDTH = 520;
const COMPACT_HEIGHT = 520;

/** After so long without new positions they count as settled, ms. */
const SETTLE_MS = 300;

/** Name of the lens of each point's own preservation; a column of the data by that name wins. */
const PRESERVATION = 'preservation';

/** A map without its chrome: data, layout, drawing, hover and selection, and the word to whoever listens when one of them changes. */
export abstract class MapCore extends MapProperties {
  @state() protected failure: Failure | null = null;
  @state() protected hovered = -1;
  @state() protected compact = false;
  @state() protected announcement = '';
  @state() protected measured: LayoutQuality | null = null;

  /** Starts the engine; a subclass, or a test, may start another. */
  protected createSession: SessionFactory = startLayoutSession;

  protected readonly content = new MapContent();
  /** Hears what of the map has changed. */
  protected readonly changes = new ListenerSet<MapChange>();
  /** Errors met while rendering; told once it is done. */
  #unsaid: FvError[] = [];
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** The view that the page has set last. */
  #givenView: View | null = null;
  /** Whether what happens now was asked for by the page. */
  #quiet = false;

  /** Outlines go to the tool, which comes with the first one; where it does not come, its loss is told once an outline. */
  protected readonly trace: TraceTarget = {
    start: (...begun) => void this.loadTool('selection').then(({ trace }) => trace.start(...begun), (error: unknown) => this.report(FvError.from(error))),
    move: (...moved) => this.#traceOn((trace) => trace.move(...moved)),
    end: (mode) => this.#traceOn((trace) => trace.end(mode)),
    cancel: () => this.#traceOn((trace) => trace.cancel()),
  };

  protected readonly stageController = new StageController(this, {
    hovered: (id) => {
      this.hovered = id;
      if (!this.#quiet) emit(this, 'fv-point-hover', this.#pointDetail(id));
      this.changes.tell('hover');
    },
    trace: this.trace,
    clicked: (row, sample) => this.clickRow(row, sample),
    viewChanged: () => {
      const { view, following } = this.stageController.stage!.scene.camera;
      // The page knows the view that it has set.
      if (view !== this.#givenView) emit(this, 'fv-view-change', { ...view, following });
    },
    moved: () => {
      this.moved();
      this.changes.tell('view');
    },
    recolored: () => {
      this.changes.tell('colors');
      this.requestUpdate();
    },
    resized: (widthPx, heightPx) => {
      this.compact = widthPx < COMPACT_WIDTH || heightPx < COMPACT_HEIGHT;
      this.moved();
      this.changes.tell('view');
    },
    failed: (error) => this.#fail('drawing', error),
  });

  protected readonly colors = new ColorController(this, (scale) => {
    this.stageController.setScale(scale);
    this.changes.tell('colors');
  });

  /** What mutes points. */
  protected readonly muted = new MutedMask((mask) => {
    this.stageController.setMuted(mask);
    this.changes.tell('muted');
  });
  /** Columns that tools bring, by the name they colour by; one of the data by the same name wins. */
  protected readonly lenses = new Map<string, MetadataColumn>();

  readonly #source = new SourceController<EmbeddingMapData>(this, loadSource, {
    loaded: (data) => {
      this.data = data;
    },
    failed: (error) => this.#fail('data', error),
  });

  protected readonly layoutController = new LayoutController(this, {
    positions: (positions) => {
      this.content.borrow(positions);
      this.#show();
    },
    progress: ({ phase, iteration, iterations, placed, klDivergence, elapsedMs, stepsPerSecond, remainingMs }) =>
      emit(this, 'fv-layout-progress', { phase, iteration, iterations, placed, klDivergence, elapsedMs, stepsPerSecond, remainingMs }),
    end: (result) => {
      this.content.place(result.positions);
      this.#show();
      const strings = this.strings;
      this.announcement = strings.announceEnded(formatDuration(result.elapsedMs, strings));
      emit(this, 'fv-layout-end', result);
      this.changes.tell('layout');
      void this.#measure();
    },
    error: (error) => this.#layoutFailed(error),
  });

  /** Row-major [placed, 2], layout units, of the leading rows that have a place; null without a layout. Changes in place while a layout runs. */
  get positions(): Float32Array | null {
    return this.content.positions;
  }

  /** Middle and zoom of what is seen; null without a canvas. Setting it takes the camera from the layout. */
  get view(): View | null {
    return this.stageController.stage?.scene.camera.view ?? null;
  }

  set view(view: View | null) {
    const scene = this.stageController.stage?.scene;
    if (!scene) return;
    this.#givenView = view;
    if (view) scene.camera.show(view);
    else void scene.camera.fit();
    scene.redraw();
  }

  /** Where the map stands: state, progress, and the engine's backend with the reason for it. */
  get status(): MapStatus {
    return { ...this.layoutController.status, state: this.mapState, points: this.content.points, shown: this.shown, progress: this.layoutController.progress };
  }

  /** How well the finished layout keeps the neighbourhoods; null while it is not measured. */
  get quality(): LayoutQuality | null {
    return this.measured;
  }

  /** Lays the vectors out from the start. Resolves when the layout has ended, failed (see `fv-error`) or was reset. */
  async run(): Promise<void> {
    await this.updateComplete;
    const { data } = this.content;
    if (!data?.vectors) {
      if (this.failure?.kind !== 'data') this.report(noVectors());
      return;
    }
    this.failure = null;
    this.stageController.stage?.scene.camera.reset();
    this.announcement = this.strings.announceRunning;
    this.measured = null;
    const ended = this.layoutController.start(this.createSession, data.vectors, this.layoutOptions(data.dimensions!));
    this.changes.tell('layout');
    await ended;
  }

  /**
   * Shows `data` whose first rows are the present ones: nothing restarts, the rows after them join the layout.
   * Without data before it is as setting `data`.
   * @throws FvError `invalid-data` where the data is invalid or its head is not the present rows.
   */
  extend(data: EmbeddingMapData): void {
    if (!this.content.data || this.content.whole !== this.data) {
      this.data = data;
      return;
    }
    this.showAll();
    const ended = this.mapState === 'ended';
    const vectors = this.content.extend(data);
    this.#grown();
    if (!vectors) return;
    this.measured = null;
    if (this.layoutController.live) this.layoutController.extend(vectors);
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
    this.showAll();
    const { data } = this.content;
    if (!data?.vectors) throw noLayout();
    checkRows(data, vectors, labels);
    const positions = await this.layoutController.place(vectors);
    if (!positions || this.content.data !== data) throw noLayout();
    const ids = this.content.append(vectors, labels, positions);
    this.#grown();
    return ids;
  }

  /** Holds a running layout where it is. */
  pause(): void {
    this.layoutController.pause();
    if (this.mapState === 'paused') this.announcement = this.strings.announcePaused;
  }

  /** Goes on with a paused layout. */
  resume(): void {
    this.layoutController.resume();
    if (this.mapState === 'running') this.announcement = this.strings.announceRunning;
  }

  /** Ends the layout and goes back to the data's own positions, or to none. */
  reset(): void {
    this.layoutController.stop();
    if (this.failure?.kind === 'layout') this.failure = null;
    this.measured = null;
    this.content.restore();
    this.stageController.stage?.hover(-1);
    this.stageController.stage?.scene.camera.reset();
    this.changes.tell('layout');
    this.#show();
  }

  /** Flies to show these points; resolves on arrival. @throws FvError for an id that names no point. */
  async flyTo(ids: Iterable<number>): Promise<void> {
    await this.updateComplete;
    const wanted = [...ids];
    checkIds(wanted, this.content.whole?.labels.length ?? 0);
    const rows = this.content.rowsOf(Uint32Array.from(wanted));
    await this.stageController.stage?.flyTo(rows.filter((row) => row < this.shown));
  }

  /** Marks a point as the pointer does, with its card, but without the event; null: none. */
  highlight(id: number | null): void {
    this.#quiet = true;
    this.stageController.stage?.hover(id === null ? -1 : this.content.rowOf(id));
    this.#quiet = false;
  }

  /** Brings a column to colour by that the data does not have, one value a row; null takes it away. A column of the data by that name wins. */
  setLens(name: string, column: MetadataColumn | null): void {
    if (column) this.lenses.set(name, column);
    else this.lenses.delete(name);
    this.requestUpdate();
  }

  /** Shows the points of a layout that has ended at other places: turned to match another map, say. Row-major [placed, 2], layout units; kept. */
  arrange(positions: Float32Array): void {
    if (positions.length !== 2 * this.content.placed) {
      throw new FvError({ code: 'invalid-data', expected: `${2 * this.content.placed} coordinates, two a placed point`, received: String(positions.length), fix: 'pass positions of the rows that have a place' });
    }
    this.content.place(positions);
    this.#show();
  }

  /** An update is complete when there is a canvas to show it. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.stageController.ready;
    return complete;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#settling);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') || changed.has('metadataSrc')) this.#source.request(this.src, this.metadataSrc);
    // Data that was extended is taken already.
    if (changed.has('data') && (this.data === null || this.data !== this.content.whole)) this.#accept();
    else if (changed.has('limit')) {
      this.changes.tell('rows');
      this.#show();
    }
    if (changed.get('colorBy') !== undefined) this.forgetColumn(changed);
    this.colors.setColumn(this.columnOf(this.colorBy), `${this.content.generation} ${this.colorBy}`, this.colorOptions);
  }

  protected override updated(changed: PropertyValues<this>): void {
    for (const error of this.#unsaid.splice(0)) this.report(error);
    if (changed.has('colorBy') && !this.colors.scale) {
      this.stageController.setScale(null);
      this.changes.tell('colors');
    }
    const fresh = changed.has('data') || changed.has('autorun') || this.layoutController.interrupted;
    if (fresh && this.autorun && this.mapState === 'ready') void this.run();
    this.moved();
  }

  protected get strings(): Strings {
    return stringsFor(this.language);
  }

  /** BCP 47 tag in force. */
  protected get language(): string {
    return this.locale || nearestLang(this);
  }

  protected get mapState(): MapState {
    if (this.failure?.kind === 'data') return 'invalid';
    if (!this.content.data && this.#source.loading) return 'loading';
    if (!this.content.data || this.content.points === 0) return 'empty';
    if (this.layoutController.state !== 'idle') return this.layoutController.state;
    return this.content.data.positions ? 'static' : 'ready';
  }

  /** Leading rows that are of interest. */
  protected get rows(): number {
    return this.content.rowsBelow(this.rowsOf(this.content.whole?.labels.length ?? 0));
  }

  /** Those of them that have a place. */
  protected get shown(): number {
    return Math.min(this.rows, this.content.placed);
  }

  /** A column of the data or of a tool, by name; null where there is none. */
  protected columnOf(name: string): MetadataColumn | null {
    return this.content.data?.columns?.[name] ?? this.lenses.get(name) ?? (name === PRESERVATION ? (this.measured?.preservation ?? null) : null);
  }

  /** What stands over the canvas has to follow it. */
  protected abstract moved(): void;

  /** Tells the page of an error; the map stands all the same. */
  protected report(error: FvError): void {
    emit(this, 'fv-error', errorDetail(error));
  }

  /** The tool of that name, loaded when it is first needed. */
  protected abstract loadTool<Name extends ToolName>(name: Name): Promise<ToolTypes[Name]>;

  /** Shows all points again where some are isolated. */
  abstract showAll(): void;

  /** Rows of the content that are selected. */
  protected abstract get selectedRows(): Uint32Array;

  /** Selects rows of the content, with the event. */
  protected abstract selectRows(rows: ArrayLike<number>): void;

  /** Other data is there, or none. */
  protected abstract dataReplaced(): void;

  /** A click on a row of the content, or on empty ground (−1). */
  protected clickRow(row: number, _modifiers: ClickModifiers): void {
    emit(this, 'fv-point-click', this.#pointDetail(row));
    if (row >= 0) this.announcement = this.content.data!.labels[row];
  }

  /** Shows the rows that `change` puts into the content, with the quality of their layout; what is kept by ids stays. */
  protected swapRows(change: () => void, measured: LayoutQuality | null): void {
    this.hovered = -1;
    this.measured = measured;
    if (this.failure?.kind === 'layout') this.failure = null;
    this.muted.clear();
    this.lenses.clear();
    change();
    this.stageController.setPoints(this.content.points);
    this.stageController.setSelection(this.selectedRows);
    this.changes.tell('data');
    this.#show();
    if (this.mapState === 'ended' && !measured) void this.#measure();
  }

  #traceOn(go: (trace: TraceTarget) => void): void {
    void this.loadTool('selection').then(({ trace }) => go(trace), () => undefined);
  }

  /** Takes new data, or says why not; either way what was shown before is gone. */
  #accept(): void {
    this.layoutController.stop();
    this.layoutController.dropAside();
    this.failure = null;
    this.hovered = -1;
    this.announcement = '';
    this.measured = null;
    this.muted.clear();
    this.lenses.clear();
    try {
      this.content.replace(this.data);
    } catch (error) {
      this.#fail('data', FvError.from(error));
    }
    this.dataReplaced();
    this.stageController.setPoints(this.content.points);
    this.changes.tell('data');
    this.#show();
  }

  /** The content has more rows than before. */
  #grown(): void {
    this.data = this.content.data;
    this.stageController.setPointCount(this.content.points);
    this.changes.tell('rows');
    this.#show();
  }

  /** Shows the positions within `limit`. */
  #show(): void {
    if (this.hovered >= this.shown) this.stageController.stage?.hover(-1);
    this.stageController.setPositions(this.content.leading(this.shown));
    this.changes.tell('positions');
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.changes.tell('settled'), SETTLE_MS);
  }

  async #measure(): Promise<void> {
    try {
      const quality = await this.layoutController.quality();
      // More rows may have joined: another measurement follows then.
      if (!quality || this.mapState !== 'ended') return;
      this.measured = quality;
      emit(this, 'fv-quality-change', { quality });
    } catch (error) {
      // The map stands all the same.
      this.report(FvError.from(error));
    }
  }

  #layoutFailed(error: FvError): void {
    // What the worker found in values that were not read here.
    if (error.code === 'invalid-data') this.content.replace(null);
    this.#fail(this.content.data ? 'layout' : 'data', error);
    this.changes.tell('layout');
    this.requestUpdate();
  }

  #fail(kind: Failure['kind'], error: FvError): void {
    this.failure = { kind, error };
    this.#unsaid.push(error);
  }

  #pointDetail(row: number): PointDetail {
    return row < 0 ? { id: null, label: null } : { id: this.content.idOf(row), label: this.content.data!.labels[row] };
  }
}
