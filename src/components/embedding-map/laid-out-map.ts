import type { PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { FvError, type EmbeddingMapData, type LayoutQuality, type MetadataColumn, type TsneOptions } from '../../engine';
import { LayoutController, type SessionFactory } from '../controllers/layout-controller';
import { SourceController } from '../controllers/source-controller';
import { startLayoutSession } from '../controllers/start-layout-session';
import { emit } from '../events';
import { formatDuration } from '../number-format';
import { checkRows } from './grow-map';
import { MapCore } from './map-core';
import { noLayout, noVectors } from './map-errors';
import type { MapState, MapStatus } from './map-status';

/** Loads `src`; the readers of files come with the first one, pages without `src` never load them. */
const loadSource: typeof import('./load-map-source').loadMapSource = async (...source) => (await import('./load-map-source')).loadMapSource(...source);

/** Name of the lens of each point's own preservation; a column of the data by that name wins. */
const PRESERVATION = 'preservation';

/** A map that takes data and lays it out: from the start, with more rows, or with new ones among the old. */
export abstract class LaidOutMap extends MapCore {
  @state() protected measured: LayoutQuality | null = null;

  /** Starts the engine; a subclass, or a test, may start another. */
  protected createSession: SessionFactory = startLayoutSession;

  readonly #source = new SourceController<EmbeddingMapData>(this, loadSource, {
    loaded: (data) => {
      this.data = data;
    },
    failed: (error) => this.fail('data', error),
  });

  protected readonly layoutController = new LayoutController(this, {
    positions: (positions) => {
      this.content.borrow(positions);
      this.show();
    },
    progress: ({ phase, iteration, iterations, placed, klDivergence, elapsedMs, stepsPerSecond, remainingMs }) =>
      emit(this, 'fv-layout-progress', { phase, iteration, iterations, placed, klDivergence, elapsedMs, stepsPerSecond, remainingMs }),
    end: (result) => {
      this.content.place(result.positions);
      this.show();
      const strings = this.strings;
      this.announcement = strings.announceEnded(formatDuration(result.elapsedMs, strings));
      emit(this, 'fv-layout-end', result);
      this.changes.tell('layout');
      void this.#measure();
    },
    error: (error) => this.#layoutFailed(error),
  });

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
    this.stageController.stage?.scene.camera.reset();
    await this.#layOut(data.vectors, this.layoutOptions(data.dimensions!));
  }

  /**
   * Shows `data` whose first rows are the present ones: nothing restarts, the rows after them join the layout, also one that came
   * as `positions` with its vectors. Without data before it is as setting `data`.
   * @throws FvError `invalid-data` where the data is invalid or its head is not the present rows.
   */
  extend(data: EmbeddingMapData): void {
    if (!this.content.data || this.content.whole !== this.data) {
      this.data = data;
      return;
    }
    this.showAll();
    const { mapState } = this;
    const vectors = this.content.extend(data);
    this.#grown();
    if (!vectors) return;
    this.measured = null;
    if (this.layoutController.live) this.layoutController.extend(vectors);
    else if (mapState === 'ended') void this.run();
    else if (mapState === 'static') void this.#layOut(data.vectors!, { ...this.layoutOptions(data.dimensions!), initial: this.content.positions!.slice() });
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
    this.show();
  }

  /** Shows the points of a layout that has ended at other places: turned to match another map, say. Row-major [placed, 2], layout units; kept. */
  arrange(positions: Float32Array): void {
    if (positions.length !== 2 * this.content.placed) {
      throw new FvError({ code: 'invalid-data', expected: `${2 * this.content.placed} coordinates, two a placed point`, received: String(positions.length), fix: 'pass positions of the rows that have a place' });
    }
    this.content.place(positions);
    this.show();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') || changed.has('metadataSrc')) this.#source.request(this.src, this.metadataSrc);
    // Data that was extended is taken already.
    if (changed.has('data') && (this.data === null || this.data !== this.content.whole)) this.#accept();
    else if (changed.has('limit')) {
      this.changes.tell('rows');
      this.show();
    }
    if (changed.get('colorBy') !== undefined) this.forgetColumn(changed);
    const { isolated, whole } = this.content;
    const column = whole?.columns?.[this.colorBy];
    this.colors.setColumn(this.columnOf(this.colorBy), `${this.content.generation} ${this.colorBy}`, this.colorOptions, isolated && column ? { whole: column, rows: isolated } : null);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const fresh = changed.has('data') || changed.has('autorun') || this.layoutController.interrupted;
    if (fresh && this.autorun && this.mapState === 'ready') void this.run();
  }

  protected get mapState(): MapState {
    if (this.failure?.kind === 'data') return 'invalid';
    if (!this.content.data && this.#source.loading) return 'loading';
    if (!this.content.data || this.content.points === 0) return 'empty';
    if (this.layoutController.state !== 'idle') return this.layoutController.state;
    return this.content.data.positions ? 'static' : 'ready';
  }

  protected override columnOf(name: string): MetadataColumn | null {
    return super.columnOf(name) ?? (name === PRESERVATION ? (this.measured?.preservation ?? null) : null);
  }

  /** Shows all points again where some are isolated. */
  abstract showAll(): void;

  /** Selects rows of the content, with the event. */
  protected abstract selectRows(rows: ArrayLike<number>): void;

  /** Other data is there, or none. */
  protected abstract dataReplaced(): void;

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
    this.show();
    if (this.mapState === 'ended' && !measured) void this.#measure();
  }

  async #layOut(vectors: Float32Array, options: TsneOptions): Promise<void> {
    this.failure = null;
    this.announcement = this.strings.announceRunning;
    this.measured = null;
    const ended = this.layoutController.start(this.createSession, vectors, options);
    this.changes.tell('layout');
    await ended;
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
      this.fail('data', FvError.from(error));
    }
    this.dataReplaced();
    this.stageController.setPoints(this.content.points);
    this.changes.tell('data');
    this.show();
  }

  /** The content has more rows than before. */
  #grown(): void {
    this.data = this.content.data;
    this.stageController.setPointCount(this.content.points);
    this.changes.tell('rows');
    this.show();
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
    this.fail(this.content.data ? 'layout' : 'data', error);
    this.changes.tell('layout');
    this.requestUpdate();
  }
}
