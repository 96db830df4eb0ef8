import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  FIRST_INDEX, FvError, rowNeighbors, searchLabels, validateMapData,
  type BackendPreference, type EmbeddingMapData, type Metric, type RowNeighbor,
} from '../../engine';
import { ColorController } from '../controllers/color-controller';
import { LayoutController, type SessionFactory } from '../controllers/layout-controller';
import { startLayoutSession } from '../controllers/start-layout-session';
import type { PointerSample } from '../controllers/pointer-gestures';
import { emit } from '../events';
import { fitIcon, minusIcon, plusIcon } from '../icons';
import { formatCount, formatDuration } from '../number-format';
import { nearestLang, stringsFor, type Strings } from '../strings';
import { styles } from './fv-embedding-map.styles';
import { hoverCard } from './hover-card';
import { legend } from './legend';
import { mapToCsv } from './map-csv';
import { handleMapKey, type KeyTarget } from './map-keys';
import type { MapState, MapStatus } from './map-status';
import { mapToSvg } from './map-svg';
import { emptyNotice, errorNotice } from './notices';
import { placeCard } from './place-card';
import { progressPanel, type ProgressActions } from './progress-panel';
import { SEQUENTIAL, StageController } from './stage-controller';

/** Below this size the legend starts folded, CSS pixels. */
const COMPACT_WIDTH = 520;
const COMPACT_HEIGHT = 520;

/** Why there is nothing to see, or no layout. */
interface Failure {
  kind: 'data' | 'layout' | 'drawing';
  error: FvError;
}

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
 * @fires {CustomEvent<ErrorDetail>} fv-error - Bad data, or a layout that failed: expected, received, fix.
 */
export class FvEmbeddingMap extends LitElement {
  static override styles = styles;

  /** What to show. Arrays are read, never changed or detached; assign a new object to show other data. */
  @property({ attribute: false }) data: EmbeddingMapData | null = null;
  /** Effective number of neighbours of a point; taken by the next `run()`, like all options of the layout. */
  @property({ type: Number, reflect: true }) perplexity = 30;
  /** Gradient steps. */
  @property({ type: Number, reflect: true }) iterations = 750;
  @property({ type: Number, reflect: true, attribute: 'early-exaggeration' }) earlyExaggeration = 12;
  @property({ type: Number, reflect: true }) exaggeration = 1;
  @property({ reflect: true, attribute: 'learning-rate', converter: { fromAttribute: (value) => (value === null || value === 'auto' ? 'auto' : Number(value)) } })
  learningRate: number | 'auto' = 'auto';
  @property({ reflect: true }) metric: Metric = 'cosine';
  @property({ type: Number, reflect: true }) seed = 0;
  @property({ reflect: true }) backend: BackendPreference = 'auto';
  /** Name of the column that colours the points. */
  @property({ reflect: true, attribute: 'color-by' }) colorBy = '';
  /** Lays out as soon as there are vectors without positions. */
  @property({ type: Boolean, reflect: true }) autorun = false;
  /** BCP 47 tag of the words and numbers; empty: the nearest `lang`. */
  @property({ reflect: true }) locale = '';
  /** `light` or `dark`; empty: as the system has it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';

  @state() private failure: Failure | null = null;
  @state() private hovered = -1;
  @state() private selected: readonly number[] = [];
  @state() private compact = false;
  @state() private announcement = '';

  /** Starts the engine; a subclass, or a test, may start another. */
  protected createSession: SessionFactory = startLayoutSession;

  /** The data that passed the checks. */
  #map: EmbeddingMapData | null = null;
  #positions: Float32Array | null = null;
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

