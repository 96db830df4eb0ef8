import type { PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { FvError, type MetadataColumn, type View } from '../../engine';
import { ColorController } from '../controllers/color-controller';
import type { TraceTarget } from '../controllers/pointer-gestures';
import { emit, type PointDetail } from '../events';
import { nearestLang, stringsFor, type Strings } from '../strings';
import { ListenerSet } from './listener-set';
import { MapContent } from './map-content';
import type { MapChange } from './map-context';
import { checkIds, errorDetail } from './map-errors';
import { MapProperties } from './map-properties';
import type { ToolName, ToolTypes } from './map-tools';
import { MutedMask } from './muted-mask';
import type { Failure } from './map-template';
import type { ClickModifiers } from './selection-ids';
import { StageController } from './stage-controller';

/** Below this size the legend starts folded, CSS pixels. */
const COMPACT_WIDTH = 520;
const COMPACT_HEIGHT = 520;

/** After so long without new positions they count as settled, ms. */
const SETTLE_MS = 300;

/** A map as it is seen: its content on a canvas, colours, camera and hover, and the word to whoever listens when one of them changes. */
export abstract class MapCore extends MapProperties {
  @state() protected failure: Failure | null = null;
  @state() protected hovered = -1;
  @state() protected compact = false;
  @state() protected announcement = '';
  /** Rows whose labels find room first. */
  protected named: readonly number[] = [];

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
    failed: (error) => this.fail('drawing', error),
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

  protected override updated(changed: PropertyValues<this>): void {
    for (const error of this.#unsaid.splice(0)) this.report(error);
    if (changed.has('colorBy') && !this.colors.scale) {
      this.stageController.setScale(null);
      this.changes.tell('colors');
    }
    this.moved();
  }

  protected get strings(): Strings {
    return stringsFor(this.language);
  }

  /** BCP 47 tag in force. */
  protected get language(): string {
    return this.locale || nearestLang(this);
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
    return this.content.data?.columns?.[name] ?? this.lenses.get(name) ?? null;
  }

  /** Rows of the content that are selected. */
  protected abstract get selectedRows(): Uint32Array;

  /** What stands over the canvas has to follow it. */
  protected abstract moved(): void;

  /** Tells the page of an error; the map stands all the same. */
  protected report(error: FvError): void {
    emit(this, 'fv-error', errorDetail(error));
  }

  /** The tool of that name, loaded when it is first needed. */
  protected abstract loadTool<Name extends ToolName>(name: Name): Promise<ToolTypes[Name]>;

  /** A click on a row of the content, or on empty ground (−1). */
  protected clickRow(row: number, _modifiers: ClickModifiers): void {
    emit(this, 'fv-point-click', this.#pointDetail(row));
    if (row >= 0) this.announcement = this.content.data!.labels[row];
  }

  #traceOn(go: (trace: TraceTarget) => void): void {
    void this.loadTool('selection').then(({ trace }) => go(trace), () => undefined);
  }

  /** Shows the positions within `limit`. */
  protected show(): void {
    if (this.hovered >= this.shown) this.stageController.stage?.hover(-1);
    this.stageController.setPositions(this.content.leading(this.shown));
    this.changes.tell('positions');
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.changes.tell('settled'), SETTLE_MS);
  }

  /** There is nothing to see, or no layout: shown, and told to the page once that is rendered. */
  protected fail(kind: Failure['kind'], error: FvError): void {
    this.failure = { kind, error };
    this.#unsaid.push(error);
  }

  #pointDetail(row: number): PointDetail {
    return row < 0 ? { id: null, label: null } : { id: this.content.idOf(row), label: this.content.data!.labels[row] };
  }
}