  readonly #layout = new LayoutController(this, {
    positions: (positions) => {
      if (this.#positions?.length !== positions.length || this.#positions === this.#map?.positions) this.#positions = new Float32Array(positions.length);
      this.#positions.set(positions);
      this.#stage.setPositions(this.#positions);
    },
    progress: ({ phase, iteration, iterations, klDivergence, elapsedMs, stepsPerSecond, remainingMs }) =>
      emit(this, 'fv-layout-progress', { phase, iteration, iterations, klDivergence, elapsedMs, stepsPerSecond, remainingMs }),
    end: (result) => {
      this.#positions = result.positions;
      this.#stage.setPositions(result.positions);
      const strings = this.#strings;
      this.announcement = strings.announceEnded(formatDuration(result.elapsedMs, strings));
      emit(this, 'fv-layout-end', result);
    },
    error: (error) => this.#fail('layout', error),
  });

  /** Row-major [n, 2], layout units, as shown now; null without a layout. Changes in place while a layout runs. */
  get positions(): Float32Array | null {
    return this.#positions;
  }

  /** Where the map stands: state, progress, and the engine's backend with the reason for it. */
  get status(): MapStatus {
    return { ...this.#layout.status, state: this.#state, points: this.#map?.labels.length ?? 0, progress: this.#layout.progress };
  }

  /** Ids of the selected points, in the order they were selected. */
  get selection(): readonly number[] {
    return this.selected;
  }

  /** How well the map keeps the neighbourhoods; null: not measured. */
  get quality(): number | null {
    return null;
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
    const { perplexity, iterations, earlyExaggeration, exaggeration, learningRate, metric, seed, backend } = this;
    const options = { dimensions: map.dimensions!, perplexity, iterations, earlyExaggeration, exaggeration, learningRate, metric, seed, backend };
    await this.#layout.start(this.createSession, map.vectors, options);
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
    this.#positions = this.#map?.positions ?? null;
    this.#stage.stage?.hover(-1);
    this.#stage.stage?.scene.camera.reset();
    this.#stage.setPositions(this.#positions);
  }

  /** Ids of the labels that contain `query`, letter case aside, in order of rows. */
  async search(query: string): Promise<Uint32Array> {
    await this.updateComplete;
    return searchLabels(this.#map?.labels ?? [], query);
  }

  /** The `k` rows nearest to row `id` among the vectors, by `metric`, nearest first. @throws FvError without vectors or such a row. */
  async neighbors(id: number, k = 10): Promise<RowNeighbor[]> {
    await this.updateComplete;
    const map = this.#map;
    if (!map?.vectors) throw noVectors();
    this.#checkIds([id]);
    return rowNeighbors(map.vectors, { dimensions: map.dimensions!, id, k, metric: this.metric });
  }

  /** Selects exactly these points. @throws FvError for an id that names no point. */
  select(ids: Iterable<number>): void {
    const wanted = [...new Set(ids)];
    this.#checkIds(wanted);
    this.#select(wanted);
  }

  /** Flies to show these points; resolves on arrival. @throws FvError for an id that names no point. */
  async flyTo(ids: Iterable<number>): Promise<void> {
    await this.updateComplete;
    const wanted = [...ids];
    this.#checkIds(wanted);
    await this.#stage.stage?.flyTo(wanted);
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
    if (!scene || !this.#map || !this.#positions) throw noCanvas();
    return mapToSvg({
      positions: this.#positions, labels: this.#map.labels, scale: this.#colors.scale, palette: this.#stage.palette, plainIndex: FIRST_INDEX,
      background: getComputedStyle(this).backgroundColor, view: scene.camera.view, viewport: scene.camera.viewport, style: scene.style,
    });
  }

  /** All points as a table: label, x, y, columns. */
  toCsv(): string {
    return mapToCsv(this.#map ?? { labels: [] }, this.#positions);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('data')) this.#accept();
    this.#colors.setColumn(this.#map?.columns?.[this.colorBy] ?? null);
  }

  protected override updated(changed: PropertyValues<this>): void {
    for (const error of this.#unsaid.splice(0)) emit(this, 'fv-error', errorDetail(error));
    if (changed.has('colorBy') && !this.#colors.scale) this.#stage.setScale(null);
    const fresh = changed.has('data') || changed.has('autorun') || this.#layout.interrupted;
    if (fresh && this.autorun && this.#state === 'ready') void this.run();
    this.#placeHover();
  }

  protected override render(): TemplateResult {
    const strings = this.#strings;
    const { status, failure } = this;
    const points = formatCount(status.points, strings);
    const scale = this.#colors.scale;
    return html`<div class="root">
      <div class="stage ${this.hovered >= 0 ? 'over' : ''}" part="stage" tabindex="0" role="application"
        aria-label=${status.points > 0 ? strings.mapLabel(points) : strings.mapEmptyLabel} aria-describedby="keys" @keydown=${this.#keydown}></div>
      <div class="focus"></div>
      <div class="hover-ring" ?hidden=${this.hovered < 0}></div>
      <p id="keys" class="visually-hidden">${strings.mapKeys}</p>
      <div class="chrome">
        <div class="top-left"><slot name="top-left"></slot></div>
        <div class="top-right"><slot name="top-right"></slot></div>
        <div class="panels">
          ${scale && status.points > 0 ? legend(this.colorBy, scale, SEQUENTIAL, !this.compact, strings) : nothing}
          ${['empty', 'invalid', 'static'].includes(status.state) ? nothing : progressPanel(status, strings, this.#actions)}
        </div>
        ${this.#positions ? this.#tools(strings) : nothing}
      </div>
      <div class="panel card" part="card" ?hidden=${this.hovered < 0}>
        ${this.#map && this.hovered >= 0 ? hoverCard(this.#map, this.hovered, strings) : nothing}
      </div>
      ${failure ? errorNotice(failure.kind === 'layout' ? strings.layoutErrorTitle : strings.errorTitle, failure.error, strings, null) : nothing}
      ${status.state === 'empty' && !failure ? emptyNotice(strings) : nothing}
      <div class="visually-hidden" role="status">${this.announcement}</div>
    </div>`;
  }

  #tools(strings: Strings): TemplateResult {
    const button = (name: string, key: string, icon: unknown, click: () => void) => html`<button class="button" type="button"
      aria-label=${name} title=${strings.withKey(name, key)} @click=${click}>${icon}</button>`;
    return html`<div class="panel tools" part="tools">
      ${button(strings.zoomIn, '+', plusIcon, () => this.#keys.zoom(1.5))}
      ${button(strings.zoomOut, '−', minusIcon, () => this.#keys.zoom(1 / 1.5))}
      ${button(strings.fit, '0', fitIcon, () => this.#keys.fit())}
    </div>`;
  }

  get #strings(): Strings {
    return stringsFor(this.locale || nearestLang(this));
  }

  get #state(): MapState {
    if (this.failure?.kind === 'data') return 'invalid';
    if (!this.#map || this.#map.labels.length === 0) return 'empty';
    if (this.#layout.state !== 'idle') return this.#layout.state;
    return this.#map.positions ? 'static' : 'ready';
  }

  /** Takes new data, or says why not; either way what was shown before is gone. */
  #accept(): void {
    this.#layout.stop();
    this.failure = null;
    this.hovered = -1;
    this.selected = [];
    this.announcement = '';
    this.#map = null;
    try {
      if (this.data !== null && this.data !== undefined) {
        validateMapData(this.data);
        this.#map = this.data;
      }
    } catch (error) {
      this.#fail('data', FvError.from(error));
    }
    this.#positions = this.#map?.positions ?? null;
    this.#stage.setPoints(this.#map?.labels.length ?? 0, this.#positions);
  }

  #fail(kind: Failure['kind'], error: FvError): void {
    this.failure = { kind, error };
    this.#unsaid.push(error);
  }

  #checkIds(ids: readonly number[]): void {
    const points = this.#map?.labels.length ?? 0;
    const wrong = ids.find((id) => !Number.isInteger(id) || id < 0 || id >= points);
    if (wrong === undefined) return;
    throw new FvError({ code: 'invalid-option', expected: `ids from 0 to ${points - 1}`, received: String(wrong), fix: 'an id is the row of a point in data' });
  }

  #select(ids: readonly number[]): void {
    if (ids.length === this.selected.length && ids.every((id, i) => id === this.selected[i])) return;
    this.selected = ids;
    this.#stage.setSelection(ids);
    emit(this, 'fv-selection-change', { ids });
  }

  #click(id: number, { ctrlKey, metaKey, altKey }: Pick<PointerSample, 'ctrlKey' | 'metaKey' | 'altKey'>): void {
    emit(this, 'fv-point-click', this.#pointDetail(id));
    const adds = ctrlKey || metaKey;
    if (id < 0) {
      if (!adds && !altKey) this.#select([]);
      return;
    }
    const others = this.selected.filter((other) => other !== id);
    this.#select(altKey ? others : adds ? [...others, id] : [id]);
    this.announcement = this.#map!.labels[id];
  }

  #pointDetail(id: number): { id: number | null; label: string | null } {
    return id < 0 ? { id: null, label: null } : { id, label: this.#map!.labels[id] };
  }

  /** Written straight to the styles: it follows every frame of a moving map, which a render need not. */
  #placeHover(): void {
    const ring = this.renderRoot?.querySelector<HTMLElement>('.hover-ring');
    const card = this.renderRoot?.querySelector<HTMLElement>('.card');
    if (!ring || !card || this.hovered < 0) return;
    const place = this.#stage.stage?.place(this.hovered) ?? null;
    ring.hidden = card.hidden = place === null;
    if (!place) return;
    ring.style.transform = `translate(${place.xPx}px, ${place.yPx}px)`;
    card.style.maxHeight = '';
    const box = { width: this.clientWidth, height: this.clientHeight };
    const { left, top, maxHeight } = placeCard(place.xPx, place.yPx, { width: card.offsetWidth, height: card.offsetHeight }, box);
    card.style.transform = `translate(${left}px, ${top}px)`;
    card.style.maxHeight = `${maxHeight}px`;
  }

  readonly #actions: ProgressActions = {
    run: () => void this.run(),
    pause: () => this.pause(),
    resume: () => this.resume(),
    reset: () => this.reset(),
  };

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
      if (!stage || !this.#positions) return;
      const id = stage.hovered >= 0 ? stage.hovered : stage.pickMiddle();
      stage.hover(id);
      this.#click(id, { ctrlKey: false, metaKey: false, altKey: false });
    },
  };

  readonly #keydown = (event: KeyboardEvent) => {
    if (handleMapKey(event, this.#keys)) event.preventDefault();
  };
}

function noVectors(): FvError {
  return new FvError({ code: 'invalid-data', expected: 'data with vectors', received: 'no vectors', fix: 'set data = { vectors, dimensions, labels } first' });
}

function noCanvas(): FvError {
  return new FvError({ code: 'invalid-data', expected: 'a map that is shown', received: 'no picture', fix: 'put the element into the document and give it positions or a layout first' });
}

function errorDetail(error: FvError): { error: FvError } & Pick<FvError, 'code' | 'expected' | 'received' | 'fix'> {
  return { error, ...error.toDetail() };
}
